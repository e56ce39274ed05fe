import { z } from 'zod';
import { email, line } from '../formats';
import { facts, guide, setting } from './setting';
import type { DerivedVariables } from './setting';

/** Who has an account, and what a password must be. */
export const accounts = {
  admin: z
    .strictObject({
      email: setting('WEBUI_ADMIN_EMAIL', email, {
        meaning: 'E-mail address of the first administrator.',
        why: 'On an empty database the first who comes becomes administrator; an account made at the start is there before anybody.',
        source: facts('0.1'),
      }),
      name: setting('WEBUI_ADMIN_NAME', line.default('Admin'), {
        meaning: 'Display name of the first administrator.',
        why: 'It says what the account is for; its owner can change it.',
        source: guide('Admin account from environment variables'),
      }),
    })
    .describe(
      'First administrator, created before anybody can sign up as one. The password is the role `adminPassword`.',
    ),
  passwordLogin: setting('ENABLE_PASSWORD_AUTH', z.boolean().default(true), {
    meaning: 'Whether people sign in with a password kept by Open WebUI. LDAP needs it on as well.',
    why: 'It is on so that the first administrator can sign in; with an identity provider, switch it off.',
    source: facts('1.3'),
  }),
  defaultRole: setting('DEFAULT_USER_ROLE', z.enum(['pending', 'user']).default('pending'), {
    meaning: 'Role of a new user. A pending one waits for an administrator.',
    why: 'Nobody reaches models and tools before an administrator has looked at the account.',
    source: guide('Registration'),
  }),
};

/** Variables of accounts that are not one key’s value. */
export const accountVariables = {
  WEBUI_AUTH: {
    path: 'auth',
    meaning: 'Whether anybody has to sign in.',
    why: 'Without it everybody is the same administrator.',
    source: facts('1.3'),
    value: () => true,
  },
  WEBUI_ADMIN_PASSWORD: {
    path: 'auth.admin',
    meaning: 'Password of the first administrator.',
    why: 'It is generated, and short enough: a password above 72 bytes silently leaves no administrator.',
    source: facts('0.2'),
    secret: {
      role: 'adminPassword',
      origin: 'generated',
      purpose: 'first administrator’s password, used while there is no user',
      rotation: 'no effect after the first start; change it in the application',
      prepare: true,
      length: 32,
    },
  },
  ENABLE_SIGNUP: {
    path: 'auth',
    meaning: 'Whether strangers may make an account.',
    why: 'An account is an invitation: the administrator or the identity provider gives it.',
    source: guide('Registration'),
    value: () => false,
  },
  ENABLE_INITIAL_ADMIN_SIGNUP: {
    path: 'auth',
    meaning: 'Whether the first visitor may become administrator while the login form is off.',
    why: 'The first administrator is made at the start.',
    source: facts('1.3'),
    value: () => false,
  },
  ENABLE_LOGIN_FORM: {
    path: 'auth.passwordLogin',
    meaning: 'Whether the page shows the form for e-mail address and password.',
    why: 'Where no password is taken, there is no form; it gates sign-up as well.',
    source: guide('SSO-only environments'),
    value: ({ auth }) => auth.passwordLogin,
  },
} satisfies DerivedVariables;
