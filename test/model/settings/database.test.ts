import { connectionBudget, prepare, secrets } from '../../../src/model';
import { tryDefineDeployment } from '../../../src/model';
import { formatProblem } from '../../../src/model/problem';
import { awsSpec, onAws } from '../../fixtures';
import { changed, variables, written } from './on-kubernetes';
import { written as onAmazon } from './written';

test.each([
  ['DATABASE_POOL_TIMEOUT', '30'],
  ['DATABASE_POOL_RECYCLE', '3600'],
  ['PGVECTOR_POOL_TIMEOUT', '30'],
  ['PGVECTOR_POOL_RECYCLE', '3600'],
  ['PGVECTOR_POOL_SIZE', '3'],
  ['PGVECTOR_POOL_MAX_OVERFLOW', '2'],
  ['DATABASE_ENABLE_SESSION_SHARING', 'false'],
  ['DATABASE_USER_ACTIVE_STATUS_UPDATE_INTERVAL', '60'],
  ['ENABLE_QUERIES_CACHE', 'false'],
  ['DATABASE_TYPE', 'postgresql'],
  ['PGSSLMODE', 'verify-full'],
])('%s is %s by default, on both targets', (name, value) => {
  expect([onAmazon({}, name), written({}, name)]).toEqual([value, value]);
});

test.each([
  ['DATABASE_POOL_TIMEOUT', { poolTimeoutSeconds: 10 }, '10'],
  ['PGVECTOR_POOL_TIMEOUT', { poolTimeoutSeconds: 10 }, '10'],
  ['DATABASE_POOL_RECYCLE', { poolRecycleSeconds: 600 }, '600'],
  ['PGVECTOR_POOL_RECYCLE', { poolRecycleSeconds: 600 }, '600'],
  ['DATABASE_ENABLE_SESSION_SHARING', { sessionSharing: true }, 'true'],
  ['DATABASE_USER_ACTIVE_STATUS_UPDATE_INTERVAL', { activeStatusIntervalSeconds: 120 }, '120'],
  ['ENABLE_QUERIES_CACHE', { queriesCache: true }, 'true'],
])('%s follows %j', (name, database, value) => {
  expect(written({ database }, name)).toBe(value);
});

const problems = (database: unknown): string[] =>
  tryDefineDeployment({ ...awsSpec, database }).problems.map((problem) => formatProblem(problem));

test.each([
  [
    { pool: { size: 0, overflow: 0 } },
    'database.pool.size: expected a whole number from 1 to 1000, got 0; 0 means an unbounded pool',
  ],
  [
    { pool: { size: 5, overflow: -1 } },
    'database.pool.overflow: expected a whole number from 0 to 1000, got -1; -1 means an unbounded pool',
  ],
  [
    { poolTimeoutSeconds: 0 },
    'database.poolTimeoutSeconds: expected a whole number from 1 to 300, got 0; a request must not wait for ever',
  ],
  [
    { poolRecycleSeconds: -1 },
    'database.poolRecycleSeconds: expected a whole number from 60 to 86400, got -1; -1 would keep connections for ever',
  ],
  [
    { activeStatusIntervalSeconds: 0 },
    'database.activeStatusIntervalSeconds: expected a whole number from 10 to 170, got 0; 0 writes at every request',
  ],
])('%j is a problem', (database, message) => {
  expect(problems(database)).toEqual([message]);
});

test('a pool that nobody gave is solved and written, never left unset', () => {
  const { demand, solved } = connectionBudget(onAws(), 'aws');
  expect(solved).toBe(true);
  expect(onAmazon({}, 'DATABASE_POOL_SIZE')).toBe(String(demand.pool.size));
  expect(onAmazon({}, 'DATABASE_POOL_MAX_OVERFLOW')).toBe(String(demand.pool.overflow));
});

test('type, host, port, name and role are always there together', () => {
  expect(variables({}, /^DATABASE_(TYPE|HOST|PORT|NAME|USER|PASSWORD)$/)).toEqual({
    DATABASE_TYPE: 'postgresql',
    DATABASE_HOST: 'pg.acme.example',
    DATABASE_PORT: '5432',
    DATABASE_NAME: 'acme',
    DATABASE_USER: 'acme',
    DATABASE_PASSWORD: '<databasePassword>',
  });
});

test('who supplies a password that goes into a URL is told its characters', () => {
  const purposes = secrets(changed({}), 'kubernetes')
    .filter(({ name }) => ['databasePassword', 'redisPassword'].includes(name))
    .map(({ purpose }) => purpose);
  expect(purposes).toEqual([
    'signs the application in to PostgreSQL; of letters, digits and - . _ ~ alone',
    'signs the application in to Redis; of letters, digits and - . _ ~ alone',
  ]);
});

test('where vectors are elsewhere the third engine and its pool are gone, and `prepare` leaves the table alone', () => {
  const rag = { vectorStore: { kind: 'qdrant', host: 'vectors.acme.example' } };
  const deployment = changed({ rag });
  expect(connectionBudget(deployment, 'kubernetes').demand.vectorPool).toBeUndefined();
  expect(connectionBudget(deployment, 'kubernetes').demand.pool.size).toBeGreaterThan(
    connectionBudget(changed({}), 'kubernetes').demand.pool.size,
  );
  expect(variables({ rag }, /^PGVECTOR_/)).toEqual({});
  expect(prepare(deployment, 'kubernetes').environment['VECTOR_DB']).toEqual(['qdrant']);
});
