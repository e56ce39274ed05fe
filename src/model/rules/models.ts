import type { Deployment } from '../deployment';
import { openaiKeyRole } from '../settings/models';
import type { Rule, Verdict } from './rule';

function sameNames({ models: { openai } }: Deployment): readonly Verdict[] {
  const roles = openai.map(openaiKeyRole);
  return openai.flatMap((service, index) => {
    const first = roles.indexOf(openaiKeyRole(service));
    return first === index
      ? []
      : [
          {
            path: ['models', 'openai', index, 'name'],
            message: `expected a name of its own, got that of models.openai[${first}]; both keys would be the role ${roles[first]}`,
          },
        ];
  });
}

function plainHttp({ models, rag }: Deployment): readonly Verdict[] {
  const services = [
    ...models.openai.map((service, index) => ({ ...service, path: ['models', 'openai', index, 'cidrs'] })),
    { ...rag.embedding, path: ['rag', 'embedding', 'cidrs'] },
  ];
  return services
    .filter(({ url, cidrs }) => new URL(url).protocol === 'http:' && cidrs === undefined)
    .map(({ path }) => ({
      path,
      message: 'expected the address ranges of a service without TLS, got nothing; give them, or use https',
    }));
}

/** Rules on the services that answer and embed. */
export const modelRules: readonly Rule[] = [
  {
    code: 'DuplicateModelName',
    severity: 'problem',
    reason: 'The role of a service’s key is made of its name.',
    fix: 'give one of the services a name',
    source: 'docs/decisions.md',
    check: sameNames,
  },
  {
    code: 'PlainHttpToEverybody',
    severity: 'problem',
    reason: 'Without TLS, keys and chats go in plain text; that may be meant inside a network, never to every address.',
    fix: 'take https, or give the address ranges of the service',
    source: 'seeds/security-configuration.txt, "HTTPS Enforcement"',
    check: plainHttp,
  },
];
