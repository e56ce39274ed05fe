import { superuserReserved } from '../database-servers';
import type { Deployment } from '../deployment';
import type { TenantProblem } from '../fleet';
import { secrets } from '../secrets';
import { redisIdentity } from '../settings/redis-address';
import { filesPlace } from '../settings/storage';
import { vectorServer } from '../settings/vector-store';
import type { Path } from '../problem';

type Check = (deployments: readonly Deployment[]) => readonly TenantProblem[];

interface Kept {
  readonly path: Path;
  readonly value: string;
}

/** A rule that no two tenants keep the same thing. The later one, by name, is told. */
function unique(
  code: (typeof fleetCodes)[number],
  what: string,
  why: string,
  keep: (deployment: Deployment) => Kept | undefined,
): Check {
  return (deployments) => {
    const owners = new Map<string, string>();
    return deployments.flatMap((deployment): TenantProblem[] => {
      const kept = keep(deployment);
      if (!kept) return [];
      const owner = owners.get(kept.value);
      if (owner === undefined) {
        owners.set(kept.value, deployment.name);
        return [];
      }
      const message = `expected ${what} of its own, got that of tenant ${owner}; ${why}`;
      return [{ code, tenant: deployment.name, path: kept.path, message }];
    });
  };
}

const server = ({ kubernetes }: Deployment): string | undefined =>
  kubernetes && `${kubernetes.database.host}:${kubernetes.database.port}`;

/** One prefix inside another would let a tenant list and delete the other’s files. Without a prefix they share all. */
const nestedPrefixes: Check = (deployments) =>
  deployments.flatMap((deployment, index): TenantProblem[] => {
    const { kubernetes } = deployment;
    if (!kubernetes) return [];
    const mine = filesPlace(kubernetes.storage);
    const other = deployments.slice(0, index).find((candidate) => {
      const theirs = candidate.kubernetes && filesPlace(candidate.kubernetes.storage);
      if (theirs?.bucket !== mine.bucket) return false;
      return mine.prefix.startsWith(theirs.prefix) || theirs.prefix.startsWith(mine.prefix);
    });
    if (!other?.kubernetes) return [];
    const theirs = filesPlace(other.kubernetes.storage).prefix;
    const found = (key: string, message: string): TenantProblem[] => [
      { code: 'DuplicateBucketPrefix', tenant: deployment.name, path: ['kubernetes', 'storage', key], message },
    ];
    if (kubernetes.storage.kind !== 's3') {
      return found(
        kubernetes.storage.kind === 'azure' ? 'container' : 'bucket',
        `expected one of its own, got that of tenant ${other.name}; the release knows no prefix there`,
      );
    }
    return found(
      'prefix',
      `expected a prefix apart from "${theirs.replace(/\/$/, '')}" of tenant ${other.name} in the same bucket, got "${kubernetes.storage.prefix}"; choose another prefix or bucket`,
    );
  });

/** On a server that tenants share, each needs a share, all see the same server, and the shares must fit. */
const sharedServers: Check = (deployments) => {
  const hosts = new Set(deployments.map(server).filter((host) => host !== undefined));
  return [...hosts].flatMap((host) => {
    const tenants = deployments.filter((deployment) => server(deployment) === host);
    return tenants.length > 1 ? shares(host, tenants) : [];
  });
};

function shares(host: string, tenants: readonly Deployment[]): readonly TenantProblem[] {
  const [first] = tenants;
  const agreed = first?.kubernetes?.database;
  let sum = 0;
  return tenants.flatMap(({ name, kubernetes }): TenantProblem[] => {
    if (!kubernetes || !agreed) return [];
    const { connectionShare, maxConnections, reservedConnections } = kubernetes.database;
    const problem = (code: (typeof fleetCodes)[number], key: string, message: string): TenantProblem[] => [
      { code, tenant: name, path: ['kubernetes', 'database', key], message },
    ];
    if (connectionShare === undefined) {
      const others = tenants.map((tenant) => tenant.name).filter((other) => other !== name);
      return problem(
        'ShareMissing',
        'connectionShare',
        `expected this tenant’s share of the connections of ${host}, got nothing; it is shared with ${others.join(', ')}`,
      );
    }
    if (maxConnections !== agreed.maxConnections || reservedConnections !== agreed.reservedConnections) {
      return problem(
        'ServersDisagree',
        'maxConnections',
        `expected ${agreed.maxConnections} less ${agreed.reservedConnections} reserved, as tenant ${first.name} says of ${host}, ` +
          `got ${maxConnections} less ${reservedConnections}; write it once, in defaults`,
      );
    }
    sum += connectionShare;
    const usable = maxConnections - superuserReserved - reservedConnections;
    if (sum <= usable) return [];
    return problem(
      'SharesExceedServer',
      'connectionShare',
      `expected at most ${usable} connections in all shares of ${host}, got ${sum} with this one; ` +
        'take smaller shares or raise max_connections',
    );
  });
}

