import type { Deployment } from '../deployment';
import { providersOf } from '../settings/oauth-providers';
import { rule } from './rule';
import type { Rule, Verdict } from './rule';

function differingDomains({ auth }: Deployment): readonly Verdict[] {
  const [first, ...others] = providersOf(auth);
  const list = (provider: typeof first): string =>
    [...((provider && auth[provider]?.allowedDomains) ?? [])].sort().join(', ');
  return others
    .filter((provider) => list(provider) !== list(first))
    .map((provider) => ({
      path: ['auth', provider, 'allowedDomains'],
      message: `expected ${list(first)} as for auth.${first}, got ${list(provider)}; the release has one list for all providers`,
    }));
}

/** What the sign-in itself puts into the request: state and nonce bind the answer, the challenge binds the code. */
const ownParams = [
  'client_id',
  'client_secret',
  'code_challenge',
  'code_challenge_method',
  'nonce',
  'redirect_uri',
  'request',
  'request_uri',
  'response_mode',
  'response_type',
  'scope',
  'state',
];

function reservedParams({ auth }: Deployment): readonly Verdict[] {
  const places = [
    { path: ['auth', 'oauth', 'authorizeParams'], params: auth.oauth?.authorizeParams },
    { path: ['auth', 'google', 'authorizeParams'], params: auth.google?.authorizeParams },
  ];
  return places.flatMap(({ path, params = {} }) =>
    Object.keys(params)
      .filter((name) => ownParams.includes(name.trim().toLowerCase()))
      .map((name) => ({
        path: [...path, name],
        message: `expected no parameter of the sign-in itself, got ${name}; the application fills it in`,
      })),
  );
}

/** The id behind consumers: the tenant of every personal account. */
const personalAccounts = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** Rules on identity providers. */
export const oauthRules: readonly Rule[] = [
  rule({
    code: 'OAuthWithoutProvider',
    severity: 'problem',
    path: ['auth', 'oauth'],
    reason: 'Settings of OAuth do nothing where nobody signs in by it.',
    fix: 'describe auth.oidc, auth.google, auth.microsoft or auth.github, or leave auth.oauth out',
    source: 'facts/open-webui.md §1.6',
    check: ({ auth }) =>
      auth.oauth && providersOf(auth).length === 0
        ? 'expected an identity provider beside it, got none; describe auth.oidc, auth.google, auth.microsoft or auth.github'
        : undefined,
  }),
  {
    code: 'AllowedDomainsDiffer',
    severity: 'problem',
    reason: 'The release has one list of domains for all providers: each would admit what was meant for another.',
    fix: 'give every provider the same list',
    source: 'seeds/hardening-open-webui.txt, "Domain and group restrictions"; open_webui/config.py',
    owasp: 'A07',
    check: differingDomains,
  },
  {
    code: 'ReservedAuthorizeParam',
    severity: 'problem',
    reason: 'A parameter that is set replaces the one that binds the answer of the provider to the browser that asked.',
    fix: 'leave it out',
    source: 'open_webui/utils/oauth.py',
    owasp: 'A07',
    check: reservedParams,
  },
  rule({
    code: 'PersonalMicrosoftAccounts',
    severity: 'problem',
    path: ['auth', 'microsoft', 'tenantId'],
    reason: 'This id is the tenant of all personal accounts, which anybody makes with any e-mail address.',
    fix: 'name the tenant of the organization',
    source: 'facts/open-webui.md §1.6',
    owasp: 'A07',
    check: ({ auth }) =>
      auth.microsoft?.tenantId === personalAccounts
        ? `expected the id or a domain of one Entra tenant, got ${personalAccounts}, which is consumers; name your own`
        : undefined,
  }),
  rule({
    code: 'MergeByEmail',
    severity: 'error',
    path: ['auth', 'oauth', 'mergeAccountsByEmail'],
    reason: 'The release does not look whether the provider has verified an address before it hands out its account.',
    fix: 'leave mergeAccountsByEmail off',
    source: 'seeds/hardening-open-webui.txt, "Account merging"',
    owasp: 'A07',
    check: ({ auth }) =>
      auth.oauth?.mergeAccountsByEmail
        ? 'expected false, got true; whoever has an address at the provider would get its account'
        : undefined,
  }),
  rule({
    code: 'EmailFallback',
    severity: 'problem',
    path: ['auth', 'oauth', 'emailFallback'],
    reason: 'An address that is made up ends in .local, so it is in none of the domains that may sign in.',
    fix: 'leave emailFallback off, and let the provider tell the address',
    source: 'open_webui/utils/oauth.py',
    check: ({ auth }) =>
      auth.oauth?.emailFallback
        ? 'expected false with allowedDomains, got true; an address that is made up is in none of them'
        : undefined,
  }),
  rule({
    code: 'BlockedGroupsDoNotDeny',
    severity: 'warning',
    path: ['auth', 'oauth', 'blockedGroups'],
    reason: 'The list only leaves groups out when they are copied. Their members sign in all the same.',
    fix: 'to keep people out, map auth.oauth.roles or do not assign them at the provider; else accept the finding',
    source: 'seeds/hardening-open-webui.txt, "Domain and group restrictions"; open_webui/utils/oauth.py',
    owasp: 'A01',
    check: ({ auth }) => {
      const count = auth.oauth?.blockedGroups?.length ?? 0;
      return count > 0
        ? `expected no list, got one of ${count}; it keeps nobody out: use auth.oauth.roles for that`
        : undefined;
    },
  }),
  rule({
    code: 'RolesClaimMissing',
    severity: 'error',
    path: ['auth', 'defaultRole'],
    reason: 'Somebody whose token carries no roles at all is not refused but gets the default role.',
    fix: 'leave defaultRole at pending where roles are mapped',
    source: 'seeds/hardening-open-webui.txt, "Role mapping"; facts/open-webui.md §1.6',
    owasp: 'A01',
    check: ({ auth }) =>
      auth.oauth?.roles && auth.defaultRole !== 'pending'
        ? `expected pending with auth.oauth.roles, got ${auth.defaultRole}; who comes without the claim would get it`
        : undefined,
  }),
  rule({
    code: 'TokenExchangeForEveryClient',
    severity: 'error',
    path: ['auth', 'oauth', 'tokenExchange', 'trustedClientIds'],
    reason: 'A token that the provider gave out for any other application would sign its user in here.',
    fix: 'list the clients whose tokens are meant',
    source: 'facts/open-webui.md §1.6',
    owasp: 'A07',
    check: ({ auth }) =>
      auth.oauth?.tokenExchange && (auth.oauth.tokenExchange.trustedClientIds ?? []).length === 0
        ? 'expected the clients whose tokens are taken, got none; tokens of every application would be'
        : undefined,
  }),
];
