import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileCodes, formatLocated, readFleet } from '../../src/fleet-file';
import { deploymentProblemCodes } from '../../src/model/define';
import { fleetCodes } from '../../src/model/rules/fleet';
import { cases } from '../model/rules/cases';

const home = process.cwd();
const faults = readdirSync(__dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function problemsIn(folder: string, file = 'fleet.yaml'): string {
  process.chdir(folder);
  return readFleet(file).problems.map((problem) => `${formatLocated(problem)}\n`).join('');
}

function inTemporaryFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'owui-faults-'));
  try {
    return use(folder);
  } finally {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  }
}

afterEach(() => {
  process.chdir(home);
});

test.each(faults)('%s', (name) => {
  expect(problemsIn(join(__dirname, name))).toBe(readFileSync(join(__dirname, name, 'expected.txt'), 'utf8'));
});

/** Files that are made here, because they cannot be kept in the repository. */
const made: Readonly<Record<string, { content: Buffer | string | undefined; expected: string }>> = {
  Unreadable: {
    content: undefined,
    expected: 'fleet.yaml expected a file that can be read, got ENOENT; check the name [Unreadable]\n',
  },
  TooLarge: {
    content: `# ${'x'.repeat(10 * 1024 * 1024)}`,
    expected: 'fleet.yaml expected at most 4 MiB, got 10.0 MiB; put tenants into files of their own [TooLarge]\n',
  },
  NotUtf8: {
    content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0xff, 0xfe]),
    expected: 'fleet.yaml expected text in UTF-8, got other bytes; save it as UTF-8 [NotUtf8]\n',
  },
};

test.each(Object.entries(made))('%s', (_, { content, expected }) => {
  inTemporaryFolder((folder) => {
    if (content !== undefined) writeFileSync(join(folder, 'fleet.yaml'), content);
    expect(problemsIn(folder)).toBe(expected);
  });
});

test('values that are nested too deeply are a problem, not a crash', () => {
  inTemporaryFolder((folder) => {
    writeFileSync(join(folder, 'fleet.yaml'), `tenants: ${'['.repeat(100_000)}`);
    expect(problemsIn(folder)).toMatch(/^fleet\.yaml.* expected YAML, got .* \[NotYaml\]\n/);
  });
});

test('thousands of aliases are read as fast as their values', () => {
  inTemporaryFolder((folder) => {
    writeFileSync(join(folder, 'fleet.yaml'), `x: &a 1\ntenants: [${Array(30_000).fill('*a').join(', ')}]\n`);
    expect(problemsIn(folder)).toContain('fleet.yaml:2:1 tenants: expected a mapping of at least one tenant');
  });
});

test.each(['__proto__: { x: 1 }', 'tenants: { __proto__: { host: x } }', 'tenants: { constructor: { toString: 1 } }'])(
  'names that JavaScript gives a meaning are names: %s',
  (text) => {
    inTemporaryFolder((folder) => {
      writeFileSync(join(folder, 'fleet.yaml'), `${text}\n`);
      expect(problemsIn(folder)).toMatch(/^fleet\.yaml/);
      expect(Object.prototype).not.toHaveProperty('x');
    });
  },
);

test('every code of a problem has a bad fleet file, or a case among those of the rules', () => {
  const shown = [...faults.map((name) => readFileSync(join(__dirname, name, 'expected.txt'), 'utf8')), ...Object.values(made).map(({ expected }) => expected)]
    .flatMap((text) => [...text.matchAll(/\[(\w+)\]$/gm)])
    .map(([, code]) => code);
  const all = [...deploymentProblemCodes, ...fleetCodes, ...fileCodes];
  const cased = cases.map(({ code }) => code);
  expect(all.filter((code) => !shown.includes(code) && !cased.includes(code))).toEqual([]);
  expect(shown.filter((code) => code === undefined || !all.includes(code))).toEqual([]);
});
