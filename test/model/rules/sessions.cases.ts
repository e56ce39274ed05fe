import type { Case } from './case';

const oidc = { issuer: 'https://login.acme.example', clientId: 'owui', allowedDomains: ['acme.example'] };
const google = { clientId: 'owui', allowedDomains: ['acme.example'] };

export const sessionCases: readonly Case[] = [
  {
    code: 'CookieNotSecure',
    holds: { cookies: { sessionSecure: true, authSecure: true } },
    breaks: { cookies: { sessionSecure: false, authSecure: false } },
    says: [
      'cookies.authSecure: expected true, got false; the cookie would travel in plain text too',
      'cookies.sessionSecure: expected true, got false; the cookie would travel in plain text too',
    ],
  },
  {
    code: 'CookieSentToOthers',
    holds: { cookies: { sessionSameSite: 'strict', authSameSite: 'lax' } },
    breaks: { cookies: { sessionSameSite: 'none', authSameSite: 'none' } },
    says: [
      'cookies.authSameSite: expected strict or lax, got none; every other site could use it',
      'cookies.sessionSameSite: expected lax, got none; every other site could use it',
    ],
  },
  {
    code: 'StrictSessionCookieWithOidc',
    holds: { auth: { oidc }, cookies: { sessionSameSite: 'lax' } },
    breaks: { auth: { google }, cookies: { sessionSameSite: 'strict' } },
    says: [
      'cookies.sessionSameSite: expected lax with auth.google, got strict; the identity provider’s answer would arrive without the cookie',
    ],
  },
  {
    code: 'IdTokenCookie',
    holds: { cookies: { idTokenCookie: false } },
    breaks: { cookies: { idTokenCookie: true } },
    says: ['cookies.idTokenCookie: expected false, got true; the provider’s token would lie in every browser'],
  },
  {
    code: 'LongTokenLifetime',
    holds: { auth: { tokenLifetime: '7d' } },
    breaks: { auth: { tokenLifetime: '7d1m' } },
    says: ['auth.tokenLifetime: expected at most 7d, got 7d1m; a stolen token would open the account that long'],
  },
  {
    code: 'TokenOutlivesLogout',
    holds: { auth: { tokenLifetime: '30d', oidc, oauth: { backchannelLogout: true } } },
    breaks: { auth: { tokenLifetime: '5w', oidc, oauth: { backchannelLogout: true } } },
    says: [
      'auth.tokenLifetime: expected at most 30d with back-channel logout, got 5w; a lost logout would last that long',
    ],
  },
  ...[-1, '-1', 0, '0', '0h', 'never'].map((endless) => ({
    code: 'EndlessToken',
    holds: { auth: { tokenLifetime: '24h' } },
    breaks: { auth: { tokenLifetime: endless } },
    says: [
      `auth.tokenLifetime: expected a lifetime such as 24h, got ${endless}; a token without an end stays valid after its user has signed out: take 24h`,
    ],
  })),
];
