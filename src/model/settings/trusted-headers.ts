import { z } from 'zod';
import type { Deployment } from '../deployment';
import { cidrs, text } from '../formats';
import { facts, guide, setting } from './setting';
import type { DerivedVariables } from './setting';

/** Name of a request header. */
export const headerName = text(
  'the name of a header such as X-Forwarded-Email',
  /^[A-Za-z][A-Za-z0-9-]{0,63}$/,
  'use letters, digits and hyphens',
);

/** Headers in which a proxy that signs people in says who they are. */
export const trustedHeaders = z.strictObject({
  email: setting('WEBUI_AUTH_TRUSTED_EMAIL_HEADER', headerName, {
    meaning: 'Header with the e-mail address of whoever the proxy has signed in. Passwords are then not asked for.',
    why: 'The application does not look who sent it: one forged header is a sign-in as anybody.',
    source: guide('Trusted Header Authentication'),
  }),
  name: setting('WEBUI_AUTH_TRUSTED_NAME_HEADER', headerName.optional(), {
    meaning: 'Header with the display name. @default - none, and the address is the name',
    why: 'Without it the address is the name.',
    source: guide('Trusted Header Authentication'),
  }),
  groups: setting('WEBUI_AUTH_TRUSTED_GROUPS_HEADER', headerName.optional(), {
    meaning: 'Header with the groups, separated by commas. @default - none, and groups are kept in the application',
    why: 'Whoever writes it decides what a user may see.',
    source: facts('1.7'),
  }),
  role: setting('WEBUI_AUTH_TRUSTED_ROLE_HEADER', headerName.optional(), {
    meaning: 'Header with the role: admin, user or pending. @default - none, and roles are given in the application',
    why: 'Whoever writes it makes administrators; without it roles are given in the application.',
    source: facts('1.7'),
  }),
  proxies: cidrs.describe(
    'Address ranges of the proxies that sign people in and overwrite these headers. `exposure` may admit nobody else.',
  ),
});

/** Names of the headers that say who somebody is, in lower case. The edge has to let them through. */
export function trustedHeaderNames({ auth }: Deployment): readonly string[] {
  const { email, name, groups, role } = auth.trustedHeaders ?? {};
  return [email, name, groups, role].flatMap((header) => header?.toLowerCase() ?? []);
}

/** Variables that are not one key’s value. */
export const trustedHeaderVariables = {} satisfies DerivedVariables;
