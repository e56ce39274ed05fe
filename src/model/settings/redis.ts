import { z } from 'zod';
import { ownCache } from '../container';
import { kubernetesOf } from '../deployment';
import type { Deployment, Target } from '../deployment';
import { certificatePath } from '../files';
import type { Value } from '../variables';
import { facts } from './setting';
import type { DerivedVariables } from './setting';

/** How the application uses Redis. */
export const redis = z
  .strictObject({})
  .prefault({})
  .describe('How the application uses Redis, and websockets that meet in it.');

/** Every connection carries the replica’s name, so that the probe finds its own among those that Redis lists. */
function redisUrl(deployment: Deployment, target: Target): Value {
  const password = { secret: 'redisPassword' };
  const name: Value = ['?client_name=', { endpoint: 'instanceName' }];
  if (target === 'aws') {
    return [
      `rediss://${ownCache.user}:`,
      password,
      '@',
      { endpoint: 'cacheHost' },
      ':',
      { endpoint: 'cachePort' },
      '/0',
      ...name,
    ];
  }
  const { host, port, username = '', ca } = kubernetesOf(deployment).redis;
  const trust = ca === undefined ? [] : [`&ssl_ca_certs=${certificatePath(deployment, target, 'redisCa')}`];
  return [`rediss://${username}:`, password, `@${host}:${port}/0`, ...name, ...trust];
}

/** Variables of Redis and of the websockets that meet in it. */
export const redisVariables = {
  REDIS_URL: {
    path: 'kubernetes.redis',
    meaning: 'Redis: revoked sign-ins, running tasks, limits of sign-in.',
    why: 'With TLS, a password and a name for every replica; without Redis a signed-out token stays valid.',
    source: facts('1.10'),
    value: redisUrl,
  },
  REDIS_KEY_PREFIX: {
    path: 'name',
    meaning: 'Prefix of every key in Redis.',
    why: 'It is the deployment’s own name, so that a server shared by mistake mixes nothing up.',
    source: facts('1.10'),
    value: ({ name }) => name,
  },
  REDIS_SOCKET_KEEPALIVE: {
    path: 'kubernetes.redis',
    meaning: 'Whether idle connections to Redis are kept alive.',
    why: 'Firewalls drop idle connections silently.',
    source: facts('1.10'),
    value: () => true,
  },
  REDIS_HEALTH_CHECK_INTERVAL: {
    path: 'kubernetes.redis',
    meaning: 'Seconds after which an idle connection to Redis is tried before use.',
    why: 'A dead connection is noticed before a user does.',
    source: facts('1.10'),
    value: () => 30,
  },
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
} satisfies DerivedVariables;
