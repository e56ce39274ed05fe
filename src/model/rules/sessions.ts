import type { Deployment } from '../deployment';
import { days, secondsOf } from '../settings/lifetime';
import { providersOf } from '../settings/oauth-providers';
import { rule } from './rule';
import type { Rule, Verdict } from './rule';

function notSecure({ cookies }: Deployment): readonly Verdict[] {
  return (['sessionSecure', 'authSecure'] as const)
    .filter((key) => !cookies[key])
    .map((key) => ({
      path: ['cookies', key],
      message: 'expected true, got false; the cookie would travel in plain text too',
    }));
}

function sentByOthers({ cookies }: Deployment): readonly Verdict[] {
  return (['sessionSameSite', 'authSameSite'] as const)
    .filter((key) => cookies[key] === 'none')
    .map((key) => ({
      path: ['cookies', key],
      message: `expected ${key === 'authSameSite' ? 'strict or lax' : 'lax'}, got none; every other site could use it`,
    }));
}

/** Rules on cookies and sign-in tokens. */
export const sessionRules: readonly Rule[] = [
  {
    code: 'CookieNotSecure',
    severity: 'error',
    reason: 'A browser sends a cookie without Secure over plain HTTP as well, where anybody on the way can read it.',
    fix: 'leave both cookies Secure; every target serves TLS alone',
    source:
      'seeds/hardening-open-webui.txt, "Cookie settings"; seeds/security-configuration.txt, "Secure Cookie Settings"',
    owasp: 'A02',
    check: notSecure,
  },
  {
    code: 'CookieSentToOthers',
    severity: 'error',
    reason: 'With SameSite=None any page can make requests in the name of whoever visits it.',
    fix: 'leave the session cookie at lax and the sign-in cookie at strict',
    source:
      'seeds/hardening-open-webui.txt, "Cookie settings"; seeds/security-configuration.txt, "Secure Cookie Settings"',
    owasp: 'A01',
    check: sentByOthers,
  },
  rule({
    code: 'StrictSessionCookieWithOidc',
    severity: 'problem',
    path: ['cookies', 'sessionSameSite'],
    reason:
      'The session cookie carries the state of the OAuth flow back from the identity provider, which is another site.',
    fix: 'leave sessionSameSite at lax; the sign-in cookie stays strict',
    source: 'seeds/hardening-open-webui.txt, "Cookie settings"; facts/open-webui.md §0.1',
    check: ({ auth, cookies }) => {
      const [provider] = providersOf(auth);
      return provider !== undefined && cookies.sessionSameSite === 'strict'
        ? `expected lax with auth.${provider}, got strict; the identity provider’s answer would arrive without the cookie`
        : undefined;
    },
  }),
  rule({
    code: 'IdTokenCookie',
    severity: 'warning',
    path: ['cookies', 'idTokenCookie'],
    reason:
      'The provider’s token says who somebody is to whoever holds it, and nothing in the release needs the cookie.',
    fix: 'leave idTokenCookie off',
    source: 'seeds/security-configuration.txt, "Session Management"; facts/open-webui.md §1.4',
    owasp: 'A07',
    check: ({ cookies }) =>
      cookies.idTokenCookie ? 'expected false, got true; the provider’s token would lie in every browser' : undefined,
  }),
  rule({
    code: 'LongTokenLifetime',
    severity: 'warning',
    path: ['auth', 'tokenLifetime'],
    reason: 'A stolen token opens the account until it ends; the release has no idle timeout.',
    fix: 'take at most 7d',
    source: 'seeds/hardening-open-webui.txt, "Token expiry"',
    owasp: 'A07',
    check: ({ auth: { tokenLifetime } }) =>
      secondsOf(tokenLifetime) > days(7)
        ? `expected at most 7d, got ${tokenLifetime}; a stolen token would open the account that long`
        : undefined,
  }),
  rule({
    code: 'TokenOutlivesLogout',
    severity: 'error',
    path: ['auth', 'tokenLifetime'],
    reason:
      'A back-channel logout that got lost is made up for by the end of the token alone, and releases before 0.12 ' +
      'forget one after 30 days.',
    fix: 'take at most 30d where the identity provider ends sessions',
    source: 'seeds/hardening-open-webui.txt, "Session limits"; facts/open-webui.md §1.3',
    owasp: 'A07',
    check: ({ auth: { tokenLifetime, oauth } }) =>
      oauth?.backchannelLogout && secondsOf(tokenLifetime) > days(30)
        ? `expected at most 30d with back-channel logout, got ${tokenLifetime}; a lost logout would last that long`
        : undefined,
  }),
];
