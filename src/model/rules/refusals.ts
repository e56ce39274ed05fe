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
  {
    code: 'DatabaseIncomplete',
    severity: 'problem',
    path: 'kubernetes.database.host',
    values: [undefined, ''],
    expected: 'the database server',
    reason: 'Where one part of the address is missing, the release takes SQLite without a word.',
    fix: 'with a part of the address missing, the release would take SQLite: name the server',
    source: 'facts/open-webui.md §0.1',
    owasp: 'A05',
  },
  {
    code: 'RedisMissing',
    severity: 'problem',
    path: 'kubernetes.redis',
    values: [undefined, null, false, 'none'],
    expected: 'a Redis or Valkey server',
    reason:
      'Without Redis signing out and back-channel logout revoke no token, and each process knows its own users, tasks and ' +
      'limits of sign-in alone.',
    fix: 'without it signing out revokes nothing, and processes do not meet: name a server with TLS',
    source: 'seeds/hardening-open-webui.txt, "Token revocation"; facts/open-webui.md §3',
    owasp: 'A07',
  },
  {
    code: 'EndlessToken',
    severity: 'problem',
    path: 'auth.tokenLifetime',
    values: [-1, 0, '-1', '0', '0ms', '0s', '0m', '0h', '0d', '0w', 'never', 'none'],
    expected: 'a lifetime such as 24h',
    reason: 'The release gives such a token no end, and signing out can revoke only a token that has one.',
    fix: 'a token without an end stays valid after its user has signed out: take 24h',
    source: 'seeds/hardening-open-webui.txt, "Token expiry"; facts/open-webui.md §1.3',
    owasp: 'A07',
  },
  {
    code: 'EveryMicrosoftTenant',
    severity: 'problem',
    path: 'auth.microsoft.tenantId',
    values: ['common', 'organizations', 'consumers'],
    expected: 'the id or a domain of one Entra tenant',
    reason:
      'Who administers any other tenant can write any e-mail address into an account there, and the release trusts the ' +
      'address. Tokens of common and organizations name another issuer than it expects, too.',
    fix: 'the e-mail address in a token of another tenant proves nothing: name your own',
    source: 'facts/open-webui.md §1.6',
    owasp: 'A07',
  },
  {
    code: 'LocalStorage',
    severity: 'problem',
    path: 'kubernetes.storage.kind',
    values: ['local'],
    expected: 's3, gcs or azure',
    reason: 'A file on one replica’s disk is missing on the others, and gone with the replica.',
    fix: 'files on one replica are missing on the others: take object storage',
    source: 'facts/open-webui.md §3',
    owasp: 'A04',
  },
  {
    code: 'LocalVectorStore',
    severity: 'problem',
    path: 'rag.vectorStore.host',
    values: [undefined],
    expected: 'the server of the vector store',
    reason:
      'Without a server Chroma and Milvus keep vectors in files on one replica’s disk, which a second process corrupts; ' +
      'the others do not start.',
    fix: 'a second process corrupts files on one replica: name a server, or take kind pgvector',
    source: 'facts/open-webui.md §3',
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
  const shown = String(got);
  return {
    ...problem,
    code,
    message: `expected ${expected}, got ${['undefined', 'null', ''].includes(shown) ? 'nothing' : shown}; ${fix}`,
  };
}
