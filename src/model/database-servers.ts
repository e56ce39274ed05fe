/** What a server admits, and what of it is kept from the application. */
export interface ServerLimit {
  /** `max_connections` of the server, or the share of it that a deployment was given. */
  readonly maxConnections: number;
  /** Connections that others keep: superusers, the provider, other clients. */
  readonly reserved: number;
}

/** `superuser_reserved_connections` of PostgreSQL. */
export const superuserReserved = 3;

/** `rds.rds_superuser_reserved_connections` (2) and what AWS's own automation takes (3). facts/aws.md §1. */
const awsReserved = superuserReserved + 2 + 3;

/** Conservative connection limit by memory in GiB, smallest first. facts/aws.md §1. */
const limitByMemory: readonly (readonly [gib: number, connections: number])[] = [
  [1, 78],
  [2, 189],
  [4, 405],
  [8, 823],
  [16, 1600],
  [32, 3300],
  [64, 5000],
];

const burstable = { micro: 1, small: 2, medium: 4, large: 8, xlarge: 16, '2xlarge': 32 } as const;
const general = { large: 8, xlarge: 16, '2xlarge': 32, '4xlarge': 64 } as const;
const memory = { large: 16, xlarge: 32, '2xlarge': 64, '4xlarge': 128 } as const;

const classMemory: ReadonlyMap<string, number> = new Map(
  [
    { families: ['t4g', 't3'], sizes: burstable },
    { families: ['m6g', 'm7g', 'm8g'], sizes: general },
    { families: ['r6g', 'r7g', 'r8g'], sizes: memory },
  ].flatMap(({ families, sizes }) =>
    families.flatMap((family) =>
      Object.entries(sizes).map(([size, gib]): [string, number] => [`db.${family}.${size}`, gib]),
    ),
  ),
);

/** RDS instance classes whose connection limit is known, family by family from small to large. */
export const rdsClasses: readonly string[] = [...classMemory.keys()];

function atMost(gib: number): number {
  return limitByMemory.reduce((limit, [size, connections]) => (size <= gib ? connections : limit), 0);
}

/** Limit of an RDS instance class. */
export function rdsLimit(instanceClass: string): ServerLimit {
  const gib = classMemory.get(instanceClass);
  if (gib === undefined) throw new Error(`${instanceClass} is none of rdsClasses`);
  return { maxConnections: atMost(gib), reserved: awsReserved };
}

/** The class of the same family that is the next larger one, where there is one. */
export function nextRdsClass(instanceClass: string): string | undefined {
  const next = rdsClasses[rdsClasses.indexOf(instanceClass) + 1];
  return next?.split('.')[1] === instanceClass.split('.')[1] ? next : undefined;
}

/** Conservative limit of Aurora Serverless v2 by its largest capacity. facts/aws.md §1. */
const limitByAcu: readonly (readonly [acu: number, connections: number])[] = [
  [1, 189],
  [4, 823],
  [8, 1669],
  [16, 3360],
  [32, 5000],
];

/** Limit of Aurora Serverless v2. A least capacity of 0.5 caps it at 2,000. */
export function auroraLimit(minCapacity: number, maxCapacity: number): ServerLimit {
  const byMaximum = limitByAcu.reduce((limit, [acu, connections]) => (acu <= maxCapacity ? connections : limit), 0);
  return { maxConnections: minCapacity < 1 ? Math.min(byMaximum, 2000) : byMaximum, reserved: awsReserved };
}

/** The next larger step of {@link auroraLimit}'s table, where there is one. */
export function nextAcu(maxCapacity: number): number | undefined {
  return limitByAcu.find(([acu]) => acu > maxCapacity)?.[0];
}
