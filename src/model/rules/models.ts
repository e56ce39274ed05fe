import type { Deployment } from '../deployment';
import { embeddingUrl } from '../settings/embedding';
import { ollamaKeyRole, openaiKeyRole } from '../settings/models';
import { isPrivate } from './ranges';
import { rule } from './rule';
import type { Rule, Verdict } from './rule';
import { chosenServices } from './services';
import type { Service } from './services';

function sameNames({ models: { openai, ollama } }: Deployment): readonly Verdict[] {
  return [...sameRoles('openai', openai.map(openaiKeyRole)), ...sameRoles('ollama', ollama.map(ollamaKeyRole))];
}

function sameRoles(kind: 'openai' | 'ollama', roles: readonly string[]): readonly Verdict[] {
  return roles.flatMap((role, index) => {
    const first = roles.indexOf(role);
    return first === index
      ? []
      : [
          {
            path: ['models', kind, index, 'name'],
            message: `expected a name of its own, got that of models.${kind}[${first}]; both keys would be the role ${role}`,
          },
        ];
  });
}

/** Services that answer, and that retrieval and storage use. */
function dataServices({ models, rag, kubernetes }: Deployment): readonly Service[] {
  const listed = (kind: 'openai' | 'ollama'): readonly Service[] =>
    models[kind].map((one, index) => ({ ...one, path: ['models', kind, index, 'cidrs'] }));
  const { embedding, reranking, extraction } = rag;
  const url = embeddingUrl(embedding);
  const storage = kubernetes?.storage.kind === 's3' ? kubernetes.storage : undefined;
  return [
    ...listed('openai'),
    ...listed('ollama'),
    ...(url === undefined ? [] : [{ ...embedding, url, path: ['rag', 'embedding', 'cidrs'] }]),
    ...(reranking ? [{ ...reranking, path: ['rag', 'reranking', 'cidrs'] }] : []),
    ...(extraction ? [{ ...extraction, path: ['rag', 'extraction', 'cidrs'] }] : []),
    ...(storage?.endpoint === undefined
      ? []
      : [{ ...storage, url: storage.endpoint, path: ['kubernetes', 'storage', 'cidrs'] }]),
  ];
}

function plainHttp(deployment: Deployment): readonly Verdict[] {
  return [...dataServices(deployment), ...chosenServices(deployment)]
    .filter(({ url }) => new URL(url).protocol === 'http:')
    .flatMap(({ path, cidrs }): Verdict[] =>
      cidrs === undefined
        ? [
            {
              path,
              message: 'expected the address ranges of a service without TLS, got nothing; give them, or use https',
            },
          ]
        : cidrs.flatMap((cidr, index): Verdict[] =>
            isPrivate(cidr)
              ? []
              : [
                  {
                    path: [...path, index],
                    message: `expected a private range for a service without TLS, got "${cidr}"; use https`,
                  },
                ],
          ),
    );
}

function azureWithoutModels({ models: { openai } }: Deployment): readonly Verdict[] {
  return openai.flatMap(({ apiVersion, modelIds }, index): Verdict[] =>
    apiVersion === undefined || modelIds.length > 0
      ? []
      : [
          {
            path: ['models', 'openai', index, 'modelIds'],
            message:
              'expected the names of the deployments in Azure, got nothing; Azure lists none by itself: write them',
          },
        ],
  );
}

const forwarded: Readonly<Record<'signed' | 'plain', string>> = {
  signed: 'got signed; every service is told who asks, in a token that each can read',
  plain:
    'got plain; every service is told name and e-mail address of who asks, and anybody on the way can write others',
};

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
    fix: 'take https, or give the private address ranges of the service',
    source: 'seeds/security-configuration.txt, "HTTPS Enforcement"',
    owasp: 'A02',
    check: plainHttp,
  },
  {
    code: 'AzureWithoutModels',
    severity: 'problem',
    reason: 'Azure OpenAI lists no models, so none would be offered.',
    fix: 'write the names of the deployments in Azure as modelIds',
    source: 'open_webui/routers/openai.py',
    check: azureWithoutModels,
  },
  rule({
    code: 'DirectConnections',
    severity: 'error',
    path: ['models', 'directConnections'],
    reason:
      'Browsers would send chats to services that each person chooses, past every log, limit and agreement of this ' +
      'deployment.',
    fix: 'leave directConnections at false, and list the services that people need',
    source: 'seeds/hardening-open-webui.txt, "Data sharing and export"',
    owasp: 'A04',
    check: ({ models }) =>
      models.directConnections
        ? 'expected false, got true; chats would go to services that nobody here has chosen'
        : undefined,
  }),
  rule({
    code: 'OpenAiPassthrough',
    severity: 'warning',
    path: ['models', 'openaiPassthrough'],
    reason: 'Any user could use whatever the account behind a key can do, and not only ask a model.',
    fix: 'leave openaiPassthrough at false',
    source: 'open_webui/routers/openai.py',
    owasp: 'A01',
    check: ({ models }) =>
      models.openaiPassthrough
        ? 'expected false, got true; every user could send any request with the keys of the services'
        : undefined,
  }),
  rule({
    code: 'ForwardedUserHeaders',
    severity: 'warning',
    path: ['models', 'forwardUserHeaders'],
    reason: 'Name, e-mail address and role of every user go to every service, with every question.',
    fix: 'leave forwardUserHeaders at off; take signed where every service is your own',
    source: 'facts/open-webui.md §1.14',
    owasp: 'A04',
    check: ({ models: { forwardUserHeaders } }) =>
      forwardUserHeaders === 'off' ? undefined : `expected off, ${forwarded[forwardUserHeaders]}`,
  }),
];
