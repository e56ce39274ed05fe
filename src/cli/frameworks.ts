import type { Target } from '../model';

const frameworks: Readonly<Record<Target, readonly string[]>> = {
  aws: ['aws-cdk-lib', 'constructs'],
  kubernetes: ['cdk8s', 'cdk8s-plus-28', 'constructs'],
};

/** A framework that a target needs is not installed. */
export class FrameworkMissing extends Error {}

/** The module that Node looked for in vain; a file of ours that is missing is no package to install. */
function missingModule(error: unknown): string | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'MODULE_NOT_FOUND' ? /^Cannot find module '([^']+)'/.exec(message)?.[1] : undefined;
}

/**
 * Loads what renders a target.
 *
 * @throws FrameworkMissing with the command that installs it
 */
export async function loadTarget<T>(target: Target, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const missing = missingModule(error);
    const names = frameworks[target];
    if (!names.some((name) => missing === name || missing?.startsWith(`${name}/`))) throw error;
    throw new FrameworkMissing(
      `--target: ${target} needs packages that are not installed; npm install ${names.join(' ')}`,
    );
  }
}
