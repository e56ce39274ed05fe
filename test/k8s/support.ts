import ipaddr from 'ipaddr.js';
import type { Deployment, DeploymentSpec } from '../../src/model';
import { tenantManifests } from '../../src/k8s/emit';
import type { Manifest } from '../../src/k8s/emit';
import { example, kubernetesSpec, onKubernetes } from '../fixtures';
import type { AccessRule, Container, Kinds, Pod, Variable } from './kinds';

const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

type KubernetesSpec = NonNullable<DeploymentSpec['kubernetes']>;

/** A deployment with changes to its section `kubernetes`. */
export function withKubernetes(changes: Partial<KubernetesSpec>, others: Partial<DeploymentSpec> = {}): Deployment {
  const section = kubernetesSpec.kubernetes;
  if (!section) throw new Error('the fixture has no section kubernetes');
  return onKubernetes({ ...others, kubernetes: { ...section, ...changes } });
}

/** A deployment with everything that can be switched on. */
export const everything = withKubernetes(
  {
    entry: { kind: 'envoyGateway', clientAddress: { kind: 'trustedProxies', cidrs: ['10.90.0.0/28'] } },
    database: {
      kind: 'external',
      host: 'pg.acme.example',
      port: 6543,
      maxConnections: 900,
      cidrs: ['10.60.1.0/28', '10.60.1.16/28'],
      ca: certificate,
    },
    redis: { host: 'redis.acme.example', port: 6380, username: 'owui', cidrs: ['10.60.2.0/28'], ca: certificate },
    storage: {
      kind: 's3',
      bucket: 'acme',
      region: 'eu-central-1',
      endpoint: 'https://s3.acme.example:9000',
      cidrs: ['10.60.3.0/28'],
    },
    secrets: { store: { kind: 'ClusterSecretStore', name: 'vault' }, prefix: 'teams/chat' },
  },
  {
    rollout: 'rolling',
    edge: { adminCidrs: ['203.0.113.8/29', '192.0.2.0/24'], streamTimeoutSeconds: 600 },
    models: {
      openai: [
        { url: 'https://api.openai.com/v1' },
        { url: 'http://vllm.acme.example:8000/v1', cidrs: ['10.80.0.0/28'] },
      ],
      ollama: [{ url: 'https://ollama.acme.example', key: true, modelIds: ['a$b'] }],
    },
    rag: {
      embedding: { engine: 'ollama', url: 'https://ollama.acme.example', model: 'm', dimensions: 768 },
      vectorStore: { kind: 'weaviate', host: 'vectors.acme.example', cidrs: ['10.80.0.16/28'] },
      reranking: { url: 'https://rerank.acme.example/v1', model: 'm' },
      extraction: { kind: 'tika', url: 'http://tika.acme.example:9998', cidrs: ['10.80.0.32/28'] },
    },
    auth: {
      admin: { email: 'admin@acme.example', name: 'A $(HOME) $$ b' },
      oidc: { issuer: 'https://login.acme.example', clientId: 'chat$', allowedDomains: ['acme.example'] },
      google: { clientId: 'google', allowedDomains: ['acme.example'] },
      microsoft: { tenantId: 'acme.example', clientId: 'microsoft', allowedDomains: ['acme.example'] },
      github: { clientId: 'github', allowedDomains: ['acme.example'], cidrs: ['192.0.2.0/24'] },
      ldap: {
        host: 'ldap.acme.example',
        bindDn: 'cn=owui,dc=acme',
        searchBase: 'dc=acme',
        cidrs: ['10.70.0.10/32'],
        ca: certificate,
      },
    },
  },
);

/** Deployments that differ in all that the target renders. */
export const samples: readonly (readonly [name: string, deployment: Deployment])[] = [
  ['nothing but what must be said', onKubernetes()],
  ['a public one', onKubernetes({ exposure: { kind: 'public' } })],
  ['everything', everything],
  ...example('fleet')
    .filter(({ kubernetes }) => kubernetes !== undefined)
    .map((deployment) => [`example ${deployment.name}`, deployment] as const),
];

/** The one object of a kind and name. */
export function find<Kind extends keyof Kinds>(objects: readonly Manifest[], kind: Kind, name: string): Kinds[Kind] {
  const [found, ...others] = objects.filter((object) => object.kind === kind && object.metadata.name === name);
  if (!found || others.length > 0)
    throw new Error(`${kind} ${name}: expected one, got ${others.length + Number(!!found)}`);
  return found as unknown as Kinds[Kind];
}

const cache = new WeakMap<Deployment, readonly Manifest[]>();

/** The one object of a kind and name in a tenant’s namespace. */
export function rendered<Kind extends keyof Kinds>(
  deployment: Deployment,
  kind: Kind,
  name = 'open-webui',
): Kinds[Kind] {
  const objects = cache.get(deployment) ?? tenantManifests(deployment);
  cache.set(deployment, objects);
  return find(objects, kind, name);
}

/** The pod of a replica. */
export const pod = (deployment: Deployment): Pod => rendered(deployment, 'Deployment').spec.template.spec;

/** The container of the application, or the one before it. */
export function container(deployment: Deployment, which: 'app' | 'prepare'): Container {
  const { containers, initContainers } = pod(deployment);
  const [found, ...others] = which === 'app' ? containers : initContainers;
  if (!found || others.length > 0) throw new Error(`${which}: expected one container`);
  return found;
}

/** Expands `$(NAME)` and `$$` as the kubelet does: what is not defined yet stays. k8s.io/kubernetes/third_party/forked/golang/expansion */
function expand(value: string, defined: ReadonlyMap<string, string>): string {
  return value.replaceAll(/\$(?:(\$)|\(([^)]*)\))/g, (all, dollar: string | undefined, name: string) =>
    dollar === undefined ? (defined.get(name) ?? all) : '$',
  );
}

/** What a container finds in its environment, with every secret’s value `<role>` and the pod’s name `pod-1`. */
export function environmentOf(deployment: Deployment, which: 'app' | 'prepare'): ReadonlyMap<string, string> {
  const defined = new Map<string, string>();
  for (const { name, value, valueFrom } of container(deployment, which).env) {
    expect(defined.has(name)).toBe(false);
    defined.set(name, value === undefined ? referred(valueFrom) : expand(value, defined));
  }
  return defined;
}

function referred(source: Variable['valueFrom']): string {
  if (source?.secretKeyRef) {
    expect(source.secretKeyRef.name).toBe('open-webui');
    return `<${source.secretKeyRef.key}>`;
  }
  expect(source).toEqual({ fieldRef: { fieldPath: 'metadata.name' } });
  return 'pod-1';
}

function matches(method: string, path: string, operation: AccessRule['operation']): boolean {
  if (operation === undefined) return true;
  if (operation.methods && !operation.methods.includes(method)) return false;
  const { type, value } = operation.path;
  expect(type).toBe('RegularExpression');
  return new RegExp(`^(?:${value})$`).test(path);
}

/** What the SecurityPolicy says to a request, as Envoy evaluates it: the first rule that matches decides. */
export function decide(deployment: Deployment, address: string, path: string, method = 'GET'): 'Allow' | 'Deny' {
  const { rules, defaultAction } = rendered(deployment, 'SecurityPolicy').spec.authorization;
  const client = ipaddr.parse(address);
  const within = (cidr: string): boolean => {
    const [range, bits] = ipaddr.parseCIDR(cidr);
    return range.kind() === client.kind() && client.match(range, bits);
  };
  const rule = rules.find(
    ({ principal, operation }) => principal.clientCIDRs.some(within) && matches(method, path, operation),
  );
  return rule?.action ?? defaultAction;
}
