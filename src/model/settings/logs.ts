import { z } from 'zod';
import { facts, setting, upstream } from './setting';
import type { DerivedVariables } from './setting';

/** Logs. */
export const logs = z
  .strictObject({
    level: setting('GLOBAL_LOG_LEVEL', z.enum(['debug', 'info', 'warning', 'error', 'critical']).default('info'), {
      meaning: 'From which weight on messages are logged.',
      why: 'Below info the log holds chats; above it the audit log and the access log fall silent.',
      source: facts('1.12'),
      words: { debug: 'DEBUG', info: 'INFO', warning: 'WARNING', error: 'ERROR', critical: 'CRITICAL' },
    }),
    format: setting('LOG_FORMAT', z.enum(['json', 'text']).default('json'), {
      meaning: 'Form of the log.',
      why: 'What watches the log reads JSON, and a message of several lines stays one entry.',
      source: facts('1.12'),
    }),
    diagnose: setting('LOGURU_DIAGNOSE', z.boolean().default(false), {
      meaning: 'Whether an error is logged with the values of the variables around it.',
      why: 'Among them are keys, passwords and chats.',
      source: upstream('utils/logger.py'),
    }),
  })
  .prefault({})
  .describe('Log of the application.');

/** Variables that are not one key’s value. */
export const logsVariables = {} satisfies DerivedVariables;
