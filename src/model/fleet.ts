import type { Deployment } from './deployment';
import { tryDefineDeployment } from './define';
import { fleetRules } from './rules/fleet';
import type { Path, Problem } from './problem';

/** A tenant before it is checked: its name, and what its file says. */
export interface TenantInput {
  readonly name: string;
  readonly spec: unknown;
}

/** A fleet before it is checked. */
export interface FleetInput {
  /** What every tenant has unless it says otherwise. */
  readonly defaults?: unknown;
  readonly tenants: readonly TenantInput[];
}

/** A problem of one tenant of a fleet; its path begins at the tenant. */
export interface TenantProblem extends Problem {
  readonly tenant: string;
}

/** Deployments that live beside each other, or why they cannot. */
export interface Fleet {
  /** In the order of their names. */
  readonly deployments: readonly Deployment[];
  readonly problems: readonly TenantProblem[];
}

type Mapping = Readonly<Record<string, unknown>>;

/** Whether a value is a mapping, as YAML calls it. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two mappings are choices of another `kind`, whose other keys have nothing in common. */
export function differentKinds(one: Mapping, other: Mapping): boolean {
  const [first, second] = [at(one, 'kind'), at(other, 'kind')];
  return first !== undefined && second !== undefined && first !== second;
}

/** Puts one value over another: mappings merge key by key, unless of another kind; everything else replaces. */
export function merge(under: unknown, over: unknown): unknown {
  if (over === undefined) return under;
  if (!isMapping(under) || !isMapping(over) || differentKinds(under, over)) return over;
  const keys = [...new Set([...Object.keys(under), ...Object.keys(over)])];
  return Object.fromEntries(keys.map((key) => [key, merge(at(under, key), at(over, key))]));
}

function at(mapping: Mapping, key: string): unknown {
  return Object.hasOwn(mapping, key) ? mapping[key] : undefined;
}

/** The specification of a tenant as the schema sees it. */
function tenantSpec(merged: unknown, name: string): unknown {
  return isMapping(merged) ? { ...merged, name } : merged;
}

/** Whether a path exists in what was written; used to tell a tenant’s own values from defaults. */
export function has(value: unknown, path: Path): boolean {
  const [key, ...rest] = path;
  if (key === undefined) return value !== undefined;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
  return has((value as Record<string | number, unknown>)[key], rest);
}

const nameGiven: Problem = {
  code: 'UnknownKey',
  path: ['name'],
  message: 'unknown key; a tenant is named by its key or its file',
};

/** Checks every tenant and what they share. Reports every problem of every tenant at once. */
export function defineFleet(input: FleetInput): Fleet {
  const problems: TenantProblem[] = [];
  const deployments: Deployment[] = [];
  for (const tenant of input.tenants) {
    const merged = merge(input.defaults, tenant.spec);
    const defined = tryDefineDeployment(tenantSpec(merged, tenant.name));
    if (defined.deployment) deployments.push(defined.deployment);
    const named = has(merged, ['name']) ? [nameGiven] : [];
    for (const problem of [...named, ...defined.problems]) problems.push({ ...problem, tenant: tenant.name });
  }
  deployments.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { deployments, problems: [...problems, ...fleetRules.flatMap((check) => check(deployments))] };
}
