import { answerFor, demands, edge, environment, flows, prepare, secrets } from '../../src/model';
import type { Deployment, Environment, Flow, Question } from '../../src/model';
import { kubernetesAnswers } from '../../src/k8s/answers';
import { container, decide, environmentOf, rendered, samples } from './support';

const everyAddress = ['0.0.0.0/0', '::/0'];

function expected(demanded: Environment, name: string): string {
  const parts = demanded[name] ?? [];
  return parts
    .map((part) => (typeof part === 'string' ? part : 'secret' in part ? `<${part.secret}>` : 'pod-1'))
    .join('');
}

function at<T>(items: readonly T[], wanted: (item: T) => boolean): T {
  const found = items.find(wanted);
  if (found === undefined) throw new Error('the model demands something that it does not describe');
  return found;
}

/** A route’s path with its parameters filled in. */
const filled = (path: string): string => path.replaceAll(/\{[^}]*\}/g, 'x1');

function readersOf(deployment: Deployment, role: string): string[] {
  return (['app', 'prepare'] as const).filter((which) =>
    container(deployment, which).env.some(({ valueFrom }) => valueFrom?.secretKeyRef?.key === role),
  );
}

const internet = [
  {
    ipBlock: {
      cidr: '0.0.0.0/0',
      except: [
        '10.0.0.0/8',
        '100.64.0.0/10',
        '127.0.0.0/8',
        '168.63.129.16/32',
        '169.254.0.0/16',
        '172.16.0.0/12',
        '192.168.0.0/16',
      ],
    },
  },
  { ipBlock: { cidr: '::/0', except: ['fc00::/7', 'fe80::/10'] } },
];

const clusterDns = [
  {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
    podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
  },
];

const proxies = [
  {
    namespaceSelector: {
      matchExpressions: [
        { key: 'kubernetes.io/metadata.name', operator: 'In', values: ['envoy-gateway-system', 'owui-gateway'] },
      ],
    },
    podSelector: {
      matchLabels: {
        'app.kubernetes.io/component': 'proxy',
        'app.kubernetes.io/managed-by': 'envoy-gateway',
        'gateway.envoyproxy.io/owning-gateway-name': 'owui',
        'gateway.envoyproxy.io/owning-gateway-namespace': 'owui-gateway',
      },
    },
  },
];

function networkRule(flow: Flow): object {
  const ports = flow.protocols.map((protocol) => ({ port: flow.port, protocol }));
  if (flow.to === 'app') return { from: proxies, ports };
  const ranges = flow.cidrs?.map((cidr) => ({ ipBlock: { cidr } })) ?? internet;
  return { to: flow.to === 'dns' ? clusterDns : ranges, ports };
}

function clients(deployment: Deployment): void {
  const last = rendered(deployment, 'SecurityPolicy').spec.authorization.rules.at(-1);
  expect(last).toEqual({
    name: 'clients',
    action: 'Allow',
    principal: { clientCIDRs: edge(deployment).allowedCidrs ?? everyAddress },
  });
}