/** One tenant’s namespace must not hold the gateway of another. */
const namespacesOfGateways: Check = (deployments) => {
  const gateways = new Set(deployments.map(({ kubernetes }) => kubernetes?.entry.gateway.namespace));
  return deployments.flatMap(({ name, kubernetes }): TenantProblem[] =>
    kubernetes && gateways.has(kubernetes.namespace) && kubernetes.entry.gateway.namespace !== kubernetes.namespace
      ? [
          {
            code: 'NamespaceOfGateway',
            tenant: name,
            path: ['kubernetes', 'namespace'],
            message: `expected a namespace of the tenant’s own, got "${kubernetes.namespace}", where a gateway is; choose another`,
          },
        ]
      : [],
  );
};

/** A signing key that two tenants have makes a sign-in at one valid at the other. */
const sharedGeneratedSecrets: Check = (deployments) => {
  const owners = new Map<string, string>();
  return deployments.flatMap((deployment) =>
    secrets(deployment, 'aws').flatMap(({ name: role, origin }): TenantProblem[] => {
      const arn = deployment.aws?.secrets[role];
      if (arn === undefined || origin !== 'generated') return [];
      const owner = owners.get(arn);
      owners.set(arn, owner ?? deployment.name);
      if (owner === undefined || owner === deployment.name) return [];
      const message = `expected a secret of its own, got that of tenant ${owner}; a sign-in at one would be valid at the other`;
      return [{ code: 'DuplicateSecret', tenant: deployment.name, path: ['aws', 'secrets', role], message }];
    }),
  );
};

/** In a fleet file there is no prop that could bring the certificate. */
const certificateMissing: Check = (deployments) =>
  deployments.flatMap(({ name, aws }): TenantProblem[] =>
    aws && aws.certificateArn === undefined
      ? [
          {
            code: 'CertificateMissing',
            tenant: name,
            path: ['aws', 'certificateArn'],
            message: 'expected the ARN of an ACM certificate, got nothing; the load balancer speaks TLS only',
          },
        ]
      : [],
  );

/** Codes of the problems of tenants beside each other. */
export const fleetCodes = [
  'DuplicateHost',
  'DuplicateNamespace',
  'DuplicateDatabase',
  'DuplicateDatabaseUser',
  'DuplicateRedis',
  'DuplicateBucketPrefix',
  'DuplicateVectorStore',
  'ShareMissing',
  'ServersDisagree',
  'SharesExceedServer',
  'CertificateMissing',
  'DuplicateSecretPrefix',
  'DuplicateSecret',
  'NamespaceOfGateway',
] as const;

/** Rules on tenants beside each other. */
export const fleetRules: readonly Check[] = [
  certificateMissing,
  unique('DuplicateHost', 'a host', 'cookies and sign-ins of one would reach the other', ({ host }) => ({
    path: ['host'],
    value: host,
  })),
  unique(
    'DuplicateNamespace',
    'a namespace',
    'each could read the other’s secrets',
    ({ kubernetes }) => kubernetes && { path: ['kubernetes', 'namespace'], value: kubernetes.namespace },
  ),
  unique(
    'DuplicateDatabase',
    'a database',
    'releases and data would mix',
    (deployment) =>
      deployment.kubernetes && {
        path: ['kubernetes', 'database', 'name'],
        value: `${server(deployment)}/${deployment.kubernetes.database.name}`,
      },
  ),
  unique(
    'DuplicateDatabaseUser',
    'a database role',
    'each could read the other’s chats',
    (deployment) =>
      deployment.kubernetes && {
        path: ['kubernetes', 'database', 'user'],
        value: `${server(deployment)} ${deployment.kubernetes.database.user}`,
      },
  ),
  unique(
    'DuplicateRedis',
    'a Redis server',
    'socket.io’s channel crosses key prefixes',
    ({ kubernetes }) =>
      kubernetes && {
        path: ['kubernetes', 'redis', 'host'],
        value: redisIdentity(kubernetes),
      },
  ),
  unique('DuplicateVectorStore', 'a vector store', 'its key reads the other’s documents', ({ rag }) => {
    const store = vectorServer(rag.vectorStore);
    return store && { path: ['rag', 'vectorStore', 'host'], value: store.place };
  }),
  unique(
    'DuplicateSecretPrefix',
    'a prefix in the secret store',
    'a sign-in at one would be valid at the other',
    ({ kubernetes }) => kubernetes && { path: ['kubernetes', 'secrets', 'prefix'], value: kubernetes.secrets.prefix },
  ),
  sharedGeneratedSecrets,
  namespacesOfGateways,
  nestedPrefixes,
  sharedServers,
];
