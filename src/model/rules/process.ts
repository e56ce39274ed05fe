import { lifecycle } from '../container';
import type { Deployment } from '../deployment';
import { rule } from './rule';
import type { Rule, Verdict } from './rule';

function persistent({ process }: Deployment): readonly Verdict[] {
  return (['persistentConfig', 'oauthPersistentConfig'] as const)
    .filter((key) => process[key])
    .map((key) => ({
      path: ['process', key],
      message:
        'expected false, got true; the first start copies settings and keys into the database, and then ignores what is written here',
    }));
}

/** Rules on how each process runs. */
export const processRules: readonly Rule[] = [
  {
    code: 'PersistentConfigOn',
    severity: 'error',
    reason: 'Keys would lie in the database in plain text, and no later change of a setting here would have an effect.',
    fix: 'leave both off',
    source: 'facts/open-webui.md §1.1',
    owasp: 'A05',
    check: persistent,
  },
  rule({
    code: 'KeepAliveTooShort',
    severity: 'problem',
    path: ['process', 'keepAliveSeconds'],
    reason:
      'The entry keeps idle connections as long as its own timeout, and answers 502 when one has just been closed.',
    fix: 'leave keepAliveSeconds out, or raise it',
    source: 'facts/open-webui.md §1.5',
    check: ({ process: { keepAliveSeconds }, edge: { streamTimeoutSeconds } }) =>
      keepAliveSeconds !== undefined && keepAliveSeconds <= streamTimeoutSeconds
        ? `expected more than edge.streamTimeoutSeconds (${streamTimeoutSeconds}), got ${keepAliveSeconds}; the entry would answer 502`
        : undefined,
  }),
  rule({
    code: 'GracefulShutdownTooLong',
    severity: 'problem',
    path: ['process', 'gracefulShutdownSeconds'],
    reason: 'The platform kills a replica after its own time, whatever the application still does.',
    fix: 'leave gracefulShutdownSeconds out, or lower it',
    source: 'docs/decisions.md',
    check: (deployment) => {
      const {
        process: { gracefulShutdownSeconds },
        rollout,
      } = deployment;
      const { stopSeconds } = lifecycle(deployment);
      return gracefulShutdownSeconds !== undefined && gracefulShutdownSeconds >= stopSeconds
        ? `expected less than ${stopSeconds}, when a replica is killed with rollout ${rollout}, got ${gracefulShutdownSeconds}; lower it`
        : undefined;
    },
  }),
];
