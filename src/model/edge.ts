import type { Deployment } from './deployment';
import { securityHeaders } from './headers';
import type { SecurityHeader } from './headers';

/** A limit per client address. */
export interface RateLimit {
  readonly id: 'signIn' | 'everything';
  /** Exact paths that count; empty for every path. */
  readonly paths: readonly string[];
  /** Methods that count; empty for every method. */
  readonly methods: readonly string[];
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
  /** Prefixes of routes for administrators, and the address ranges that may use them; empty means all that may connect. */
  readonly adminPaths: readonly string[];
  readonly adminCidrs: readonly string[];
  /** Request headers that claim an identity. No request that carries one from outside reaches the application with it. */
  readonly identityHeaders: readonly string[];
  readonly limits: readonly RateLimit[];
  /** Seconds that an open answer may stay silent. */
  readonly streamTimeoutSeconds: number;
  readonly headers: readonly SecurityHeader[];
}

/** Credential routes of the pinned release. facts/open-webui.md §5. */
const credentialPaths = [
  '/api/v1/auths/signin',
  '/api/v1/auths/signup',
  '/api/v1/auths/ldap',
  '/api/v1/auths/update/password',
  '/api/v1/auths/mfa/verify',
  '/api/v1/auths/mfa/recover',
] as const;

const blockedPaths: readonly BlockedPath[] = [
  { path: '/ready', why: 'takes a database connection without a sign-in' },
  { path: '/health/db', why: 'takes a database connection without a sign-in' },
  { path: '/docs', why: 'lists every route without a sign-in, should the image ever run in development mode' },
  { path: '/openapi.json', why: 'lists every route without a sign-in, should the image ever run in development mode' },
];

/** Prefixes whose every route needs an administrator or a provisioning token in the pinned release's source. */
const adminPaths = [
  '/api/v1/auths/admin/config',
  '/api/v1/configs/connections',
  '/api/v1/configs/export',
  '/api/v1/configs/import',
  '/api/v1/configs/oauth',
  '/api/v1/configs/terminal_servers',
  '/api/v1/configs/tool_servers',
  '/api/v1/scim/',
  '/api/v1/utils/db/',
] as const;

/** Names under which proxies commonly pass an identity on, and that Open WebUI can be told to trust. facts/open-webui.md §1.7. */
const identityHeaders = [
  'X-Forwarded-Email',
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
    adminPaths,
    adminCidrs: settings.adminCidrs,
    identityHeaders,
    limits: [
      {
        id: 'signIn',
        paths: credentialPaths,
        methods: ['POST'],
        perMinute: settings.signInPerMinute,
        why: 'the application limits sign-in per e-mail address only, so one address could try every user',
      },
      {
        id: 'everything',
        paths: [],
        methods: [],
        perMinute: settings.requestsPerMinute,
        why: 'the application limits nothing else',
      },
    ],
    streamTimeoutSeconds: settings.streamTimeoutSeconds,
    headers: securityHeaders(deployment),
  };
}
