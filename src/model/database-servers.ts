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

type ClassOf<Families extends string, Sizes> = `db.${Families}.${keyof Sizes & string}`;

/** An RDS instance class whose connection limit is known. */
export type RdsClass =
  | ClassOf<'t4g' | 't3', typeof burstable>
  | ClassOf<'m6g' | 'm7g' | 'm8g', typeof general>
  | ClassOf<'r6g' | 'r7g' | 'r8g', typeof memory>;

function ofFamily<Family extends string, Sizes extends object>(
  family: Family,
  sizes: Sizes,
): [ClassOf<Family, Sizes>, number][] {
  return Object.entries(sizes).map(([size, gib]) => [`db.${family}.${size}` as ClassOf<Family, Sizes>, gib as number]);
}

const classMemory: ReadonlyMap<RdsClass, number> = new Map<RdsClass, number>([
  ...ofFamily('t4g', burstable),
  ...ofFamily('t3', burstable),
  ...ofFamily('m6g', general),
  ...ofFamily('m7g', general),
  ...ofFamily('m8g', general),
  ...ofFamily('r6g', memory),
  ...ofFamily('r7g', memory),
  ...ofFamily('r8g', memory),
]);

/** RDS instance classes whose connection limit is known, family by family from small to large. */
export const rdsClasses: readonly RdsClass[] = [...classMemory.keys()];

function atMost(gib: number): number {
  return limitByMemory.reduce((limit, [size, connections]) => (size <= gib ? connections : limit), 0);
}

/** Limit of an RDS instance class. */
export function rdsLimit(instanceClass: RdsClass): ServerLimit {
  return { maxConnections: atMost(classMemory.get(instanceClass) ?? 0), reserved: awsReserved };
}

/** The class of the same family that is the next larger one, where there is one. */
export function nextRdsClass(instanceClass: RdsClass): RdsClass | undefined {
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
