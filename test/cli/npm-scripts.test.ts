import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from './run';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: { build: string; synth: string };
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'owui-scripts-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test.each([
  ['', ['examples/fleet/fleet.yaml']],
  ['my.yaml', ['my.yaml']],
  ['my.yaml --out "a b"', ['my.yaml', '--out', 'a b']],
])('npm run synth -- %s', (given, expected) => {
  const script = scripts.synth
    .replace(/^.*? && /, '')
    .replace('node lib/cli/main.js synth', "printf '%s\\n'".replaceAll("'", '"'));
  expect(
    execFileSync('sh', ['-c', `${script} ${given}`], { encoding: 'utf8' })
      .trim()
      .split('\n'),
  ).toEqual(expected);
});

test('npm run build leaves what the source makes, and nothing else', () => {
  for (const name of ['package.json', 'tsconfig.json', 'tsconfig.build.json'])
    cpSync(join(root, name), join(folder, name));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'src'));
  const build = (): string[] => {
    const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
    execFileSync('sh', ['-c', scripts.build], { cwd: folder, env: { ...process.env, PATH: path } });
    return readdirSync(join(folder, 'lib')).sort();
  };
  writeFileSync(join(folder, 'src/a.ts'), 'export const a = 1;\n');
  writeFileSync(join(folder, 'src/b.ts'), 'export const b = 1;\n');
  expect(build()).toEqual(['a.d.ts', 'a.js', 'b.d.ts', 'b.js']);
  rmSync(join(folder, 'src/b.ts'));
  rmSync(join(folder, 'lib/a.js'));
  expect(build()).toEqual(['a.d.ts', 'a.js']);
}, 60_000);

test('.ci/run ends where packages cannot be installed, with its counts', () => {
  mkdirSync(join(folder, '.ci'));
  cpSync(join(root, '.ci/run'), join(folder, '.ci/run'));
  for (const program of ['npm', 'npx', 'pip']) {
    writeFileSync(join(folder, program), '#!/bin/sh\nexit 1\n');
    chmodSync(join(folder, program), 0o755);
  }
  const { status, stdout } = spawnSync('bash', [join(folder, '.ci/run')], {
    env: { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '== npm ci\nfailed: npm ci\n0 passed, 1 failed\n' });
}, 60_000);
