import { z } from 'zod';
import { tasks } from './features-tasks';
import { lifetime } from './lifetime';
import { facts, setting, upstream } from './setting';
import type { DerivedVariables } from './setting';

function feature(variable: string, value: boolean, what: string, why: string): z.ZodDefault<z.ZodBoolean> {
  return setting(variable, z.boolean().default(value), {
    meaning: `Whether ${what}.`,
    why,
    source: `${facts('1.11')}; ${upstream('config.py')}`,
  });
}

const count = (most: number) => z.int().min(1).max(most);

const inside = 'It stays within the deployment, and permissions say who has it.';
const unused = 'What nobody asked for is off: every switch is one more thing to look after.';

const automations = z
  .strictObject({
    enabled: feature(
      'ENABLE_AUTOMATIONS',
      false,
      'prompts run by the clock',
      'They run, cost and call tools in a person’s name while nobody looks.',
    ),
    maxCount: setting('AUTOMATION_MAX_COUNT', count(10000).optional(), {
      meaning: 'Most automations that one person has. @default - no limit',
      why: 'Unset there is no limit; give one with the switch.',
      source: upstream('routers/automations.py'),
      needs: ['features.automations.enabled'],
    }),
    minIntervalSeconds: setting('AUTOMATION_MIN_INTERVAL', count(2592000).optional(), {
      meaning: 'Shortest time between two runs of an automation. @default - no limit',
      why: 'Unset there is no limit; give one with the switch.',
      source: upstream('routers/automations.py'),
      needs: ['features.automations.enabled'],
    }),
    tokenLifetime: setting('AUTOMATION_AUTH_TOKEN_EXPIRES_IN', lifetime.default('1h'), {
      meaning: 'How long the sign-in lasts that a run of an automation gets.',
      why: 'It outlives a run of ordinary length and no more; one that cannot be read would never end.',
      source: upstream('utils/automations.py'),
      needs: ['features.automations.enabled'],
    }),
  })
  .prefault({})
  .describe('Prompts that run by the clock.');

const subagents = z
  .strictObject({
    enabled: feature(
      'ENABLE_SUBAGENTS',
      false,
      'a model may set other models to work',
      'One question can become hundreds, each with the tools of the first.',
    ),
    background: setting('SUBAGENTS_BACKGROUND_ENABLED', z.boolean().default(false), {
      meaning: 'Whether they go on after the answer.',
      why: 'Nobody looks then.',
      source: upstream('config.py'),
      needs: ['features.subagents.enabled'],
    }),
    maxConcurrent: setting('SUBAGENTS_MAX_CONCURRENT', count(100).default(5), {
      meaning: 'Most that run side by side.',
      why: 'Upstream allows 20, which multiplies the cost of a question that was written to be expensive.',
      source: upstream('config.py'),
      needs: ['features.subagents.enabled'],
    }),
    maxBackground: setting('SUBAGENTS_MAX_ASYNC', count(100).default(5), {
      meaning: 'Most that run in the background.',
      why: 'Upstream allows 20, which multiplies the cost of a question that was written to be expensive.',
      source: upstream('config.py'),
      needs: ['features.subagents.background'],
    }),
    maxIterations: setting('SUBAGENTS_MAX_ITERATIONS', count(1000).default(30), {
      meaning: 'Most steps that one takes.',
      why: 'A loop ends.',
      source: upstream('config.py'),
      needs: ['features.subagents.enabled'],
    }),
  })
  .prefault({})
  .describe('Models that set other models to work.');

/** Features. */
export const features = z
  .strictObject({
    channels: feature('ENABLE_CHANNELS', false, 'people talk to one another in channels', unused),
    encryptedChannels: feature(
      'ENABLE_ENCRYPTED_CHANNELS',
      false,
      'channels can be closed to the server too',
      'Neither an investigation nor a backup could read them.',
    ),
    notes: feature('ENABLE_NOTES', true, 'people write notes', inside),
    folders: feature('ENABLE_FOLDERS', true, 'people keep chats in folders', inside),
    memories: feature('ENABLE_MEMORIES', true, 'models remember things about people', inside),
    memoriesInPrompts: feature(
      'ENABLE_MEMORY_SYSTEM_CONTEXT',
      true,
      'a chat begins with what is remembered',
      'It is the person’s own, and goes to the model that the chat goes to.',
    ),
    calendar: feature('ENABLE_CALENDAR', true, 'people keep a calendar', inside),
    userStatus: feature('ENABLE_USER_STATUS', true, 'people show a status', inside),
    automations,
    subagents,
    apps: feature(
      'ENABLE_APPS',
      false,
      'other servers take part in channels',
      'They read what is written there and answer in it.',
    ),
    userWebhooks: feature(
      'ENABLE_USER_WEBHOOKS',
      false,
      'people have notifications sent to an address of their own',
      'The server would ask for whatever address somebody gives it, and titles and answers of chats go along.',
    ),
    imageGeneration: feature(
      'ENABLE_IMAGE_GENERATION',
      false,
      'models make pictures',
      'It asks another service, with a key and a bill of its own.',
    ),
    imageEditing: feature(
      'ENABLE_IMAGE_EDIT',
      false,
      'models change pictures',
      'People’s pictures would go to another service.',
    ),
    knowledgeCommands: setting('ENABLE_KB_EXEC', z.boolean().default(false), {
      meaning: 'Whether models search knowledge by commands as in a shell.',
      why: unused,
      source: upstream('env.py'),
    }),
    toolApproval: feature(
      'ENABLE_TOOL_PERMISSIONS',
      true,
      'people can have a model ask before it calls a tool',
      'A document can tell a model what to call; whoever wants sees each call first. Upstream leaves it off.',
    ),
    arena: feature(
      'ENABLE_EVALUATION_ARENA_MODELS',
      false,
      'models are compared without their names',
      'A chat would go to a model that its writer did not choose.',
    ),
    messageRating: feature('ENABLE_MESSAGE_RATING', true, 'people rate answers', inside),
    realtimeChatSave: setting('ENABLE_REALTIME_CHAT_SAVE', z.boolean().default(false), {
      meaning: 'Whether an answer is saved word by word while it is written.',
      why: 'Each word would be a write to the database, for every answer at once.',
      source: upstream('env.py'),
    }),
    googleDrive: feature(
      'ENABLE_GOOGLE_DRIVE_INTEGRATION',
      false,
      'people take files from Google Drive',
      'The page would load scripts of Google, which its policy refuses too.',
    ),
    oneDrive: feature(
      'ENABLE_ONEDRIVE_INTEGRATION',
      false,
      'people take files from OneDrive',
      'The page would sign in at Microsoft, which its policy refuses too.',
    ),
    directIntegrations: feature(
      'ENABLE_DIRECT_INTEGRATIONS',
      false,
      'people may connect their browser to tool servers of their own',
      'What those answer passes no log and no limit of this deployment.',
    ),
    tasks,
  })
  .prefault({})
  .describe('Features of the application. Off is what talks to others, runs by itself or was not asked for.');

/** Variables that are not one key’s value. */
export const featureVariables = {} satisfies DerivedVariables;
