import { versions } from '../versions';
import { retrievalRules } from './retrieval';
import { rule } from './rule';
import type { Rule, Verdict } from './rule';
import type { Deployment } from '../deployment';

/** First release whose vector store signs in with tokens of IAM too. docs/decisions.md. */
const iamSince = [0, 11, 1];

/** Whether a tag names a release before another; undefined for tags that name none. */
function before(tag: string, [major = 0, minor = 0, patch = 0]: readonly number[]): boolean {
  const numbers = /^v?(\d+)\.(\d+)\.(\d+)/.exec(tag)?.slice(1).map(Number);
  if (!numbers) return false;
  const [a = 0, b = 0, c = 0] = numbers;
  return a !== major ? a < major : b !== minor ? b < minor : c < patch;
}

/** Rules on Redis and websockets. */
const redisRules: readonly Rule[] = [
  rule({
    code: 'SentinelWithoutTls',
    severity: 'error',
    path: ['kubernetes', 'redis', 'sentinel'],
    reason:
      'The release speaks to Sentinels and to the primary without TLS, whatever the URL says: the password, the list of ' +
      'revoked sign-ins and unfinished answers go in plain text. It drops the names of connections too, so that the ' +
      'probe cannot see a replica whose listeners died.',
    fix: 'leave sentinel out: name a server whose address follows the primary, as managed ones have',
    source: 'facts/open-webui.md §1.10; open_webui/utils/redis.py',
    owasp: 'A02',
    check: ({ kubernetes }) =>
      kubernetes?.redis.sentinel === undefined
        ? undefined
        : 'expected no sentinel, got one; the release drops TLS there: name a server whose address follows the primary, or accept SentinelWithoutTls with a reason',
  }),
  rule({
    code: 'SentinelWithTlsClaimed',
    severity: 'problem',
    path: ['kubernetes', 'redis', 'ca'],
    reason: 'Certificates beside Sentinels promise an encryption that the release does not do.',
    fix: 'remove ca, or leave sentinel out',
    source: 'facts/open-webui.md §1.10; open_webui/utils/redis.py',
    owasp: 'A02',
    check: ({ kubernetes }) =>
      kubernetes?.redis.sentinel && kubernetes.redis.ca !== undefined
        ? 'expected no certificates with sentinel, got some; the release speaks without TLS there: remove ca, or leave sentinel out'
        : undefined,
  }),
  rule({
    code: 'SentinelAndCluster',
    severity: 'problem',
    path: ['kubernetes', 'redis', 'cluster'],
    reason: 'A Redis is watched by Sentinels or is a cluster; of both the release takes the Sentinels.',
    fix: 'leave one of them out',
    source: 'open_webui/utils/redis.py',
    check: ({ kubernetes }) =>
      kubernetes?.redis.sentinel && kubernetes.redis.cluster
        ? 'expected false with sentinel, got true; leave one of them out'
        : undefined,
  }),
  rule({
    code: 'RedisSocketTimeout',
    severity: 'warning',
    path: ['redis', 'socketTimeoutSeconds'],
    reason:
      'The listeners of a replica are silent while nobody stops an answer; a time limit cuts them again and again.',
    fix: 'leave socketTimeoutSeconds out; healthCheckSeconds and connectTimeoutSeconds find dead connections',
    source: 'facts/open-webui.md §1.10',
    check: ({ redis: { socketTimeoutSeconds: seconds } }) =>
      seconds === undefined
        ? undefined
        : `expected nothing, got ${seconds}; it cuts the listeners after ${seconds} s of silence`,
  }),
  rule({
    code: 'WebsocketsOff',
    severity: 'problem',
    path: ['redis', 'websocket', 'enabled'],
    reason:
      'Without websockets browsers poll, and each has to reach the same process every time; no entry here keeps to one.',
    fix: 'leave enabled at true',
    source: 'facts/open-webui.md §1.10 and §3',
    check: ({ redis }) =>
      redis.websocket.enabled
        ? undefined
        : 'expected true, got false; polling needs an entry that keeps a browser at one process, and none does',
  }),
  {
    code: 'WebsocketsLogged',
    severity: 'warning',
    reason: 'The lines hold the text of chats and the tokens of people.',
    fix: 'leave logging and engineLogging at false',
    source: 'open_webui/socket/main.py',
    owasp: 'A09',
    check: ({ redis: { websocket } }) =>
      (['logging', 'engineLogging'] as const)
        .filter((key) => websocket[key])
        .map((key) => ({
          path: ['redis', 'websocket', key],
          message: 'expected false, got true; chats and tokens would stand in the log',
        })),
  },
];

/** Whether the image is the release’s small variant, as far as its name says. */
export const isSlim = ({ image }: Deployment): boolean =>
  image.tag.endsWith('-slim') || image.repository.endsWith('-slim');

function beyondSlim(deployment: Deployment): readonly Verdict[] {
  if (!isSlim(deployment)) return [];
  const { kubernetes, rag } = deployment;
  const missing = (path: Verdict['path'], expected: string, got: string): Verdict => ({
    path,
    message: `expected ${expected} with the slim image, got ${got}; take it, or the tag ${versions.openWebUiTag}`,
  });
  const storage = kubernetes?.storage.kind ?? 's3';
  return [
    ...(rag.vectorStore.kind === 'pgvector'
      ? []
      : [missing(['rag', 'vectorStore', 'kind'], 'pgvector', rag.vectorStore.kind)]),
    ...(rag.embedding.engine === 'local' ? [missing(['rag', 'embedding', 'engine'], 'a service', 'local')] : []),
    ...(storage === 's3' ? [] : [missing(['kubernetes', 'storage', 'kind'], 's3', storage)]),
  ];
}

/** Rules on what the slim variant of the image lacks. */
const slimRules: readonly Rule[] = [
  rule({
    code: 'SlimWithIam',
    severity: 'problem',
    path: ['image', 'tag'],
    reason:
      'On AWS the application signs in to its database with tokens of IAM, which the slim variant refuses at its start.',
    fix: 'take the standard image',
    source: 'docs/decisions.md',
    check: (deployment) =>
      deployment.aws && isSlim(deployment)
        ? `expected the standard image on AWS, got "${deployment.image.tag}"; the slim one refuses the sign-in to the database: take ${versions.openWebUiTag}`
        : undefined,
  }),
  rule({
    code: 'IamNeedsRelease',
    severity: 'problem',
    path: ['image', 'tag'],
    reason: 'Before 0.11.1 the vector store of the release cannot sign in to the database with tokens of IAM.',
    fix: 'take a release from 0.11.1 on',
    source: 'facts/open-webui.md §1.9; docs/decisions.md',
    check: ({ aws, image }) =>
      aws && before(image.tag, iamSince)
        ? `expected v0.11.1 or later on AWS, got "${image.tag}"; its vector store cannot sign in to the database`
        : undefined,
  }),
  {
    code: 'SlimImageLacks',
    severity: 'problem',
    reason: 'The slim variant brings no models and few drivers; it refuses the rest at its start or at its first use.',
    fix: 'take the standard image, or what the slim one has: pgvector, S3 and services for models',
    source: 'open_webui/retrieval/vector/factory.py, open_webui/storage/provider.py',
    check: beyondSlim,
  },
];

/** Rules on where data is kept. */
export const dataRules: readonly Rule[] = [...redisRules, ...slimRules, ...retrievalRules];
