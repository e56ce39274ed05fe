/** The liveness probe of the application’s container. */
export interface Probe {
  /** Python 3 program, run in the application’s container with its environment; exits 0 when the replica is alive. */
  readonly script: string;
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  /** Failures in a row after which the replica is restarted. */
  readonly failureThreshold: number;
}
