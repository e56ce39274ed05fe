import { z } from 'zod';
import { kubernetesOf } from '../deployment';
import { redisUrl, sentinelHosts } from './redis-address';
import { facts, setting, upstream } from './setting';
import type { DerivedVariables } from './setting';

const server = upstream('socket/main.py');

/** Websockets. */
export const websocket = z
  .strictObject({
    enabled: setting('ENABLE_WEBSOCKET_SUPPORT', z.boolean().default(true), {
      meaning: 'Whether browsers speak by websocket, and not by polling.',
      why: 'Polling has to reach the same process every time, and the entry sends each request to any replica.',
      source: facts('1.10'),
    }),
    pingIntervalSeconds: setting('WEBSOCKET_SERVER_PING_INTERVAL', z.int().min(5).max(55).default(25), {
      meaning: 'Seconds between two pings on every websocket.',
      why: 'Below a minute, so that nothing on the way takes the connection for idle.',
      source: server,
    }),
    pingTimeoutSeconds: setting('WEBSOCKET_SERVER_PING_TIMEOUT', z.int().min(5).max(60).default(20), {
      meaning: 'Seconds that the answer to a ping may take.',
      why: 'A browser that is gone is noticed within a minute, and its session ends.',
      source: server,
    }),
    lockTimeoutSeconds: setting('WEBSOCKET_REDIS_LOCK_TIMEOUT', z.int().min(10).max(600).default(60), {
      meaning: 'Seconds after which another replica may take over the cleaning up.',
      why: 'A killed replica holds the lock no longer than that.',
      source: server,
    }),
    eventTimeoutSeconds: setting('WEBSOCKET_EVENT_CALLER_TIMEOUT', z.int().min(10).max(3600).default(300), {
      meaning: 'Seconds that a tool waits for an answer from the browser.',
      why: 'Upstream sets no bound: a closed browser would hold its task for ever.',
      source: server,
    }),
    roomChannels: setting('WEBSOCKET_REDIS_ROOM_CHANNELS', z.boolean().default(true), {
      meaning: 'Whether every chat room has a channel of its own in Redis.',
      why: 'Each replica reads only what its own users are sent. Changing it takes a full restart.',
      source: upstream('socket/redis_room_channels.py'),
    }),
    logging: setting('WEBSOCKET_SERVER_LOGGING', z.boolean().default(false), {
      meaning: 'Whether the websocket server logs what it sends and receives.',
      why: 'Those lines hold the text of chats, and tokens.',
      source: server,
    }),
    engineLogging: setting('WEBSOCKET_SERVER_ENGINEIO_LOGGING', z.boolean().default(false), {
      meaning: 'Whether the transport below the websockets logs what it sends and receives.',
      why: 'Those lines hold the text of chats, and tokens.',
      source: server,
    }),
  })
  .prefault({})
  .describe('Websockets, which meet in Redis.');

/** Variables of websockets. */
export const websocketVariables = {
  WEBSOCKET_MANAGER: {
    path: 'kubernetes.redis',
    meaning: 'Where websocket sessions of all replicas meet.',
    why: 'Otherwise each process knows its own users alone.',
    source: facts('1.10'),
    value: () => 'redis',
  },
  WEBSOCKET_REDIS_URL: {
    path: 'kubernetes.redis',
    meaning: 'Redis in which websocket sessions meet.',
    why: 'The same server, with the same TLS and password.',
    source: facts('1.10'),
    value: redisUrl,
  },
  WEBSOCKET_REDIS_CLUSTER: {
    path: 'kubernetes.redis.cluster',
    meaning: 'Whether that server is a Redis Cluster.',
    why: 'It is the same server.',
    source: facts('1.10'),
    value: (deployment, target) => (target === 'aws' ? undefined : kubernetesOf(deployment).redis.cluster),
  },
  WEBSOCKET_SENTINEL_HOSTS: {
    path: 'kubernetes.redis.sentinel',
    meaning: 'Hosts of the Sentinels, for websockets.',
    why: 'The release reads them apart from those of Redis; one without the other would split the replicas.',
    source: facts('1.10'),
    value: sentinelHosts,
  },
  WEBSOCKET_SENTINEL_PORT: {
    path: 'kubernetes.redis.sentinel.port',
    meaning: 'Port of the Sentinels, for websockets.',
    why: 'The same as for Redis.',
    source: facts('1.10'),
    value: (deployment, target) => (target === 'aws' ? undefined : kubernetesOf(deployment).redis.sentinel?.port),
  },
} satisfies DerivedVariables;
