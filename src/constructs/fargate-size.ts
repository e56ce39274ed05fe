/** CPU units, and from, to and step of memory in MiB that Fargate sells with them. */
const sizes: readonly (readonly [cpu: number, from: number, to: number, step: number])[] = [
  [256, 512, 1024, 512],
  [512, 1024, 4096, 1024],
  [1024, 2048, 8192, 1024],
  [2048, 4096, 16384, 1024],
  [4096, 8192, 30720, 1024],
  [8192, 16384, 61440, 4096],
  [16384, 32768, 122880, 8192],
];

/** A size of task that Fargate sells. */
export interface FargateSize {
  /** CPU units, 1024 a core. */
  readonly cpu: number;
  /** Memory in MiB. */
  readonly memoryLimitMiB: number;
}

/** The smallest size that Fargate sells with this much CPU, in thousandths of a core, and memory. */
export function fargateSize(milliCpu: number, memoryMiB: number): FargateSize {
  const fitting = sizes.find(([cpu, , to]) => cpu * 1000 >= milliCpu * 1024 && to >= memoryMiB);
  if (!fitting) {
    throw new Error(
      `size: expected at most 16 cores and 122880 MiB, got ${milliCpu / 1000} and ${memoryMiB}; add replicas`,
    );
  }
  const [cpu, from, , step] = fitting;
  return { cpu, memoryLimitMiB: from + Math.max(0, Math.ceil((memoryMiB - from) / step)) * step };
}
