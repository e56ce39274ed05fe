import { z } from 'zod';
import type { Deployment } from '../deployment';
import { cidrs, rfc1035Label, serviceUrl } from '../formats';
import type { Part, Value } from '../variables';
import { facts } from './setting';
import type { DerivedVariables } from './setting';

const openai = z.strictObject({
  url: serviceUrl.describe('Base URL of an OpenAI-compatible service. Its key is a secret role, never a value.'),
  name: rfc1035Label(40)
    .optional()
    .describe(
      'Name that the role of its key is made of: `azure` makes `openaiKeyAzure`. @default - the host of the URL',
    ),
  cidrs: cidrs.optional().describe('Address ranges of the service. Needed where it has a private address.'),
});

/** Where answers come from. */
export const models = z
  .strictObject({ openai: z.array(openai).max(20).default([]).describe('OpenAI-compatible services.') })
  .prefault({})
  .describe('Where answers come from. What is not listed is switched off.');

/** Role of the key of an OpenAI-compatible service. It does not move when services are added or removed. */
export function openaiKeyRole({ name, url }: Deployment['models']['openai'][number]): string {
  const words = (name ?? new URL(url).hostname).split(/[^A-Za-z0-9]+/);
  return ['openaiKey', ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}

/** Joins what belongs to several services with the semicolons that Open WebUI splits at. facts/open-webui.md §1.0. */
function bySemicolon(parts: readonly Part[]): Value {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [';', part]));
}

/** Variables of the services that answer. */
export const modelVariables = {
  ENABLE_OPENAI_API: {
    path: 'models.openai',
    meaning: 'Whether OpenAI-compatible services answer.',
    why: 'What is not listed is off, and nothing is asked of a provider that nobody chose.',
    source: facts('1.11'),
    value: ({ models: { openai: services } }) => services.length > 0,
  },
  OPENAI_API_BASE_URLS: {
    path: 'models.openai',
    meaning: 'Base URLs of the services, in order.',
    why: 'Upstream’s default is a provider on the internet.',
    source: facts('1.11'),
    value: ({ models: { openai: services } }) =>
      services.length > 0 ? services.map(({ url }) => url).join(';') : undefined,
  },
  OPENAI_API_KEYS: {
    path: 'models.openai',
    meaning: 'Keys of the services, in the same order.',
    why: 'Each is a secret role of its own, named after its service.',
    source: facts('1.11'),
    value: ({ models: { openai: services } }) =>
      services.length > 0 ? bySemicolon(services.map((service) => ({ secret: openaiKeyRole(service) }))) : undefined,
  },
  ENABLE_OLLAMA_API: {
    path: 'models',
    meaning: 'Whether Ollama answers.',
    why: 'Upstream looks for it on the host at every start.',
    source: facts('1.11'),
    value: () => false,
  },
} satisfies DerivedVariables;
