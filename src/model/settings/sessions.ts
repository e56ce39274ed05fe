import { z } from 'zod';
import { lifetime } from './lifetime';
import { facts, guide, setting, upstream } from './setting';
import type { DerivedVariables } from './setting';

/** How long a sign-in lasts. */
export const tokenLifetime = setting('JWT_EXPIRES_IN', lifetime.default('24h'), {
  meaning: 'How long a sign-in lasts.',
  why: 'A stolen token ends within a day; one without an end cannot be revoked by signing out.',
  source: guide('Token expiry'),
});

const sameSite = z.enum(['lax', 'strict', 'none']);

/** Flags of the cookies. */
export const cookies = z
  .strictObject({
    sessionSecure: setting('WEBUI_SESSION_COOKIE_SECURE', z.boolean().default(true), {
      meaning: 'Whether `owui-session` is sent over TLS alone.',
      why: 'A cookie on a plain connection can be read on the way.',
      source: guide('Cookie settings'),
    }),
    sessionSameSite: setting('WEBUI_SESSION_COOKIE_SAME_SITE', sameSite.default('lax'), {
      meaning: 'SameSite of `owui-session`. Sign-in by OAuth needs lax.',
      why: 'The cookie carries the state of a sign-in back from another site; lax still keeps it from foreign forms.',
      source: facts('0.1'),
    }),
    authSecure: setting('WEBUI_AUTH_COOKIE_SECURE', z.boolean().default(true), {
      meaning: 'Whether `token` and the other sign-in cookies are sent over TLS alone.',
      why: 'A cookie on a plain connection can be read on the way.',
      source: guide('Cookie settings'),
    }),
    authSameSite: setting('WEBUI_AUTH_COOKIE_SAME_SITE', sameSite.default('strict'), {
      meaning: 'SameSite of `token` and the other sign-in cookies.',
      why: 'No other site can make a request in a user’s name.',
      source: guide('Cookie settings'),
    }),
    idTokenCookie: setting('ENABLE_OAUTH_ID_TOKEN_COOKIE', z.boolean().default(false), {
      meaning: 'Whether the identity provider’s raw token is kept in a cookie.',
      why: 'Nothing needs it, and a token that is not there cannot be stolen.',
      source: facts('1.4'),
    }),
    starSessions: setting('ENABLE_STAR_SESSIONS_MIDDLEWARE', z.boolean().default(false), {
      meaning: 'Whether the state of an OAuth sign-in is kept in Redis instead of in the signed `owui-session`.',
      why: 'The signed cookie works on every replica; where the store fails the release goes back to it without a word.',
      source: upstream('main.py'),
      needs: ['redis'],
    }),
  })
  .prefault({})
  .describe('Cookies. The release has no setting for their domain and path: they belong to this host alone.');

/** Variables of sessions that are not one key’s value. */
export const sessionVariables = {} satisfies DerivedVariables;
