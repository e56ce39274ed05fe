import { containerEnvironment } from '../../src/k8s/container-environment';

test('writes text as it is', () => {
  expect(containerEnvironment({ PORT: ['8080'] })).toEqual([{ name: 'PORT', value: '8080' }]);
});

test.each([
  ['$(HOME)', '$$(HOME)'],
  ['a$b', 'a$$b'],
  ['$$', '$$$$'],
])('keeps the kubelet from expanding %s', (text, value) => {
  expect(containerEnvironment({ A: [text] })).toEqual([{ name: 'A', value }]);
});

test('refers to a secret by its role', () => {
  expect(containerEnvironment({ A: [{ secret: 'signingKey' }] })).toEqual([
    { name: 'A', valueFrom: { secretKeyRef: { name: 'open-webui', key: 'signingKey' } } },
  ]);
});

test('composes a value of helpers that are defined before it', () => {
  expect(containerEnvironment({ A: ['x$', { secret: 'redisPassword' }, '/', { endpoint: 'instanceName' }] })).toEqual([
    { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: 'SECRET_REDIS_PASSWORD', valueFrom: { secretKeyRef: { name: 'open-webui', key: 'redisPassword' } } },
    { name: 'A', value: 'x$$$(SECRET_REDIS_PASSWORD)/$(POD_NAME)' },
  ]);
});

test('writes a helper once', () => {
  const parts = ['x', { secret: 'redisPassword' }] as const;
  expect(containerEnvironment({ B: parts, A: parts }).map(({ name }) => name)).toEqual([
    'SECRET_REDIS_PASSWORD',
    'A',
    'B',
  ]);
});

test('sorts by code point', () => {
  expect(containerEnvironment({ b: ['1'], A_: ['1'], B: ['1'], AB: ['1'] }).map(({ name }) => name)).toEqual([
    'AB',
    'A_',
    'B',
    'b',
  ]);
});

test('fails on an endpoint that only another target knows', () => {
  expect(() => containerEnvironment({ A: [{ endpoint: 'bucket' }] })).toThrow(
    'bucket: expected a value that Kubernetes knows; the model writes it out itself',
  );
});
