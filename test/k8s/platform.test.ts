import { platformManifests } from '../../src/k8s/emit';
import { onKubernetes } from '../fixtures';
import { find, withKubernetes } from './support';

const other = withKubernetes(
  {
    namespace: 'team-b',
    entry: {
      kind: 'envoyGateway',
      clientAddress: { kind: 'direct' },
      gateway: { name: 'owui', namespace: 'other-gateway' },
    },
  },
  { name: 'b' },
);

const objects = platformManifests([onKubernetes(), other]);

const kept = {
  'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
  'kustomize.toolkit.fluxcd.io/prune': 'disabled',
};

const restricted = {
  'pod-security.kubernetes.io/audit': 'restricted',
  'pod-security.kubernetes.io/audit-version': 'v1.35',
  'pod-security.kubernetes.io/enforce': 'restricted',
  'pod-security.kubernetes.io/enforce-version': 'v1.35',
  'pod-security.kubernetes.io/warn': 'restricted',
  'pod-security.kubernetes.io/warn-version': 'v1.35',
};

test('gives each tenant a restricted namespace that its gateway admits', () => {
  expect(find(objects, 'Namespace', 'team-b').metadata).toEqual({
    name: 'team-b',
    annotations: kept,
    labels: {
      ...restricted,
      'hardened-open-webui/gateway-name': 'owui',
      'hardened-open-webui/gateway-namespace': 'other-gateway',
    },
  });
});

test('gives each gateway a restricted namespace', () => {
  expect(find(objects, 'Namespace', 'owui-gateway').metadata.labels).toEqual(restricted);
});

test('gives the class to Envoy Gateway', () => {
  expect(find(objects, 'GatewayClass', 'owui').spec).toEqual({
    controllerName: 'gateway.envoyproxy.io/gatewayclass-controller',
  });
});

test('admits listeners of its own tenants alone', () => {
  const gateways = objects.filter(({ kind }) => kind === 'Gateway');
  expect(gateways).toMatchObject(
    ['owui-gateway', 'other-gateway'].map((namespace) => ({
      metadata: { name: 'owui', namespace },
      spec: {
        gatewayClassName: 'owui',
        allowedListeners: {
          namespaces: {
            from: 'Selector',
            selector: {
              matchLabels: {
                'hardened-open-webui/gateway-name': 'owui',
                'hardened-open-webui/gateway-namespace': namespace,
              },
            },
          },
        },
        listeners: [
          { name: 'unknown-hosts', protocol: 'HTTP', port: 80, allowedRoutes: { namespaces: { from: 'Same' } } },
        ],
      },
    })),
  );
});

test('writes a gateway and a namespace once, however many tenants share them', () => {
  const shared = platformManifests([onKubernetes(), onKubernetes({ name: 'c' })]);
  expect(shared.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    'Namespace owui-gateway',
    'Namespace acme',
    'Namespace c',
    'GatewayClass owui',
    'Gateway owui',
  ]);
});
