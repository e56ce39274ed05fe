import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotOurs, Unwritable, writeOutput } from '../../src/cli/output-folder';
import { contents } from './run';

const marker = '.owui.json';
const file = { path: 'kubernetes/a.yaml', content: 'ours' };

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'owui-output-'));
  out = join(folder, 'out');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(files = [file]): void {
  writeOutput(out, files, () => true);
}

test('writes through a link to another file system, and leaves nothing beside it', () => {
  // On other systems than Linux the target is on the same one, and the test shows the link alone.
  const other = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'owui-output-'));
  try {
    symlinkSync(other, out);
    write();
    expect(Object.keys(contents(other))).toEqual([marker, file.path]);
    expect(readdirSync(folder)).toEqual(['out']);
  } finally {
    rmSync(other, { recursive: true });
  }
});

test('takes away what an interrupted run left', () => {
  mkdirSync(join(out, '.owui-tmp-abc123'), { recursive: true });
  write();
  expect(Object.keys(contents(out))).toEqual([marker, file.path]);
  mkdirSync(join(out, '.owui-tmp-def456'));
  write();
  expect(readdirSync(out).sort()).toEqual([marker, 'kubernetes']);
});

test.each([
  [
    'a file for a parent',
    () => {
      writeFileSync(join(folder, 'file'), '');
    },
    'file/out',
    'ENOTDIR',
  ],
  [
    'a link to nothing',
    () => {
      symlinkSync('nothing', join(folder, 'link'));
    },
    'link',
    'E(?:EXIST|NOENT)',
  ],
  [
    'a link to itself',
    () => {
      symlinkSync('loop', join(folder, 'loop'));
    },
    'loop/out',
    'ELOOP',
  ],
])('says what the file system refused: %s', (_, prepare, name, code) => {
  prepare();
  out = join(folder, name);
  expect(write).toThrow(Unwritable);
  expect(write).toThrow(
    new RegExp(
      `^--out: expected a folder that can be written, got ${code} at ${out}; choose another or mend this one$`,
    ),
  );
});

describe('a link below the folder', () => {
  let elsewhere: string;
  beforeEach(() => {
    elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    mkdirSync(out);
    writeFileSync(join(elsewhere, 'a.yaml'), 'mine');
    writeFileSync(join(out, marker), `{ "files": ["${file.path}"] }`);
  });
  afterEach(() => {
    expect(contents(elsewhere)).toEqual({ 'a.yaml': 'mine' });
  });

  test.each([
    ['written', [file]],
    ['deleted', []],
  ])('is not followed to a file that would be %s', (_, files) => {
    symlinkSync(elsewhere, join(out, 'kubernetes'));
    expect(() => {
      write(files);
    }).toThrow(
      new NotOurs(
        `--out: expected a folder, and no link, where one of ours goes, got ${join(out, 'kubernetes')}; move it away`,
      ),
    );
  });

  test('is not replaced', () => {
    mkdirSync(join(out, 'kubernetes'));
    symlinkSync(join(elsewhere, 'a.yaml'), join(out, file.path));
    expect(write).toThrow(NotOurs);
  });
});

test('a folder where a file of ours goes is not ours', () => {
  write();
  rmSync(join(out, file.path));
  mkdirSync(join(out, file.path));
  const foreign = new NotOurs(
    `--out: expected no file of yours where one of ours goes, got ${join(out, file.path)}; move it away`,
  );
  expect(write).toThrow(foreign);
  expect(() => {
    write([]);
  }).toThrow(foreign);
});

test('a file where a folder of ours goes is not ours', () => {
  mkdirSync(out);
  writeFileSync(join(out, marker), '{ "files": [] }');
  writeFileSync(join(out, 'kubernetes'), 'mine');
  expect(write).toThrow(NotOurs);
});
