import { z } from 'zod';
import { email, line, text } from '../formats';
import { passwordVariables, passwords } from './passwords';
import { facts, guide, setting, upstream } from './setting';
import type { DerivedVariables } from './setting';

/** Who has an account, and what a password must be. */
export const accounts = {
  enabled: setting('WEBUI_AUTH', z.boolean().default(true), {
    meaning: 'Whether anybody has to sign in.',
    why: 'Without it everybody is the same administrator.',
    source: facts('1.3'),
  }),
  admin: z
    .strictObject({
      email: setting('WEBUI_ADMIN_EMAIL', email, {
        meaning: 'E-mail address of the first administrator. With an identity provider, one that nobody signs in with.',
        why: 'On an empty database the first who comes becomes administrator; an account made at the start is there before anybody.',
        source: facts('0.1'),
      }),
      name: setting('WEBUI_ADMIN_NAME', line.default('Admin'), {
        meaning: 'Display name of the first administrator.',
        why: 'It says what the account is for; its owner can change it.',
        source: guide('Admin account from environment variables'),
      }),
    })
    .optional()
    .describe(
      'First administrator, created before anybody can sign up as one. The password is the role `adminPassword`. @default - none',
    ),
  signUp: setting('ENABLE_SIGNUP', z.boolean().default(false), {
    meaning: 'Whether strangers may make an account with a password.',
    why: 'An account is an invitation: the administrator or the identity provider gives it.',
    source: guide('Registration'),
    needs: ['auth.loginForm'],
  }),
  initialAdminSignUp: setting('ENABLE_INITIAL_ADMIN_SIGNUP', z.boolean().default(false), {
    meaning: 'Whether the first visitor may become administrator although the login form is off.',
    why: 'The first administrator is made at the start.',
    source: facts('1.3'),
  }),
  loginForm: setting('ENABLE_LOGIN_FORM', z.boolean().optional(), {
    meaning:
      'Whether the page shows the form for e-mail address and password. @default - the value of auth.passwordLogin',
    why: 'Where no password is taken, there is no form; while it is off, sign-up is closed too.',
    source: guide('SSO-only environments'),
  }),
  ...passwords,
  defaultRole: setting('DEFAULT_USER_ROLE', z.enum(['pending', 'user', 'admin']).default('pending'), {
    meaning: 'Role of a new user. A pending one waits for an administrator.',
    why: 'Nobody reaches models and tools before an administrator has looked at the account.',
    source: guide('Registration'),
  }),
  defaultGroup: setting(
    'DEFAULT_GROUP_ID',
    text('the id of a group', /^[A-Za-z0-9-]{1,64}$/, 'copy it from the group in the admin pages').optional(),
    {
      meaning: 'Id of the group that every new user joins. @default - none',
      why: 'A new user gets no more than the default permissions unless a group is named.',
      source: facts('1.3'),
    },
  ),
  showAdminDetails: setting('SHOW_ADMIN_DETAILS', z.boolean().default(false), {
    meaning: 'Whether whoever has an account, a pending one too, is shown name and address of an administrator.',
    why: 'The address that an administrator signs in with is half of what an attacker needs.',
    source: upstream('routers/auths.py'),
  }),
  adminContact: setting('ADMIN_EMAIL', email.optional(), {
    meaning: 'Address that is shown to people who wait for approval. @default - that of the first user',
    why: 'Without it the address of the first user is shown: give one that nobody signs in with.',
    source: upstream('routers/auths.py'),
    needs: ['auth.showAdminDetails'],
  }),
};

/** Variables of accounts that are not one key’s value. */
export const accountVariables = {
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
      ageless: true,
      length: 32,
    },
  },
  ...passwordVariables,
} satisfies DerivedVariables;
