import { z } from 'zod';
import { guide, setting, upstream } from './setting';
import type { DerivedVariables } from './setting';

/** Sharing and export. */
export const sharing = z
  .strictObject({
    community: setting('ENABLE_COMMUNITY_SHARING', z.boolean().default(false), {
      meaning:
        'Whether chats, models and prompts can be published at Open WebUI’s community site, and people may export statistics of their chats.',
      why: 'What is published leaves the deployment for good. Links within it are another matter: permissions.chat.share, sharePublicly and shareOpenly govern them.',
      source: `${guide('Data sharing and export')}; ${upstream('routers/chats.py')}`,
    }),
    groups: setting('DEFAULT_GROUP_SHARE_PERMISSION', z.enum(['nobody', 'members', 'everybody']).default('members'), {
      meaning: 'Who may share things with a new group.',
      why: 'Members share among themselves; nobody outside puts something before a group that it did not ask for.',
      source: upstream('env.py'),
      words: { nobody: 'false', members: 'members', everybody: 'true' },
    }),
  })
  .prefault({})
  .describe('What leaves a user’s own account. Links to chats are governed by permissions.chat.');

/** Variables that are not one key’s value. */
export const sharingVariables = {} satisfies DerivedVariables;
