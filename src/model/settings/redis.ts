import { z } from 'zod';
import { certificates, cidrs, port, rfc1035Label, serverHost, sqlName, text } from '../formats';
import { redisUrl, sentinelHosts } from './redis-address';
import { facts, setting, upstream } from './setting';
import type { DerivedVariables } from './setting';
import { websocket } from './websocket';

const factory = upstream('utils/redis.py');

/** How the application uses Redis. */
export const redis = z
  .strictObject({
    keyPrefix: rfc1035Label(40).optional().describe('Prefix of every key. @default - the name of the deployment'),
    keepAlive: setting('REDIS_SOCKET_KEEPALIVE', z.boolean().default(true), {
      meaning: 'Whether idle connections to Redis are kept alive.',
      why: 'Firewalls drop idle connections silently.',
      source: facts('1.10'),
    }),
    healthCheckSeconds: setting(
      'REDIS_HEALTH_CHECK_INTERVAL',
      z.int().min(5).max(300).default(30).meta({ fix: '0 would switch it off' }),
      {
        meaning: 'Seconds after which an idle connection to Redis is tried before use.',
        why: 'A dead connection is noticed before a user does.',
        source: facts('1.10'),
      },
    ),
    connectTimeoutSeconds: setting('REDIS_SOCKET_CONNECT_TIMEOUT', z.int().min(1).max(60).default(5), {
      meaning: 'Seconds that opening a connection to Redis may take. Websockets get the same.',
      why: 'Upstream sets no bound: where packets are swallowed, a request would hang for minutes.',
      source: facts('1.10'),
    }),
    socketTimeoutSeconds: setting('REDIS_SOCKET_TIMEOUT', z.int().min(1).max(3600).optional(), {
      meaning: 'Seconds that an answer of Redis may take. @default - no bound',
      why: 'It stays unset: it would also cut the listeners, which are silent for hours while nobody stops an answer.',
      source: facts('1.10'),
    }),
    streamTtlSeconds: setting('REDIS_RESPONSE_STREAM_TTL', z.int().min(60).max(86400).default(3600), {
      meaning: 'Seconds that the text of an unfinished answer lies in Redis.',
      why: 'Long enough to come back to an answer that is still being written; text that nobody fetches goes.',
      source: upstream('tasks.py'),
    }),
    taskTtlSeconds: setting(
      'REDIS_TASK_TTL',
      z.int().min(60).max(3600).default(300).meta({ fix: 'the release reads less as 300, and 0 as for ever' }),
      {
        meaning: 'Seconds that a task stays listed after the last sign of its process.',
        why: 'What a killed replica leaves behind vanishes, and nobody waits for it.',
        source: upstream('env.py'),
      },
    ),
    websocket,
  })
  .prefault({})
  .describe('How the application uses Redis, and websockets that meet in it.');

const sentinel = z.strictObject({
  primary: text(
    'the name of a primary such as mymaster',
    /^[A-Za-z0-9._-]{1,64}$/,
    'write it as `sentinel monitor` does, with its capitals',
  ).describe('Name under which the Sentinels know the primary.'),
  otherHosts: z.array(serverHost).max(20).default([]).describe('The other Sentinels.'),
  port: setting('REDIS_SENTINEL_PORT', port.default(26379), {
    meaning: 'Port of every Sentinel.',
    why: 'The release takes one port for all of them.',
    source: factory,
  }),
  tries: setting('REDIS_SENTINEL_MAX_RETRY_COUNT', z.int().min(1).max(20).default(5), {
    meaning: 'How often a command is tried while the Sentinels choose another primary.',
    why: 'With upstream’s two, every failover is an error for somebody.',
    source: factory,
  }),
  retryDelayMilliseconds: setting('REDIS_RECONNECT_DELAY', z.int().min(1).max(10_000).default(500), {
    meaning: 'Milliseconds between two tries.',
    why: 'Without a pause all tries are over before another primary is there.',
    source: factory,
  }),
});

/** A Redis server that exists already: one server, the nodes of a cluster, or what Sentinels watch. */
export const redisServer = z.strictObject({
  host: serverHost.describe(
    'Redis or Valkey server of this deployment alone, with TLS and a password. With `cluster` any of its nodes, with ' +
      '`sentinel` the first of the Sentinels.',
  ),
  port: port.default(6379).describe('TLS port of the server, and of every other node.'),
  username: sqlName.optional().describe('ACL user, for the Sentinels too. @default - the server’s default user'),
  ca: certificates.optional().describe('Certificates that sign the server’s. @default - the image’s own'),
  cidrs: cidrs.describe('Address ranges of the server, of every other node and of the Sentinels.'),
  cluster: setting('REDIS_CLUSTER', z.boolean().default(false), {
    meaning:
      'Whether the server is a Redis Cluster. Its nodes must announce names or addresses that their certificates hold.',
    why: 'One server with a replica is enough. In a cluster the sign-in limit counts in each process by itself.',
    source: factory,
  }),
  sentinel: sentinel
    .optional()
    .describe(
      'Sentinels that name the primary. The release speaks to them and to the primary without TLS. @default - none',
    ),
});

/** Variables of Redis. */
export const redisVariables = {
  REDIS_URL: {
    path: 'kubernetes.redis',
    meaning: 'Redis: revoked sign-ins, running tasks, limits of sign-in.',
    why: 'With TLS, a password and a name for every replica; without Redis a signed-out token stays valid.',
    source: facts('1.10'),
    value: redisUrl,
  },
  REDIS_KEY_PREFIX: {
    path: 'redis.keyPrefix',
    meaning: 'Prefix of every key in Redis.',
    why: 'It is the deployment’s own name, so that a server shared by mistake mixes nothing up.',
    source: facts('1.10'),
    value: ({ name, redis: { keyPrefix } }) => keyPrefix ?? name,
  },
  REDIS_SENTINEL_HOSTS: {
    path: 'kubernetes.redis.sentinel',
    meaning: 'Hosts of the Sentinels.',
    why: 'Only where Sentinels are described: they cost TLS.',
    source: factory,
    value: sentinelHosts,
  },
} satisfies DerivedVariables;
