import { z } from 'zod';
import { line, text, unexpanded } from '../formats';
import { claimVariables, claims } from './oauth-claims';
import { authorizeParams, providersOf, providerVariables } from './oauth-providers';
import { facts, guide, setting, upstream } from './setting';
import type { DerivedVariables } from './setting';

const endSessionUrl = text(
  'an https URL',
  new RegExp(String.raw`^https://${unexpanded}[^\s\p{Cc}"'<>\\]{1,1000}$`, 'u'),
  'write it with its query, as the provider documents it',
);

const tokenExchange = z.strictObject({
  trustedClientIds: setting(
    'OAUTH_TOKEN_EXCHANGE_TRUSTED_CLIENT_IDS',
    z
      .array(text('a client id', /^[^,\s\p{Cc}]{1,300}$/u, 'leave out commas and spaces'))
      .max(100)
      .optional(),
    {
      meaning:
        'Clients of the identity provider whose tokens are taken. The provider must offer introspection. @default - none',
      why: 'Without a list a token that was given out for any other application signs its user in here.',
      source: facts('1.6'),
      separator: ',',
    },
  ),
  rateLimit: setting('OAUTH_TOKEN_EXCHANGE_RATE_LIMIT', z.int().min(1).max(100000).default(20), {
    meaning: 'Exchanges for each client address in a window.',
    why: 'Upstream has no limit, and each exchange asks the provider.',
    source: facts('1.6'),
  }),
  windowSeconds: setting('OAUTH_TOKEN_EXCHANGE_RATE_LIMIT_WINDOW', z.int().min(1).max(86400).default(180), {
    meaning: 'Length of the window in seconds.',
    why: 'Three minutes, as for passwords.',
    source: facts('1.6'),
  }),
});

/** What holds for all identity providers alike. */
export const oauth = z.strictObject({
  signUp: setting('ENABLE_OAUTH_SIGNUP', z.boolean().default(true), {
    meaning: 'Whether the first sign-in at the identity provider makes an account.',
    why: 'The provider decides who belongs here; `auth.defaultRole` decides what they may do at first.',
    source: facts('1.6'),
  }),
  mergeAccountsByEmail: setting('OAUTH_MERGE_ACCOUNTS_BY_EMAIL', z.boolean().default(false), {
    meaning: 'Whether a sign-in takes over the account with the same e-mail address.',
    why: 'A provider that does not verify addresses would hand out other people’s accounts.',
    source: guide('Account merging'),
  }),
  emailFallback: setting('ENABLE_OAUTH_EMAIL_FALLBACK', z.boolean().default(false), {
    meaning: 'Whether an address is made up for a user of whom the provider tells none.',
    why: 'The domains that may sign in are checked against the address.',
    source: facts('1.6'),
  }),
  autoRedirect: setting('OAUTH_AUTO_REDIRECT', z.boolean().default(false), {
    meaning: 'Whether the page goes to the provider at once, where there is one provider and no form.',
    why: 'Who has signed out should not be signed in again by opening the page.',
    source: facts('1.6'),
  }),
  ...claims,
  maxSessionsPerUser: setting('OAUTH_MAX_SESSIONS_PER_USER', z.int().min(1).max(100).default(5), {
    meaning: 'Sessions of one user at one provider whose tokens are kept. The oldest gives way.',
    why: 'Fewer tokens of the provider lie in the database. What was given out here stays valid until it ends.',
    source: guide('Session limits'),
  }),
  backchannelLogout: setting('ENABLE_OAUTH_BACKCHANNEL_LOGOUT', z.boolean().default(false), {
    meaning: 'Whether the provider may end all sessions of a user, by a request to `/oauth/backchannel-logout`.',
    why: 'It is one more route without sign-in: open it where the provider uses it.',
    source: guide('Session limits'),
    needs: ['redis'],
  }),
  endSessionUrl: setting('OPENID_END_SESSION_ENDPOINT', endSessionUrl.optional(), {
    meaning:
      'Where signing out leads, for a provider whose discovery document does not say it. @default - the provider’s own, by its discovery document',
    why: 'Who signs out here and stays signed in there is back with one click.',
    source: upstream('routers/auths.py'),
  }),
  tokenExchange: tokenExchange
    .optional()
    .describe('Lets other applications exchange a token of the provider for one of this deployment. @default - off'),
  timeoutSeconds: setting('OAUTH_TIMEOUT', z.int().min(1).max(60).optional(), {
    meaning: 'Seconds that a request to the provider may take. @default - 5, the client’s own',
    why: 'A provider that hangs must not hold requests of ours.',
    source: facts('1.6'),
  }),
  audience: setting('OAUTH_AUDIENCE', line.optional(), {
    meaning: 'Audience that is asked for in the request to the provider. @default - none',
    why: 'Only some providers want it.',
    source: facts('1.6'),
  }),
  authorizeParams: setting('OAUTH_AUTHORIZE_PARAMS', authorizeParams.optional(), {
    meaning: 'Further parameters of the request to every provider, such as `prompt` or `acr_values`. @default - none',
    why: 'Here the provider is asked for a second factor, which the application does not have.',
    source: facts('1.6'),
    json: true,
  }),
});

/** Variables of OAuth that are not one key’s value. */
export const oauthVariables = {
  ENABLE_OAUTH: {
    path: 'auth.oauth',
    meaning: 'Whether people sign in at an identity provider at all.',
    why: 'It is on as soon as a provider is described.',
    source: upstream('config.py'),
    value: ({ auth }) => providersOf(auth).length > 0,
  },
  OAUTH_CODE_CHALLENGE_METHOD: {
    path: 'auth.oauth',
    meaning: 'Method of PKCE, which binds the answer of the identity provider to the browser that asked.',
    why: 'A stolen code is of no use to another browser. The release has one method for all providers.',
    source: facts('1.6'),
    value: ({ auth }) => (providersOf(auth).length > 0 ? 'S256' : undefined),
  },
  ENABLE_OAUTH_TOKEN_EXCHANGE: {
    path: 'auth.oauth.tokenExchange',
    meaning: 'Whether a token of the identity provider can be exchanged for one of this deployment.',
    why: 'It is on as soon as it is described; whoever has a token of a trusted client is then signed in.',
    source: facts('1.6'),
    value: ({ auth }) => auth.oauth && auth.oauth.tokenExchange !== undefined,
  },
  ...providerVariables,
  ...claimVariables,
} satisfies DerivedVariables;
