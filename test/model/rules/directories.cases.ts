import type { Case } from './case';

const oidc = { issuer: 'https://login.acme.example', clientId: 'owui', allowedDomains: ['acme.example'] };
const ldap = { host: 'ldap.acme.example', bindDn: 'cn=owui', searchBase: 'dc=acme', cidrs: ['10.0.0.1/32'] };
const trustedHeaders = { email: 'X-Forwarded-Email', proxies: ['203.0.113.0/28', '2001:db8::/64'] };
const behindProxy = { kind: 'allowList', cidrs: ['203.0.113.0/29', '2001:db8::/64'] };

export const directoryCases: readonly Case[] = [
  {
    code: 'TrustedHeadersNotIsolated',
    holds: { auth: { trustedHeaders }, exposure: behindProxy },
    breaks: {
      auth: { trustedHeaders },
      exposure: { kind: 'allowList', cidrs: ['203.0.113.0/29', '203.0.113.0/24', '2001:db8::/32'] },
    },
    says: [
      'exposure.cidrs[1]: expected a range within auth.trustedHeaders.proxies, got "203.0.113.0/24"; who connects from elsewhere could sign in as anybody',
      'exposure.cidrs[2]: expected a range within auth.trustedHeaders.proxies, got "2001:db8::/32"; who connects from elsewhere could sign in as anybody',
    ],
  },
  {
    code: 'TrustedHeadersNotIsolated',
    holds: { exposure: { kind: 'public' } },
    breaks: { auth: { trustedHeaders }, exposure: { kind: 'public' } },
    says: [
      'exposure.kind: expected allowList or internal with auth.trustedHeaders, got public; everybody could sign in as anybody',
    ],
  },
  {
    code: 'TrustedHeadersWithoutPasswordLogin',
    holds: { auth: { trustedHeaders }, exposure: behindProxy },
    breaks: { auth: { trustedHeaders, passwordLogin: false }, exposure: behindProxy },
    says: [
      'auth.passwordLogin: expected true with auth.trustedHeaders, got false; Open WebUI refuses the header without password authentication',
    ],
  },
  {
    code: 'LdapWithoutTls',
    holds: { auth: { ldap } },
    breaks: { auth: { ldap: { ...ldap, tls: false, verifyCertificate: false, port: 389 } } },
    says: ['auth.ldap.tls: expected true, got false; every password would cross the network in plain text'],
  },
  {
    code: 'LdapUnverified',
    holds: { auth: { ldap } },
    breaks: { auth: { ldap: { ...ldap, verifyCertificate: false } } },
    says: [
      'auth.ldap.verifyCertificate: expected true, got false; give ca where the directory has a certificate of your own',
    ],
  },
  {
    code: 'LdapWeakCiphers',
    holds: { auth: { ldap: { ...ldap, ciphers: ['ECDHE-RSA-AES256-GCM-SHA384'] } } },
    breaks: { auth: { ldap: { ...ldap, ciphers: ['ECDHE-RSA-AES256-GCM-SHA384', 'ALL'] } } },
    says: [
      'auth.ldap.ciphers[1]: expected one of ECDHE-ECDSA-AES256-GCM-SHA384, ECDHE-RSA-AES256-GCM-SHA384, ECDHE-ECDSA-CHACHA20-POLY1305, ECDHE-RSA-CHACHA20-POLY1305, ECDHE-ECDSA-AES128-GCM-SHA256, ECDHE-RSA-AES128-GCM-SHA256, got "ALL"; a suite that OpenSSL does not know is left out without a word',
    ],
  },
  {
    code: 'ScimWithoutProvider',
    holds: { auth: { oidc, scim: { provider: 'oidc' } } },
    breaks: { auth: { oidc, scim: {} } },
    says: [
      'auth.scim.provider: expected one of the providers of this deployment, got nothing; requests with an external id are refused',
    ],
  },
  {
    code: 'ScimWithoutProvider',
    holds: { auth: { oidc } },
    breaks: { auth: { oidc, scim: { provider: 'google' } } },
    says: [
      'auth.scim.provider: expected one of the providers of this deployment, got google; nobody signs in to the accounts that it makes',
    ],
  },
];
