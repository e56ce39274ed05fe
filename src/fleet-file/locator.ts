import { has } from '../model';
import type { Path, Problem } from '../model';
import { differentKinds, isMapping } from '../model/fleet';
import { locate } from './located';
import type { Located } from './located';
import type { Source } from './yaml-source';

/** One tenant of a fleet: where it was written, and under which path there. */
export interface Tenant {
  readonly name: string;
  readonly file: string;
  readonly source: Source;
  readonly root: Path;
  readonly spec: unknown;
}

/** Finds where a tenant’s problem or finding was written. */
export type Locate = (tenant: string, said: Problem, severity: Located['severity']) => Located;

/** How much of a path was written in a value. A list that was written replaces, so nothing below it comes from elsewhere. */
function depth(value: unknown, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    if (has(value, path.slice(0, length))) return length;
    if (typeof path[length - 1] === 'number' && has(value, path.slice(0, length - 1))) return path.length;
  }
  return 0;
}

/** Whether anything of the defaults is left at a path: a mapping of another kind replaces theirs. */
function inherits(defaults: unknown, own: unknown, path: Path): boolean {
  if (isMapping(defaults) && isMapping(own) && differentKinds(defaults, own)) return false;
  const [key, ...rest] = path;
  if (key === undefined || !isMapping(defaults) || !isMapping(own)) return true;
  return inherits(defaults[key], own[key], rest);
}

function originOf(source: Source, path: Path): ReturnType<Source['origin']> {
  for (let length = path.length; length >= 0; length -= 1) {
    const origin = source.origin(path.slice(0, length));
    if (origin) return origin;
  }
  return undefined;
}

/** Tells where a tenant’s value was written: by itself or in the defaults. */
export function locator(file: string, source: Source, defaults: unknown, tenants: readonly Tenant[]): Locate {
  const byName = new Map(tenants.map((tenant) => [tenant.name, tenant]));
  return (name, said, severity) => {
    const tenant = byName.get(name);
    if (
      !tenant ||
      (inherits(defaults, tenant.spec, said.path) && depth(defaults, said.path) > depth(tenant.spec, said.path))
    ) {
      const path = ['defaults', ...said.path];
      return locate({ ...said, severity, path }, file, originOf(source, path), ['from defaults']);
    }
    const path = [...tenant.root, ...said.path];
    return locate({ ...said, severity, path }, tenant.file, originOf(tenant.source, path));
  };
}
