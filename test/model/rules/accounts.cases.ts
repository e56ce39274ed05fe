import type { Case } from './case';

const oidc = { issuer: 'https://login.acme.example', clientId: 'owui', allowedDomains: ['acme.example'] };
const roles = { user: ['staff'], admin: ['chief'] };
const ldap = { host: 'ldap.acme.example', bindDn: 'cn=owui', searchBase: 'dc=acme', cidrs: ['10.0.0.1/32'] };

const weakPattern = (taken: string): string =>
  `auth.passwordRules.pattern: expected a pattern that refuses what is tried first, got one that takes "${taken}"; ask for at least twelve characters, or eight of several kinds`;

export const accountCases: readonly Case[] = [
  {
    code: 'AuthenticationOff',
    holds: { auth: { enabled: true } },
    breaks: { auth: { enabled: false } },
    says: ['auth.enabled: expected true, got false; everybody would be the same administrator'],
  },
  {
    code: 'NoAdministrator',
    holds: { auth: { admin: { email: 'first@acme.example' } } },
    breaks: { auth: { admin: null } },
    says: [
      'auth.admin: expected the first administrator, got nothing; the first who comes becomes administrator of an empty database',
    ],
  },
  {
    code: 'NoAdministrator',
    holds: { auth: { passwordLogin: false, oidc, oauth: { roles } } },
    breaks: { auth: { admin: null, passwordLogin: false, oidc, oauth: { roles } } },
    says: [
      'auth.admin: expected the first administrator, got nothing; the first who signs in, whatever their role at the identity provider, becomes administrator of an empty database',
    ],
  },
  {
    code: 'AdministratorCannotSignIn',
    holds: { auth: { passwordLogin: false, oidc, oauth: { roles } } },
    breaks: { auth: { passwordLogin: false, oidc } },
    says: [
      'auth.passwordLogin: expected auth.oauth.roles with passwordLogin off, got nothing; the first administrator has no other way in than the password',
    ],
  },
  {
    code: 'OpenSignUp',
    holds: { auth: { signUp: false } },
    breaks: { auth: { signUp: true } },
    says: ['auth.signUp: expected false, got true; whoever reaches the page could make an account'],
  },
  {
    code: 'InitialAdminSignUp',
    holds: { auth: { initialAdminSignUp: false } },
    breaks: { auth: { initialAdminSignUp: true } },
    says: [
      'auth.initialAdminSignUp: expected false, got true; the first visitor of an empty database would become administrator',
    ],
  },
  {
    code: 'DefaultRoleAdmin',
    holds: { auth: { defaultRole: 'user' } },
    breaks: { auth: { defaultRole: 'admin' } },
    says: ['auth.defaultRole: expected pending or user, got admin; every new account would be an administrator'],
  },
  {
    code: 'NobodyCanSignIn',
    holds: { auth: { passwordLogin: false, github: { clientId: 'owui', allowedDomains: ['acme.example'] } } },
    breaks: { auth: { passwordLogin: false } },
    says: ['auth.passwordLogin: expected true, or an identity provider, got false; leave one way to sign in'],
  },
  {
    code: 'LdapNeedsPasswordLogin',
    holds: { auth: { ldap } },
    breaks: { auth: { ldap, passwordLogin: false, oidc } },
    says: [
      'auth.passwordLogin: expected true with auth.ldap, got false; Open WebUI refuses LDAP without password authentication',
    ],
  },
  {
    code: 'PasswordLoginOffWithSignUp',
    holds: { auth: { passwordLogin: true, signUp: true } },
    breaks: { auth: { passwordLogin: false, signUp: true, oidc } },
    says: [
      'auth.signUp: expected false with passwordLogin off, got true; sign-up would still make accounts and sign them in',
    ],
  },
  {
    code: 'NoPasswordRules',
    holds: { auth: { passwordLogin: false, oidc, passwordRules: { enabled: false } } },
    breaks: { auth: { passwordRules: { enabled: false } } },
    says: ['auth.passwordRules.enabled: expected true, got false; any password would be taken'],
  },
  {
    code: 'WeakPasswordPattern',
    holds: { auth: { passwordRules: { pattern: String.raw`^(?=.*\d)(?=.*[A-Z]).{8,}$` } } },
    breaks: { auth: { passwordRules: { pattern: '.{7}' } } },
    says: [weakPattern('1111111')],
  },
  ...(
    [
      [String.raw`\d+`, '1'],
      ['[a-z]+', 'a'],
      ['[A-Z]{3,}', 'AAA'],
      ['[a-z]{8,}', 'password'],
      [String.raw`\d{8}`, '12345678'],
      [String.raw`(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^\w\s]).{7,}`, 'Aa1!xyz'],
    ] as const
  ).map(([pattern, taken]): Case => ({
    code: 'WeakPasswordPattern',
    holds: { auth: { passwordRules: { pattern: '.{12,}' } } },
    breaks: { auth: { passwordRules: { pattern } } },
    says: [weakPattern(taken)],
  })),
];
