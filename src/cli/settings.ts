import { catalogue } from '../model';
import { plainValues } from '../model/plain-values';
import { upstreamDefault } from '../model/upstream-variables';
import { exitCode } from './exit-code';

/** A value as a person writes it in a fleet file; nothing where there is none. */
export function shown(value: unknown): string {
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}

const widest = 48;

function line(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join('  ')
    .trimEnd();
}

const cut = (text: string): string => (text.length > widest ? `${text.slice(0, widest - 1)}…` : text);

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return `${rows.map((row) => line(row, widths)).join('\n')}\n`;
}

/** `owui settings`: every variable with its key, its hardened value and upstream’s. */
export function settings(format: 'table' | 'json'): number {
  const entries = catalogue().map((entry) => ({
    ...entry,
    written: plainValues().get(entry.variable),
    upstream: upstreamDefault(entry.variable),
  }));
  if (format === 'json') process.stdout.write(`${JSON.stringify(entries, undefined, 2)}\n`);
  else {
    process.stdout.write(
      table([
        ['VARIABLE', 'TYPE', 'HARDENED', 'UPSTREAM', 'KEY'],
        ...entries.map(({ variable, type, default: hardened, otherwise, written, upstream, path }) => [
          variable,
          type,
          cut(otherwise ?? shown(hardened ?? written)),
          cut(upstream ?? ''),
          path,
        ]),
      ]),
    );
  }
  return exitCode.fine;
}
