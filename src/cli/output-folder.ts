import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { OutputFile } from '../model/output-file';

/** Marks a folder as ours and lists the files in it that we wrote; only those are ever replaced or deleted. */
const marker = '.owui.json';

/** The folder cannot be written to without losing something that is not ours. */
export class NotOurs extends Error {}

/** What writing came to. */
export interface Written {
  readonly written: number;
  readonly unchanged: number;
  readonly deleted: number;
}

function readMarker(folder: string): readonly string[] | undefined {
  if (!existsSync(join(folder, marker))) return undefined;
  try {
    const { files } = JSON.parse(readFileSync(join(folder, marker), 'utf8')) as { files: unknown };
    if (Array.isArray(files) && files.every((file) => typeof file === 'string' && inside(folder, file)))
      return files as string[];
  } catch {
    // Falls through to the refusal: a marker that cannot be read names nothing that may be deleted.
  }
  throw new NotOurs(
    `--out: expected a list of files in ${join(folder, marker)}, got something else; choose another folder`,
  );
}

function inside(folder: string, file: string): boolean {
  return resolve(folder, file).startsWith(`${resolve(folder)}/`);
}

function refuseForeign(folder: string, files: readonly OutputFile[], ours: readonly string[] | undefined): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory())
    throw new NotOurs(`--out: expected a folder, got the file ${folder}; choose another`);
  if (ours === undefined && readdirSync(folder).length > 0) {
    throw new NotOurs(
      `--out: expected an empty folder or one that owui made, got ${folder} with other files; choose another`,
    );
  }
  const known = new Set(ours);
  const foreign = files.find(({ path }) => !known.has(path) && existsSync(join(folder, path)));
  if (foreign) {
    throw new NotOurs(
      `--out: expected no file of yours where one of ours goes, got ${join(folder, foreign.path)}; move it away`,
    );
  }
}

function removeEmptyParents(folder: string, file: string): void {
  for (let parent = dirname(join(folder, file)); parent.length > folder.length; parent = dirname(parent)) {
    if (!existsSync(parent) || readdirSync(parent).length > 0) return;
    rmdirSync(parent);
  }
}

/**
 * Writes files to a temporary folder beside the output’s, moves them in place, and deletes what we wrote earlier and no
 * longer do.
 *
 * @param owns whether an earlier file is within what is written now; others stay as they are
 * @throws NotOurs when something that is not ours would be lost; nothing is written then
 */
export function writeOutput(out: string, files: readonly OutputFile[], owns: (path: string) => boolean): Written {
  const folder = resolve(out);
  const ours = existsSync(folder) && statSync(folder).isDirectory() ? readMarker(folder) : undefined;
  refuseForeign(folder, files, ours);
  mkdirSync(dirname(folder), { recursive: true });
  const temporary = mkdtempSync(`${folder}.owui-`);
  try {
    const paths = new Set(files.map(({ path }) => path));
    const kept = (ours ?? []).filter((path) => !paths.has(path) && !owns(path));
    const stale = (ours ?? []).filter((path) => !paths.has(path) && owns(path));
    const changed = files.filter(({ path, content }) => !isUnchanged(join(folder, path), content));
    const put = ({ path, content }: OutputFile): void => {
      mkdirSync(dirname(join(temporary, path)), { recursive: true });
      writeFileSync(join(temporary, path), content);
    };
    const move = (path: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      renameSync(join(temporary, path), join(folder, path));
    };
    const mark = (all: readonly string[]): void => {
      put({ path: marker, content: `${JSON.stringify({ files: [...all].sort() }, undefined, 2)}\n` });
      move(marker);
    };
    changed.forEach(put);
    // Marked before and after: should we be interrupted, every file that is there is known to be ours.
    mark([...paths, ...kept, ...stale]);
    for (const { path } of changed) move(path);
    for (const path of stale) {
      rmSync(join(folder, path), { force: true });
      removeEmptyParents(folder, path);
    }
    mark([...paths, ...kept]);
    return { written: changed.length, unchanged: files.length - changed.length, deleted: stale.length };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function isUnchanged(file: string, content: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8') === content;
}
