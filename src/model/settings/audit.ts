import { z } from 'zod';
import { facts, securityDocument, setting } from './setting';
import type { DerivedVariables } from './setting';

/** Audit log. */
export const audit = z
  .strictObject({
    level: setting('AUDIT_LOG_LEVEL', z.enum(['none', 'metadata', 'request', 'requestResponse']).default('metadata'), {
      meaning: 'What the audit log on standard output holds. Above metadata it holds chats and keys.',
      why: 'It says who changed what and when, and no chat, key or password.',
      source: securityDocument('Access Logging and Log Rotation'),
      words: {
        none: 'NONE',
        metadata: 'METADATA',
        request: 'REQUEST',
        requestResponse: 'REQUEST_RESPONSE',
      },
    }),
  })
  .prefault({})
  .describe('Audit log.');

/** Variables of logs that are not one key’s value. */
export const auditVariables = {
  ENABLE_AUDIT_STDOUT: {
    path: 'audit',
    meaning: 'Whether the audit log goes to standard output.',
    why: 'From there the platform takes it out of the replica’s reach.',
    source: facts('1.12'),
    value: () => true,
  },
  ENABLE_AUDIT_LOGS_FILE: {
    path: 'audit',
    meaning: 'Whether the audit log goes to a file.',
    why: 'A file ends with its replica, and whoever breaks in can change it.',
    source: facts('1.12'),
    value: () => false,
  },
  LOG_FORMAT: {
    path: 'logs',
    meaning: 'Form of the log.',
    why: 'Machines that watch the log read JSON.',
    source: facts('1.12'),
    value: () => 'json',
  },
} satisfies DerivedVariables;
