import type { Deployment } from '../deployment';
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
