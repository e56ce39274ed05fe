import type { Deployment } from '../deployment';
import { rule } from './rule';
import type { Rule } from './rule';

const source = 'seeds/security-configuration.txt, "Access Logging and Log Rotation"; facts/open-webui.md §1.12';
const logs = 'facts/open-webui.md §1.12';

const loud = ['debug', 'info'];

function off({ audit }: Deployment): string | undefined {
  if (audit.level === 'none') return 'expected metadata, got none; nobody could say who changed what';
  return audit.stdout || audit.file.enabled
    ? undefined
    : 'expected audit.stdout, got neither it nor audit.file; the log would be written nowhere';
}

/** Rules on what is logged and reported. */
export const auditRules: readonly Rule[] = [
  rule({
    code: 'AuditLogOff',
    severity: 'error',
    path: ['audit', 'level'],
    reason: 'Without it nobody can say afterwards who changed, shared or deleted something.',
    fix: 'leave audit.level at metadata and audit.stdout on',
    source,
    owasp: 'A09',
    check: off,
  }),
  rule({
    code: 'AuditLogWithBodies',
    severity: 'error',
    path: ['audit', 'level'],
    reason:
      'The release hides passwords alone. Prompts, notes and the keys of connections would stand in the log, where more ' +
      'people read them and where they stay.',
    fix: 'leave audit.level at metadata',
    source,
    owasp: 'A09',
    check: ({ audit }) =>
      audit.level === 'request' || audit.level === 'requestResponse'
        ? `expected metadata, got ${audit.level}; prompts, notes and keys would stand in the log`
        : undefined,
  }),
  rule({
    code: 'AuditLogToFileOnly',
    severity: 'error',
    path: ['audit', 'stdout'],
    reason: 'A file ends with its replica, and whoever breaks in can change it before anybody reads it.',
    fix: 'leave audit.stdout on',
    source,
    owasp: 'A09',
    check: ({ audit }) =>
      audit.level !== 'none' && audit.file.enabled && !audit.stdout
        ? 'expected true, got false; the file is gone with its replica'
        : undefined,
  }),
  rule({
    code: 'AuditLogPartial',
    severity: 'error',
    path: ['audit', 'includedPaths'],
    reason:
      'The release then logs the listed routes alone: who changes a user, a permission or the configuration leaves no ' +
      'trace, and neither does whatever a later release adds.',
    fix: 'leave audit.includedPaths out',
    source: logs,
    owasp: 'A09',
    check: ({ audit: { includedPaths = [] } }) =>
      includedPaths.length > 0
        ? `expected no list, got ${includedPaths.join(', ')}; changes at every other route would leave no trace`
        : undefined,
  }),
  {
    code: 'AuditLogLeavesOut',
    severity: 'warning',
    reason: 'Nobody can say afterwards who changed, shared or deleted something at a route that is left out.',
    fix: 'leave audit.excludedPaths empty',
    source,
    owasp: 'A09',
    check: ({ audit: { excludedPaths } }) =>
      excludedPaths.map((path, index) => ({
        path: ['audit', 'excludedPaths', index],
        message: `expected every route in the audit log, got ${path} left out; changes there would leave no trace`,
      })),
  },
  rule({
    code: 'LogsTooQuiet',
    severity: 'error',
    path: ['logs', 'level'],
    reason: 'The audit log and the access log are written with the weight of info, so a higher level drops both.',
    fix: 'leave logs.level at info',
    source: logs,
    owasp: 'A09',
    check: ({ logs: { level } }) =>
      loud.includes(level)
        ? undefined
        : `expected info, got ${level}; audit log and access log would fall silent, and no refused sign-in be counted`,
  }),
  rule({
    code: 'DebugLogs',
    severity: 'error',
    path: ['logs', 'level'],
    reason: 'At this level the release logs whole requests to models, pages that were read, and results of tools.',
    fix: 'leave logs.level at info',
    source: 'open_webui/utils/middleware.py',
    owasp: 'A09',
    check: ({ logs: { level } }) =>
      level === 'debug' ? 'expected info, got debug; every chat would stand in the log' : undefined,
  }),
  rule({
    code: 'LogsUnwatched',
    severity: 'warning',
    path: ['logs', 'format'],
    reason: 'Refused sign-ins are counted in the access log, as JSON.',
    fix: 'leave logs.format at json, and uvicorn.access in audit.loggerNames',
    source: logs,
    owasp: 'A09',
    check: ({ audit, logs: { format } }) => {
      if (format !== 'json') return `expected json, got ${format}; no refused sign-in would be counted`;
      return audit.loggerNames.includes('uvicorn.access')
        ? undefined
        : 'expected uvicorn.access in audit.loggerNames, got others alone; no refused sign-in would be counted';
    },
  }),
  rule({
    code: 'DiagnoseInLogs',
    severity: 'error',
    path: ['logs', 'diagnose'],
    reason: 'An error is then logged with the values of the variables around it: keys, passwords, chats.',
    fix: 'leave logs.diagnose off',
    source: 'open_webui/utils/logger.py',
    owasp: 'A09',
    check: ({ logs: { diagnose } }) =>
      diagnose ? 'expected false, got true; keys and chats would stand in the log beside each error' : undefined,
  }),
  rule({
    code: 'TelemetryUnencrypted',
    severity: 'error',
    path: ['telemetry', 'otel', 'endpoint'],
    reason: 'Names of routes, users and hosts, and the password of the collector, would go in plain text.',
    fix: 'give the collector a certificate and take https',
    source: logs,
    owasp: 'A02',
    check: ({ telemetry: { otel } }) =>
      otel && new URL(otel.endpoint).protocol === 'http:'
        ? 'expected https, got http; telemetry and its password would go in plain text'
        : undefined,
  }),
  rule({
    code: 'TracesHoldChats',
    severity: 'error',
    path: ['telemetry', 'otel', 'traces'],
    reason: 'The release writes commands to Redis into traces with all their values, and answers pass through Redis.',
    fix: 'leave telemetry.otel.traces off; metrics hold numbers alone',
    source: 'open_webui/utils/telemetry/instrumentors.py',
    owasp: 'A09',
    check: ({ telemetry: { otel } }) =>
      otel?.traces ? 'expected false, got true; parts of answers would stand in the traces' : undefined,
  }),
];
