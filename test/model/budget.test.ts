import { connectionBudget } from '../../src/model';
import { auroraLimit, rdsClasses, rdsLimit } from '../../src/model/database-servers';
import { onAws, onKubernetes } from '../fixtures';

test.each([
  ['db.t4g.micro', 78],
  ['db.t4g.small', 189],
  ['db.t4g.medium', 405],
  ['db.m7g.large', 823],
  ['db.r7g.large', 1600],
  ['db.r8g.xlarge', 3300],
  ['db.r6g.4xlarge', 5000],
] as const)('%s is counted on for %d connections', (instanceClass, expected) => {
  expect(rdsLimit(instanceClass)).toEqual({ maxConnections: expected, reserved: 8 });
});

test('every class of the table has a limit', () => {
  for (const instanceClass of rdsClasses) expect(rdsLimit(instanceClass).maxConnections).toBeGreaterThan(0);
});

test.each([
  [1, 1, 189],
  [1, 7.5, 823],
  [1, 8, 1669],
  [2, 256, 5000],
  [0.5, 32, 2000],
])('Aurora with %d to %d ACUs is counted on for %d connections', (minimum, maximum, expected) => {
  expect(auroraLimit(minimum, maximum).maxConnections).toBe(expected);
});

test('ECS counts every replica once more, whatever the rollout', () => {
  for (const rollout of ['recreate', 'rolling'] as const) {
    expect(connectionBudget(onAws({ rollout }), 'aws').demand.overlap).toBe('replicas');
  }
});

test('Kubernetes counts one evicted pod under recreate, and every replica once more while rolling', () => {
  expect(connectionBudget(onKubernetes(), 'kubernetes').demand.overlap).toBe(1);
  expect(connectionBudget(onKubernetes({ rollout: 'rolling' }), 'kubernetes').demand.overlap).toBe('replicas');
});

test('a share is all that a deployment on a shared server has', () => {
  const { kubernetes } = onKubernetes();
  if (!kubernetes) throw new Error('the fixture has a section kubernetes');
  const shared = { ...kubernetes, database: { ...kubernetes.database, connectionShare: 120 } };
  expect(connectionBudget(onKubernetes({ kubernetes: shared }), 'kubernetes').limit).toEqual({
    maxConnections: 120,
    reserved: 0,
  });
});

test('a share is never more than the server has', () => {
  const { kubernetes } = onKubernetes();
  if (!kubernetes) throw new Error('the fixture has a section kubernetes');
  const shared = { ...kubernetes, database: { ...kubernetes.database, connectionShare: 200_000 } };
  expect(() => onKubernetes({ kubernetes: shared })).toThrow(
    'kubernetes.database.connectionShare: expected at most 295 of the server’s 300, got 200000; take a smaller share or raise max_connections',
  );
});

test('pools that a person gave are kept', () => {
  const budget = connectionBudget(onAws({ database: { pool: { size: 4, overflow: 2 } } }), 'aws');
  expect(budget.solved).toBe(false);
  expect(budget.demand.pool).toEqual({ size: 4, overflow: 2 });
});

test('every size fits its own database on AWS', () => {
  for (const size of ['small', 'standard', 'large'] as const) {
    expect(connectionBudget(onAws({ size }), 'aws').left).toBeGreaterThanOrEqual(0);
  }
});
