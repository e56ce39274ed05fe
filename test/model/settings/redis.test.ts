import { tryDefineDeployment } from '../../../src/model';
import { formatProblem } from '../../../src/model/problem';
import { awsSpec } from '../../fixtures';
import { variables, waysOut, written } from './on-kubernetes';
import { written as onAmazon } from './written';

test.each([
  ['REDIS_KEY_PREFIX', 'acme'],
  ['REDIS_SOCKET_KEEPALIVE', 'true'],
  ['REDIS_HEALTH_CHECK_INTERVAL', '30'],
  ['REDIS_SOCKET_CONNECT_TIMEOUT', '5'],
  ['REDIS_SOCKET_TIMEOUT', undefined],
  ['REDIS_RESPONSE_STREAM_TTL', '3600'],
  ['REDIS_TASK_TTL', '300'],
  ['REDIS_SENTINEL_HOSTS', undefined],
  ['REDIS_SENTINEL_PORT', undefined],
  ['REDIS_SENTINEL_MAX_RETRY_COUNT', undefined],
  ['REDIS_RECONNECT_DELAY', undefined],
  ['ENABLE_WEBSOCKET_SUPPORT', 'true'],
  ['WEBSOCKET_MANAGER', 'redis'],
  ['WEBSOCKET_SENTINEL_HOSTS', undefined],
  ['WEBSOCKET_SENTINEL_PORT', undefined],
  ['WEBSOCKET_SERVER_PING_INTERVAL', '25'],
  ['WEBSOCKET_SERVER_PING_TIMEOUT', '20'],
  ['WEBSOCKET_REDIS_LOCK_TIMEOUT', '60'],
  ['WEBSOCKET_EVENT_CALLER_TIMEOUT', '300'],
  ['WEBSOCKET_REDIS_ROOM_CHANNELS', 'true'],
  ['WEBSOCKET_SERVER_LOGGING', 'false'],
  ['WEBSOCKET_SERVER_ENGINEIO_LOGGING', 'false'],
])('%s is %s by default, on both targets', (name, value) => {
  expect([onAmazon({}, name), written({}, name)]).toEqual([value, value]);
});

test.each([
  ['REDIS_KEY_PREFIX', { keyPrefix: 'open-webui' }, 'open-webui'],
  ['REDIS_SOCKET_KEEPALIVE', { keepAlive: false }, 'false'],
  ['REDIS_HEALTH_CHECK_INTERVAL', { healthCheckSeconds: 60 }, '60'],
  ['REDIS_SOCKET_CONNECT_TIMEOUT', { connectTimeoutSeconds: 3 }, '3'],
  ['REDIS_SOCKET_TIMEOUT', { socketTimeoutSeconds: 9 }, '9'],
  ['REDIS_RESPONSE_STREAM_TTL', { streamTtlSeconds: 600 }, '600'],
  ['REDIS_TASK_TTL', { taskTtlSeconds: 60 }, '60'],
  ['WEBSOCKET_SERVER_PING_INTERVAL', { websocket: { pingIntervalSeconds: 10 } }, '10'],
  ['WEBSOCKET_SERVER_PING_TIMEOUT', { websocket: { pingTimeoutSeconds: 10 } }, '10'],
  ['WEBSOCKET_REDIS_LOCK_TIMEOUT', { websocket: { lockTimeoutSeconds: 30 } }, '30'],
  ['WEBSOCKET_EVENT_CALLER_TIMEOUT', { websocket: { eventTimeoutSeconds: 60 } }, '60'],
  ['WEBSOCKET_REDIS_ROOM_CHANNELS', { websocket: { roomChannels: false } }, 'false'],
  ['WEBSOCKET_SERVER_LOGGING', { websocket: { logging: true } }, 'true'],
  ['WEBSOCKET_SERVER_ENGINEIO_LOGGING', { websocket: { engineLogging: true } }, 'true'],
])('%s follows %j', (name, redis, value) => {
  expect(written({ redis }, name)).toBe(value);
});

test.each([
  [
    { healthCheckSeconds: 0 },
    'redis.healthCheckSeconds: expected a whole number from 5 to 300, got 0; 0 would switch it off',
  ],
  [
    { taskTtlSeconds: 30 },
    'redis.taskTtlSeconds: expected a whole number from 60 to 3600, got 30; the release reads less as 300, and 0 as for ever',
  ],
])('%j is a problem', (redis, message) => {
  expect(tryDefineDeployment({ ...awsSpec, redis }).problems.map(formatProblem)).toEqual([message]);
});

const names = /^(REDIS_(URL|CLUSTER|SENTINEL.*|RECONNECT.*)|WEBSOCKET_(REDIS_URL|REDIS_CLUSTER|SENTINEL.*))$/;

test('one server is reached with TLS, and every connection bears the name of its replica', () => {
  const url = 'rediss://:<redisPassword>@redis.acme.example:6379/0?client_name=<instanceName>';
  expect(variables({}, names)).toEqual({
    REDIS_URL: url,
    WEBSOCKET_REDIS_URL: url,
    REDIS_CLUSTER: 'false',
    WEBSOCKET_REDIS_CLUSTER: 'false',
  });
});

test('a cluster is reached like one server, and both parts of the release know that it is one', () => {
  const url = 'rediss://owui:<redisPassword>@redis.acme.example:6379/0?client_name=<instanceName>';
  expect(variables({ kubernetes: { redis: { username: 'owui', cluster: true } } }, names)).toEqual({
    REDIS_URL: url,
    WEBSOCKET_REDIS_URL: url,
    REDIS_CLUSTER: 'true',
    WEBSOCKET_REDIS_CLUSTER: 'true',
  });
});

const redis = {
  host: 'sentinel-1.acme.example',
  sentinel: { primary: 'Chat', otherHosts: ['sentinel-2.acme.example', 'sentinel-3.acme.example'], port: 26380 },
};

test('Sentinels are named to both parts of the release, and the URL claims no TLS', () => {
  const url = 'redis://:<redisPassword>@Chat:6379/0';
  const hosts = 'sentinel-1.acme.example,sentinel-2.acme.example,sentinel-3.acme.example';
  expect(variables({ kubernetes: { redis } }, names)).toEqual({
    REDIS_URL: url,
    WEBSOCKET_REDIS_URL: url,
    REDIS_CLUSTER: 'false',
    WEBSOCKET_REDIS_CLUSTER: 'false',
    REDIS_SENTINEL_HOSTS: hosts,
    REDIS_SENTINEL_PORT: '26380',
    REDIS_SENTINEL_MAX_RETRY_COUNT: '5',
    REDIS_RECONNECT_DELAY: '500',
    WEBSOCKET_SENTINEL_HOSTS: hosts,
    WEBSOCKET_SENTINEL_PORT: '26380',
  });
});

test('the way to the Sentinels is opened beside that to the servers', () => {
  expect(waysOut({ kubernetes: { redis } }, /^app-(cache|sentinel)/)).toEqual([
    'app-cache - 6379 10.60.2.0/28',
    'app-sentinel sentinel-1.acme.example 26380 10.60.2.0/28',
  ]);
  expect(waysOut({}, /^app-(cache|sentinel)/)).toEqual(['app-cache redis.acme.example 6379 10.60.2.0/28']);
});
