import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { CfnGuardValidator } from '@cdklabs/cdk-validator-cfnguard';
import { App } from 'aws-cdk-lib';
import { failed, judge, note, passed, root, skipped, workFolder } from './report';
import type { Output } from './synthesize';
import { find, run } from './tool';

function templates(outputs: readonly Output[]): string[] {
  return outputs.flatMap(({ folder }) => {
    const aws = join(folder, 'aws');
    if (!existsSync(aws)) return [];
    return readdirSync(aws)
      .filter((file) => file.endsWith('.template.json'))
      .map((file) => join(aws, file));
  });
}

/** cfn-lint must have nothing to say. */
export function cfnLint(outputs: readonly Output[]): void {
  const program = find('cfn-lint');
  if (program === undefined) {
    skipped('cfn-lint', 'no cfn-lint on this machine; pip install cfn-lint');
    return;
  }
  for (const template of templates(outputs)) {
    const { status, output } = run(program, ['--non-zero-exit-code', 'informational', template]);
    judge(
      `cfn-lint ${relative(workFolder, template)}`,
      status === 0 && output.trim() === '' ? '' : output || `status ${status}`,
    );
  }
}

/**
 * Control Tower's rules must run over every template. What they find is printed and not judged: which findings are
 * accepted, resource by resource and with a reason, is decided when the stack is hardened to the end.
 */
export function cfnGuard(outputs: readonly Output[]): void {
  if (!['linux', 'darwin'].includes(process.platform)) {
    skipped('cfn-guard', `its npm package has no program for ${process.platform}`);
    return;
  }
  const validator = new CfnGuardValidator({ maxBuffer: 1 << 26 });
  for (const template of templates(outputs)) {
    try {
      const { violations } = validator.validate({ templatePaths: [template], appConstruct: new App() });
      passed(`cfn-guard runs over ${relative(workFolder, template)}`);
      const rules = violations.map(({ ruleName, violatingResources }) => `${ruleName} (${violatingResources.length})`);
      note(`found by ${violations.length} rules: ${rules.sort().join(', ')}`);
    } catch (error) {
      failed(`cfn-guard runs over ${relative(workFolder, template)}`, String(error));
    }
  }
}

/** The CDK's own command must read the assembly, which `cdk deploy --app` begins with. */
export function cdkReads(outputs: readonly Output[]): void {
  for (const { example, folder } of outputs) {
    const expected = templates([{ example, folder }]).map((file) => basename(file, '.template.json'));
    const cdk = join(root, 'node_modules/aws-cdk/bin/cdk');
    const { status, output } = run(process.execPath, [cdk, 'list', '--app', join(folder, 'aws')]);
    const listed = expected.every((stack) => output.split('\n').includes(stack));
    judge(`cdk list --app of examples/${example}`, status === 0 && listed ? '' : output);
  }
}
