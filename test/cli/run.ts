import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The root of the repository. */
export const root = join(__dirname, '../..');

/** What a run of `owui` came to. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const loader = pathToFileURL(createRequire(__filename).resolve('tsx')).href;

/** Runs the command as its users do: in a process of its own. */
export function owui(args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): Run {
  const command = ['--import', loader, join(root, 'src/cli/main.ts'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: options.cwd ?? root,
    env: { ...process.env, CDK_VALIDATION: 'false', ...options.env },
    encoding: 'utf8',
  });
  return { code: status ?? -1, stdout, stderr };
}

/** Every file below a folder, by its path, with its content. */
export function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((file) => [relative(folder, file), readFileSync(file, 'utf8')]),
  );
}
