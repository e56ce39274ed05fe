import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { judge, root, workFolder } from './report';
import { run } from './tool';

/** The output of an example. */
export interface Output {
  readonly example: string;
  readonly folder: string;
}

/** Runs the built command over every example that has a fleet file. */
export function synthesizeExamples(): readonly Output[] {
  const examples = readdirSync(join(root, 'examples')).filter((name) =>
    existsSync(join(root, 'examples', name, 'fleet.yaml')),
  );
  return examples.map((example) => {
    const folder = join(workFolder, example);
    const { status, output } = run(
      process.execPath,
      [join(root, 'lib/cli/main.js'), 'synth', `examples/${example}/fleet.yaml`, '--out', folder],
      {
        cwd: root,
      },
    );
    judge(`owui synth of examples/${example}`, status === 0 ? '' : output);
    return { example, folder };
  });
}
