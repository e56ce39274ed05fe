import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { emitAssembly } from '../../src/stacks';
import { example } from '../fixtures';

process.env['CDK_VALIDATION'] = 'false';

const root = join(__dirname, '../..');
const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')) as { context: Record<string, unknown> };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'owui-app-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the app as the CDK's command does: it hands folder and context over in variables. */
function runApp(fleet?: string): void {
  const loader = pathToFileURL(createRequire(__filename).resolve('tsx')).href;
  const given = { ...context, 'aws:cdk:enable-path-metadata': true, ...(fleet === undefined ? {} : { fleet }) };
  execFileSync(process.execPath, ['--import', loader, join(root, 'src/stacks/fleet-app.ts')], {
    cwd: root,
    env: { ...process.env, CDK_OUTDIR: folder, CDK_CONTEXT_JSON: JSON.stringify(given) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

test('cdk and owui synth write the same bytes', () => {
  runApp();
  const files = emitAssembly(example('fleet')).map(({ path, content }) => [path.replace('aws/', ''), content] as const);
  expect(files.map(([name]) => name)).toEqual(
    expect.arrayContaining(['acme.template.json', 'initech.template.json', 'manifest.json']),
  );
  for (const [name, content] of files.filter(([file]) => !file.endsWith('.metadata.json')))
    expect([name, readFileSync(join(folder, name), 'utf8')]).toEqual([name, content]);
}, 60_000);

test('no path of this machine is in the assembly', () => {
  for (const { path, content } of emitAssembly(example('fleet'))) {
    expect([path, content.includes(root) || content.includes('node_modules')]).toEqual([path, false]);
  }
}, 60_000);

test('a fleet with problems stops the app with its problems', () => {
  expect(() => {
    runApp('test/faults/NoTarget/fleet.yaml');
  }).toThrow(
    'test/faults/NoTarget/fleet.yaml:2:3 tenants.acme: expected aws or kubernetes, got neither; describe one of them [NoTarget]',
  );
}, 60_000);
