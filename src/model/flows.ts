import { ownCache } from './container';
import { kubernetesOf, ownDatabase } from './deployment';
import type { Deployment, Target } from './deployment';

/** Somebody who speaks or is spoken to. */
export type Party =
  | 'clients'
  | 'edge'
  | 'app'
  | 'database'
  | 'cache'
  | 'storage'
  | 'models'
  | 'identityProvider'
  | 'directory'
  | 'dns'
  | 'platform';

/** Permission for one party to open connections to another. What no flow permits is closed. */
export interface Flow {
  /** Stable name: `app-database`, `app-models-1`. */
  readonly id: string;
  readonly from: Party;
  readonly to: Party;
  readonly port: number;
  readonly protocols: readonly ('TCP' | 'UDP')[];
  /** Addresses of the far side, where they are known; else it is a party of the deployment or a public address. */
  readonly cidrs?: readonly string[];
  /** Name of the far side outside the deployment, where it has one. */
  readonly host?: string;
  readonly why: string;
}

/** Port of the application in its container. */
export const appPort = 8080;

/** Port of the TLS listener. */
export const edgePort = 443;

/** Every address, of both families. */
export const everyAddress: readonly string[] = ['0.0.0.0/0', '::/0'];

function tcp(from: Party, to: Party, port: number, why: string, far: Pick<Flow, 'cidrs' | 'host'> = {}): Flow {
  return { id: `${from}-${to}`, from, to, port, protocols: ['TCP'], why, ...far };
}

function toUrl(id: string, to: Party, url: string, why: string, cidrs?: readonly string[]): Flow {
  const { protocol, hostname, port } = new URL(url);
  const number = port === '' ? (protocol === 'http:' ? 80 : 443) : Number(port);
  return { ...tcp('app', to, number, why, { host: hostname, cidrs }), id };
}

function backing(deployment: Deployment, target: Target): Flow[] {
  if (target === 'aws') {
    return [
      tcp('app', 'database', ownDatabase.port, 'chats, users and vectors'),
      tcp('app', 'cache', ownCache.port, 'websocket events, revoked sign-ins and running tasks'),
      tcp('app', 'storage', 443, 'uploaded files'),
      tcp('app', 'platform', 443, 'images, secrets and logs'),
    ];
  }
  const { database, redis, storage } = kubernetesOf(deployment);
  const endpoint = storage.endpoint ?? `https://s3.${storage.region}.amazonaws.com`;
  return [
    tcp('app', 'database', database.port, 'chats, users and vectors', { host: database.host, cidrs: database.cidrs }),
    tcp('app', 'cache', redis.port, 'websocket events, revoked sign-ins and running tasks', {
      host: redis.host,
      cidrs: redis.cidrs,
    }),
    toUrl('app-storage', 'storage', endpoint, 'uploaded files', storage.cidrs),
  ];
}

/** Everybody who may talk to whom, on which port, and why. */
export function flows(deployment: Deployment, target: Target): readonly Flow[] {
  const { auth, exposure, models, rag } = deployment;
  return [
    tcp('clients', 'edge', edgePort, 'people use the deployment', {
      cidrs: exposure.kind === 'public' ? everyAddress : exposure.cidrs,
    }),
    tcp('edge', 'app', appPort, 'the entry passes requests on'),
    ...backing(deployment, target),
    { ...tcp('app', 'dns', 53, 'names of the far sides'), protocols: ['TCP', 'UDP'] },
    ...models.openai.map(({ url, cidrs }, index) => toUrl(`app-models-${index + 1}`, 'models', url, 'answers', cidrs)),
    toUrl('app-embedding', 'models', rag.embedding.url, 'embeddings of documents', rag.embedding.cidrs),
    ...(auth.oidc
      ? [toUrl('app-identityProvider', 'identityProvider', auth.oidc.issuer, 'sign-in by OIDC', auth.oidc.cidrs)]
      : []),
    ...(auth.ldap
      ? [
          tcp('app', 'directory', auth.ldap.port, 'sign-in by LDAPS', {
            host: auth.ldap.host,
            cidrs: auth.ldap.cidrs,
          }),
        ]
      : []),
  ];
}
