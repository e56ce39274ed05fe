import { secrets } from '../../src/model';
import { emitTenant, tenantManifests } from '../../src/k8s/emit';
import { onKubernetes } from '../fixtures';
import { everything, rendered } from './support';

const generated = secrets(onKubernetes(), 'kubernetes').filter(({ origin }) => origin === 'generated');

const kept = {
  'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
  'kustomize.toolkit.fluxcd.io/prune': 'disabled',
};

test('generates what the model wants generated, and nothing that is supplied', () => {
  const named = (kind: string): string[] =>
    tenantManifests(everything)
      .filter((manifest) => manifest.kind === kind)
      .map(({ metadata }) => metadata.name);
  const names = [
    'open-webui-signing-key',
    'open-webui-oauth-client-info-key',
    'open-webui-oauth-session-token-key',
    'open-webui-admin-password',
  ];
  expect(named('Password')).toEqual(names);
  expect(named('PushSecret')).toEqual(names);
  expect(generated.map(({ name }) => name)).toEqual([
    'signingKey',
    'oauthClientInfoKey',
    'oauthSessionTokenKey',
    'adminPassword',
  ]);
});

test.each([
  ['open-webui-signing-key', 64, 16],
  ['open-webui-admin-password', 32, 8],
])('generates %s of letters and digits', (name, length, digits) => {
  expect(rendered(onKubernetes(), 'Password', name).spec).toEqual({
    allowRepeat: true,
    digits,
    length,
    noUpper: false,
    symbols: 0,
  });
});

test('pushes a generated value once and never takes it away', () => {
  const { spec, metadata } = rendered(everything, 'PushSecret', 'open-webui-signing-key');
  expect(spec).toEqual({
    updatePolicy: 'IfNotExists',
    deletionPolicy: 'None',
    refreshInterval: '0s',
    secretStoreRefs: [{ kind: 'ClusterSecretStore', name: 'vault' }],
    selector: {
      generatorRef: {
        apiVersion: 'generators.external-secrets.io/v1alpha1',
        kind: 'Password',
        name: 'open-webui-signing-key',
      },
    },
    data: [{ match: { secretKey: 'password', remoteRef: { remoteKey: 'teams/chat/signingKey', property: 'value' } } }],
  });
  expect(metadata.annotations).toEqual(kept);
});

test('pulls everything from the store', () => {
  const { spec, metadata } = rendered(everything, 'ExternalSecret');
  expect({ ...spec, data: undefined }).toEqual({
    refreshPolicy: 'Periodic',
    refreshInterval: '1h0m0s',
    secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
    target: { name: 'open-webui', creationPolicy: 'Owner', deletionPolicy: 'Retain' },
  });
  expect(metadata.annotations).toEqual(kept);
});

test('holds no Secret', () => {
  expect(emitTenant(everything).filter(({ path }) => path.includes('/secret-'))).toEqual([]);
});
