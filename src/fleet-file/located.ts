import { formatPath } from '../model';
import { fleetSchema } from '../model/fleet-schema';
import { redact } from '../model/redact';
import { upstreamVariables } from '../model/upstream-variables';
import type { Path } from '../model';
import type { Origin } from './yaml-source';

/** A problem or finding with its place in the files of a fleet. */
export interface Located {
  readonly code: string;
  readonly severity: 'problem' | 'error' | 'warning';
  /** File as the person named it. */
  readonly file: string;
  /** Counted from 1; absent where the file as a whole is meant. */
  readonly line?: number;
  readonly column?: number;
  readonly path: Path;
  readonly message: string;
  /** Where the value came from, when not from the place where it counts: `from defaults`. */
  readonly notes: readonly string[];
}

function keysOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([word, value]: [string, unknown]) => [
    ...(word === 'properties' ? Object.keys(value as object) : []),
    ...keysOf(value),
  ]);
}

let known: ReadonlySet<string> | undefined;

/** Words joined by underscores, none of them as long as a key: a name of a variable, known or not. */
const variableName = /^[A-Z][A-Z\d]{0,15}(?:_[A-Z\d]{1,15})+$/;

/** Whether a key of a file is one that this package or Open WebUI knows, so that it cannot be a pasted secret. */
function isOwnKey(key: string): boolean {
  if (key in upstreamVariables || variableName.test(key)) return true;
  known ??= new Set(keysOf(fleetSchema()));
  return known.has(key);
}

function shownKey(key: string): string {
  const harmless = redact(key);
  return harmless === key || isOwnKey(key) ? key : harmless;
}

/** Adds a place to what is said of it. */
export function locate(
  said: Pick<Located, 'code' | 'severity' | 'message' | 'path'>,
  file: string,
  origin: Origin | undefined,
  notes: readonly string[] = [],
): Located {
  const alias = origin?.alias && `through the alias at ${origin.alias.line}:${origin.alias.column}`;
  return {
    code: said.code,
    severity: said.severity,
    file,
    ...(origin && { line: origin.line, column: origin.column }),
    // Keys are people's text as well as values are.
    path: said.path.map((key) => (typeof key === 'string' ? shownKey(key) : key)),
    message: said.message,
    notes: alias === undefined ? notes : [...notes, alias],
  };
}

/** Writes what is wrong as one line: `fleet.yaml:14:7 tenants.acme.host: expected …, got …; … [Code]`. */
export function formatLocated({ file, line, column, path, message, notes, code, severity }: Located): string {
  const place = line === undefined ? file : `${file}:${line}:${column}`;
  const where = path.length === 0 ? '' : `${formatPath(path)}: `;
  const from = notes.length === 0 ? '' : ` (${notes.join('; ')})`;
  return `${place} ${severity === 'problem' ? '' : `${severity}: `}${where}${message}${from} [${code}]`;
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sorts by place, so that the same input says the same in the same order. */
export function sortLocated(all: readonly Located[]): Located[] {
  return [...all].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      compare(a.line ?? 0, b.line ?? 0) ||
      compare(a.column ?? 0, b.column ?? 0) ||
      compare(formatPath(a.path), formatPath(b.path)) ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  );
}
