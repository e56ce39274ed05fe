/** Valkey node types, from small to large. */
export const cacheNodeTypes = [
  'cache.t4g.micro',
  'cache.t4g.small',
  'cache.t4g.medium',
  'cache.m7g.large',
  'cache.m7g.xlarge',
  'cache.r7g.large',
] as const;

/** What the word `size` stands for. Memory is in MiB, CPU in thousandths of a core, storage in GiB. */
export const sizes = {
  small: {
    replicas: { min: 1, max: 2 },
    cpu: 1000,
    memory: 3072,
    database: { kind: 'rds', instanceClass: 'db.t4g.small', storageGiB: 20, multiAz: true },
    cache: { nodeType: 'cache.t4g.micro' },
  },
  standard: {
    replicas: { min: 2, max: 4 },
    cpu: 1000,
    memory: 4096,
    database: { kind: 'aurora', minCapacity: 1, maxCapacity: 8 },
    cache: { nodeType: 'cache.t4g.small' },
  },
  large: {
    replicas: { min: 3, max: 8 },
    cpu: 2000,
    memory: 8192,
    database: { kind: 'aurora', minCapacity: 2, maxCapacity: 32 },
    cache: { nodeType: 'cache.m7g.large' },
  },
} as const;
