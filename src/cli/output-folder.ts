import {
  existsSync,
  lstatSync,
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

/** What the name of our temporary folder begins with; it stays when we are interrupted. */
const temporaryPrefix = '.owui-tmp-';

/** What the file system answers when the folder that was named does not do. */
const mistakes = new Set('EACCES EEXIST EISDIR ELOOP ENAMETOOLONG ENOENT ENOSPC ENOTDIR EPERM EROFS EXDEV'.split(' '));

/** The folder cannot be written to without losing something that is not ours. */
export class NotOurs extends Error {}

/** The file system refuses to write to the folder. */
export class Unwritable extends Error {
  public constructor(
    message: string,
    /** Whether files had been replaced by then. */
    public readonly begun: boolean,
  ) {
    super(message);
  }
}

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

/** Every folder between the output's and these files, the outer ones first. */
function parents(paths: readonly string[]): ReadonlySet<string> {
  return new Set(
    paths.flatMap((path) =>
      path
        .split('/')
        .slice(0, -1)
        .map((_, index, parts) => parts.slice(0, index + 1).join('/')),
    ),
  );
}

function isLeftover(name: string): boolean {
  return name.startsWith(temporaryPrefix);
}

function refuseForeign(folder: string, touched: readonly string[], ours: readonly string[] | undefined): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory())
    throw new NotOurs(`--out: expected a folder, got the file ${folder}; choose another`);
  if (ours === undefined && !readdirSync(folder).every(isLeftover)) {
    throw new NotOurs(
      `--out: expected an empty folder or one that owui made, got ${folder} with other files; choose another`,
    );
  }
  const at = (path: string) => lstatSync(join(folder, path), { throwIfNoEntry: false });
  // A link below the folder leads out of it, to files that only have the names of ours.
  for (const parent of parents(touched)) {
    if (at(parent)?.isDirectory() === false) {
      throw new NotOurs(
        `--out: expected a folder, and no link, where one of ours goes, got ${join(folder, parent)}; move it away`,
      );
    }
  }
  const known = new Set(ours).add(marker);
  const foreign = touched.find((path) => {
    const there = at(path);
    return there && !(there.isFile() && known.has(path));
  });
  if (foreign !== undefined) {
    throw new NotOurs(
      `--out: expected no file of yours where one of ours goes, got ${join(folder, foreign)}; move it away`,
    );
  }
}

function removeEmptyParents(folder: string, file: string): void {
  for (let parent = dirname(join(folder, file)); parent.length > folder.length; parent = dirname(parent)) {
    if (!existsSync(parent) || readdirSync(parent).length > 0) return;
    rmdirSync(parent);
  }
}

function refused(folder: string, error: unknown, begun: boolean): unknown {
  const { code = '', path = folder, dest = path } = error as NodeJS.ErrnoException & { dest?: string };
  if (!mistakes.has(code)) return error;
  // The name of the temporary folder tells nobody anything.
  const at = dest.split(`/${temporaryPrefix}`)[0];
  return new Unwritable(
    `--out: expected a folder that can be written, got ${code} at ${at}; choose another or mend this one`,
    begun,
  );
}

/** The text of a file that an earlier run wrote, if one did. */
export function readEarlier(out: string, path: string): string | undefined {
  const folder = resolve(out);
  try {
    const file = join(folder, path);
    return readMarker(folder)?.includes(path) && existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  } catch (error) {
    throw refused(folder, error, false);
  }
}

/**
 * Writes files to a temporary folder, moves them in place, and deletes what we wrote earlier and no longer do.
 *
 * @param owns whether an earlier file is within what is written now; others stay as they are
 * @throws NotOurs when something that is not ours would be lost; nothing is written then
 * @throws Unwritable when the file system refuses
 */
export function writeOutput(out: string, files: readonly OutputFile[], owns: (path: string) => boolean): Written {
  const folder = resolve(out);
  let temporary: string | undefined;
  let begun = false;
  try {
    const ours = readMarker(folder);
    const paths = new Set(files.map(({ path }) => path));
    const [kept, stale] = [false, true].map((owned) =>
      (ours ?? []).filter((path) => !paths.has(path) && owns(path) === owned),
    ) as [string[], string[]];
    refuseForeign(folder, [...paths, ...stale, marker], ours);
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder).filter(isLeftover)) rmSync(join(folder, name), { recursive: true });
    // Inside, for what is beside may be another file system, from which nothing can be moved.
    const staging = (temporary = mkdtempSync(join(folder, temporaryPrefix)));
    const changed = files.filter(({ path, content }) => !isUnchanged(join(folder, path), content));
    const put = ({ path, content }: OutputFile): void => {
      mkdirSync(dirname(join(staging, path)), { recursive: true });
      writeFileSync(join(staging, path), content);
    };
    const move = (path: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      renameSync(join(staging, path), join(folder, path));
    };
    const mark = (all: readonly string[]): void => {
      put({ path: marker, content: `${JSON.stringify({ files: [...all].sort() }, undefined, 2)}\n` });
      move(marker);
    };
    changed.forEach(put);
    // Marked before and after: should we be interrupted, every file that is there is known to be ours.
    mark([...paths, ...kept, ...stale]);
    begun = true;
    for (const { path } of changed) move(path);
    for (const path of stale) {
      rmSync(join(folder, path), { force: true });
      removeEmptyParents(folder, path);
    }
    mark([...paths, ...kept]);
    return { written: changed.length, unchanged: files.length - changed.length, deleted: stale.length };
  } catch (error) {
    throw refused(folder, error, begun);
  } finally {
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
  }
}

function isUnchanged(file: string, content: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8') === content;
}
