import { edge } from '../../src/model';
import type { Deployment } from '../../src/model';
import type { Route } from '../../src/model/routes';
import { onKubernetes } from '../fixtures';
import { routes as everyRoute } from '../../src/model/upstream/all-routes.json';
import { decide, everything, rendered, samples, withKubernetes } from './support';

test('listens for TLS under the deployment’s name', () => {
  const { parentRef, listeners } = rendered(onKubernetes(), 'ListenerSet').spec;
  expect(parentRef).toEqual({
    group: 'gateway.networking.k8s.io',
    kind: 'Gateway',
    name: 'owui',
    namespace: 'owui-gateway',
  });
  expect(listeners[0]).toEqual({
    name: 'https',
    protocol: 'HTTPS',
    port: 443,
    hostname: 'chat.acme.example',
    tls: { mode: 'Terminate', certificateRefs: [{ kind: 'Secret', name: 'tls' }] },
    allowedRoutes: { namespaces: { from: 'Same' } },
  });
});

test('sends port 80 to TLS and nowhere else', () => {
  expect(rendered(onKubernetes(), 'ListenerSet').spec.listeners[1]).toEqual({
    name: 'http',
    protocol: 'HTTP',
    port: 80,
    hostname: 'chat.acme.example',
    allowedRoutes: { namespaces: { from: 'Same' } },
  });
  const { parentRefs, rules } = rendered(onKubernetes(), 'HTTPRoute', 'open-webui-redirect').spec;
  expect(parentRefs.map(({ sectionName }) => sectionName)).toEqual(['http']);
  expect(rules).toEqual([
    { filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }] },
  ]);
});

test('leads every path to the application by one rule, so that limits count once', () => {
  const { parentRefs, hostnames, rules } = rendered(onKubernetes(), 'HTTPRoute').spec;
  expect(parentRefs).toEqual([
    { group: 'gateway.networking.k8s.io', kind: 'ListenerSet', name: 'open-webui', sectionName: 'https' },
  ]);
  expect(hostnames).toEqual(['chat.acme.example']);
  expect(rules).toEqual([
    {
      matches: [{ path: { type: 'PathPrefix', value: '/' } }],
      backendRefs: [{ name: 'open-webui', port: 8080 }],
      timeouts: { request: '0s' },
    },
  ]);
});

test.each(['ClientTrafficPolicy', 'BackendTrafficPolicy', 'SecurityPolicy'] as const)(
  'attaches the %s to TLS alone',
  (kind) => {
    expect(rendered(onKubernetes(), kind).spec.targetRefs).toEqual([
      { group: 'gateway.networking.k8s.io', kind: 'ListenerSet', name: 'open-webui', sectionName: 'https' },
    ]);
  },
);

test('names only ciphers with forward secrecy and authenticated encryption', () => {
  for (const cipher of rendered(onKubernetes(), 'ClientTrafficPolicy').spec.tls.ciphers) {
    expect(cipher).toMatch(/^ECDHE-(?:ECDSA|RSA)-(?:AES(?:128|256)-GCM-SHA(?:256|384)|CHACHA20-POLY1305)$/);
  }
});

test('takes the peer for the client', () => {
  expect(rendered(onKubernetes(), 'ClientTrafficPolicy').spec.clientIPDetection).toEqual({ directSourceIP: {} });
});

test('takes the client from X-Forwarded-For of trusted proxies', () => {
  expect(rendered(everything, 'ClientTrafficPolicy').spec.clientIPDetection).toEqual({
    xForwardedFor: { trustedCIDRs: ['10.90.0.0/28'] },
  });
});

test('hides what serves it', () => {
  expect(rendered(onKubernetes(), 'ClientTrafficPolicy').spec.headers.lateResponseHeaders.remove).toEqual(['Server']);
});

test('refuses escaped slashes and slow headers', () => {
  const { path, timeout } = rendered(onKubernetes(), 'ClientTrafficPolicy').spec;
  expect(path).toEqual({ escapedSlashesAction: 'RejectRequest' });
  expect(timeout).toEqual({ http: { requestHeadersReceivedTimeout: '10s' } });
});

test('buffers no request, which would hang websockets', () => {
  expect(Object.keys(rendered(onKubernetes(), 'BackendTrafficPolicy').spec)).toEqual([
    'rateLimit',
    'targetRefs',
    'timeout',
  ]);
});

test.each(['/re%61dy', '/%64ocs', '/api/v1/auths/sign%69n', '/api%2Dx', '/a%7E', '/a%5f', '/a%2Fb', '/ready#x'])(
  'refuses %s, another spelling of a path',
  (path) => {
    expect(decide(onKubernetes(), '203.0.113.1', path)).toBe('Deny');
  },
);

const filled = (path: string): string => path.replaceAll(/\{[^}]*\}/g, 'x1');

const guarded = [
  ...edge(onKubernetes()).limits.flatMap(({ routes }) => routes.map(({ path }) => filled(path))),
  ...edge(onKubernetes()).blockedPaths.map(({ path }) => path),
];

test.each(guarded.flatMap((path) => ['%0A', '%0a', '%0A?x', '/%0A'].map((end) => path + end)))(
  'refuses %s, which the application may read without its end',
  (path) => {
    for (const address of ['203.0.113.1', '203.0.113.9']) {
      expect(decide(onKubernetes(), address, path)).toBe('Deny');
      expect(decide(everything, address, path)).toBe('Deny');
    }
  },
);

