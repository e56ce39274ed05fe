import { z } from 'zod';
import { connectionBudget } from '../budget';
import { kubernetesOf, ownDatabase, releaseOf } from '../deployment';
import type { Deployment, Target } from '../deployment';
import { certificatePath } from '../files';
import { facts, guide } from './setting';
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
    vectorPool: pool.default({ size: 3, overflow: 2 }).describe('Pool of the pgvector engine of a process.'),
  })
  .prefault({})
  .describe('Connection pools.');

const demand = (deployment: Deployment, target: Target) => connectionBudget(deployment, target).demand;

const parts = 'Type, host, port and name are all given: when one is missing, Open WebUI silently takes SQLite.';

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
    why: 'It is a secret role; its characters need no encoding, because Open WebUI puts it into a URL as it is.',
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
