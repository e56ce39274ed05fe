import { join } from 'node:path';

/** The root of the repository. */
export const root = join(__dirname, '../..');

/** Where verify puts what it makes; removed at its next start. */
export const workFolder = join(root, '.verify/work');

interface Result {
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly name: string;
}

const results: Result[] = [];

function say(outcome: Result['outcome'], name: string, detail: string): void {
  results.push({ outcome, name });
  process.stdout.write(`${outcome}: ${name}${detail === '' ? '' : `\n  ${detail.trim().replaceAll('\n', '\n  ')}`}\n`);
}

/** Notes that a check was run and found nothing. */
export function passed(name: string): void {
  say('passed', name, '');
}

/** Notes that a check was run and what it found. */
export function failed(name: string, detail: string): void {
  say('failed', name, detail);
}

/** Notes that a check could not be run, and why. */
export function skipped(name: string, reason: string): void {
  say('skipped', name, reason);
}

/** Says something that is no result. */
export function note(text: string): void {
  process.stdout.write(`  ${text}\n`);
}

/** Notes a check by what it found: nothing is good. */
export function judge(name: string, found: string): void {
  if (found.trim() === '') passed(name);
  else failed(name, found);
}

/** Prints the counts; returns the exit code. */
export function report(): number {
  const count = (outcome: Result['outcome']): number => results.filter((result) => result.outcome === outcome).length;
  process.stdout.write(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped\n`);
  return count('failed') === 0 && count('passed') > 0 ? 0 : 1;
}
