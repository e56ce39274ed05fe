import { z } from 'zod';
import { accounts } from './accounts';
import { ldap } from './ldap';
import { oidc } from './oauth';
import { tokenLifetime } from './sessions';

/** Who can sign in, and how. */
export const auth = z
  .strictObject({
    ...accounts,
    tokenLifetime,
    oidc: oidc.optional().describe('Sign-in through an OpenID Connect provider.'),
    ldap: ldap.optional().describe('Sign-in through an LDAP directory.'),
  })
  .describe('Who can sign in, and how.');
