import { z } from 'zod';
import { connectionBudget } from '../budget';
import { kubernetesOf, ownDatabase, releaseOf } from '../deployment';
import type { Deployment, Target } from '../deployment';
import { certificatePath } from '../files';
import { facts, guide, setting, upstream } from './setting';
import type { DerivedVariables } from './setting';

const pool = z.strictObject({
  size: z
    .int()
    .min(1)
    .max(1000)
    .meta({ fix: '0 means an unbounded pool' })
    .describe('Connections that an engine keeps open.'),
  overflow: z
    .int()
    .min(0)
    .max(1000)
    .meta({ fix: '-1 means an unbounded pool' })
    .describe('Connections that an engine may open on top of `size` while it is busy.'),
});

/** Connection pools. */
export const database = z
  .strictObject({
    pool: pool.optional().describe('Pool of each of the two engines of a process. @default - the largest that fits'),
    vectorPool: pool
      .default({ size: 3, overflow: 2 })
      .describe('Pool of the pgvector engine of a process. Without effect where vectors are kept elsewhere.'),
    poolTimeoutSeconds: setting(
      'DATABASE_POOL_TIMEOUT',
      z.int().min(1).max(300).default(30).meta({ fix: 'a request must not wait for ever' }),
      {
        meaning: 'Seconds that a request waits for a free connection of a pool.',
        why: 'A request that gets none fails in time, instead of piling up behind others.',
        source: guide('Connection pool tuning'),
      },
    ),
    poolRecycleSeconds: setting(
      'DATABASE_POOL_RECYCLE',
      z.int().min(60).max(86400).default(3600).meta({ fix: '-1 would keep connections for ever' }),
      {
        meaning: 'Age in seconds at which a connection is replaced before it is used again.',
        why: 'What a firewall has dropped meanwhile is never used, and a failover is forgotten within the hour.',
        source: guide('Connection pool tuning'),
      },
    ),
    sessionSharing: setting('DATABASE_ENABLE_SESSION_SHARING', z.boolean().default(false), {
      meaning: 'Whether the steps of one request share a session in the database.',
      why: 'A shared session keeps its connection for the whole request; the budget counts on short ones.',
      source: facts('1.9'),
    }),
    activeStatusIntervalSeconds: setting(
      'DATABASE_USER_ACTIVE_STATUS_UPDATE_INTERVAL',
      z.int().min(10).max(170).default(60).meta({ fix: '0 writes at every request' }),
      {
        meaning: 'Seconds between two notes in the database that somebody is active.',
        why: 'Without an interval every request writes; from 180 on, people who are there count as away.',
        source: upstream('env.py'),
      },
    ),
    queriesCache: setting('ENABLE_QUERIES_CACHE', z.boolean().default(false), {
      meaning: 'Whether the search queries that a model wrote for a question are kept for the rest of the request.',
      why: 'Off, as the release has it: each search asks anew.',
      source: upstream('env.py'),
    }),
  })
  .prefault({})
  .describe('Connection pools, and how sessions in the database are used.');

const demand = (deployment: Deployment, target: Target) => connectionBudget(deployment, target).demand;

const parts =
  'Type, host, port and name always come together, so that none can be missing: then Open WebUI would silently take SQLite.';

