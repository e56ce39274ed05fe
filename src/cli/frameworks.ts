import type { Target } from '../model';

const frameworks: Readonly<Record<Target, string>> = {
  aws: 'aws-cdk-lib constructs',
  kubernetes: 'cdk8s cdk8s-plus-28 constructs',
};

/** A framework that a target needs is not installed. */
export class FrameworkMissing extends Error {}

/**
 * Loads what renders a target.
 *
 * @throws FrameworkMissing with the command that installs it
 */
export async function loadTarget<T>(target: Target, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    const names = frameworks[target];
    throw new FrameworkMissing(`--target: ${target} needs packages that are not installed; npm install ${names}`);
  }
}