const entry: Readonly<Record<string, (deployment: Deployment) => void>> = {
  minimumTls: (deployment) => {
    expect(rendered(deployment, 'ClientTrafficPolicy').spec.tls.minVersion).toBe('1.2');
  },
  streamTimeout: (deployment) => {
    const { streamTimeoutSeconds } = edge(deployment);
    expect(rendered(deployment, 'BackendTrafficPolicy').spec.timeout.http.streamIdleTimeout).toBe(
      `${streamTimeoutSeconds}s`,
    );
    expect(rendered(deployment, 'HTTPRoute').spec.rules[0].timeouts).toEqual({ request: '0s' });
  },
  allowedCidrs: clients,
  spelling: (deployment) => {
    const inside = edge(deployment).allowedCidrs?.[0]?.split('/')[0] ?? '8.8.8.8';
    const said = ['/%61', '/%0A?x', '/a%2Fb', '/a#b', '/a%20b', '/x?%61'].map((path) =>
      decide(deployment, inside, path),
    );
    expect(said).toEqual(['Deny', 'Deny', 'Deny', 'Deny', 'Allow', 'Allow']);
  },
  adminCidrs: (deployment) => {
    const { adminRoutes, configurationRoutes, adminCidrs } = edge(deployment);
    const addresses = adminCidrs.map((cidr) => cidr.replace(/\/.*/, ''));
    const admins = addresses.filter((address) => decide(deployment, address, '/') === 'Allow');
    expect(admins).not.toEqual([]);
    for (const { method, path } of adminRoutes) {
      const refused = configurationRoutes.some((route) => route.method === method && route.path === path);
      expect(decide(deployment, '203.0.113.200', filled(path), method)).toBe('Deny');
      for (const address of admins) {
        expect(decide(deployment, address, `${filled(path)}?y=z`, method)).toBe(refused ? 'Deny' : 'Allow');
      }
    }
  },
};

/** Asserts the rendered place and value of one demand. */
const assertions: Readonly<Record<Question, (deployment: Deployment, id: string) => void>> = {
  variable: (deployment, id) => {
    expect(environmentOf(deployment, 'app').get(id)).toBe(expected(environment(deployment, 'kubernetes'), id));
  },
  secret: (deployment, id) => {
    const role = at(secrets(deployment, 'kubernetes'), ({ name }) => name === id);
    const key = `${deployment.kubernetes?.secrets.prefix}/${id}`;
    expect(rendered(deployment, 'ExternalSecret').spec.data).toContainEqual({
      secretKey: id,
      remoteRef: { key, property: 'value' },
    });
    expect(readersOf(deployment, id)).toEqual(role.readers);
  },
  flow: (deployment, id) => {
    const flow = at(flows(deployment, 'kubernetes'), (candidate) => candidate.id === id);
    const { ingress, egress } = rendered(deployment, 'NetworkPolicy').spec;
    if (flow.to === 'edge') clients(deployment);
    else expect(flow.to === 'app' ? ingress : egress).toContainEqual(networkRule(flow));
  },
  limit: (deployment, id) => {
    const { limits } = edge(deployment);
    const limit = at(limits, (candidate) => candidate.id === id);
    const { rules } = rendered(deployment, 'BackendTrafficPolicy').spec.rateLimit.local;
    const first = 2 * limits.indexOf(limit);
    const mine = rules.slice(first, first + 2);
    expect(mine.map(({ limit: { requests } }) => requests)).toEqual([limit.perMinute, limit.perMinute]);
    expect(mine.map(({ limit: { unit } }) => unit)).toEqual(['Minute', 'Minute']);
    expect(mine.map(({ clientSelectors: [selector] }) => selector.sourceCIDR)).toEqual(
      everyAddress.map((value) => ({ type: 'Distinct', value })),
    );
    for (const { clientSelectors } of mine) {
      const [{ path, methods }] = clientSelectors;
      expect(clientSelectors).toHaveLength(1);
      expect(path === undefined).toBe(limit.routes.length === 0);
      const pattern = new RegExp(`^(?:${path?.value})$`);
      for (const { method, path: counted } of limit.routes) {
        expect(methods?.map(({ value }) => value)).toEqual(method === '*' ? undefined : [method]);
        const sent = filled(counted);
        expect([sent, `${sent}?x`, `${sent}/?x`, `/x${sent}`].map((each) => pattern.test(each))).toEqual([
          true,
          true,
          true,
          false,
        ]);
      }
    }
  },
  header: (deployment, id) => {
    const { value, variable } = at(edge(deployment).headers, ({ name }) => name === id);
    const { set } = rendered(deployment, 'ClientTrafficPolicy').spec.headers.lateResponseHeaders;
    expect(set).toContainEqual({ name: id, value });
    expect(environmentOf(deployment, 'app').get(variable)).toBe(value);
  },
  blockedPath: (deployment, id) => {
    const inside = edge(deployment).allowedCidrs?.[0]?.split('/')[0] ?? '8.8.8.8';
    expect(decide(deployment, inside, '/')).toBe('Allow');
    expect([id, `${id}?x`].map((path) => decide(deployment, inside, path))).toEqual(['Deny', 'Deny']);
  },
  configurationRoute: (deployment, id) => {
    const [method = '', path = ''] = id.split(' ');
    const inside = edge(deployment).allowedCidrs?.[0]?.split('/')[0] ?? '8.8.8.8';
    const sent = filled(path);
    expect(decide(deployment, inside, '/')).toBe('Allow');
    expect([sent, `${sent}?x`, `${sent}/`].map((each) => decide(deployment, inside, each, method))).toEqual([
      'Deny',
      'Deny',
      'Deny',
    ]);
  },
  identityHeader: (deployment, id) => {
    expect(rendered(deployment, 'ClientTrafficPolicy').spec.headers.earlyRequestHeaders.remove).toContain(id);
  },
  signal: (_, id) => {
    throw new Error(`${id}: nothing renders it, so it cannot be claimed`);
  },
  entry: (deployment, id) => {
    at(Object.entries(entry), ([name]) => name === id)[1](deployment);
  },
};

