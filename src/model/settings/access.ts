import { z } from 'zod';
import { guide, setting, upstream } from './setting';
import type { DerivedVariables } from './setting';

const off = z.boolean().default(false);

/** What administrators reach. */
export const access = z
  .strictObject({
    adminBypass: setting('BYPASS_ADMIN_ACCESS_CONTROL', off, {
      meaning: 'Whether administrators pass by the grants on models, knowledge, prompts, tools, notes and files.',
      why: 'An administrator runs the deployment; what a group keeps to itself stays there until somebody grants it.',
      source: `${guide('Key settings')}; ${upstream('config.py')}`,
    }),
    adminChatAccess: setting('ENABLE_ADMIN_CHAT_ACCESS', off, {
      meaning: 'Whether administrators read the chats of others.',
      why: 'People tell a model what they would tell nobody; one stolen administrator account would read it all.',
      source: `${guide('Key settings')}; ${upstream('env.py')}`,
    }),
    adminExport: setting('ENABLE_ADMIN_EXPORT', off, {
      meaning: 'Whether administrators export every chat of everybody, channels and notes too, in one request.',
      why: 'A backup of the database does what an export is good for, and takes nothing to a browser.',
      source: `${guide('Data sharing and export')}; ${upstream('config.py')}`,
    }),
    adminAnalytics: setting('ENABLE_ADMIN_ANALYTICS', off, {
      meaning: 'Whether administrators see who used which model how much, with the messages behind the figures.',
      why: 'Its routes list messages of everybody, whatever is said of chats.',
      source: upstream('routers/analytics.py'),
    }),
    modelBypass: setting('BYPASS_MODEL_ACCESS_CONTROL', off, {
      meaning: 'Whether everybody may use every model, whatever was granted.',
      why: 'Models cost money and hold prompts and knowledge; grants say who uses which.',
      source: `${guide('Key settings')}; ${upstream('env.py')}`,
    }),
    retrievalBypass: setting('BYPASS_RETRIEVAL_ACCESS_CONTROL', off, {
      meaning: 'Whether a search takes in documents that the person who asks may not read.',
      why: 'An answer would quote what its reader was never shown.',
      source: upstream('retrieval/utils.py'),
    }),
    unscopedCollections: setting('ENABLE_RETRIEVAL_UNSCOPED_COLLECTIONS', off, {
      meaning: 'Whether collections that belong to no file, memory, search or knowledge base are open to everybody.',
      why: 'Their names are all that would protect them.',
      source: upstream('env.py'),
    }),
    activeUsersCount: setting('ENABLE_PUBLIC_ACTIVE_USERS_COUNT', off, {
      meaning: 'Whether everybody sees how many people are signed in and which models are in use.',
      why: 'It tells everybody when few would notice.',
      source: upstream('main.py'),
    }),
  })
  .prefault({})
  .describe('What administrators reach besides what they own, and what passes by the grants on resources.');

/** Variables that are not one key’s value. */
export const accessVariables = {} satisfies DerivedVariables;
