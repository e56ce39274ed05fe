import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** What running an outside program came to. */
export interface Done {
  readonly status: number;
  readonly output: string;
}

/** Finds a program on the PATH, or where `go install` puts it. */
export function find(program: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), join(homedir(), 'go/bin')];
  return folders.map((folder) => join(folder, program)).find(existsSync);
}

/** Runs a program to its end. */
export function run(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Done {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status: status ?? 1, output: `${stdout}${stderr}${error ? error.message : ''}` };
}
