import { z } from 'zod';
import { oauthProviders } from './oauth-providers';
import { setting, upstream } from './setting';
import type { DerivedVariables } from './setting';

/** Accounts that the identity provider makes and takes away by itself. */
export const scim = z.strictObject({
  provider: setting('SCIM_AUTH_PROVIDER', z.enum(oauthProviders).optional(), {
    meaning: 'Identity provider that provisions accounts. @default - none, and external ids are refused',
    why: 'With it an account that was provisioned is the one that signs in later; without it external ids are refused.',
    source: upstream('routers/scim.py'),
  }),
});

/** Variables of SCIM that are not one key’s value. */
export const scimVariables = {
  ENABLE_SCIM: {
    path: 'auth.scim',
    meaning: 'Whether accounts are provisioned over SCIM.',
    why: 'Its token makes and removes users: it is on only where it is described.',
    source: upstream('env.py'),
    value: ({ auth }) => auth.scim !== undefined,
  },
  SCIM_TOKEN: {
    path: 'auth.scim',
    meaning: 'Token with which the identity provider provisions accounts.',
    why: 'It is generated, long, and a secret role.',
    source: upstream('routers/scim.py'),
    secret: {
      role: 'scimToken',
      origin: 'generated',
      purpose: 'lets the identity provider make and remove accounts over SCIM',
      rotation: 'give the new one to the identity provider; until then it provisions nothing',
    },
  },
} satisfies DerivedVariables;
