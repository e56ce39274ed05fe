import ipaddr from 'ipaddr.js';
import type { Deployment } from '../deployment';
import { strongCiphers } from '../settings/ldap';
import { providersOf } from '../settings/oauth-providers';
import { rule } from './rule';
import type { Rule, Verdict } from './rule';

function within(inner: string, outer: string): boolean {
  const [address, bits] = ipaddr.parseCIDR(inner);
  const [range, rangeBits] = ipaddr.parseCIDR(outer);
  return address.kind() === range.kind() && bits >= rangeBits && address.match(range, rangeBits);
}

function notIsolated({ auth: { trustedHeaders }, exposure }: Deployment): readonly Verdict[] {
  if (!trustedHeaders) return [];
  if (exposure.kind === 'public') {
    return [
      {
        path: ['exposure', 'kind'],
        message:
          'expected allowList or internal with auth.trustedHeaders, got public; everybody could sign in as anybody',
      },
    ];
  }
  return exposure.cidrs.flatMap((cidr, index): Verdict[] =>
    trustedHeaders.proxies.some((proxy) => within(cidr, proxy))
      ? []
      : [
          {
            path: ['exposure', 'cidrs', index],
            message: `expected a range within auth.trustedHeaders.proxies, got "${cidr}"; who connects from elsewhere could sign in as anybody`,
          },
        ],
  );
}

function weakCiphers({ auth: { ldap } }: Deployment): readonly Verdict[] {
  return (ldap?.ciphers ?? []).flatMap((cipher, index): Verdict[] =>
    strongCiphers.includes(cipher)
      ? []
      : [
          {
            path: ['auth', 'ldap', 'ciphers', index],
            message: `expected one of ${strongCiphers.join(', ')}, got "${cipher}"; a suite that OpenSSL does not know is left out without a word`,
          },
        ],
  );
}

function scimProvider({ auth }: Deployment): string | undefined {
  const known = providersOf(auth);
  const { provider } = auth.scim ?? {};
  if (!auth.scim || (provider !== undefined && known.includes(provider))) return undefined;
  return `expected one of the providers of this deployment, got ${provider ?? 'nothing'}; ${
    provider === undefined
      ? 'requests with an external id are refused'
      : 'nobody signs in to the accounts that it makes'
  }`;
}

/** Rules on proxies and directories that say who somebody is. */
export const directoryRules: readonly Rule[] = [
  {
    code: 'TrustedHeadersNotIsolated',
    severity: 'problem',
    reason: 'The application believes the header whoever sends it: one forged header is a sign-in as anybody.',
    fix: 'admit the proxies alone: every range of exposure within auth.trustedHeaders.proxies',
    source: 'seeds/hardening-open-webui.txt, "Trusted Header Authentication"; facts/open-webui.md §1.7',
    owasp: 'A07',
    check: notIsolated,
  },
  rule({
    code: 'TrustedHeadersWithoutPasswordLogin',
    severity: 'problem',
    path: ['auth', 'passwordLogin'],
    reason: 'Sign-in by header uses the route for passwords, which Open WebUI closes with password authentication.',
    fix: 'leave passwordLogin on; with auth.trustedHeaders no password is taken',
    source: 'facts/open-webui.md §0.2',
    check: ({ auth }) =>
      auth.trustedHeaders && !auth.passwordLogin
        ? 'expected true with auth.trustedHeaders, got false; Open WebUI refuses the header without password authentication'
        : undefined,
  }),
  rule({
    code: 'LdapWithoutTls',
    severity: 'error',
    path: ['auth', 'ldap', 'tls'],
    reason: 'Every password crosses the network in plain text.',
    fix: 'leave tls on, with the LDAPS port of the directory',
    source: 'seeds/hardening-open-webui.txt, "LDAP"',
    owasp: 'A02',
    check: ({ auth }) =>
      auth.ldap && !auth.ldap.tls
        ? 'expected true, got false; every password would cross the network in plain text'
        : undefined,
  }),
  rule({
    code: 'LdapUnverified',
    severity: 'error',
    path: ['auth', 'ldap', 'verifyCertificate'],
    reason: 'Whoever can answer in the place of the directory reads every password and decides who signs in.',
    fix: 'leave verifyCertificate on; give ca for certificates of your own',
    source: 'seeds/hardening-open-webui.txt, "LDAP"',
    owasp: 'A02',
    check: ({ auth }) =>
      auth.ldap?.tls && !auth.ldap.verifyCertificate
        ? 'expected true, got false; give ca where the directory has a certificate of your own'
        : undefined,
  }),
  {
    code: 'LdapWeakCiphers',
    severity: 'warning',
    reason: 'Other suites lack forward secrecy or authenticated encryption, or bring old versions of TLS back.',
    fix: 'leave ciphers out, or list some of the default ones',
    source: 'seeds/hardening-open-webui.txt, "LDAP"',
    owasp: 'A02',
    check: weakCiphers,
  },
  rule({
    code: 'ScimWithoutProvider',
    severity: 'warning',
    path: ['auth', 'scim', 'provider'],
    reason: 'The release ties an account that is provisioned to one that signs in by the name of the provider.',
    fix: 'name the provider that provisions, and describe it',
    source: 'open_webui/routers/scim.py',
    owasp: 'A07',
    check: scimProvider,
  }),
];
