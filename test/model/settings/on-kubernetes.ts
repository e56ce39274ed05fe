import { environment, flows, secrets, tryDefineDeployment } from '../../../src/model';
import type { Deployment, Environment } from '../../../src/model';
import { merge } from '../../../src/model/fleet';
import { kubernetesSpec } from '../../fixtures';
import type { Changes } from '../rules/case';

/** A deployment on Kubernetes with changes that are merged into the fixture. */
export function changed(changes: Changes): Deployment {
  const { deployment, problems } = tryDefineDeployment(merge(kubernetesSpec, changes));
  if (!deployment) throw new Error(JSON.stringify(problems));
  return deployment;
}

/** The text of a variable, with secrets as `<role>` and what the target knows by its name; undefined where it is not set. */
export function textOf(all: Environment, name: string): string | undefined {
  return all[name]
    ?.map((part) => (typeof part === 'string' ? part : `<${'secret' in part ? part.secret : part.endpoint}>`))
    .join('');
}

/** What a variable is written as on Kubernetes. */
export const written = (changes: Changes, name: string): string | undefined =>
  textOf(environment(changed(changes), 'kubernetes'), name);

/** What a deployment’s variables of some names are; those that are not set are left out. */
export function variables(changes: Changes, pattern: RegExp): Readonly<Record<string, string | undefined>> {
  const all = environment(changed(changes), 'kubernetes');
  return Object.fromEntries(
    Object.keys(all)
      .filter((name) => pattern.test(name))
      .map((name) => [name, textOf(all, name)]),
  );
}

/** Flows of some names, as `id host port ranges`. */
export const waysOut = (changes: Changes, pattern: RegExp): string[] =>
  flows(changed(changes), 'kubernetes')
    .filter(({ id }) => pattern.test(id))
    .map(({ id, host = '-', port, cidrs = ['everywhere'] }) => `${id} ${host} ${port} ${cidrs.join(' ')}`);

/** Names of the roles of a deployment. */
export const roles = (changes: Changes): string[] => secrets(changed(changes), 'kubernetes').map(({ name }) => name);
