import { z } from 'zod';
import { cidrs, dnsName, issuerUrl, line } from '../formats';
import { facts, guide, rotation, setting } from './setting';
import type { DerivedVariables } from './setting';

/** Sign-in through an OpenID Connect provider. */
export const oidc = z.strictObject({
  issuer: issuerUrl.describe('Issuer of the identity provider, without `/.well-known/openid-configuration`.'),
  clientId: setting('OAUTH_CLIENT_ID', line, {
    meaning: 'Client id that the identity provider gave out. The secret is the role `oidcClientSecret`.',
    why: 'It names this deployment to the provider.',
    source: facts('1.6'),
  }),
  providerName: setting('OAUTH_PROVIDER_NAME', line.default('SSO'), {
    meaning: 'Name on the sign-in button.',
    why: 'It tells people which account is asked for.',
    source: facts('1.6'),
  }),
  allowedDomains: setting('OAUTH_ALLOWED_DOMAINS', z.array(dnsName).min(1), {
    meaning: 'Domains of the e-mail addresses that may sign in.',
    why: 'Open WebUI admits every domain unless told otherwise.',
    source: guide('Domain and group restrictions'),
    separator: ',',
  }),
  roles: z
    .strictObject({
      claim: setting('OAUTH_ROLES_CLAIM', line.default('roles'), {
        meaning: 'Claim that carries the roles; a dot descends.',
        why: 'A user without the claim is not refused but gets the default role.',
        source: facts('1.6'),
      }),
      user: z.array(line).min(1).describe('Values of the claim that make an ordinary user.'),
      admin: setting('OAUTH_ADMIN_ROLES', z.array(line).min(1), {
        meaning: 'Values of the claim that make an administrator.',
        why: 'Who administers is decided in one place, at the identity provider.',
        source: guide('Role mapping'),
        separator: ',',
      }),
    })
    .optional()
    .describe('Roles from the identity provider. Without it, new users get `auth.defaultRole`.'),
  cidrs: cidrs.optional().describe('Address ranges of the identity provider, where it has fixed ones.'),
});

/** Variables of OAuth that are not one key’s value. */
export const oauthVariables = {
  ENABLE_OAUTH_SIGNUP: {
    path: 'auth.oidc',
    meaning: 'Whether the first sign-in at the identity provider makes an account.',
    why: 'The provider decides who belongs here; `auth.defaultRole` decides what they may do at first.',
    source: facts('1.6'),
    value: ({ auth }) => (auth.oidc ? true : undefined),
  },
  OAUTH_MERGE_ACCOUNTS_BY_EMAIL: {
    path: 'auth.oidc',
    meaning: 'Whether a sign-in takes over the account with the same e-mail address.',
    why: 'A provider that does not verify addresses would hand out other people’s accounts.',
    source: guide('Account merging'),
    value: ({ auth }) => (auth.oidc ? false : undefined),
  },
  OPENID_PROVIDER_URL: {
    path: 'auth.oidc.issuer',
    meaning: 'Discovery document of the identity provider.',
    why: 'Sign-out needs it as well.',
    source: facts('1.6'),
    value: ({ auth }) => auth.oidc && `${auth.oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  },
  OPENID_REDIRECT_URI: {
    path: 'host',
    meaning: 'Where the identity provider sends people back to.',
    why: 'Said outright, it does not follow the Host header of a request.',
    source: facts('1.6'),
    needs: ['auth.oidc'],
    value: ({ auth, host }) => auth.oidc && `https://${host}/oauth/oidc/callback`,
  },
  OAUTH_CLIENT_SECRET: {
    path: 'auth.oidc',
    meaning: 'Client secret of this deployment at the identity provider.',
    why: 'It is a secret role, never text.',
    source: facts('1.6'),
    secret: {
      role: 'oidcClientSecret',
      origin: 'supplied',
      purpose: 'client secret at the OpenID Connect provider',
      rotation: rotation.byProvider,
    },
  },
  OAUTH_CODE_CHALLENGE_METHOD: {
    path: 'auth.oidc',
    meaning: 'Method of PKCE, which binds the answer of the identity provider to the browser that asked.',
    why: 'A stolen code is of no use to another browser.',
    source: facts('1.6'),
    value: ({ auth }) => auth.oidc && 'S256',
  },
  ENABLE_OAUTH_ROLE_MANAGEMENT: {
    path: 'auth.oidc.roles',
    meaning: 'Whether roles come from the identity provider.',
    why: 'It is on as soon as roles are mapped.',
    source: guide('Role mapping'),
    value: ({ auth }) => auth.oidc && auth.oidc.roles !== undefined,
  },
  OAUTH_ALLOWED_ROLES: {
    path: 'auth.oidc.roles.user',
    meaning: 'Values of the claim that may sign in: those of users and of administrators.',
    why: 'An administrator’s role must be allowed too, or it is never looked at.',
    source: guide('Role mapping'),
    value: ({ auth }) => auth.oidc?.roles && [...auth.oidc.roles.user, ...auth.oidc.roles.admin].join(','),
  },
} satisfies DerivedVariables;
