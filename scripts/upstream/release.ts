import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { find, run } from '../verify/tool';

/** What became of an extraction. `unavailable`: this machine lacks what it takes. */
export type Extracted =
  { readonly outcome: 'done' } | { readonly outcome: 'unavailable' | 'failed'; readonly reason: string };

const unavailable = (reason: string): Extracted => ({ outcome: 'unavailable', reason });
const failed = (reason: string): Extracted => ({ outcome: 'failed', reason });

/** The Python that can read the release's source, or why there is none. */
export function findPython(): { readonly program: string } | { readonly reason: string } {
  const program = find('python3');
  if (program === undefined) return { reason: 'no python3 on this machine' };
  // The syntax of the release needs it.
  const { status } = run(program, ['-c', 'import sys; sys.exit(sys.version_info < (3, 11))']);
  return status === 0 ? { program } : { reason: 'python3 of this machine is older than 3.11' };
}

/**
 * Downloads the source of a release of Open WebUI with pip, and writes the facts about it into a folder. `look` sees the
 * unpacked source before it is deleted.
 */
export function extractRelease(version: string, into: string, look?: (release: string) => void): Extracted {
  const python = findPython();
  if ('reason' in python) return unavailable(python.reason);
  if (run(python.program, ['-m', 'pip', '--version']).status !== 0) return unavailable('python3 has no pip');
  const folder = mkdtempSync(join(tmpdir(), 'owui-upstream-'));
  try {
    return extractInto(python.program, version, folder, into, look);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function extractInto(
  python: string,
  version: string,
  folder: string,
  into: string,
  look?: (release: string) => void,
): Extracted {
  // The start script is only in the source distribution. Nothing of it is run: see backend/hatchling/build.py.
  const options = ['--no-deps', '--no-build-isolation', '--no-binary', 'open-webui', '--ignore-requires-python'];
  const downloaded = run(python, ['-m', 'pip', 'download', ...options, '--dest', folder, `open-webui==${version}`], {
    env: { PYTHONPATH: join(__dirname, 'backend'), PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (downloaded.output.includes('(from versions: none)')) return unavailable('pip reaches no package index');
  const archive = readdirSync(folder).find((file) => file.endsWith('.tar.gz'));
  if (downloaded.status !== 0 || archive === undefined) return failed(downloaded.output);
  const unpacked = run('tar', ['-xzf', join(folder, archive), '-C', folder]);
  if (unpacked.status !== 0) return failed(unpacked.output);
  const release = join(folder, archive.replace(/\.tar\.gz$/, ''));
  look?.(release);
  const source = join(release, 'backend/open_webui');
  const extracted = run(python, ['-B', join(__dirname, 'extract.py'), source, into]);
  return extracted.status === 0 ? { outcome: 'done' } : failed(extracted.output);
}
