import { readdirSync, readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { judge, root, skipped, workFolder } from './report';
import type { Output } from './synthesize';
import { find, run } from './tool';

/** The scripts as they were written into a manifest: what is tested is what is deployed. */
function shippedScripts(outputs: readonly Output[]): Readonly<Record<string, string>> {
  const shipped = outputs
    .flatMap(({ folder }) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .find((file) => file.endsWith('configmap-open-webui-scripts.yaml'));
  return shipped === undefined ? {} : (parse(readFileSync(shipped, 'utf8')) as { data: Record<string, string> }).data;
}

/** The tests of the scripts that run in containers, in Python and with servers that are played. */
export function pythonScripts(outputs: readonly Output[]): void {
  const program = find('python3');
  if (program === undefined) {
    skipped('tests of prepare and probe', 'no python3 on this machine');
    return;
  }
  mkdirSync(workFolder, { recursive: true });
  const scripts = shippedScripts(outputs);
  for (const name of ['prepare', 'probe']) {
    const script = scripts[`${name}.py`];
    if (script === undefined) {
      judge(`tests of ${name}`, `no ${name}.py in the manifests of any example`);
      continue;
    }
    const file = join(workFolder, `${name}.py`);
    writeFileSync(file, script);
    const { status, output } = run(program, [join(root, `test/scripts/${name}_test.py`), file]);
    judge(`tests of ${name} (${/Ran \d+ tests/.exec(output)?.[0] ?? 'none ran'})`, status === 0 ? '' : output);
  }
}
