import { environment } from '../../../src/model';
import { onAws, onKubernetes } from '../../fixtures';
import { written } from './written';

test.each([
  ['THREAD_POOL_SIZE', undefined],
  ['UVICORN_WORKERS', '1'],
  ['UVICORN_TIMEOUT_KEEP_ALIVE', '905'],
  ['UVICORN_TIMEOUT_GRACEFUL_SHUTDOWN', '7'],
  ['ENABLE_COMPRESSION_MIDDLEWARE', 'true'],
  ['ENABLE_ORJSON', 'true'],
  ['ENABLE_PERSISTENT_CONFIG', 'false'],
  ['ENABLE_OAUTH_PERSISTENT_CONFIG', 'false'],
  ['SAFE_MODE', 'false'],
])('%s is %s by default', (name, value) => {
  expect(written({}, name)).toBe(value);
});

test.each([
  ['THREAD_POOL_SIZE', { threadPool: 200 }, '200'],
  ['UVICORN_TIMEOUT_KEEP_ALIVE', { keepAliveSeconds: 1000 }, '1000'],
  ['UVICORN_TIMEOUT_GRACEFUL_SHUTDOWN', { gracefulShutdownSeconds: 5 }, '5'],
  ['ENABLE_COMPRESSION_MIDDLEWARE', { compression: false }, 'false'],
  ['ENABLE_ORJSON', { orjson: false }, 'false'],
  ['ENABLE_PERSISTENT_CONFIG', { persistentConfig: true }, 'true'],
  ['ENABLE_OAUTH_PERSISTENT_CONFIG', { oauthPersistentConfig: true }, 'true'],
  ['SAFE_MODE', { safeMode: true }, 'true'],
] as const)('%s follows %j', (name, process, value) => {
  expect(written({ process }, name)).toBe(value);
});

test('an idle connection outlives the patience of the entry', () => {
  expect(written({ edge: { streamTimeoutSeconds: 60 } }, 'UVICORN_TIMEOUT_KEEP_ALIVE')).toBe('65');
});

test.each([
  ['recreate', '7'],
  ['rolling', '117'],
] as const)('with rollout %s requests end before the kill', (rollout, value) => {
  expect(written({ rollout }, 'UVICORN_TIMEOUT_GRACEFUL_SHUTDOWN')).toBe(value);
});

test('settings of the database never win, on either target', () => {
  for (const variables of [environment(onAws(), 'aws'), environment(onKubernetes(), 'kubernetes')])
    expect(variables['ENABLE_PERSISTENT_CONFIG']).toEqual(['false']);
});
