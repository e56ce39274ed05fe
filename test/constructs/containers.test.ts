import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, prepare, probe } from '../../src/model';
import type { Value } from '../../src/model';
import { container, everything, only, synth, tenant } from './support';
import type { Container } from './support';
import { versions } from '../../src/model/versions';

const deployment = everything();
const template = synth(deployment);
const app = container(template, 'app');
const prepared = container(template, 'prepare');

/** Runs an entry script as ECS does, up to its last line, and returns the variables that the program would see. */
function run(rendered: Container): { readonly seen: Record<string, string>; readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'owui-'));
  const script = rendered.script.replace(/\nexec .*$/, '\nexec env -0').replaceAll("'/tmp/", `'${folder}/`);
  const out = execFileSync('/bin/bash', ['-ec', script], { env: { ...rendered.environment, ...rendered.secrets } });
  const lines = out.toString().split('\0').filter(Boolean);
  const seen = lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
  return { seen: Object.fromEntries(seen) as Record<string, string>, folder };
}

const hostname = (): string => execFileSync('/bin/bash', ['-c', 'echo -n $HOSTNAME']).toString();

/** A value with what stands for its secrets and for the name of the instance. */
function expected(value: Value | undefined, references: Readonly<Record<string, string>>): string {
  return (value ?? [])
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('secret' in part) return references[part.secret] ?? '?';
      return part.endpoint === 'instanceName' ? hostname() : (references[part.endpoint] ?? '?');
    })
    .join('');
}

describe('the entry script', () => {
  const references = {
    redisPassword: app.secrets.SECRET_redisPassword ?? '',
    openaiKeyApiOpenaiCom: app.secrets.SECRET_openaiKeyApiOpenaiCom ?? '',
    openaiKeyVllmAcmeExample: app.secrets.SECRET_openaiKeyVllmAcmeExample ?? '',
    cacheHost: '${OpenWebUiCacheGroup0434375A.PrimaryEndPoint.Address}',
    cachePort: '6379',
  };
  const { seen, folder } = run(app);

  test.each(['REDIS_URL', 'WEBSOCKET_REDIS_URL', 'OPENAI_API_KEYS', 'PGAPPNAME'])('puts %s together', (name) => {
    expect(seen[name]).toBe(expected(environment(deployment, 'aws')[name], references));
  });

  test('passes on what needs no putting together, quotes and all', () => {
    expect(seen.WEBUI_ADMIN_NAME).toBe("Ada O'Hara");
    expect(seen.LDAP_APP_DN).toBe("cn=o'hara,dc=acme,dc=example");
  });

  test('leaves nothing of what it was handed only to put together', () => {
    expect(Object.keys(seen).filter((name) => /^(?:SECRET|CERTIFICATE)_/.test(name))).toEqual([]);
  });

  test.each([
    ['databaseCa', 'MIIE', 1],
    ['ldapCa', 'MIIB', 1],
  ])('writes %s', (id, body, certificates) => {
    const content = readFileSync(join(folder, `${id}.pem`), 'utf8');
    expect(content).toContain(body);
    expect(content.match(/BEGIN CERTIFICATE/g)).toHaveLength(certificates);
    expect(content.endsWith('-----END CERTIFICATE-----\n')).toBe(true);
  });

  test('of prepare leaves the program and writes only the database’s certificate', () => {
    const own = run(prepared);
    expect(own.seen.PREPARE_SCRIPT).toBe(prepare(deployment, 'aws').script);
    expect(prepared.script).not.toContain('ldapCa');
  });
});

test.each([
  ['app', app, 'exec bash start.sh'],
  ['prepare', prepared, 'exec python3 -c "$PREPARE_SCRIPT"'],
])('%s becomes its program', (_, { script }, command) => {
  expect(script.split('\n').at(-1)).toBe(command);
});

describe.each([
  ['app', app, true],
  ['prepare', prepared, false],
])('%s', (_, { properties }, essential) => {
  test.each([
    [
      'runs the pinned image',
      { Image: `ghcr.io/open-webui/open-webui:${versions.openWebUiTag}@sha256:${'0'.repeat(64)}` },
    ],
    ['writes to memory alone', { ReadonlyRootFilesystem: true }],
    ['is nobody in particular', { User: '10001:10001', Privileged: false }],
    ['is as essential as it should be', { Essential: essential }],
    ['starts where the image’s programs are', { WorkingDirectory: '/app/backend', EntryPoint: ['/bin/bash', '-ec'] }],
  ])('%s', (__, expectation) => {
    expect(properties).toMatchObject(expectation);
  });

  test('has no capability, an init process, and memory to write to', () => {
    const mount = { MountOptions: ['rw', 'nosuid', 'nodev', 'noexec'], Size: 512 };
    expect(properties.LinuxParameters).toEqual({
      Capabilities: { Drop: ['ALL'] },
      InitProcessEnabled: true,
      Tmpfs: [
        { ...mount, ContainerPath: '/data' },
        { ...mount, ContainerPath: '/tmp' },
      ],
    });
  });

  test('writes its lines to the log and waits for it', () => {
    expect(properties.LogConfiguration).toMatchObject({ LogDriver: 'awslogs', Options: { mode: 'blocking' } });
  });
});

test('without a digest the image is named by its tag', () => {
  expect(container(synth(tenant('acme')), 'app').properties.Image).toBe(
    `ghcr.io/open-webui/open-webui:${versions.openWebUiTag}`,
  );
});

test('the application waits for prepare to succeed', () => {
  expect(app.properties.DependsOn).toEqual([{ Condition: 'SUCCESS', ContainerName: 'prepare' }]);
});

test('prepare is bound by itself alone: Fargate takes at most 120 seconds as a start timeout', () => {
  expect(prepared.properties).not.toHaveProperty('StartTimeout');
});

test('the probe runs with the variables that it needs', () => {
  const { Command, ...times } = app.properties.HealthCheck as { Command: unknown[] };
  expect(times).toEqual({ Interval: 30, Timeout: 15, Retries: 3, StartPeriod: 300 });
  expect(Command.slice(0, 3)).toEqual(['CMD', '/bin/bash', '-ec']);
  const script = JSON.stringify(Command[3]);
  expect(script).toContain('export REDIS_URL=');
  expect(script).toContain('exec python3 -c');
  expect(script).toContain(JSON.stringify(probe(deployment).script.split('\n')[0]).slice(1, -1));
});

test('the task definition is far below the 64 KB that ECS takes', () => {
  const { ContainerDefinitions } = only(template, 'AWS::ECS::TaskDefinition').Properties;
  expect(JSON.stringify(ContainerDefinitions).length).toBeLessThan(45_000);
});
