import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..');
const owui = join(root, 'lib/cli/main.js');
const rounds = 15;

/** What is measured, each as arguments of node. All run in turn, so that a busy machine hits all alike. */
const programs: Readonly<Record<string, (out: string) => readonly string[]>> = {
  'node -e 0': () => ['-e', '0'],
  'owui check examples/minimal/fleet.yaml': () => [owui, 'check', 'examples/minimal/fleet.yaml'],
  'owui check examples/fleet/fleet.yaml': () => [owui, 'check', 'examples/fleet/fleet.yaml'],
  'owui synth --target kubernetes': (out) => [
    owui,
    'synth',
    'examples/fleet/fleet.yaml',
    '--target',
    'kubernetes',
    '--out',
    out,
  ],
};

function milliseconds(args: readonly string[]): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Measures every program in turn and prints medians as multiples of a bare node. */
function main(): void {
  const out = mkdtempSync(join(tmpdir(), 'owui-bench-'));
  try {
    const times = new Map(Object.keys(programs).map((name) => [name, [] as number[]]));
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, args] of Object.entries(programs)) times.get(name)?.push(milliseconds(args(join(out, 'dist'))));
    }
    const bare = median(times.get('node -e 0') ?? []);
    for (const [name, values] of times) {
      process.stdout.write(`${(median(values) / bare).toFixed(1)} x  ${name}\n`);
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

main();
