import { aws, demandOf, demands, kubernetes, refusal, rules, section, settings } from './measure';
import type { Measure } from './measure';
import { database, databaseTls } from './shared';

/** The database. */
export const data: readonly Measure[] = [
  ...section('hardening', 'Database', [
    {
      lines: [101],
      measure: 'The database is out of reach for everybody but the application, and survives mistakes',
      answers: [
        ...demands('flow:app-database'),
        aws('RDS::DBInstance', 'has no public address', 'PubliclyAccessible', false),
        ...database('cannot be deleted by a change of the stack', 'DeletionProtection', true),
        ...database('keeps backups for 14 days', 'BackupRetentionPeriod', 14),
        refusal(
          'on Kubernetes the server is given, and its backups and reachability are its operator’s',
          'the NetworkPolicy lets the application reach its addresses; take a managed server with backups',
        ),
      ],
    },
  ]),
  ...section('hardening', 'PostgreSQL', [
    {
      lines: [104],
      measure: 'PostgreSQL instead of SQLite, with credentials of its own, on an internal network',
      names: ['DATABASE_URL'],
      figures: ['5432'],
      answers: [
        ...settings('DATABASE_TYPE', 'DATABASE_HOST', 'DATABASE_PORT', 'DATABASE_NAME', 'DATABASE_USER'),
        ...settings('PGSSLMODE', 'PGSSLROOTCERT'),
        ...rules('SqliteRefused'),
        ...demands('flow:app-database'),
        demandOf('kubernetes', 'secret:databasePassword'),
        ...database('lets the application sign in with tokens of IAM', 'EnableIAMDatabaseAuthentication', true),
        ...databaseTls,
      ],
      note:
        'The parts are given instead of DATABASE_URL, so that no password has to be encoded into a URL; and the server’s ' +
        'certificate and name are verified.',
    },
  ]),
  ...section('hardening', 'SQLCipher', [
    {
      lines: [107],
      measure: 'Data at rest is encrypted',
      answers: [
        ...settings('DATABASE_TYPE'),
        ...rules('SqlcipherCannotStart', 'SqliteRefused'),
        ...database('is encrypted with the deployment’s own key', 'StorageEncrypted', true),
        refusal(
          'the release stops at its start with SQLCipher',
          'PostgreSQL on encrypted storage: with the deployment’s own key on AWS, by the server’s operator on Kubernetes',
        ),
      ],
      note: 'The guide still recommends SQLCipher; its asynchronous engine takes no such URL.',
    },
  ]),
  ...section('hardening', 'Connection pool tuning', [
    {
      lines: [109, 110, 111, 112],
      measure: 'The pool has a size, an overflow, a time to wait and an age, such as 15, 20, 30 and 3600',
      figures: ['15', '20', '30', '3600'],
      answers: [
        ...settings(
          'DATABASE_POOL_SIZE',
          'DATABASE_POOL_MAX_OVERFLOW',
          'DATABASE_POOL_TIMEOUT',
          'DATABASE_POOL_RECYCLE',
        ),
        ...rules('PoolExceedsServer'),
      ],
      note:
        'Without a size the other three are ignored, and 0 means no bound at all. The guide’s figures would nearly fill ' +
        'a server of 100 with one replica; sizes are solved from the server’s limit instead.',
    },
    {
      lines: [112],
      measure: 'All instances together stay below the limit of the server, often 100',
      figures: ['100'],
      answers: [...settings('DATABASE_POOL_SIZE', 'PGVECTOR_POOL_SIZE'), ...rules('PoolExceedsServer')],
      note:
        'The formula of the guide counts one pool for each instance. Each process has two, and a third for vectors, each ' +
        'with its overflow; workers, overlapping replicas and the migration come on top. `owui check` shows the sum.',
    },
    {
      lines: [112],
      measure: 'A server that tenants share is divided among them',
      answers: [
        ...rules('PoolExceedsServer', 'SharesExceedServer'),
        kubernetes(
          'Deployment',
          'names its connections after release and replica',
          'spec > template > spec > containers > env > name',
          'PGAPPNAME',
        ),
      ],
    },
  ]),
];
