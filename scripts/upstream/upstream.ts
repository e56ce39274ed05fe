import { join } from 'node:path';
import { versions } from '../../src/model/versions';
import { extractRelease } from './release';

/** `npm run upstream [-- VERSION]`: writes the facts about a release of Open WebUI, else the pinned one, into the model. */
function main(): void {
  const version = process.argv[2] ?? versions.openWebUiTag.replace(/^v/, '');
  const extracted = extractRelease(version, join(__dirname, '../../src/model/upstream'));
  if (extracted.outcome === 'done') {
    process.stdout.write(`src/model/upstream holds the facts about open-webui ${version}\n`);
    if (version !== versions.openWebUi) process.stdout.write('src/model/versions.ts still pins another release\n');
    return;
  }
  process.stderr.write(`open-webui ${version}: ${extracted.reason.trim()}\n`);
  process.exitCode = 1;
}

main();
