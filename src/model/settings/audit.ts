import { z } from 'zod';
import { writableDirectories } from '../container';
import { line, text } from '../formats';
import { facts, securityDocument, setting, upstream } from './setting';
import type { DerivedVariables } from './setting';

const source = securityDocument('Access Logging and Log Rotation');

const routePrefix = text(
  'the beginning of a route behind /api or /api/v1, such as /chats',
  /^\/[A-Za-z0-9/_-]{1,200}$/,
  'leave out /api, and write no regular expression',
);

const writablePath = text(
  `a file in ${writableDirectories.join(' or ')}`,
  new RegExp(`^(?:${writableDirectories.join('|')})/[A-Za-z0-9][A-Za-z0-9._-]{0,99}$`),
  'nothing else can be written to',
);

const file = z
  .strictObject({
    enabled: setting('ENABLE_AUDIT_LOGS_FILE', z.boolean().default(false), {
      meaning: 'Whether the audit log goes to a file.',
      why: 'A file ends with its replica, whoever breaks in can change it, and files that are full are never deleted.',
      source,
    }),
    path: setting('AUDIT_LOGS_FILE_PATH', writablePath.default('/data/audit.log'), {
      meaning: 'File of the audit log.',
      why: 'Only two directories can be written to, and both are gone with the replica.',
      source,
      needs: ['audit.file.enabled'],
    }),
    rotationSize: setting(
      'AUDIT_LOG_FILE_ROTATION_SIZE',
      text('a size such as 10 MB', /^[1-9]\d{0,3} ?(?:KB|MB|GB)$/, 'write a number and KB, MB or GB').default('10 MB'),
      {
        meaning: 'Size at which the file is packed and a new one begins.',
        why: 'The directory is small, and a full one stops uploads.',
        source,
        needs: ['audit.file.enabled'],
      },
    ),
  })
  .prefault({})
  .describe('Audit log in a file.');

/** Audit log. */
export const audit = z
  .strictObject({
    level: setting('AUDIT_LOG_LEVEL', z.enum(['none', 'metadata', 'request', 'requestResponse']).default('metadata'), {
      meaning: 'What the audit log holds. Above metadata it holds prompts, notes and keys.',
      why: 'It says who changed what and when, and no chat, key or password.',
      source,
      words: {
        none: 'NONE',
        metadata: 'METADATA',
        request: 'REQUEST',
        requestResponse: 'REQUEST_RESPONSE',
      },
    }),
    stdout: setting('ENABLE_AUDIT_STDOUT', z.boolean().default(true), {
      meaning: 'Whether the audit log goes to standard output.',
      why: 'From there the platform takes it out of the replica’s reach.',
      source,
    }),
    file,
    bodyBytes: setting('MAX_BODY_LOG_SIZE', z.int().min(0).max(1_000_000).default(2048), {
      meaning: 'Bytes of a body that the audit log holds.',
      why: 'It matters above metadata alone, and bounds what a request can write into the log.',
      source,
    }),
    excludedPaths: setting('AUDIT_EXCLUDED_PATHS', z.array(routePrefix).max(100).default([]), {
      meaning: 'Routes that the audit log leaves out.',
      why: 'Upstream leaves out chats and folders, so that nobody could say who deleted or shared one.',
      source,
      separator: ',',
    }),
    includedPaths: setting('AUDIT_INCLUDED_PATHS', z.array(routePrefix).max(100).optional(), {
      meaning: 'The only routes that the audit log holds. @default - all that are not left out',
      why: 'Unset it holds all but those that are left out; with it, it misses whatever nobody thought of.',
      source: facts('1.12'),
      separator: ',',
    }),
    getRequests: setting('ENABLE_AUDIT_GET_REQUESTS', z.boolean().default(false), {
      meaning: 'Whether the audit log holds requests that only read.',
      why: 'The page asks all the time; the access log holds those requests too, without the user.',
      source: facts('1.12'),
    }),
    loggerNames: setting('AUDIT_UVICORN_LOGGER_NAMES', z.array(line).min(1).max(10).default(['uvicorn.access']), {
      meaning: 'Loggers of the server that write in the form of the application’s own log.',
      why: 'Refused sign-ins are counted in the access log, which must be JSON for that.',
      source: upstream('utils/logger.py'),
      separator: ',',
    }),
  })
  .prefault({})
  .describe('Audit log.');

/** Variables that are not one key’s value. */
export const auditVariables = {} satisfies DerivedVariables;
