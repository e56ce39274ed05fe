import type { Deployment } from '../deployment';
import { providersOf } from '../settings/oauth-providers';
import { rule } from './rule';
import type { Rule } from './rule';

/** Passwords that are tried first: every kind of character alone, kinds together, and what people think of. */
const guessed: readonly string[] = [
  ...['1', 'a', 'A', '!'].flatMap((one) => Array.from({ length: 7 }, (_, index) => one.repeat(index + 1))),
  ...['1234567', 'a1', 'A1', 'Aa1', 'Aa1!', 'abc123', 'Abc123', 'Aa1!xyz'],
  ...['password', '12345678'],
];

function noAdministrator({ auth }: Deployment): string | undefined {
  if (auth.admin) return undefined;
  const who =
    providersOf(auth).length > 0 ? 'who signs in, whatever their role at the identity provider,' : 'who comes';
  return `expected the first administrator, got nothing; the first ${who} becomes administrator of an empty database`;
}

function administratorCannotSignIn({ auth }: Deployment): string | undefined {
  const { admin, passwordLogin, oauth } = auth;
  const otherWay = !admin || !oauth || oauth.roles !== undefined || oauth.mergeAccountsByEmail;
  return passwordLogin || otherWay
    ? undefined
    : 'expected auth.oauth.roles with passwordLogin off, got nothing; the first administrator has no other way in than the password';
}

/** Rules on accounts and passwords. */
export const accountRules: readonly Rule[] = [
  rule({
    code: 'AuthenticationOff',
    severity: 'error',
    path: ['auth', 'enabled'],
    reason: 'Without authentication everybody who reaches the deployment is its administrator.',
    fix: 'leave enabled on',
    source: 'seeds/hardening-open-webui.txt, "Authentication and Signup"; facts/open-webui.md §1.3',
    owasp: 'A07',
    check: ({ auth }) =>
      auth.enabled ? undefined : 'expected true, got false; everybody would be the same administrator',
  }),
  rule({
    code: 'NoAdministrator',
    severity: 'error',
    path: ['auth', 'admin'],
    reason:
      'The release makes the first user of an empty database its administrator, before it looks at roles: the first ' +
      'visitor who signs up, or the first whom an identity provider, a directory or a proxy signs in.',
    fix: 'describe the first administrator; where the database already has users, accept the finding',
    source: 'seeds/hardening-open-webui.txt, "Admin account from environment variables"; facts/open-webui.md §0.1',
    owasp: 'A07',
    check: noAdministrator,
  }),
  rule({
    code: 'AdministratorCannotSignIn',
    severity: 'warning',
    path: ['auth', 'passwordLogin'],
    reason:
      'The first administrator has a password only. Where passwords are off and the identity provider makes no ' +
      'administrators, nobody can approve users.',
    fix: 'map auth.oauth.roles, or leave passwordLogin on',
    source: 'open_webui/utils/oauth.py',
    owasp: 'A07',
    check: administratorCannotSignIn,
  }),
  rule({
    code: 'OpenSignUp',
    severity: 'error',
    path: ['auth', 'signUp'],
    reason: 'Whoever reaches the page makes an account.',
    fix: 'leave signUp off; administrators, identity providers and directories make accounts',
    source: 'seeds/hardening-open-webui.txt, "Registration"',
    owasp: 'A07',
    check: ({ auth }) =>
      auth.signUp ? 'expected false, got true; whoever reaches the page could make an account' : undefined,
  }),
  rule({
    code: 'InitialAdminSignUp',
    severity: 'error',
    path: ['auth', 'initialAdminSignUp'],
    reason: 'The first visitor of an empty database becomes administrator even where the form is hidden.',
    fix: 'leave initialAdminSignUp off, and describe admin',
    source: 'seeds/hardening-open-webui.txt, "Registration"; facts/open-webui.md §1.3',
    owasp: 'A07',
    check: ({ auth }) =>
      auth.initialAdminSignUp
        ? 'expected false, got true; the first visitor of an empty database would become administrator'
        : undefined,
  }),
  rule({
    code: 'DefaultRoleAdmin',
    severity: 'error',
    path: ['auth', 'defaultRole'],
    reason: 'Every new account could read every chat and change every setting.',
    fix: 'leave defaultRole at pending; make administrators one by one or by auth.oauth.roles',
    source: 'seeds/hardening-open-webui.txt, "Roles"',
    owasp: 'A01',
    check: ({ auth }) =>
      auth.defaultRole === 'admin'
        ? 'expected pending or user, got admin; every new account would be an administrator'
        : undefined,
  }),
  rule({
    code: 'NobodyCanSignIn',
    severity: 'problem',
    path: ['auth', 'passwordLogin'],
    reason: 'Without a password and without an identity provider there is no way in.',
    fix: 'leave passwordLogin on, or describe an identity provider',
    source: 'facts/open-webui.md §1.3',
    check: ({ auth }) =>
      !auth.passwordLogin && providersOf(auth).length === 0 && !auth.ldap && !auth.trustedHeaders
        ? 'expected true, or an identity provider, got false; leave one way to sign in'
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
    code: 'PasswordLoginOffWithSignUp',
    severity: 'problem',
    path: ['auth', 'signUp'],
    reason: 'Switching passwords off does not close sign-up: it still makes an account and signs it in.',
    fix: 'leave signUp off where passwordLogin is off',
    source: 'seeds/hardening-open-webui.txt, "SSO-only environments"; facts/open-webui.md §1.3',
    owasp: 'A07',
    check: ({ auth }) =>
      auth.signUp && !auth.passwordLogin
        ? 'expected false with passwordLogin off, got true; sign-up would still make accounts and sign them in'
        : undefined,
  }),
  rule({
    code: 'NoPasswordRules',
    severity: 'error',
    path: ['auth', 'passwordRules', 'enabled'],
    reason: 'The release takes any password unless told otherwise, one of a single character too.',
    fix: 'leave passwordRules.enabled on',
    source: 'seeds/hardening-open-webui.txt, "Password validation"',
    owasp: 'A07',
    check: ({ auth: { passwordLogin, passwordRules } }) =>
      passwordLogin && !passwordRules.enabled ? 'expected true, got false; any password would be taken' : undefined,
  }),
  rule({
    code: 'WeakPasswordPattern',
    severity: 'warning',
    path: ['auth', 'passwordRules', 'pattern'],
    reason: 'Passwords of seven characters, and of one kind alone, are few enough to be tried one after another.',
    fix: 'leave the default, or ask for at least twelve characters, or eight of several kinds',
    source: 'seeds/hardening-open-webui.txt, "Password validation"',
    owasp: 'A07',
    check: ({ auth: { passwordRules } }) => {
      const taken = guessed.find((one) => new RegExp(`^(?:${passwordRules.pattern})`, 'u').test(one));
      return taken === undefined
        ? undefined
        : `expected a pattern that refuses what is tried first, got one that takes "${taken}"; ask for at least twelve characters, or eight of several kinds`;
    },
  }),
];