test.each(['/%00', '/a%1Fb', '/%7f'])('refuses %s, a control byte', (path) => {
  expect(decide(onKubernetes(), '203.0.113.1', path)).toBe('Deny');
});

test.each([
  '/',
  '/health',
  '/a%20b',
  '/a%80',
  '/x?q=%0A',
  '/caf%C3%A9',
  '/a%5B0%5D',
  '/a%7C',
  '/x?q=%61',
  '/readyness',
  '/a%40b%3A%2B%3Bc',
])('lets %s through', (path) => {
  expect(decide(onKubernetes(), '203.0.113.1', path)).toBe('Allow');
});

test('lets nobody in from elsewhere', () => {
  expect(decide(onKubernetes(), '203.0.114.1', '/')).toBe('Deny');
  expect(decide(onKubernetes(), '2001:db8::1', '/')).toBe('Deny');
});

test('lets everybody in when public', () => {
  const open = onKubernetes({ exposure: { kind: 'public' } });
  expect([decide(open, '8.8.8.8', '/'), decide(open, '2001:db8::1', '/')]).toEqual(['Allow', 'Allow']);
});

const outsider = '203.0.113.1';
const administrator = '203.0.113.9';

/** Routes of the release that a policy refuses to an address. */
const refused = (deployment: Deployment, address: string): readonly string[] =>
  everyRoute.filter((line) => {
    const [method = '', path = ''] = line.split(' ');
    return decide(deployment, address, filled(path), method) === 'Deny';
  });

const blocked = ['GET /health/db', 'GET /ready'];
const lines = (routes: readonly Route[]): string[] => routes.map(({ method, path }) => `${method} ${path}`);
const { configurationRoutes, adminRoutes } = edge(onKubernetes());

test('refuses what writes configuration to everybody, and no other route', () => {
  const expected = [...lines(configurationRoutes), ...blocked].sort();
  expect(refused(onKubernetes(), outsider)).toEqual(expected);
  expect(refused(everything, administrator)).toEqual(expected);
});

test('opens what writes configuration on demand', () => {
  expect(refused(onKubernetes({ edge: { configurationRoutes: 'open' } }), outsider)).toEqual(blocked);
});

test('refuses administrators’ routes to other addresses, and no other route', () => {
  expect(refused(everything, outsider)).toEqual([...lines(adminRoutes), ...blocked].sort());
  expect(refused(everything, '192.0.2.1')).toEqual(everyRoute);
});

test.each([
  ['GET', '/api/v1/users/0f3a', 'Deny'],
  ['GET', '/api/v1/users/0f3a?x=y', 'Deny'],
  ['GET', '/api/v1/users/search?query=a', 'Allow'],
  ['GET', '/api/v1/configs/banners', 'Allow'],
  ['POST', '/api/v1/configs/banners', 'Deny'],
  ['GET', '/api/v1/configs/export/', 'Deny'],
  ['GET', '/api/v1/users/0f3a/profile/image', 'Allow'],
])('says to %s %s from elsewhere: %3$s', (method, path, decision) => {
  expect(decide(everything, outsider, path, method)).toBe(decision);
});

test('closes administrators’ routes when none of their addresses may connect', () => {
  const nobody = onKubernetes({ edge: { adminCidrs: ['192.0.2.0/24'] } });
  expect(decide(nobody, outsider, '/api/v1/configs/export')).toBe('Deny');
  expect(decide(nobody, outsider, '/')).toBe('Allow');
});

test('leaves administrators’ routes open when no addresses are theirs', () => {
  expect(decide(onKubernetes(), outsider, '/api/v1/configs/export')).toBe('Allow');
});

test.each(samples)('names paths and rules as Envoy Gateway takes them: %s', (_, deployment) => {
  const { rules } = rendered(deployment, 'SecurityPolicy').spec.authorization;
  const limits = rendered(deployment, 'BackendTrafficPolicy').spec.rateLimit.local.rules;
  const paths = [
    ...rules.map(({ operation }) => operation?.path),
    ...limits.map(({ clientSelectors: [selector] }) => selector.path),
  ].flatMap((path) => path?.value ?? []);
  expect(paths.length).toBeGreaterThan(8);
  for (const path of paths) expect(path.length).toBeLessThanOrEqual(1024);
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
});

test('attaches to the gateway that it is told of', () => {
  const elsewhere = withKubernetes({
    entry: {
      kind: 'envoyGateway',
      clientAddress: { kind: 'direct' },
      gateway: { name: 'edge', namespace: 'infra' },
      certificateSecret: 'chat-tls',
    },
  });
  const { parentRef, listeners } = rendered(elsewhere, 'ListenerSet').spec;
  expect([parentRef.name, parentRef.namespace]).toEqual(['edge', 'infra']);
  expect(listeners[0].tls.certificateRefs).toEqual([{ kind: 'Secret', name: 'chat-tls' }]);
  expect(rendered(elsewhere, 'NetworkPolicy').spec.ingress).toMatchObject([
    {
      from: [
        {
          namespaceSelector: { matchExpressions: [{ values: ['envoy-gateway-system', 'infra'] }] },
          podSelector: {
            matchLabels: {
              'gateway.envoyproxy.io/owning-gateway-name': 'edge',
              'gateway.envoyproxy.io/owning-gateway-namespace': 'infra',
            },
          },
        },
      ],
    },
  ]);
});

test.each(samples)('stays within the 16 rules of a rate limit: %s', (_, deployment) => {
  expect(rendered(deployment, 'BackendTrafficPolicy').spec.rateLimit.local.rules.length).toBeLessThanOrEqual(16);
});
