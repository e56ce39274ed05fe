import { z } from 'zod';
import type { Deployment } from '../deployment';
import { farSideCidrs, rfc1035Label, serviceUrl, text, unexpanded } from '../formats';
import type { Part, Value } from '../variables';
import { facts, guide, rotation, setting, upstream } from './setting';
import type { DerivedVariables, SecretOf } from './setting';

const router = upstream('routers/openai.py');

const modelId = text(
  'the id of a model',
  new RegExp(String.raw`^${unexpanded}[^\s,;"\\\p{Cc}]{1,200}$`, 'u'),
  'write it as the service does, without spaces, commas, semicolons and quotes',
);

const ranges = farSideCidrs('the service');

const modelIds = z
  .array(modelId)
  .max(500)
  .default([])
  .describe('Models that are offered. Empty: all that the service lists.');

const prefix = rfc1035Label(40)
  .optional()
  .describe('Put before the names of its models, where two services have a model of the same name. @default - nothing');

const openai = z.strictObject({
  url: serviceUrl.describe('Base URL of an OpenAI-compatible service. Its key is a secret role, never a value.'),
  name: rfc1035Label(40)
    .optional()
    .describe(
      'Name that the role of its key is made of: `azure` makes `openaiKeyAzure`. @default - the host of the URL',
    ),
  apiVersion: text(
    'a version such as 2024-10-21',
    /^\d{4}-\d{2}-\d{2}(?:-preview)?$/,
    'take it from the service’s page',
  )
    .optional()
    .describe(
      'Version of the interface, where the service is Azure OpenAI. Azure then needs `modelIds` too. @default - not set, for a service that is not Azure',
    ),
  modelIds,
  prefix,
  cidrs: ranges,
});

const ollama = z.strictObject({
  url: serviceUrl.describe('Base URL of Ollama.'),
  name: rfc1035Label(40)
    .optional()
    .describe('Name that the role of its key is made of: `gpu` makes `ollamaKeyGpu`. @default - the host of the URL'),
  key: z
    .boolean()
    .default(false)
    .describe('Whether a proxy before Ollama asks for a key. Ollama by itself knows none.'),
  modelIds,
  prefix,
  cidrs: ranges,
});

/** Where answers come from. */
export const models = z
  .strictObject({
    openai: z.array(openai).max(20).default([]).describe('OpenAI-compatible services.'),
    ollama: z.array(ollama).max(20).default([]).describe('Servers of Ollama.'),
    defaultModels: setting('DEFAULT_MODELS', z.array(modelId).min(1).max(20).optional(), {
      meaning: 'Models that a new chat begins with. @default - not set, and the page chooses one',
      why: 'Without a choice it is the first that somebody may use.',
      source: upstream('config.py'),
      separator: ',',
    }),
    cacheSeconds: setting('MODELS_CACHE_TTL', z.int().min(1).max(3600).default(1), {
      meaning: 'Seconds that the list of models is kept, for each user.',
      why: 'What a service no longer offers is gone at the next look.',
      source: upstream('env.py'),
    }),
    baseModelsCache: setting('ENABLE_BASE_MODELS_CACHE', z.boolean().default(false), {
      meaning: 'Whether the list of models is kept until somebody asks for it anew.',
      why: 'Each replica would keep a list of its own.',
      source: upstream('config.py'),
    }),
    directConnections: setting('ENABLE_DIRECT_CONNECTIONS', z.boolean().default(false), {
      meaning: 'Whether people may connect their browser to model services of their own.',
      why: 'What goes there passes no log and no limit of this deployment.',
      source: guide('Data sharing and export'),
    }),
    openaiPassthrough: setting('ENABLE_OPENAI_API_PASSTHROUGH', z.boolean().default(false), {
      meaning: 'Whether everybody may send any request to the services, with their keys.',
      why: 'Files, fine-tunings and bills of the account behind the key would be open to every user.',
      source: router,
    }),
    forwardUserHeaders: z
      .enum(['off', 'signed', 'plain'])
      .default('off')
      .describe('Whether services are told who asks: not at all, in one signed token, or in plain headers.'),
  })
  .prefault({})
  .describe('Where answers come from. What is not listed is switched off.');

type Models = Deployment['models'];

