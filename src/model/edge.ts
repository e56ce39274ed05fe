import type { Deployment } from './deployment';
import { securityHeaders } from './headers';
import type { SecurityHeader } from './headers';
import { anyMethod, releaseRoutes } from './routes';
import type { Route } from './routes';
import { trustedHeaderNames } from './settings/trusted-headers';

/** A limit per client address. */
export interface RateLimit {
  readonly id: 'signIn' | 'oauth' | 'uploads' | 'everything';
  /** Routes that count; empty for every request. */
  readonly routes: readonly Route[];
  /** Requests that a client address may send in a minute. */
  readonly perMinute: number;
  readonly why: string;
}

/** A path that never reaches the application. */
export interface BlockedPath {
  readonly path: string;
  readonly why: string;
}

/** What stands between clients and the application, whatever the target. */
export interface Edge {
  /** Oldest version of TLS. */
  readonly minimumTls: '1.2';
  /** Address ranges that may connect; undefined means every address. */
  readonly allowedCidrs?: readonly string[];
  readonly blockedPaths: readonly BlockedPath[];
  /** Routes that nobody may use, because they write configuration. */
  readonly configurationRoutes: readonly Route[];
  /** Routes for administrators, and the address ranges that may use them; empty means all that may connect. */
  readonly adminRoutes: readonly Route[];
  readonly adminCidrs: readonly string[];
  /** Routes for everybody although they read like one of the administrators’. */
  readonly ordinaryRoutes: readonly Route[];
  /** Request headers that claim an identity. No request that carries one from outside reaches the application with it. */
  readonly identityHeaders: readonly string[];
  readonly limits: readonly RateLimit[];
  /** Routes to which nobody sends prompts, code or notes, so that what looks like an attack in a body is one. */
  readonly screenedRoutes: readonly Route[];
  /** Routes whose query an identity provider writes: long, and full of what looks like an attack. */
  readonly callbackRoutes: readonly Route[];
  /** Seconds that an open answer may stay silent. */
  readonly streamTimeoutSeconds: number;
  readonly headers: readonly SecurityHeader[];
}

const { unauthenticated, credential, administrator, configuration, uploads, ordinary } = releaseRoutes;

const has = (routes: readonly Route[], { method, path }: Route): boolean =>
  routes.some((route) => route.method === method && route.path === path);

/** Where passwords and codes can be tried. An administrator who adds many users tries none. */
const credentialRoutes = credential.filter((route) => route.method === 'POST' && !has(administrator, route));

/** A route with a token in its path is no more open than one behind a sign-in, and takes what people write. */
const openToEverybody = unauthenticated.filter(({ method, path }) => method === 'POST' && !path.includes('{token}'));

const screenedRoutes = [...credentialRoutes, ...openToEverybody.filter((route) => !has(credentialRoutes, route))];

const callbackRoutes = unauthenticated.filter(({ path }) => path.startsWith('/oauth/') && path.endsWith('/callback'));

const blockedPaths: readonly BlockedPath[] = [
  { path: '/ready', why: 'takes a database connection without a sign-in' },
  { path: '/health/db', why: 'takes a database connection without a sign-in' },
  { path: '/docs', why: 'lists every route without a sign-in, should the image ever run in development mode' },
  { path: '/openapi.json', why: 'lists every route without a sign-in, should the image ever run in development mode' },
];

/** Names under which proxies commonly pass an identity on, and that Open WebUI can be told to trust. facts/open-webui.md §1.7. */
const identityHeaders = [
  'X-Forwarded-Email',
  'X-Forwarded-Name',
  'X-Forwarded-User',
  'X-Forwarded-Groups',
  'X-Forwarded-Preferred-Username',
  'X-Auth-Request-Email',
  'X-Auth-Request-User',
  'Remote-User',
  'Remote-Email',
  'Remote-Groups',
  'Remote-Name',
] as const;

/** What the entry of a deployment must enforce. */
export function edge(deployment: Deployment): Edge {
  const { exposure, edge: settings } = deployment;
  return {
    minimumTls: '1.2',
    allowedCidrs: exposure.kind === 'public' ? undefined : exposure.cidrs,
    blockedPaths,
    configurationRoutes: settings.configurationRoutes === 'refused' ? configuration : [],
    adminRoutes: administrator,
    adminCidrs: settings.adminCidrs,
    ordinaryRoutes: ordinary,
    identityHeaders: identityHeaders.filter((name) => !trustedHeaderNames(deployment).includes(name.toLowerCase())),
    limits: [
      {
        id: 'signIn',
        routes: credentialRoutes,
        perMinute: settings.signInPerMinute,
        why: 'the application limits sign-in per e-mail address only, so one address could try every user',
      },
      {
        id: 'oauth',
        routes: [anyMethod('/oauth/{rest:path}')],
        perMinute: settings.oauthPerMinute,
        why: 'each request makes the application ask the identity provider, and nobody has to sign in first',
      },
      {
        id: 'uploads',
        routes: uploads,
        perMinute: settings.uploadsPerMinute,
        why: 'the application stores a whole file before it looks at its size',
      },
      {
        id: 'everything',
        routes: [],
        perMinute: settings.requestsPerMinute,
        why: 'the application limits nothing else',
      },
    ],
    screenedRoutes,
    callbackRoutes,
    streamTimeoutSeconds: settings.streamTimeoutSeconds,
    headers: securityHeaders(deployment),
  };
}
