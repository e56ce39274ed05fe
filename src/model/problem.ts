/** A place in the input: keys and list positions from its root. */
export type Path = readonly (string | number)[];

/** Something that cannot work or cannot be meant. One problem is enough to stop synthesis. */
export interface Problem {
  /** Stable name of the kind of problem. Codes are public API. */
  readonly code: string;
  /** Where in the input. */
  readonly path: Path;
  /** What was expected, what was found and what to do, without the path. Never holds a secret value. */
  readonly message: string;
}

/** A hardening that somebody loosened. */
export interface Finding extends Problem {
  /** `error` stops synthesis, `warning` is printed. */
  readonly severity: 'error' | 'warning';
}

/** Compares by code point, so that order never depends on the machine's locale. */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Writes a path as people do: `models.openai[0].url`. */
export function formatPath(path: Path): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
    '',
  );
}

/** Writes a problem as one line, `path: message`. */
export function formatProblem({ path, message }: Problem): string {
  return path.length === 0 ? message : `${formatPath(path)}: ${message}`;
}

/** Sorts problems by place, then code, without touching the given list. */
export function sortProblems<P extends Problem>(problems: readonly P[]): P[] {
  return [...problems].sort(
    (a, b) =>
      byCodePoint(formatPath(a.path), formatPath(b.path)) ||
      byCodePoint(a.code, b.code) ||
      byCodePoint(a.message, b.message),
  );
}

/** Thrown by {@link defineDeployment} with every problem of the input at once. */
export class InvalidDeployment extends Error {
  /** Every problem, sorted by place. */
  public readonly problems: readonly Problem[];

  public constructor(problems: readonly Problem[]) {
    const sorted = sortProblems(problems);
    super(sorted.map(formatProblem).join('\n'));
    this.name = 'InvalidDeployment';
    this.problems = sorted;
  }
}
