import type { ServerLimit } from './database-servers';

/** Pool of one SQLAlchemy engine. */
export interface Pool {
  /** Connections that stay open. */
  readonly size: number;
  /** Connections on top of `size` while the engine is busy. */
  readonly overflow: number;
}

/** What SQLAlchemy takes when DATABASE_POOL_SIZE is unset; the overflow's variable is then ignored. facts/open-webui.md §2. */
export const unsetPool: Pool = { size: 5, overflow: 10 };

/** Engines of a process on the main database: one synchronous, one asynchronous. facts/open-webui.md §2. */
const engines = 2;

/** The connection that the migration opens, outside every pool. */
const migration = 1;

/** Probes that read through the synchronous engine at the same time. facts/open-webui.md §2. */
const probes = 2;

/** Smallest pool that is chosen; a smaller one can be given. */
const floor = 5;

/** What decides how many connections a deployment opens. */
export interface Demand {
  /** Most replicas that the autoscaler starts. */
  readonly replicas: number;
  /** Replicas beyond `replicas` that are still connected while others start; `replicas` means every one once more. */
  readonly overlap: number | 'replicas';
  /** Processes in each replica. */
  readonly workers: number;
  /** Pool of each of the two engines. */
  readonly pool: Pool;
  /** Pool of the pgvector engine, where the vectors are on the same server. */
  readonly vectorPool?: Pool;
}

const total = ({ size, overflow }: Pool): number => size + overflow;

/** Connections that a process opens at most. */
export function perProcess(pool: Pool, vectorPool?: Pool): number {
  return engines * total(pool) + (vectorPool ? total(vectorPool) : 0);
}

function processes({ replicas, overlap, workers }: Omit<Demand, 'pool' | 'vectorPool'>): number {
  return (replicas + (overlap === 'replicas' ? replicas : overlap)) * workers;
}

/** Connections that the deployment opens at most, the migration included. */
export function worstCase(demand: Demand): number {
  return processes(demand) * perProcess(demand.pool, demand.vectorPool) + migration;
}

/** Connections under full load as they are really used: the synchronous engine serves probes alone. */
export function realisticCase(demand: Demand): number {
  const probing = Math.min(total(demand.pool), probes);
  const vectors = demand.vectorPool ? total(demand.vectorPool) : 0;
  return processes(demand) * (total(demand.pool) + probing + vectors) + migration;
}

/** Connections that the server leaves to the deployment. */
export function usable({ maxConnections, reserved }: ServerLimit): number {
  return Math.max(0, maxConnections - reserved);
}

/** Whether the server admits the worst case. */
export function fits(demand: Demand, limit: ServerLimit): boolean {
  return worstCase(demand) <= usable(limit);
}

/** Most replicas whose worst case the server admits; 0 when not one fits. */
export function largestReplicas(demand: Demand, limit: ServerLimit): number {
  const each = demand.workers * perProcess(demand.pool, demand.vectorPool);
  const room = Math.floor((usable(limit) - migration) / each);
  return Math.max(0, demand.overlap === 'replicas' ? Math.floor(room / 2) : room - demand.overlap);
}

/** Largest sum of pool and overflow that fits, before any floor. May be below 1. */
export function largestTotal(demand: Omit<Demand, 'pool'>, limit: ServerLimit): number {
  const each = Math.floor((usable(limit) - migration) / processes(demand));
  return Math.floor((each - (demand.vectorPool ? total(demand.vectorPool) : 0)) / engines);
}

/** Splits a sum: two thirds stay open, the rest is overflow. */
export function split(sum: number): Pool {
  const size = Math.max(1, Math.round((sum * 2) / 3));
  return { size, overflow: Math.max(0, sum - size) };
}

/** The largest pool that fits, at least 5 and 0, which may then not fit. */
export function solvePool(demand: Omit<Demand, 'pool'>, limit: ServerLimit): Pool {
  const { size, overflow } = split(Math.max(floor, largestTotal(demand, limit)));
  return size < floor ? { size: floor, overflow: size + overflow - floor } : { size, overflow };
}
