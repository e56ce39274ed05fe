import type { Deployment } from '../deployment';
import { releaseRoutes } from '../routes';
import type { Route } from '../routes';
import { rule } from './rule';
import type { Rule, Verdict } from './rule';

/** Below these lies nearly everything that there is, the routes of administrators among them. */
const roots = ['/api', '/api/v1'];

function unrestricted({ auth: { apiKeys } }: Deployment): readonly Verdict[] {
  if (!apiKeys.enabled) return [];
  if (!apiKeys.endpointRestrictions) {
    return [
      {
        path: ['auth', 'apiKeys', 'endpointRestrictions'],
        message: 'expected true with API keys, got false; a stolen key would open everything that its user may do',
      },
    ];
  }
  return (apiKeys.allowedEndpoints ?? []).flatMap((endpoint, index): Verdict[] =>
    roots.includes(endpoint)
      ? [
          {
            path: ['auth', 'apiKeys', 'allowedEndpoints', index],
            message: `expected the routes that programs call, got ${endpoint}; everything below it would be allowed`,
          },
        ]
      : [],
  );
}

/** What administers: settings, people and their groups, code that the server runs, and the database. */
const administration = [
  '/api/events',
  '/api/v1/analytics',
  '/api/v1/auths/admin',
  '/api/v1/configs',
  '/api/v1/functions',
  '/api/v1/groups',
  '/api/v1/pipelines',
  '/api/v1/scim',
  '/api/v1/users',
  '/api/v1/utils/db',
  '/ollama/config',
  '/openai/config',
];

const partsOf = (path: string): readonly string[] => path.split('/').filter((part) => part !== '');

/** Whether the path of a route is an endpoint or lies below it, as the release compares them. */
function opens(endpoint: readonly string[], route: readonly string[]): boolean {
  return endpoint.every((part, index) => part === route[index] || route[index]?.startsWith('{') === true);
}

/** A route of administrators, or one that takes what people sign in with, that an endpoint opens to keys. */
function guarded(endpoint: string): Route | undefined {
  const { administrator, credential, ordinary } = releaseRoutes;
  if (roots.includes(endpoint) || ordinary.some(({ path }) => path === endpoint)) return undefined;
  const parts = partsOf(endpoint);
  const within = ({ path }: Route): boolean => administration.some((area) => opens(partsOf(area), partsOf(path)));
  // A few routes of administrators lie below nearly everything: below models, for one, that which deletes all of them.
  const named = ({ path }: Route): boolean => partsOf(path).length === parts.length;
  return [...credential, ...administrator.filter((route) => within(route) || named(route))].find(({ path }) =>
    opens(parts, partsOf(path)),
  );
}

function reachesAdministration({ auth: { apiKeys } }: Deployment): readonly Verdict[] {
  if (!apiKeys.enabled || !apiKeys.endpointRestrictions) return [];
  return (apiKeys.allowedEndpoints ?? []).flatMap((endpoint, index): Verdict[] => {
    const route = guarded(endpoint);
    return route === undefined
      ? []
      : [
          {
            path: ['auth', 'apiKeys', 'allowedEndpoints', index],
            message: `expected the routes that programs call, got ${endpoint}; it opens ${route.method} ${route.path} to keys`,
          },
        ];
  });
}

/** Rules on API keys. */
export const apiKeyRules: readonly Rule[] = [
  {
    code: 'ApiKeysUnrestricted',
    severity: 'error',
    reason: 'A key has the rights of its user and never ends: without a list of routes a stolen one opens everything.',
    fix: 'leave endpointRestrictions on, and list the routes that programs call',
    source: 'seeds/hardening-open-webui.txt, "Endpoint restrictions"',
    owasp: 'A01',
    check: unrestricted,
  },
  {
    code: 'ApiKeysReachAdministration',
    severity: 'error',
    reason: 'A key never ends and asks for no password: a stolen one of an administrator would administer.',
    fix: 'list the routes that programs call, and administer in the page',
    source: 'seeds/hardening-open-webui.txt, "Endpoint restrictions"; open_webui/utils/auth.py',
    owasp: 'A01',
    check: reachesAdministration,
  },
  rule({
    code: 'ApiKeysOpenNothing',
    severity: 'problem',
    path: ['auth', 'apiKeys', 'allowedEndpoints'],
    reason: 'With restrictions on and no route listed every request with a key is refused.',
    fix: 'list the routes that programs call, or leave API keys off',
    source: 'seeds/hardening-open-webui.txt, "Endpoint restrictions"; open_webui/utils/auth.py',
    check: ({ auth: { apiKeys } }) =>
      apiKeys.enabled && apiKeys.endpointRestrictions && (apiKeys.allowedEndpoints ?? []).length === 0
        ? 'expected the routes that programs call, got none; every request with a key would be refused'
        : undefined,
  }),
];
