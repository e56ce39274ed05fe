import { environment, secrets } from '../../../src/model';
import type { DeploymentSpec } from '../../../src/model';
import { onAws } from '../../fixtures';

/** What a variable is written as, with secrets as `<role>`; undefined where it is not set. */
export function written(changes: Partial<DeploymentSpec>, name: string): string | undefined {
  return environment(onAws(changes), 'aws')
    [name]?.map((part) => (typeof part === 'string' ? part : 'secret' in part ? `<${part.secret}>` : part.endpoint))
    .join('');
}

/** Roles that changes add to a deployment. */
export function rolesAdded(changes: Partial<DeploymentSpec>): string[] {
  const names = (deployment = onAws()): string[] => secrets(deployment, 'aws').map(({ name }) => name);
  const before = names();
  return names(onAws(changes)).filter((name) => !before.includes(name));
}
