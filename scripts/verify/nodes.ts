import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { judge, root, skipped } from './report';
import { run } from './tool';

const majors = [22, 24];

/** Tests that need no synthesis of whole stacks. */
const quickTests = ['test/model', 'test/faults', 'test/k8s', 'test/cli/check'];

/** The quick tests on the other releases of Node that we promise; their programs come from npm packages. */
export function otherNodes(): void {
  for (const major of majors) {
    const name = `quick tests on Node ${major}`;
    const packageName = `node-${process.platform}-${process.arch}`;
    const folder = join(root, '.verify/nodes', String(major));
    const program = join(folder, 'node_modules', packageName, 'bin/node');
    if (!existsSync(program)) {
      mkdirSync(folder, { recursive: true });
      const installed = run('npm', [
        'install',
        '--prefix',
        folder,
        '--no-save',
        '--no-audit',
        '--no-fund',
        `${packageName}@${major}`,
      ]);
      if (installed.status !== 0) {
        skipped(name, `npm has no ${packageName}@${major} for this machine`);
        continue;
      }
    }
    const path = `${dirname(program)}${delimiter}${process.env['PATH'] ?? ''}`;
    const { status, output } = run(program, [join(root, 'node_modules/jest/bin/jest.js'), ...quickTests], {
      cwd: root,
      env: { PATH: path },
    });
    judge(
      `${name} (${/^Tests:.*$/m.exec(output)?.[0].replace(/\s+/g, ' ') ?? 'none ran'})`,
      status === 0 ? '' : output,
    );
  }
}
