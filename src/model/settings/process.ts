import { z } from 'zod';
import { facts, setting } from './setting';
import type { DerivedVariables } from './setting';

/** Uvicorn processes in each replica. */
export const workers = setting('UVICORN_WORKERS', z.int().min(1).max(16).default(1), {
  meaning: 'Uvicorn processes in each replica.',
  why: 'Each opens pools of its own; more replicas spread better than more processes.',
  source: facts('2'),
});

/** The process. */
export const process = z.strictObject({}).prefault({}).describe('How each process runs.');

/** Variables of the process that are not one key’s value. */
export const processVariables = {
  UVICORN_TIMEOUT_KEEP_ALIVE: {
    path: 'edge.streamTimeoutSeconds',
    meaning: 'Seconds after which the application closes an idle connection.',
    why: 'Above the entry’s own idle timeout, or the entry reuses connections that have just been closed and answers 502.',
    source: facts('1.5'),
    value: ({ edge }) => edge.streamTimeoutSeconds + 5,
  },
  ENABLE_PERSISTENT_CONFIG: {
    path: 'edge.configurationRoutes',
    meaning: 'Whether the database’s copy of the settings wins over these.',
    why: 'The first start would copy every setting, keys among them, into the database, and ignore later changes here.',
    source: facts('1.1'),
    value: () => false,
  },
} satisfies DerivedVariables;