describe.each(samples)('%s', (_, deployment) => {
  const asked = demands(deployment, 'kubernetes');

  test('answers every demand', () => {
    for (const demanded of asked) expect(answerFor(kubernetesAnswers, demanded).how).not.toBe('');
  });

  const rendering = asked.filter((demanded) => answerFor(kubernetesAnswers, demanded).status !== 'impossible');

  test('cannot do these', () => {
    const cannot = asked.filter((demanded) => !rendering.includes(demanded));
    expect(cannot.map(({ question, id }) => `${question} ${id}`)).toEqual([
      'signal signInRefused',
      'signal rateLimited',
      'entry managedRules',
    ]);
  });

  test.each(rendering.map(({ question, id }) => [question, id] as const))(
    'renders %s %s as it answers',
    (question, id) => {
      assertions[question](deployment, id);
    },
  );

  test('gives the application no variable that the model does not know, but helpers', () => {
    const known = Object.keys(environment(deployment, 'kubernetes'));
    const others = [...environmentOf(deployment, 'app').keys()].filter((name) => !known.includes(name));
    for (const name of others) expect(name).toMatch(/^(?:POD_NAME|SECRET_[A-Z0-9_]+)$/);
  });

  test('gives prepare the variables of the model', () => {
    const demanded = prepare(deployment, 'kubernetes').environment;
    const found = environmentOf(deployment, 'prepare');
    for (const name of Object.keys(demanded)) expect(found.get(name)).toBe(expected(demanded, name));
    expect([...found.keys()].filter((name) => !(name in demanded))).toEqual(['POD_NAME']);
  });

  test('opens the flows of the model and nothing else', () => {
    const { spec } = rendered(deployment, 'NetworkPolicy');
    const all = flows(deployment, 'kubernetes');
    expect(spec.ingress).toEqual(all.filter(({ to }) => to === 'app').map(networkRule));
    expect(spec.egress).toEqual(all.filter(({ from }) => from === 'app').map(networkRule));
    expect(spec.podSelector).toEqual({ matchLabels: { 'app.kubernetes.io/name': 'open-webui' } });
    expect(spec.policyTypes).toEqual(['Egress', 'Ingress']);
  });

  test('pulls the secrets of the model and no others', () => {
    const { data } = rendered(deployment, 'ExternalSecret').spec;
    expect(data.map(({ secretKey }) => secretKey)).toEqual(secrets(deployment, 'kubernetes').map(({ name }) => name));
  });

  test('counts the limits of the model and no others', () => {
    const { rules } = rendered(deployment, 'BackendTrafficPolicy').spec.rateLimit.local;
    expect(rules).toHaveLength(edge(deployment).limits.length * everyAddress.length);
  });
});
