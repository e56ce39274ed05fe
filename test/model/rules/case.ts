import type { DeploymentSpec } from '../../../src/model';

/** Changes to a specification: mappings are merged, null takes a key away, everything else is replaced. */
export type Changes = { readonly [K in keyof DeploymentSpec]?: unknown };

/** One rule seen to hold and seen to be broken. */
export interface Case {
  readonly code: string;
  /** Where the deployment runs. @default aws */
  readonly on?: 'aws' | 'kubernetes';
  /** Changes with which the rule holds. */
  readonly holds: Changes;
  /** Changes that break it. */
  readonly breaks: Changes;
  /** Everything that it then says, as `path: message`. */
  readonly says: readonly string[];
}
