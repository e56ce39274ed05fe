import { z } from 'zod';
import { text, unexpanded } from '../formats';
import { accounts } from './accounts';
import { apiKeys } from './api-keys';
import { ldap } from './ldap';
import { oauth } from './oauth';
import { providers, providersOf } from './oauth-providers';
import { scim } from './scim';
import { tokenLifetime } from './sessions';
import { setting, upstream } from './setting';
import { trustedHeaders } from './trusted-headers';

/** Who can sign in, and how. */
export const auth = z
  .strictObject({
    ...accounts,
    tokenLifetime,
    signOutRedirectUrl: setting(
      'WEBUI_AUTH_SIGNOUT_REDIRECT_URL',
      text(
        'an https URL',
        new RegExp(String.raw`^https://${unexpanded}[^\s\p{Cc}"'<>\\&#]{1,1000}$`, 'u'),
        'leave out & and #: it becomes a part of another address',
      ).optional(),
      {
        meaning: 'Where people come to after they have signed out. @default - not set',
        why: 'Behind a proxy that signs people in, only its own address signs them out.',
        source: upstream('routers/auths.py'),
      },
    ),
    ...providers,
    oauth: oauth.optional().describe('What holds for all identity providers alike. @default - its own defaults'),
    trustedHeaders: trustedHeaders
      .optional()
      .describe('Sign-in by a proxy in front, which says who somebody is. @default - none'),
    ldap: ldap.optional().describe('Sign-in through an LDAP directory. @default - none'),
    scim: scim
      .optional()
      .describe('Accounts that the identity provider makes and removes by itself, over SCIM. @default - none'),
    apiKeys,
  })
  .describe('Who can sign in, and how.');

type ParsedAuth = z.output<typeof auth>;

/** Puts in what follows from other keys: the form follows the password, and a provider brings the defaults of OAuth. */
export function completeAuth(parsed: ParsedAuth): ParsedAuth & { loginForm: boolean } {
  return {
    ...parsed,
    loginForm: parsed.loginForm ?? parsed.passwordLogin,
    oauth: parsed.oauth ?? (providersOf(parsed).length > 0 ? oauth.parse({}) : undefined),
  };
}
