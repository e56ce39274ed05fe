import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judge, root, skipped } from './report';
import { run } from './tool';

/** The package as a user installs it, without any framework: it checks fleets, and says what it needs to write them. */
export function packedPackage(): void {
  // Outside of the repository, whose own packages would be found otherwise.
  const folder = mkdtempSync(join(tmpdir(), 'owui-package-'));
  try {
    tryPackage(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tryPackage(folder: string): void {
  const packed = run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
  const archive = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  if (packed.status !== 0 || archive === undefined) {
    judge('npm pack', packed.output || 'no archive');
    return;
  }
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  cpSync(join(root, 'examples/fleet/fleet.yaml'), join(folder, 'fleet.yaml'));
  const installed = run('npm', ['install', '--no-audit', '--no-fund', archive], { cwd: folder });
  if (installed.status !== 0) {
    skipped('the packed package', 'npm could not install it here');
    return;
  }
  const owui = join(folder, 'node_modules/.bin/owui');
  const check = run(owui, ['check', 'fleet.yaml'], { cwd: folder });
  judge('the packed package checks a fleet without frameworks', check.status === 0 ? '' : check.output);
  const synth = run(owui, ['synth', 'fleet.yaml'], { cwd: folder });
  const said =
    '--target: kubernetes needs packages that are not installed; npm install cdk8s cdk8s-plus-28 constructs\n';
  judge(
    'the packed package says what it needs to write',
    synth.status === 2 && synth.output === said ? '' : synth.output,
  );
}
