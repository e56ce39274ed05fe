import { ownCache } from '../container';
import { kubernetesOf } from '../deployment';
import type { Deployment, Target } from '../deployment';
import { certificatePath } from '../files';
import type { Value } from '../variables';

/** What tells one Redis from another. */
export function redisIdentity({ redis: { host, port, sentinel } }: ReturnType<typeof kubernetesOf>): string {
  return sentinel === undefined ? `${host}:${port}` : `${host}:${sentinel.port} ${sentinel.primary}`;
}

/**
 * Every connection carries the replica’s name, so that the probe finds its own among those that Redis lists. Through
 * Sentinels the release drops the name and TLS, and takes the host of the URL as the name of the primary.
 */
export function redisUrl(deployment: Deployment, target: Target): Value {
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
  const { host, port, username = '', ca, sentinel } = kubernetesOf(deployment).redis;
  if (sentinel !== undefined) return [`redis://${username}:`, password, `@${sentinel.primary}:${port}/0`];
  const trust = ca === undefined ? [] : [`&ssl_ca_certs=${certificatePath(deployment, target, 'redisCa')}`];
  return [`rediss://${username}:`, password, `@${host}:${port}/0`, ...name, ...trust];
}

/** Hosts of the Sentinels as the release splits them; undefined where there are none. */
export function sentinelHosts(deployment: Deployment, target: Target): string | undefined {
  if (target === 'aws') return undefined;
  const { host, sentinel } = kubernetesOf(deployment).redis;
  return sentinel && [host, ...sentinel.otherHosts].join(',');
}
