import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { versions } from '../../src/model/versions';
import { extractRelease, findPython } from '../upstream/release';
import { judge, root, skipped, workFolder } from './report';
import { unprovenClaims } from './seeds';
import { run } from './tool';

const factsFiles = ['all-routes.json', 'parsing.json', 'routes.json', 'variables.json'];

/** The facts about Open WebUI in the model are what its source says. */
export function upstreamFacts(): void {
  testExtraction();
  const name = `the facts about open-webui ${versions.openWebUi} are those of its source`;
  const fresh = join(workFolder, 'upstream');
  let unproven = '';
  const extracted = extractRelease(versions.openWebUi, fresh, (release) => {
    unproven = unprovenClaims(release);
  });
  if (extracted.outcome === 'unavailable') skipped(name, extracted.reason);
  else if (extracted.outcome === 'failed') judge(name, extracted.reason);
  else {
    judge(name, factsFiles.map((file) => differences(file, fresh)).join(''));
    judge('what the coverage says of the release stands in its source', unproven);
  }
}

function differences(file: string, fresh: string): string {
  const { status, output } = run('diff', ['-U0', join('src/model/upstream', file), join(fresh, file)], { cwd: root });
  return status === 0 ? '' : output;
}

/** The tests of the extraction, over small programs of their own. */
function testExtraction(): void {
  const python = findPython();
  for (const file of readdirSync(join(root, 'test/scripts')).filter((one) => /^upstream_\w+_test\.py$/.test(one))) {
    const name = `tests of ${file.replace('_test.py', '')}`;
    if ('reason' in python) {
      skipped(name, python.reason);
      continue;
    }
    const { status, output } = run(python.program, ['-B', join(root, 'test/scripts', file)]);
    judge(`${name} (${/Ran \d+ tests?/.exec(output)?.[0] ?? 'none ran'})`, status === 0 ? '' : output);
  }
}
