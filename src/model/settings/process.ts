import { z } from 'zod';
import { lifecycle } from '../container';
import { facts, setting, upstream } from './setting';
import type { DerivedVariables } from './setting';

/** Uvicorn processes in each replica. */
export const workers = setting('UVICORN_WORKERS', z.int().min(1).max(16).default(1), {
  meaning: 'Uvicorn processes in each replica.',
  why: 'Each opens pools of its own; more replicas spread better than more processes.',
  source: facts('2'),
});

const key = (name: string): string => `process.${name}`;

/** The process. */
export const process = z
  .strictObject({
    threadPool: setting('THREAD_POOL_SIZE', z.int().min(1).max(2000).optional(), {
      meaning: 'Threads of each process for work that would block it. @default - 40',
      why: 'Unset there are 40; more help where many people wait for slow files and searches, and cost memory.',
      source: facts('1.9'),
    }),
    keepAliveSeconds: z
      .int()
      .min(5)
      .max(7200)
      .optional()
      .describe(
        'Seconds after which the application closes an idle connection. @default - 5 more than edge.streamTimeoutSeconds',
      ),
    gracefulShutdownSeconds: z
      .int()
      .min(1)
      .max(600)
      .optional()
      .describe(
        'Seconds that open requests have to end after the signal to stop. @default - by rollout: recreate 7, rolling 117',
      ),
    compression: setting('ENABLE_COMPRESSION_MIDDLEWARE', z.boolean().default(true), {
      meaning: 'Whether the application compresses its answers.',
      why: 'Neither entry compresses, and the files of the page are large.',
      source: facts('1.5'),
    }),
    orjson: setting('ENABLE_ORJSON', z.boolean().default(true), {
      meaning: 'Whether JSON is read and written by the faster library.',
      why: 'It is the release’s own default, and it refuses more of what is not JSON.',
      source: upstream('utils/json_codec.py'),
    }),
    persistentConfig: setting('ENABLE_PERSISTENT_CONFIG', z.boolean().default(false), {
      meaning: 'Whether the database’s copy of the settings wins over these.',
      why: 'The first start would copy every setting, keys among them, into the database, and ignore later changes here.',
      source: facts('1.1'),
    }),
    oauthPersistentConfig: setting('ENABLE_OAUTH_PERSISTENT_CONFIG', z.boolean().default(false), {
      meaning: 'Whether the database’s copy of the OAuth settings wins over these.',
      why: 'Client secrets would lie in the database, and who may sign in would be decided there.',
      source: facts('1.1'),
      needs: [key('persistentConfig')],
    }),
    safeMode: setting('SAFE_MODE', z.boolean().default(false), {
      meaning: 'Whether every start switches off all functions in the database.',
      why: 'It is for a start after a bad function; they would have to be switched on again by hand each time.',
      source: facts('1.1'),
    }),
  })
  .prefault({})
  .describe('How each process runs.');

/** Seconds between the end of the last request and the kill, in which the application closes what is open. */
const closingSeconds = 3;

/** Variables of the process that are not one key’s value. */
export const processVariables = {
  UVICORN_TIMEOUT_KEEP_ALIVE: {
    path: key('keepAliveSeconds'),
    meaning: 'Seconds after which the application closes an idle connection.',
    why: 'Above the entry’s own idle timeout, or the entry reuses connections that have just been closed and answers 502.',
    source: facts('1.5'),
    value: ({ process: { keepAliveSeconds }, edge }) => keepAliveSeconds ?? edge.streamTimeoutSeconds + 5,
  },
  UVICORN_TIMEOUT_GRACEFUL_SHUTDOWN: {
    path: key('gracefulShutdownSeconds'),
    meaning: 'Seconds that open requests have to end after the signal to stop.',
    why: 'Unset, one stuck request delays the end until the kill, and nothing is closed in order.',
    source: facts('1.5'),
    value: (deployment) => {
      const { process: given } = deployment;
      return given.gracefulShutdownSeconds ?? lifecycle(deployment).stopSeconds - closingSeconds;
    },
  },
} satisfies DerivedVariables;
