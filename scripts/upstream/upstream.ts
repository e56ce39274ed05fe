import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { versions } from '../../src/model/versions';
import { run } from '../verify/tool';
import { extractRelease } from './release';

const root = join(__dirname, '../..');
const versionsFile = join(root, 'src/model/versions.ts');

/** Pins a release where all others read it. */
function pin(version: string): void {
  const text = readFileSync(versionsFile, 'utf8');
  writeFileSync(
    versionsFile,
    text.replace(`const openWebUi = '${versions.openWebUi}'`, `const openWebUi = '${version}'`),
  );
}

/** `npm run upstream [-- VERSION]`: takes the facts about a release of Open WebUI, else the pinned one, into the model. */
function main(): void {
  const version = process.argv[2] ?? versions.openWebUi;
  const extracted = extractRelease(version, join(root, 'src/model/upstream'));
  if (extracted.outcome !== 'done') {
    process.stderr.write(`open-webui ${version}: ${extracted.reason.trim()}\n`);
    process.exitCode = 1;
    return;
  }
  pin(version);
  // In a process of its own, because this one has the pages of the release before.
  const { status, output } = run('npm', ['run', '--silent', 'generate'], { cwd: root });
  process.exitCode = status;
  process.stdout.write(`${output}the model holds open-webui ${version}; git diff shows what changed\n`);
}

main();
