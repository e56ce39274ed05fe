import fc from 'fast-check';
import {
  fits,
  largestReplicas,
  largestTotal,
  perProcess,
  realisticCase,
  solvePool,
  split,
  unsetPool,
  usable,
  worstCase,
} from '../../src/model';
import type { Demand, Pool } from '../../src/model';

const vectors: Pool = { size: 3, overflow: 2 };

const pool = fc.record({ size: fc.integer({ min: 1, max: 60 }), overflow: fc.integer({ min: 0, max: 60 }) });
const room = fc.record({
  replicas: fc.integer({ min: 1, max: 40 }),
  overlap: fc.oneof(fc.constant('replicas' as const), fc.integer({ min: 0, max: 10 })),
  workers: fc.integer({ min: 1, max: 8 }),
  vectorPool: fc.option(pool, { nil: undefined }),
});
const limit = fc.record({
  maxConnections: fc.integer({ min: 10, max: 6000 }),
  reserved: fc.integer({ min: 0, max: 20 }),
});
const demand: fc.Arbitrary<Demand> = fc.tuple(room, pool).map(([rest, chosen]) => ({ ...rest, pool: chosen }));

test('library defaults with pgvector open 45 connections a process, and 135 with a surge do not fit into 97', () => {
  expect(perProcess(unsetPool, unsetPool)).toBe(45);
  const two: Demand = { replicas: 2, overlap: 0, workers: 1, pool: unsetPool, vectorPool: unsetPool };
  expect(worstCase(two)).toBe(90 + 1);
  const surge = { ...two, overlap: 1 };
  expect(worstCase(surge)).toBe(135 + 1);
  expect(usable({ maxConnections: 100, reserved: 3 })).toBe(97);
  expect(fits(surge, { maxConnections: 100, reserved: 3 })).toBe(false);
});

test('15 + 20 with the default of pgvector open 85 connections a process', () => {
  expect(perProcess({ size: 15, overflow: 20 }, unsetPool)).toBe(85);
});

test('100 connections, 3 replicas, 1 surge, pgvector 3 + 2 and 2 for the provider leave 23 a process: pool 6 + 3', () => {
  const demanded = { replicas: 3, overlap: 1, workers: 1, vectorPool: vectors };
  const server = { maxConnections: 100, reserved: 3 + 2 };
  const solved = solvePool(demanded, server);
  expect(solved).toEqual({ size: 6, overflow: 3 });
  expect(perProcess(solved, vectors)).toBe(23);
  expect(worstCase({ ...demanded, pool: solved })).toBe(4 * 23 + 1);
});

test('the realistic case counts the synchronous engine by its probes alone', () => {
  expect(
    realisticCase({ replicas: 1, overlap: 0, workers: 1, pool: { size: 10, overflow: 5 }, vectorPool: vectors }),
  ).toBe(15 + 2 + 5 + 1);
});

test.each([
  [9, { size: 6, overflow: 3 }],
  [6, { size: 4, overflow: 2 }],
  [5, { size: 3, overflow: 2 }],
  [1, { size: 1, overflow: 0 }],
])('a sum of %d is split into %j', (sum, expected) => {
  expect(split(sum)).toEqual(expected);
});

test('a chosen pool is never below 5 and 0', () => {
  const tight = { replicas: 10, overlap: 'replicas' as const, workers: 4, vectorPool: vectors };
  expect(solvePool(tight, { maxConnections: 100, reserved: 3 })).toEqual({ size: 5, overflow: 0 });
});

test('more replicas, workers or pool never need fewer connections', () => {
  fc.assert(
    fc.property(demand, (some) => {
      const more: Demand[] = [
        { ...some, replicas: some.replicas + 1 },
        { ...some, workers: some.workers + 1 },
        { ...some, pool: { ...some.pool, size: some.pool.size + 1 } },
        { ...some, pool: { ...some.pool, overflow: some.pool.overflow + 1 } },
      ];
      for (const larger of more) expect(worstCase(larger)).toBeGreaterThan(worstCase(some));
      expect(realisticCase(some)).toBeLessThanOrEqual(worstCase(some));
    }),
  );
});

test('a solved pool fits, and one connection more does not, except where the floor of 5 applied', () => {
  fc.assert(
    fc.property(room, limit, (demanded, server) => {
      const solved = solvePool(demanded, server);
      const sum = solved.size + solved.overflow;
      const floored = largestTotal(demanded, server) < 5;
      expect(floored ? sum : Math.max(sum, 5)).toBe(floored ? 5 : largestTotal(demanded, server));
      expect(fits({ ...demanded, pool: solved }, server)).toBe(!floored);
      const more = { size: solved.size + 1, overflow: solved.overflow };
      if (!floored) expect(fits({ ...demanded, pool: more }, server)).toBe(false);
    }),
  );
});

test('the largest count of replicas fits, and one more does not', () => {
  fc.assert(
    fc.property(demand, limit, (some, server) => {
      const most = largestReplicas(some, server);
      if (most > 0) expect(fits({ ...some, replicas: most }, server)).toBe(true);
      expect(fits({ ...some, replicas: most + 1 }, server)).toBe(false);
    }),
  );
});
