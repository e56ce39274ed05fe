import { fits, largestReplicas, largestTotal, realisticCase, solvePool, split, usable, worstCase } from './connections';
import type { Demand, Pool } from './connections';
import { auroraLimit, nextAcu, nextRdsClass, rdsLimit, superuserReserved } from './database-servers';
import type { ServerLimit } from './database-servers';
import { awsOf, kubernetesOf } from './deployment';
import type { Deployment, Target } from './deployment';

/** How many connections a deployment opens on its server, and how many it may. */
export interface Budget {
  readonly demand: Demand;
  readonly limit: ServerLimit;
  /** Connections that the server leaves to the deployment. */
  readonly usable: number;
  /** Connections at most, with every pool full and every overlap. */
  readonly worst: number;
  /** Connections under full load as they are really used. */
  readonly realistic: number;
  /** `usable` less `worst`; negative when the deployment does not fit. */
  readonly left: number;
  /** Most replicas that fit with these pools. */
  readonly largestReplicas: number;
  /** Whether the pool was chosen here, and not by the person. */
  readonly solved: boolean;
}

function limitOf(deployment: Deployment, target: Target): ServerLimit {
  if (target === 'aws') {
    const { database } = awsOf(deployment);
    return database.kind === 'rds'
      ? rdsLimit(database.instanceClass)
      : auroraLimit(database.minCapacity, database.maxCapacity);
  }
  const { maxConnections, reservedConnections, connectionShare } = kubernetesOf(deployment).database;
  const whole: ServerLimit = { maxConnections, reserved: superuserReserved + reservedConnections };
  return connectionShare === undefined
    ? whole
    : { maxConnections: Math.min(connectionShare, usable(whole)), reserved: 0 };
}

/**
 * ECS counts no stopping task, so every old one may still be connected, whatever the rollout. On Kubernetes `recreate`
 * waits for the old pods, but a pod that is evicted is replaced while it drains, and the disruption budget lets one go at
 * a time; `rolling` does not count draining pods either.
 */
function overlapOf(deployment: Deployment, target: Target): Demand['overlap'] {
  return target === 'aws' || deployment.rollout === 'rolling' ? 'replicas' : 1;
}

/** The connection budget of a deployment on a target. facts/open-webui.md §2. */
export function connectionBudget(deployment: Deployment, target: Target): Budget {
  const limit = limitOf(deployment, target);
  const room = {
    replicas: deployment.replicas.max,
    overlap: overlapOf(deployment, target),
    workers: deployment.workers,
    vectorPool: deployment.rag.vectorStore.kind === 'pgvector' ? deployment.database.vectorPool : undefined,
  };
  const given = deployment.database.pool;
  const demand: Demand = { ...room, pool: given ?? solvePool(room, limit) };
  return {
    demand,
    limit,
    usable: usable(limit),
    worst: worstCase(demand),
    realistic: realisticCase(demand),
    left: usable(limit) - worstCase(demand),
    largestReplicas: largestReplicas(demand, limit),
    solved: given === undefined,
  };
}

const writePool = ({ size, overflow }: Pool): string => `pool ${size} + ${overflow}`;

function largerServer(deployment: Deployment, target: Target, budget: Budget): string | undefined {
  if (target === 'kubernetes') {
    const { connectionShare, maxConnections, reservedConnections } = kubernetesOf(deployment).database;
    if (connectionShare === undefined) return `maxConnections ${budget.worst + budget.limit.reserved}`;
    const whole = maxConnections - superuserReserved - reservedConnections;
    return budget.worst <= whole ? `connectionShare ${budget.worst}` : undefined;
  }
  const { database } = awsOf(deployment);
  if (database.kind === 'rds') {
    let larger = nextRdsClass(database.instanceClass);
    while (larger !== undefined && !fits(budget.demand, rdsLimit(larger))) larger = nextRdsClass(larger);
    return larger;
  }
  const minimum = Math.max(1, database.minCapacity);
  let larger = nextAcu(database.maxCapacity);
  while (larger !== undefined && !fits(budget.demand, auroraLimit(minimum, larger))) larger = nextAcu(larger);
  return larger === undefined ? undefined : `maxCapacity ${larger}`;
}

/** The cheapest ways to make a deployment fit, with their numbers. */
export function waysOut(deployment: Deployment, target: Target, budget: Budget): readonly string[] {
  const sum = largestTotal(budget.demand, budget.limit);
  return [
    budget.largestReplicas >= 1 ? `max ${budget.largestReplicas} replicas at this pool` : undefined,
    sum >= 1 ? writePool(split(sum)) : undefined,
    largerServer(deployment, target, budget),
  ].filter((way) => way !== undefined);
}

/** The budget as one line for people. */
export function describeBudget({
  demand,
  limit,
  usable: room,
  worst,
  realistic,
  left,
  largestReplicas: most,
}: Budget): string {
  return (
    `${worst} of ${room} connections at worst, ${realistic} realistic, ${left} left ` +
    `(${writePool(demand.pool)}, limit ${limit.maxConnections}, at most ${most} replicas)`
  );
}
