import type { Case } from './case';

export const auditCases: readonly Case[] = [
  {
    code: 'AuditLogOff',
    holds: { audit: { level: 'metadata', stdout: false, file: { enabled: true } } },
    breaks: { audit: { level: 'none' } },
    says: ['audit.level: expected metadata, got none; nobody could say who changed what'],
  },
  {
    code: 'AuditLogOff',
    holds: { audit: { stdout: true } },
    breaks: { audit: { stdout: false } },
    says: ['audit.level: expected audit.stdout, got neither it nor audit.file; the log would be written nowhere'],
  },
  {
    code: 'AuditLogWithBodies',
    holds: { audit: { level: 'none' } },
    breaks: { audit: { level: 'requestResponse' } },
    says: ['audit.level: expected metadata, got requestResponse; prompts, notes and keys would stand in the log'],
  },
  {
    code: 'AuditLogWithBodies',
    holds: { audit: { level: 'metadata' } },
    breaks: { audit: { level: 'request' } },
    says: ['audit.level: expected metadata, got request; prompts, notes and keys would stand in the log'],
  },
  {
    code: 'AuditLogToFileOnly',
    holds: { audit: { file: { enabled: true } } },
    breaks: { audit: { stdout: false, file: { enabled: true } } },
    says: ['audit.stdout: expected true, got false; the file is gone with its replica'],
  },
  {
    code: 'AuditLogPartial',
    holds: { audit: { includedPaths: [] } },
    breaks: { audit: { includedPaths: ['/users', '/configs'] } },
    says: [
      'audit.includedPaths: expected no list, got /users, /configs; changes at every other route would leave no trace',
    ],
  },
  {
    code: 'AuditLogLeavesOut',
    holds: { audit: { excludedPaths: [] } },
    breaks: { audit: { excludedPaths: ['/chats', '/auths'] } },
    says: [
      'audit.excludedPaths[0]: expected every route in the audit log, got /chats left out; changes there would leave no trace',
      'audit.excludedPaths[1]: expected every route in the audit log, got /auths left out; changes there would leave no trace',
    ],
  },
  {
    code: 'LogsTooQuiet',
    holds: { logs: { level: 'debug' } },
    breaks: { logs: { level: 'warning' } },
    says: [
      'logs.level: expected info, got warning; audit log and access log would fall silent, and no refused sign-in be counted',
    ],
  },
  {
    code: 'DebugLogs',
    holds: { logs: { level: 'info' } },
    breaks: { logs: { level: 'debug' } },
    says: ['logs.level: expected info, got debug; every chat would stand in the log'],
  },
  {
    code: 'LogsUnwatched',
    holds: { audit: { loggerNames: ['uvicorn.access', 'uvicorn.error'] } },
    breaks: { logs: { format: 'text' } },
    says: ['logs.format: expected json, got text; no refused sign-in would be counted'],
  },
  {
    code: 'LogsUnwatched',
    holds: { logs: { format: 'json' } },
    breaks: { audit: { loggerNames: ['uvicorn.error'] } },
    says: [
      'logs.format: expected uvicorn.access in audit.loggerNames, got others alone; no refused sign-in would be counted',
    ],
  },
  {
    code: 'DiagnoseInLogs',
    holds: { logs: { diagnose: false } },
    breaks: { logs: { diagnose: true } },
    says: ['logs.diagnose: expected false, got true; keys and chats would stand in the log beside each error'],
  },
  {
    code: 'TelemetryUnencrypted',
    holds: { telemetry: { otel: { endpoint: 'https://otel.acme.example:4317' } } },
    breaks: { telemetry: { otel: { endpoint: 'http://otel.acme.example:4317', cidrs: ['10.0.0.0/28'] } } },
    says: ['telemetry.otel.endpoint: expected https, got http; telemetry and its password would go in plain text'],
  },
  {
    code: 'TracesHoldChats',
    holds: { telemetry: { otel: { endpoint: 'https://otel.acme.example:4317' } } },
    breaks: { telemetry: { otel: { endpoint: 'https://otel.acme.example:4317', traces: true } } },
    says: ['telemetry.otel.traces: expected false, got true; parts of answers would stand in the traces'],
  },
];