/** Variables of the database and its pools. */
export const databaseVariables = {
  DATABASE_TYPE: {
    path: 'kubernetes.database.kind',
    meaning: 'Kind of database.',
    why: parts,
    source: guide('PostgreSQL'),
    value: () => 'postgresql',
  },
  DATABASE_HOST: {
    path: 'kubernetes.database.host',
    meaning: 'Database server.',
    why: parts,
    source: facts('0.1'),
    value: (deployment, target) =>
      target === 'aws' ? { endpoint: 'databaseHost' } : kubernetesOf(deployment).database.host,
  },
  DATABASE_PORT: {
    path: 'kubernetes.database.port',
    meaning: 'Port of the database server.',
    why: parts,
    source: facts('0.1'),
    value: (deployment, target) => (target === 'aws' ? ownDatabase.port : kubernetesOf(deployment).database.port),
  },
  DATABASE_NAME: {
    path: 'kubernetes.database.name',
    meaning: 'Database.',
    why: parts,
    source: facts('0.1'),
    value: (deployment, target) => (target === 'aws' ? ownDatabase.name : kubernetesOf(deployment).database.name),
  },
  DATABASE_USER: {
    path: 'kubernetes.database.user',
    meaning: 'Role of the application in the database.',
    why: 'It owns its tables and nothing else; it is never the administrator.',
    source: facts('0.1'),
    value: (deployment, target) => (target === 'aws' ? ownDatabase.user : kubernetesOf(deployment).database.user),
  },
  DATABASE_PASSWORD: {
    path: 'kubernetes.database',
    meaning: 'Password of the application in the database.',
    why: 'It is a secret role. Open WebUI puts it into a URL as it is, so `prepare` refuses one with / @ : ? # [ ] or a space.',
    source: facts('1.9'),
    value: (_, target) => (target === 'aws' ? undefined : { secret: 'databasePassword' }),
  },
  DATABASE_ENABLE_IAM_TOKEN_AUTH: {
    path: 'aws.database',
    meaning: 'Whether the application signs in to the database with tokens of IAM.',
    why: 'A token lives for a quarter of an hour; there is no password to leak or to rotate.',
    source: facts('1.9'),
    value: (_, target) => (target === 'aws' ? true : undefined),
  },
  AWS_DEFAULT_REGION: {
    path: 'aws.region',
    meaning: 'Region in which tokens for the database are made.',
    why: 'Without it no token can be made.',
    source: facts('1.9'),
    value: (_, target) => (target === 'aws' ? { endpoint: 'region' } : undefined),
  },
  DATABASE_POOL_SIZE: {
    path: 'database.pool.size',
    meaning: 'Connections that each of the two engines of a process keeps open.',
    why: 'Unset, overflow and timeouts are ignored; 0 and less mean a pool without bounds.',
    source: guide('Connection pool tuning'),
    value: (deployment, target) => demand(deployment, target).pool.size,
  },
  DATABASE_POOL_MAX_OVERFLOW: {
    path: 'database.pool.overflow',
    meaning: 'Connections that each engine may open on top while it is busy.',
    why: 'It is part of the budget of the server’s connections.',
    source: guide('Connection pool tuning'),
    value: (deployment, target) => demand(deployment, target).pool.overflow,
  },
  PGVECTOR_POOL_SIZE: {
    path: 'database.vectorPool.size',
    meaning: 'Connections that the third engine, for vectors, keeps open.',
    why: 'It is part of the budget of the server’s connections.',
    source: facts('2'),
    value: (deployment, target) => demand(deployment, target).vectorPool?.size,
  },
  PGVECTOR_POOL_MAX_OVERFLOW: {
    path: 'database.vectorPool.overflow',
    meaning: 'Connections that the third engine may open on top while it is busy.',
    why: 'It is part of the budget of the server’s connections.',
    source: facts('2'),
    value: (deployment, target) => demand(deployment, target).vectorPool?.overflow,
  },
  PGVECTOR_POOL_TIMEOUT: {
    path: 'database.poolTimeoutSeconds',
    meaning: 'Seconds that a search waits for a free connection of the third engine.',
    why: 'The same bound as for the other two.',
    source: facts('1.13'),
    value: ({ rag, database: { poolTimeoutSeconds } }) =>
      rag.vectorStore.kind === 'pgvector' ? poolTimeoutSeconds : undefined,
  },
  PGVECTOR_POOL_RECYCLE: {
    path: 'database.poolRecycleSeconds',
    meaning: 'Age in seconds at which a connection of the third engine is replaced.',
    why: 'The same age as for the other two.',
    source: facts('1.13'),
    value: ({ rag, database: { poolRecycleSeconds } }) =>
      rag.vectorStore.kind === 'pgvector' ? poolRecycleSeconds : undefined,
  },
  PGSSLMODE: {
    path: 'kubernetes.database',
    meaning: 'How connections to PostgreSQL are encrypted.',
    why: 'Encrypted, and refused when certificate or name of the server are wrong.',
    source: facts('0.2'),
    value: () => 'verify-full',
  },
  PGSSLROOTCERT: {
    path: 'kubernetes.database.ca',
    meaning: 'File with the certificates that sign the database server’s.',
    why: 'Verification needs them.',
    source: facts('0.2'),
    value: (deployment, target) => certificatePath(deployment, target, 'databaseCa'),
  },
  PGAPPNAME: {
    path: 'image.tag',
    meaning: 'Name of every session in the database: the release and the replica.',
    why: 'By it `prepare` sees whether another release is still connected.',
    source: facts('0.2'),
    value: (deployment) => [`open-webui ${releaseOf(deployment)} `, { endpoint: 'instanceName' }],
  },
} satisfies DerivedVariables;