function role(kind: string, { name, url }: { readonly name?: string; readonly url: string }): string {
  const words = (name ?? new URL(url).hostname).split(/[^A-Za-z0-9]+/);
  return [kind, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}

/** Role of the key of an OpenAI-compatible service. It does not move when services are added or removed. */
export function openaiKeyRole(service: Models['openai'][number]): string {
  return role('openaiKey', service);
}

/** Role of the key of a server of Ollama. */
export function ollamaKeyRole(service: Models['ollama'][number]): string {
  return role('ollamaKey', service);
}

/** Secrets of the services that answer. */
export function modelRoles({
  models: { openai: services, ollama: servers, forwardUserHeaders },
}: Deployment): SecretOf[] {
  const supplied = (name: string, url: string): SecretOf => ({
    role: name,
    origin: 'supplied',
    purpose: `key of ${url}`,
    rotation: rotation.byProvider,
  });
  return [
    ...services.map((service) => supplied(openaiKeyRole(service), service.url)),
    ...servers.filter(({ key }) => key).map((service) => supplied(ollamaKeyRole(service), service.url)),
    ...(forwardUserHeaders === 'signed' ? [userHeaderKey] : []),
  ];
}

const userHeaderKey: SecretOf = {
  role: 'userHeaderKey',
  origin: 'generated',
  purpose: 'signs the token with which services are told who asks; give it to those that check the token',
  rotation: 'services that check the token refuse it until they have the new key',
};

/** Joins what belongs to several services with the semicolons that Open WebUI splits at. facts/open-webui.md §1.0. */
function bySemicolon(parts: readonly Part[]): Value {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [';', part]));
}

const options = ({ modelIds: ids, prefix: before }: Models['ollama'][number] | Models['openai'][number]) => ({
  ...(ids.length > 0 ? { model_ids: ids } : {}),
  ...(before === undefined ? {} : { prefix_id: before }),
});

/** How each OpenAI-compatible service is to be used, by its number; undefined where all are as they come. */
function openaiConfigs({ openai: services }: Models): string | undefined {
  const configs = services.map((service) => ({
    ...options(service),
    ...(service.apiVersion === undefined ? {} : { provider: 'azure', api_version: service.apiVersion }),
  }));
  return configs.some((config) => Object.keys(config).length > 0)
    ? JSON.stringify(Object.fromEntries(configs.entries()))
    : undefined;
}

/** The same for Ollama. A key stands inside of the JSON, so the value is put together of pieces. */
function ollamaConfigs({ ollama: services }: Models): Value | undefined {
  if (services.length === 0) return undefined;
  const entries = services.flatMap((service, index): Part[] => {
    const others = JSON.stringify(options(service)).slice(1);
    if (!service.key) return [`${index === 0 ? '' : ','}"${index}":{${others}`];
    const rest = others === '}' ? '"}' : `",${others}`;
    return [`${index === 0 ? '' : ','}"${index}":{"key":"`, { secret: ollamaKeyRole(service) }, rest];
  });
  return ['{', ...entries, '}'];
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
  OPENAI_API_CONFIGS: {
    path: 'models.openai',
    meaning: 'Models, prefix and kind of each service, by its number.',
    why: 'A list of models keeps new and expensive ones out until somebody adds them.',
    source: router,
    value: (deployment) => openaiConfigs(deployment.models),
  },
  ENABLE_OLLAMA_API: {
    path: 'models.ollama',
    meaning: 'Whether Ollama answers.',
    why: 'Upstream looks for it on the host at every start; what is not listed is off.',
    source: facts('1.11'),
    value: ({ models: { ollama: services } }) => services.length > 0,
  },
  OLLAMA_BASE_URLS: {
    path: 'models.ollama',
    meaning: 'Base URLs of the servers of Ollama, in order.',
    why: 'Upstream’s default is the host that the container runs on.',
    source: facts('1.11'),
    value: ({ models: { ollama: services } }) =>
      services.length > 0 ? services.map(({ url }) => url).join(';') : undefined,
  },
  OLLAMA_API_CONFIGS: {
    path: 'models.ollama',
    meaning: 'Key, models and prefix of each server of Ollama, by its number.',
    why: 'Keys are secret roles; the target puts them into the JSON inside of the container.',
    source: upstream('routers/ollama.py'),
    value: (deployment) => ollamaConfigs(deployment.models),
  },
  ENABLE_FORWARD_USER_INFO_HEADERS: {
    path: 'models.forwardUserHeaders',
    meaning: 'Whether services are told who asks.',
    why: 'Name, e-mail address and role of every user would go to every provider.',
    source: facts('1.14'),
    value: ({ models: { forwardUserHeaders } }) => forwardUserHeaders !== 'off',
  },
  FORWARD_USER_INFO_HEADER_JWT_SECRET: {
    path: 'models.forwardUserHeaders',
    meaning: 'Key that signs the token with which services are told who asks.',
    why: 'A service that checks it cannot be lied to by others.',
    source: facts('1.14'),
    value: ({ models: { forwardUserHeaders } }) =>
      forwardUserHeaders === 'signed' ? { secret: 'userHeaderKey' } : undefined,
  },
} satisfies DerivedVariables;
