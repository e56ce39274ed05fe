/** Says words to a person: on standard error, for standard output belongs to machines. */
export function sayLines(lines: readonly string[]): void {
  process.stderr.write(lines.map((text) => `${text}\n`).join(''));
}

/** A number with its noun: `1 tenant`, `3 tenants`, `no tenants`. */
export function count(number: number, noun: string): string {
  return `${number === 0 ? 'no' : number} ${noun}${number === 1 ? '' : 's'}`;
}
