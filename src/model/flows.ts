import { ownCache } from './container';
import { kubernetesOf, ownDatabase } from './deployment';
import type { Deployment, Target } from './deployment';
import { embeddingUrl } from './settings/embedding';
import { hostedProviders } from './settings/oauth-providers';
import { storageUrls } from './settings/storage';
import { vectorServer } from './settings/vector-store';
import { searchCidrs, searchUrl } from './settings/web-search';

/** Somebody who speaks or is spoken to. */
export type Party =
  | 'clients'
  | 'edge'
  | 'app'
  | 'database'
  | 'cache'
  | 'storage'
  | 'models'
  | 'vectorStore'
  | 'documentReader'
  | 'codeRunner'
  | 'tools'
  | 'web'
  | 'telemetry'
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
  const { host, sentinel, cidrs } = redis;
  const cache = 'websocket events, revoked sign-ins and running tasks';
  return [
    tcp('app', 'database', database.port, 'chats, users and vectors', { host: database.host, cidrs: database.cidrs }),
    tcp('app', 'cache', redis.port, cache, { host: sentinel === undefined ? host : undefined, cidrs }),
    ...(sentinel === undefined
      ? []
      : [
          { ...tcp('app', 'cache', sentinel.port, 'which server is the primary', { host, cidrs }), id: 'app-sentinel' },
        ]),
    ...storageUrls(storage).map((url, index) =>
      toUrl(index === 0 ? 'app-storage' : `app-storage-${index + 1}`, 'storage', url, 'uploaded files', storage.cidrs),
    ),
  ];
}

/** Who computes, keeps and sorts what documents say. */
function retrieval({ rag: { embedding, vectorStore, reranking, extraction } }: Deployment): Flow[] {
  const url = embeddingUrl(embedding);
  const server = vectorServer(vectorStore);
  return [
    ...(url === undefined ? [] : [toUrl('app-embedding', 'models', url, 'embeddings of documents', embedding.cidrs)]),
    ...(server?.ports ?? []).map((port, index) => ({
      ...tcp('app', 'vectorStore', port, 'vectors and text of documents', { host: server?.host, cidrs: server?.cidrs }),
      id: index === 0 ? 'app-vectorStore' : `app-vectorStore-${index + 1}`,
    })),
    ...(reranking ? [toUrl('app-reranking', 'models', reranking.url, 'sorting what was found', reranking.cidrs)] : []),
    ...(extraction
      ? [toUrl('app-extraction', 'documentReader', extraction.url, 'reading uploaded files', extraction.cidrs)]
      : []),
  ];
}

/** Identity providers, and the directory. */
function signIn(deployment: Deployment): Flow[] {
  const { oidc, ldap } = deployment.auth;
  const hosted = hostedProviders(deployment).flatMap(({ provider, urls, cidrs }) =>
    urls.map((url, index) => toUrl(`app-${provider}-${index + 1}`, 'identityProvider', url, 'sign-in by OAuth', cidrs)),
  );
  return [
    ...(oidc ? [toUrl('app-identityProvider', 'identityProvider', oidc.issuer, 'sign-in by OIDC', oidc.cidrs)] : []),
    ...hosted,
    ...(ldap ? [tcp('app', 'directory', ldap.port, 'sign-in by LDAPS', { host: ldap.host, cidrs: ldap.cidrs })] : []),
  ];
}

/** Who is asked because a deployment chose so. Pages are fetched by https alone: no other port is opened for them. */
function chosen({ code, plugins, telemetry, web }: Deployment): Flow[] {
  const { jupyter } = code;
  const { fetch, search, webhook } = web;
  const { otel } = telemetry;
  const flow = (id: string, to: Party, url: string, why: string, cidrs?: readonly string[]): Flow =>
    toUrl(`app-${id}`, to, url, why, cidrs);
  return [
    ...(jupyter ? [flow('codeRunner', 'codeRunner', jupyter.url, 'code on a server', jupyter.cidrs)] : []),
    ...plugins.toolServers.map(({ url, cidrs }, index) => flow(`tools-${index + 1}`, 'tools', url, 'tools', cidrs)),
    ...plugins.terminals.map(({ url, cidrs }, index) => flow(`terminals-${index + 1}`, 'tools', url, 'shells', cidrs)),
    ...(fetch.kind === 'none'
      ? []
      : [tcp('app', 'web', 443, 'pages fetched for people', { cidrs: 'cidrs' in fetch ? fetch.cidrs : undefined })]),
    ...(search ? [flow('webSearch', 'web', searchUrl(search), 'web search', searchCidrs(search))] : []),
    ...(webhook ? [flow('webhook', 'web', `https://${webhook.host}`, 'events', webhook.cidrs)] : []),
    ...(otel ? [flow('telemetry', 'telemetry', otel.endpoint, 'traces and metrics', otel.cidrs)] : []),
  ];
}

/** Everybody who may talk to whom, on which port, and why. */
export function flows(deployment: Deployment, target: Target): readonly Flow[] {
  const { exposure, models } = deployment;
  return [
    tcp('clients', 'edge', edgePort, 'people use the deployment', {
      cidrs: exposure.kind === 'public' ? everyAddress : exposure.cidrs,
    }),
    tcp('edge', 'app', appPort, 'the entry passes requests on'),
    ...backing(deployment, target),
    { ...tcp('app', 'dns', 53, 'names of the far sides'), protocols: ['TCP', 'UDP'] },
    ...models.openai.map(({ url, cidrs }, index) => toUrl(`app-models-${index + 1}`, 'models', url, 'answers', cidrs)),
    ...models.ollama.map(({ url, cidrs }, index) => toUrl(`app-ollama-${index + 1}`, 'models', url, 'answers', cidrs)),
    ...retrieval(deployment),
    ...signIn(deployment),
    ...chosen(deployment),
  ];
}
