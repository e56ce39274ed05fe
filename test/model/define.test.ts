import { defineDeployment, InvalidDeployment, targetsOf, tryDefineDeployment } from '../../src/model';
import type { DeploymentSpec } from '../../src/model';
import { specTypeFile, writeSpecType } from '../../scripts/spec-type';
import type { deploymentSpec } from '../../src/model/spec';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { z } from 'zod';
import { awsSpec, kubernetesSpec, onAws, onKubernetes } from '../fixtures';
import { versions } from '../../src/model/versions';

type DeepReadonly<T> = T extends (infer E)[]
  ? readonly DeepReadonly<E>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;
type Accepted = DeepReadonly<z.input<typeof deploymentSpec>>;

test('the written type and the schema accept the same', () => {
  const toSchema = (spec: DeploymentSpec): Accepted => spec;
  const toType = (spec: Accepted): DeploymentSpec => spec;
  expect(toType(toSchema(awsSpec))).toBe(awsSpec);
});

test('the written type is up to date; else run npm run generate', () => {
  const prettier = createRequire(__filename).resolve('prettier/bin/prettier.cjs');
  const formatted = execFileSync(process.execPath, [prettier, '--stdin-filepath', specTypeFile], {
    input: writeSpecType(),
    encoding: 'utf8',
  });
  expect(readFileSync(specTypeFile, 'utf8')).toBe(formatted);
});

test('a deployment is frozen in depth', () => {
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    expect(Object.isFrozen(value)).toBe(true);
    Object.values(value).forEach(walk);
  };
  walk(onAws());
  walk(onKubernetes());
});

test('the specification itself is not frozen or changed', () => {
  const before = JSON.stringify(awsSpec);
  defineDeployment(awsSpec);
  expect(Object.isFrozen(awsSpec.exposure)).toBe(false);
  expect(JSON.stringify(awsSpec)).toBe(before);
});

test('fails with every problem at once, sorted by place', () => {
  const bad = { ...awsSpec, host: 'Chat', workers: 0, replcas: 1, auth: { admin: {} } };
  expect(() => defineDeployment(bad as unknown as DeploymentSpec)).toThrow(
    new InvalidDeployment([
      {
        code: 'Missing',
        path: ['auth', 'admin', 'email'],
        message: 'expected an e-mail address, got nothing; write it as name@domain with a lower-case domain',
      },
      {
        code: 'BadFormat',
        path: ['host'],
        message:
          'expected a DNS name such as chat.acme.example, got "Chat"; give the name alone: lower case, no scheme, port or path',
      },
      { code: 'UnknownKey', path: ['replcas'], message: 'unknown key; did you mean replicas?' },
      { code: 'OutOfRange', path: ['workers'], message: 'expected a whole number from 1 to 16, got 0' },
    ]),
  );
});

test.each([undefined, null, 'text', 3, [], () => undefined])('fails on %p, which is no mapping', (input) => {
  expect(tryDefineDeployment(input).problems.map(({ code }) => code)).toEqual(['WrongType']);
});

test.each(['a', 'acme-2', `a${'b'.repeat(39)}`])('accepts the name %s', (name) => {
  expect(onAws({ name }).name).toBe(name);
});

test.each(['', '2acme', 'Acme', 'acme-', 'ac_me', `a${'b'.repeat(40)}`])('fails on the name "%s"', (name) => {
  expect(tryDefineDeployment({ ...awsSpec, name }).problems.map(({ code }) => code)).toEqual(['BadFormat']);
});

test.each([
  ['small', { min: 1, max: 2 }, 1000, 3072],
  ['standard', { min: 2, max: 4 }, 1000, 4096],
  ['large', { min: 3, max: 8 }, 2000, 8192],
] as const)('size %s stands for replicas %j, %d thousandths of a core and %d MiB', (size, replicas, cpu, memory) => {
  expect(onAws({ size })).toMatchObject({ replicas, cpu, memory });
});

test('what a size stands for gives way to what is said', () => {
  const { aws } = awsSpec;
  if (!aws) throw new Error('the fixture has a section aws');
  const deployment = onAws({ replicas: { min: 3, max: 3 }, aws: { ...aws, cache: { nodeType: 'cache.r7g.large' } } });
  expect(deployment.replicas).toEqual({ min: 3, max: 3 });
  expect(deployment.aws?.cache.nodeType).toBe('cache.r7g.large');
});

test('names on Kubernetes follow from the name of the deployment', () => {
  expect(onKubernetes({ name: 'acme-eu' }).kubernetes).toMatchObject({
    namespace: 'acme-eu',
    database: { name: 'acme_eu', user: 'acme_eu' },
    storage: { prefix: 'acme-eu' },
    secrets: { prefix: 'acme-eu' },
  });
});

test.each([
  [['image', 'tag'], versions.openWebUiTag],
  [['workers'], 1],
  [['rollout'], 'recreate'],
  [['auth', 'passwordLogin'], true],
  [['auth', 'defaultRole'], 'pending'],
  [['auth', 'tokenLifetime'], '24h'],
  [['database', 'vectorPool'], { size: 3, overflow: 2 }],
  [
    ['edge'],
    {
      adminCidrs: [],
      configurationRoutes: 'refused',
      signInPerMinute: 20,
      oauthPerMinute: 60,
      uploadsPerMinute: 60,
      requestsPerMinute: 2000,
      streamTimeoutSeconds: 900,
    },
  ],
  [
    ['cookies'],
    {
      sessionSameSite: 'lax',
      authSameSite: 'strict',
      sessionSecure: true,
      authSecure: true,
      idTokenCookie: false,
      starSessions: false,
    },
  ],
  [
    ['audit'],
    {
      level: 'metadata',
      stdout: true,
      file: { enabled: false, path: '/data/audit.log', rotationSize: '10 MB' },
      bodyBytes: 2048,
      excludedPaths: [],
      getRequests: false,
      loggerNames: ['uvicorn.access'],
    },
  ],
  [['accept'], []],
])('the default of %j is %j', (path, expected) => {
  const value = path.reduce<unknown>((from, key) => (from as Record<string, unknown>)[key], onAws());
  expect(value).toEqual(expected);
});

test('a deployment may name both targets, or one', () => {
  const both = defineDeployment({ ...awsSpec, kubernetes: kubernetesSpec.kubernetes });
  expect(targetsOf(both)).toEqual(['aws', 'kubernetes']);
  expect(targetsOf(onAws())).toEqual(['aws']);
  expect(targetsOf(onKubernetes())).toEqual(['kubernetes']);
});
