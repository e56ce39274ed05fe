import { rule } from './rule';
import type { Rule } from './rule';

/** Rules on signing in. */
export const accountRules: readonly Rule[] = [
  rule({
    code: 'NobodyCanSignIn',
    severity: 'problem',
    path: ['auth', 'passwordLogin'],
    reason: 'Without a password and without an identity provider there is no way in.',
    fix: 'leave passwordLogin on, or describe an identity provider',
    source: 'facts/open-webui.md §1.3',
    check: ({ auth }) =>
      !auth.passwordLogin && !auth.oidc && !auth.ldap
        ? 'expected true, or auth.oidc, got false; leave one way to sign in'
        : undefined,
  }),
  rule({
    code: 'LdapNeedsPasswordLogin',
    severity: 'problem',
    path: ['auth', 'passwordLogin'],
    reason: 'Open WebUI refuses LDAP sign-in too when password authentication is off.',
    fix: 'leave passwordLogin on',
    source: 'facts/open-webui.md §1.3',
    check: ({ auth }) =>
      auth.ldap && !auth.passwordLogin
        ? 'expected true with auth.ldap, got false; Open WebUI refuses LDAP without password authentication'
        : undefined,
  }),
  rule({
    code: 'StrictSessionCookieWithOidc',
    severity: 'problem',
    path: ['cookies', 'sessionSameSite'],
    reason:
      'The session cookie carries the state of the OIDC flow back from the identity provider, which is another site.',
    fix: 'leave sessionSameSite at lax; the sign-in cookie stays strict',
    source: 'seeds/hardening-open-webui.txt, "Cookie settings"; facts/open-webui.md §0.1',
    check: ({ auth, cookies }) =>
      auth.oidc && cookies.sessionSameSite === 'strict'
        ? 'expected lax with auth.oidc, got strict; the identity provider’s answer would arrive without the cookie'
        : undefined,
  }),
];
