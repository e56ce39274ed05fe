import { parse } from 'yaml';
import { emitPlatform, emitTenant, folder, tenantManifests } from '../../src/k8s/emit';
import type { Manifest } from '../../src/k8s/emit';
import { onKubernetes } from '../fixtures';
import { everything, samples } from './support';

const root = 'kubernetes/tenants/acme';

const kubernetes = samples.map(([, deployment]) => deployment).filter(({ name }) => name !== 'acme');

describe.each(samples)('the folder of %s', (_, deployment) => {
  const files = emitTenant(deployment);
  const manifests = files.filter(({ path }) => path.includes('/manifests/'));

  test('holds one object a file, named by kind and name', () => {
    const home = `kubernetes/tenants/${deployment.name}/manifests`;
    expect(manifests.map(({ path }) => path)).toEqual(
      [
        `${home}/kustomization.yaml`,
        ...tenantManifests(deployment).map(
          ({ kind, metadata }) => `${home}/${kind.toLowerCase()}-${metadata.name}.yaml`,
        ),
      ].sort(),
    );
  });

  test('lists every object in its kustomization, and nothing else', () => {
    const names = manifests.map(({ path }) => path.split('/').at(-1));
    const kustomization = manifests.find(({ path }) => path.endsWith('/kustomization.yaml'));
    expect(parse(kustomization?.content ?? '')).toEqual({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      resources: names.filter((name) => name !== 'kustomization.yaml'),
    });
  });

  test('reads the same as YAML 1.1 and 1.2', () => {
    for (const { content } of manifests) {
      expect(parse(content, { version: '1.1' })).toEqual(parse(content, { version: '1.2' }));
    }
  });

  test('ends every file with one line feed', () => {
    for (const { content } of files) expect(content).toMatch(/^[^\r]*[^\r\n]\n$/);
  });

  test('keeps to its namespace and to names that DNS takes', () => {
    for (const { metadata } of tenantManifests(deployment)) {
      expect(metadata.namespace).toBe(deployment.kubernetes?.namespace);
      expect(metadata.name).toMatch(/^(?=.{1,63}$)[a-z](?:[a-z0-9-]*[a-z0-9])?$/);
    }
  });
});

test('writes what the objects are', () => {
  const written = emitTenant(everything)
    .filter(({ path }) => path.endsWith('.yaml') && !path.endsWith('kustomization.yaml'))
    .map(({ content }) => parse(content, { version: '1.1' }) as Manifest);
  expect(written).toHaveLength(tenantManifests(everything).length);
  for (const object of tenantManifests(everything)) expect(written).toContainEqual(object);
});

test('names tenant and namespace beside the objects', () => {
  expect(emitTenant(onKubernetes())[0]).toEqual({
    path: `${root}/config.json`,
    content: '{\n  "namespace": "acme",\n  "tenant": "acme"\n}\n',
  });
});

test('quotes what a reader of YAML would take for something else', () => {
  const words = ['on', 'no', 'y', '0o7', '1e3', '1:30', '2027-03-31', 'null', '~'];
  const deployment = onKubernetes({ auth: { admin: { email: 'a@b.example', name: words.join(' ') } } });
  for (const word of words) {
    const named = onKubernetes({ auth: { admin: { email: 'a@b.example', name: word } } });
    const text = emitTenant(named).find(({ path }) => path.includes('/deployment-'))?.content;
    expect(text).toContain(`            - name: WEBUI_ADMIN_NAME\n              value: "${word}"\n`);
  }
  expect(emitTenant(deployment)).toHaveLength(emitTenant(onKubernetes()).length);
});

test('takes the longest name', () => {
  const longest = onKubernetes({ name: 'a'.repeat(40) });
  for (const { metadata } of tenantManifests(longest)) expect(metadata.name.length).toBeLessThanOrEqual(63);
});

describe('whatever the machine says', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  test.each([
    { CDK8S_DISABLE_SORT: '1' },
    { CDK8S_LEGACY_HASH: '1' },
    { CDK8S_RECORD_CONSTRUCT_METADATA: 'true', CDK8S_OUTDIR: '/nowhere' },
    { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', HOME: '/nowhere' },
  ])('%j changes no byte', (variables) => {
    const expected = [emitTenant(everything), emitPlatform(kubernetes)];
    Object.assign(process.env, variables);
    expect([emitTenant(everything), emitPlatform(kubernetes)]).toEqual(expected);
  });
});

test('writes platform objects, and SQL beside them', () => {
  expect(emitPlatform([onKubernetes()]).map(({ path }) => path)).toEqual([
    'kubernetes/platform/manifests/gateway-owui-gateway.owui.yaml',
    'kubernetes/platform/manifests/gatewayclass-owui.yaml',
    'kubernetes/platform/manifests/kustomization.yaml',
    'kubernetes/platform/manifests/namespace-acme.yaml',
    'kubernetes/platform/manifests/namespace-owui-gateway.yaml',
    'kubernetes/platform/sql/pg.acme.example-5432.sql',
  ]);
});

test('fails when two objects would share a file', () => {
  const role = (apiVersion: string): Manifest => ({
    apiVersion,
    kind: 'Role',
    metadata: { name: 'a', namespace: 'b' },
  });
  expect(() => folder('out', [role('x/v1'), role('y/v1')], 'b')).toThrow(
    'out/role-a.yaml: expected one object, got x/v1 and y/v1',
  );
});

test('tells objects of several namespaces apart', () => {
  const role = (namespace: string): Manifest => ({
    apiVersion: 'x/v1',
    kind: 'Role',
    metadata: { name: 'a', namespace },
  });
  expect(folder('out', [role('b'), role('c')], 'b').map(({ path }) => path)).toEqual([
    'out/kustomization.yaml',
    'out/role-a.yaml',
    'out/role-c.a.yaml',
  ]);
});
