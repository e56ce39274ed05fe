import { formatPath } from '../problem';
import type { Problem } from '../problem';
import { valueAt } from '../value-at';
import type { Rule } from './rule';

/** A value that people know from elsewhere, and that has no place in the schema because it cannot work. */
export interface Refusal extends Omit<Rule, 'check' | 'severity'> {
  readonly severity: 'problem';
  readonly path: string;
  /** Values that are refused. */
  readonly values: readonly unknown[];
  /** What is expected in their place. */
  readonly expected: string;
}

/** Values that are refused with a reason of their own. */
export const refusals: readonly Refusal[] = [
  {
    code: 'SqlcipherCannotStart',
    severity: 'problem',
    path: 'kubernetes.database.kind',
    values: ['sqlcipher', 'sqlite+sqlcipher'],
    expected: 'external',
    reason:
      'The release stops at its first line of database code with SQLCipher: it has no driver for it that is asynchronous.',
    fix: 'the release cannot start with it: take PostgreSQL, and encrypt its disk',
    source: 'seeds/hardening-open-webui.txt, "SQLCipher"; facts/open-webui.md §0.1',
    owasp: 'A02',
  },
  {
    code: 'SqliteRefused',
    severity: 'problem',
    path: 'kubernetes.database.kind',
    values: ['sqlite'],
    expected: 'external',
    reason:
      'SQLite is a file on one replica’s disk: a second process corrupts it, and a new replica starts with nothing.',
    fix: 'a file on one replica is missing on the others: take PostgreSQL',
    source: 'seeds/hardening-open-webui.txt, "PostgreSQL"; facts/open-webui.md §3',
    owasp: 'A04',
  },
];

/** Says of a refused value why it is refused; leaves other problems as they are. */
export function explainRefusal(problem: Problem, input: unknown): Problem {
  const place = formatPath(problem.path);
  const got = valueAt(input, problem.path);
  const refusal = refusals.find(({ path, values }) => path === place && values.includes(got));
  if (!refusal) return problem;
  const { code, expected, fix } = refusal;
  return { ...problem, code, message: `expected ${expected}, got ${String(got)}; ${fix}` };
}
