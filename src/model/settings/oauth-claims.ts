import { z } from 'zod';
import { line, text } from '../formats';
import { facts, guide, setting, upstream } from './setting';
import type { DerivedVariables } from './setting';

const role = text(
  'a role',
  /^(?!\*$)(?!\s)[^,\p{Cc}]{1,200}(?<!\s)$/u,
  'leave out commas and outer spaces, which Open WebUI takes away, and name roles one by one: * would admit every role',
);

const group = text('a group or a pattern for groups', /^[^\p{Cc}]{1,200}$/u, 'write one name or pattern an entry');

/** What is read from what an identity provider says of a user. */
export const claims = {
  roles: z
    .strictObject({
      claim: setting('OAUTH_ROLES_CLAIM', line.default('roles'), {
        meaning: 'Claim that carries the roles; a dot descends.',
        why: 'A user without the claim is not refused but gets the default role.',
        source: facts('1.6'),
      }),
      user: z.array(role).min(1).describe('Values of the claim that make an ordinary user.'),
      admin: setting('OAUTH_ADMIN_ROLES', z.array(role).min(1), {
        meaning: 'Values of the claim that make an administrator.',
        why: 'Who administers is decided in one place, at the identity provider.',
        source: guide('Role mapping'),
        separator: ',',
      }),
    })
    .optional()
    .describe('Roles from the identity provider. @default - new users get `auth.defaultRole`'),
  groups: z
    .strictObject({
      claim: setting('OAUTH_GROUPS_CLAIM', line.default('groups'), {
        meaning: 'Claim that carries the groups; a dot descends.',
        why: 'A user without the claim keeps the groups that they have.',
        source: upstream('utils/oauth.py'),
      }),
      create: setting('ENABLE_OAUTH_GROUP_CREATION', z.boolean().default(false), {
        meaning: 'Whether groups that are not there yet are made.',
        why: 'A group that somebody made on purpose has permissions that somebody chose.',
        source: facts('1.6'),
      }),
      defaultShare: setting(
        'OAUTH_GROUP_DEFAULT_SHARE',
        z.enum(['nobody', 'members', 'everybody']).default('members'),
        {
          meaning: 'Who may share with a group that was made so.',
          why: 'Upstream lets everybody share with every group.',
          source: upstream('config.py'),
          words: { nobody: 'false', everybody: 'true' },
          needs: ['auth.oauth.groups.create'],
        },
      ),
    })
    .optional()
    .describe('Groups from the identity provider. @default - groups are kept in the application'),
  blockedGroups: setting('OAUTH_BLOCKED_GROUPS', z.array(group).max(500).optional(), {
    meaning:
      'Groups that are left out when groups are copied, by name, `*` and `?`, or regular expression. @default - none',
    why: 'It is no ban: members of these groups sign in all the same.',
    source: guide('Domain and group restrictions'),
    json: true,
    needs: ['auth.oauth.groups'],
  }),
  subClaim: setting('OAUTH_SUB_CLAIM', line.optional(), {
    meaning: 'Claim that tells users apart, for all providers alike. @default - `sub`, for GitHub `id`',
    why: 'It must never change and never be given to somebody else.',
    source: facts('1.6'),
  }),
  emailClaim: setting('OAUTH_EMAIL_CLAIM', line.default('email'), {
    meaning: 'Claim that carries the e-mail address.',
    why: 'The domains are checked against it: take one that users cannot write themselves.',
    source: upstream('utils/oauth.py'),
  }),
  usernameClaim: setting('OAUTH_USERNAME_CLAIM', line.default('name'), {
    meaning: 'Claim that carries the display name.',
    why: 'It is shown to others and decides nothing.',
    source: upstream('utils/oauth.py'),
  }),
  pictureClaim: setting(
    'OAUTH_PICTURE_CLAIM',
    text('a claim, or nothing', /^[^\p{Cc}]{0,200}$/u, 'write it as picture').default(''),
    {
      meaning: 'Claim with the address of a picture, which the application fetches. Nothing: no pictures.',
      why: 'Upstream fetches at sign-in whatever address the claim holds.',
      source: upstream('utils/oauth.py'),
    },
  ),
  updateNameOnLogin: setting('OAUTH_UPDATE_NAME_ON_LOGIN', z.boolean().default(false), {
    meaning: 'Whether each sign-in takes the display name from the provider again.',
    why: 'Names change at the provider without anybody here being asked.',
    source: facts('1.6'),
  }),
  updateEmailOnLogin: setting('OAUTH_UPDATE_EMAIL_ON_LOGIN', z.boolean().default(false), {
    meaning: 'Whether each sign-in takes the e-mail address from the provider again.',
    why: 'An address that somebody can change at the provider must not rename an account here.',
    source: facts('1.6'),
  }),
  updatePictureOnLogin: setting('OAUTH_UPDATE_PICTURE_ON_LOGIN', z.boolean().default(false), {
    meaning: 'Whether each sign-in fetches the picture again.',
    why: 'It is one more request to an address that the application did not choose.',
    source: facts('1.6'),
    needs: ['auth.oauth.pictureClaim'],
  }),
};

/** Variables of claims that are not one key’s value. */
export const claimVariables = {
  ENABLE_OAUTH_ROLE_MANAGEMENT: {
    path: 'auth.oauth.roles',
    meaning: 'Whether roles come from the identity provider.',
    why: 'It is on as soon as roles are mapped.',
    source: guide('Role mapping'),
    value: ({ auth }) => auth.oauth && auth.oauth.roles !== undefined,
  },
  OAUTH_ALLOWED_ROLES: {
    path: 'auth.oauth.roles.user',
    meaning: 'Values of the claim that may sign in: those of users and of administrators.',
    why: 'An administrator’s role must be allowed too, or it is never looked at.',
    source: guide('Role mapping'),
    value: ({ auth }) => auth.oauth?.roles && [...auth.oauth.roles.user, ...auth.oauth.roles.admin].join(','),
  },
  ENABLE_OAUTH_GROUP_MANAGEMENT: {
    path: 'auth.oauth.groups',
    meaning: 'Whether groups come from the identity provider.',
    why: 'It is on as soon as a claim for them is described.',
    source: facts('1.6'),
    value: ({ auth }) => auth.oauth && auth.oauth.groups !== undefined,
  },
} satisfies DerivedVariables;
