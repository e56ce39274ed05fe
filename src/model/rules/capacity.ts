import { connectionBudget, waysOut } from '../budget';
import { shareOfMemory } from '../container';
import { superuserReserved } from '../database-servers';
import { targetsOf } from '../deployment';
import type { Deployment, Target } from '../deployment';
import type { Path } from '../problem';
import { rule } from './rule';
import type { Rule, Verdict } from './rule';

function limitPath(deployment: Deployment, target: Target): Path {
  if (target === 'kubernetes') {
    const share = deployment.kubernetes?.database.connectionShare;
    return ['kubernetes', 'database', share === undefined ? 'maxConnections' : 'connectionShare'];
  }
  return ['aws', 'database', deployment.aws?.database.kind === 'rds' ? 'instanceClass' : 'maxCapacity'];
}

function poolsThatDoNotFit(deployment: Deployment): readonly Verdict[] {
  return targetsOf(deployment).flatMap((target) => {
    const budget = connectionBudget(deployment, target);
    if (budget.left >= 0) return [];
    const { replicas, overlap, workers, pool, vectorPool } = budget.demand;
    const vectors = vectorPool ? `, vector pool ${vectorPool.size} + ${vectorPool.overflow}` : '';
    const ways = waysOut(deployment, target, budget);
    return [
      {
        path: limitPath(deployment, target),
        message:
          `expected room for ${budget.worst} connections (${replicas} replicas, ` +
          `${overlap === 'replicas' ? replicas : overlap} overlapping, workers ${workers}, ` +
          `pool ${pool.size} + ${pool.overflow} twice${vectors}, 1 migration), ` +
          `got ${budget.usable} usable of ${budget.limit.maxConnections}; ` +
          (ways.length > 0 ? ways.join(', or ') : 'take fewer replicas and a larger server'),
      },
    ];
  });
}

/** MiB that a process of the standard image takes, and what a local embedding model adds. docs/decisions.md, row 1; facts/open-webui.md §1.14. */
const perProcess = { base: 1300, model: 500 } as const;

/** A quarter of the memory is left to files: what is written to /data and /tmp is in memory on Fargate. */
const shareOfProcesses = 0.75;

/** Rules on replicas, memory and connections. */
export const capacityRules: readonly Rule[] = [
  rule({
    code: 'NoTarget',
    severity: 'problem',
    path: [],
    reason: 'A deployment has to run somewhere.',
    fix: 'add the section aws or kubernetes',
    source: 'docs/decisions.md',
    check: (deployment) =>
      targetsOf(deployment).length === 0 ? 'expected aws or kubernetes, got neither; describe one of them' : undefined,
  }),
  rule({
    code: 'ReplicasReversed',
    severity: 'problem',
    path: ['replicas', 'min'],
    reason: 'The autoscaler moves between min and max.',
    fix: 'raise max or lower min',
    source: 'docs/decisions.md',
    check: ({ replicas }) =>
      replicas.min > replicas.max
        ? `expected at most max (${replicas.max}), got ${replicas.min}; raise max or lower min`
        : undefined,
  }),
  rule({
    code: 'CapacityReversed',
    severity: 'problem',
    path: ['aws', 'database', 'minCapacity'],
    reason: 'Aurora scales between the two capacities.',
    fix: 'raise maxCapacity or lower minCapacity',
    source: 'facts/aws.md §1',
    check: ({ aws }) =>
      aws?.database.kind === 'aurora' && aws.database.minCapacity > aws.database.maxCapacity
        ? `expected at most maxCapacity (${aws.database.maxCapacity}), got ${aws.database.minCapacity}; raise maxCapacity or lower minCapacity`
        : undefined,
  }),
  rule({
    code: 'ShareExceedsServer',
    severity: 'problem',
    path: ['kubernetes', 'database', 'connectionShare'],
    reason: 'A share that the server does not have is a promise that it breaks.',
    fix: 'take a smaller share, or raise max_connections of the server',
    source: 'facts/open-webui.md §2',
    check: ({ kubernetes }) => {
      if (kubernetes?.database.connectionShare === undefined) return undefined;
      const { connectionShare, maxConnections, reservedConnections } = kubernetes.database;
      const most = maxConnections - superuserReserved - reservedConnections;
      return connectionShare > most
        ? `expected at most ${most} of the server’s ${maxConnections}, got ${connectionShare}; take a smaller share or raise max_connections`
        : undefined;
    },
  }),
  rule({
    code: 'LocalEmbeddingMemory',
    severity: 'problem',
    path: ['rag', 'embedding', 'engine'],
    reason: 'A local model is loaded into every process; a replica without room for it is killed while it starts.',
    fix: 'take a larger size, fewer workers, or a service',
    source: 'facts/open-webui.md §1.14',
    check: ({ rag: { embedding }, workers, memory }) => {
      const needed = workers * (perProcess.base + perProcess.model);
      const room = memory * shareOfProcesses;
      return embedding.engine === 'local' && needed > room
        ? `expected ${needed} MiB for ${workers} processes with a model each, got ${room} of ${memory} MiB; take a larger size, fewer workers, or a service`
        : undefined;
    },
  }),
  rule({
    code: 'UploadExceedsMemory',
    severity: 'problem',
    path: ['uploads', 'maxSizeMiB'],
    reason:
      'A file being uploaded is held in memory as a whole, and lies twice in the directories that can be written to.',
    fix: 'take smaller files, or a larger size',
    source: 'facts/open-webui.md §1.14',
    check: ({ uploads: { maxSizeMiB }, memory }) => {
      const most = Math.floor(memory * shareOfMemory);
      return maxSizeMiB > most
        ? `expected at most ${most} with ${memory} MiB a replica, got ${maxSizeMiB}; take smaller files, or a larger size`
        : undefined;
    },
  }),
  {
    code: 'PoolExceedsServer',
    severity: 'problem',
    reason:
      'Two engines a process and a third for pgvector each fill a pool of their own; a full server refuses everybody.',
    fix: 'take fewer replicas, smaller pools or a larger server; the message says how far each would have to go',
    source: 'seeds/hardening-open-webui.txt, "Connection pool tuning"; facts/open-webui.md §2',
    check: poolsThatDoNotFit,
  },
];
