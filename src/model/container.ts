import type { Deployment } from './deployment';

/** Directories that the application writes to; everything else is read-only. docs/decisions.md, row 16. */
export const writableDirectories = ['/data', '/tmp'] as const;

/** Share of a task’s memory that each writable directory may fill, where they are in memory. */
export const shareOfMemory = 1 / 8;

/** UID and GID of every container: above 10,000, where no user of a node is. The image’s files are readable by everybody. */
export const unprivilegedId = 10001;

/** User and port of the cache that a target makes itself. */
export const ownCache = { user: 'openwebui', port: 6379 } as const;

/** When replicas are added and taken away. */
export const scaling = {
  /** Share of its CPU above which a replica gets company. */
  cpuPercent: 60,
  /** Every replica that goes drops its websockets, and streams are long and quiet, so a short lull is no reason. */
  scaleInSeconds: 300,
} as const;

/** The image as a container runtime takes it: by its digest where that is known. */
export function imageReference({ image: { repository, tag, digest } }: Deployment): string {
  return digest === undefined ? `${repository}:${tag}` : `${repository}:${tag}@${digest}`;
}

/** How long a replica is given to start and to stop. */
export interface Lifecycle {
  /** Between the signal to stop and the kill. */
  readonly stopSeconds: number;
  /** Before a replica that does not answer is given up. */
  readonly startSeconds: number;
}

/** How long a replica of a deployment is given to start and to stop. */
export function lifecycle({ rollout }: Deployment): Lifecycle {
  return {
    // The application drops its sockets 2 s after SIGTERM; only a rolling change has others to hand open answers to.
    stopSeconds: rollout === 'recreate' ? 10 : 120,
    // The first start loads models and connects to everything before /health answers. facts/open-webui.md §0.2.
    startSeconds: 300,
  };
}
