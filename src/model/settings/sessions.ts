import { z } from 'zod';
import { lifetime } from '../formats';
import { facts, guide, setting } from './setting';
import type { DerivedVariables } from './setting';

/** How long a sign-in lasts. */
export const tokenLifetime = setting('JWT_EXPIRES_IN', lifetime.default('24h'), {
  meaning: 'How long a sign-in lasts.',
  why: 'A stolen token ends within a day; one without an end cannot be revoked.',
  source: guide('Token expiry'),
});

/** Flags of the cookies. */
export const cookies = z
  .strictObject({
    sessionSameSite: setting('WEBUI_SESSION_COOKIE_SAME_SITE', z.enum(['lax', 'strict']).default('lax'), {
      meaning: 'SameSite of `owui-session`. OIDC needs lax.',
      why: 'The cookie carries the state of an OIDC sign-in back from another site; lax still keeps it from foreign forms.',
      source: facts('0.1'),
    }),
    authSameSite: setting('WEBUI_AUTH_COOKIE_SAME_SITE', z.enum(['lax', 'strict']).default('strict'), {
      meaning: 'SameSite of `token` and the other sign-in cookies.',
      why: 'No other site can make a request in a user’s name.',
      source: guide('Cookie settings'),
    }),
  })
  .prefault({})
  .describe('Cookies. They are always Secure.');

/** Variables of sessions that are not one key’s value. */
export const sessionVariables = {
  WEBUI_SESSION_COOKIE_SECURE: {
    path: 'cookies',
    meaning: 'Whether `owui-session` is sent over TLS alone.',
    why: 'A cookie on a plain connection can be read on the way.',
    source: guide('Cookie settings'),
    value: () => true,
  },
  WEBUI_AUTH_COOKIE_SECURE: {
    path: 'cookies',
    meaning: 'Whether `token` and the other sign-in cookies are sent over TLS alone.',
    why: 'A cookie on a plain connection can be read on the way.',
    source: guide('Cookie settings'),
    value: () => true,
  },
  ENABLE_OAUTH_ID_TOKEN_COOKIE: {
    path: 'cookies',
    meaning: 'Whether the identity provider’s raw token is kept in a cookie.',
    why: 'Nothing needs it, and a token that is not there cannot be stolen.',
    source: facts('1.4'),
    value: () => false,
  },
} satisfies DerivedVariables;
