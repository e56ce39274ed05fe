import type { Deployment, Target } from './deployment';
import { derivedVariables } from './settings/derived';
import { extraVariables } from './settings/extra';
import { leavesOf } from './settings/leaves';
import type { Leaf } from './settings/leaves';
import { reservedVariables } from './settings/reserved';
import type { Derived } from './settings/setting';
import { written } from './settings/write';
import { deploymentSpec } from './spec';
import { valueAt } from './value-at';
import { complete } from './variables';
import type { Draft, Environment } from './variables';

let leaves: readonly Leaf[] | undefined;

function settingsOf(deployment: Deployment, target: Target): Draft {
  leaves ??= leavesOf(deploymentSpec);
  const entries = leaves
    .filter(({ path: [section] }) => section === target || (section !== 'aws' && section !== 'kubernetes'))
    .filter(({ choices }) => choices.every(({ path, kind }) => valueAt(deployment, [...path, 'kind']) === kind))
    .map(({ path, setting }): [string, string | undefined] => {
      const value = valueAt(deployment, path);
      return [setting.variable, value === undefined ? undefined : written(value, setting)];
    });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The value of a variable that is not one leaf’s. */
function valueOf({ path, secret, value }: Derived, deployment: Deployment, target: Target): Draft[string] {
  if (secret === undefined) return value(deployment, target);
  return valueAt(deployment, path.split('.')) === undefined ? undefined : { secret: secret.role };
}

/** Every variable of the application’s container. */
export function environment(deployment: Deployment, target: Target): Environment {
  const derived = Object.entries(derivedVariables).map(([name, entry]) => [name, valueOf(entry, deployment, target)]);
  const reserved = Object.entries(reservedVariables).map(([name, { value }]) => [name, value]);
  return complete({
    ...extraVariables(deployment),
    ...settingsOf(deployment, target),
    ...(Object.fromEntries([...derived, ...reserved]) as Draft),
  });
}
