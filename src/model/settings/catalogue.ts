import { z } from 'zod';
import { formatPath } from '../problem';
import { deploymentSpec } from '../spec';
import { derivedVariables } from './derived';
import { leavesOf } from './leaves';
import type { Leaf } from './leaves';
import type { About } from './setting';

/** What the catalogue says of one variable of Open WebUI. */
export interface Entry extends About {
  /** Name of the variable, as the release spells it. */
  readonly variable: string;
  /** Key of the specification that decides it. */
  readonly path: string;
  /** Form of the value; `secret` where it is a role, `derived` where the package computes it. */
  readonly type: 'boolean' | 'integer' | 'number' | 'text' | 'list' | 'mapping' | 'secret' | 'derived';
  /** Role that holds the value of a secret. */
  readonly role?: string;
  /** What changing a secret does to users and data. */
  readonly rotation?: string;
  /** Values that are allowed, where they are few. */
  readonly values?: readonly string[];
  /** What stands between the members of a list. */
  readonly separator?: string;
  /** Value where the specification says nothing; undefined where the variable is then not set or computed. */
  readonly default?: unknown;
  /** What decides the value where the specification says nothing and there is no fixed default, in words. */
  readonly otherwise?: string;
}

interface Node {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly default?: unknown;
}

const types: Readonly<Record<string, Entry['type']>> = {
  boolean: 'boolean',
  integer: 'integer',
  number: 'number',
  array: 'list',
  object: 'mapping',
};

function fromLeaf({ path, setting, schema }: Leaf): Entry {
  const node = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node;
  const { variable, description, why, source, needs, separator } = setting;
  const [meaning = '', otherwise] = description.split(' @default - ');
  return {
    variable,
    path: formatPath(path),
    type: types[node.type ?? ''] ?? 'text',
    values: node.enum ?? (node.const === undefined ? undefined : [node.const]),
    separator,
    default: node.default,
    otherwise,
    meaning,
    why,
    needs,
    source,
  };
}

let known: readonly Entry[] | undefined;

/** Every variable that the package sets, with the key of the specification that decides it. */
export function catalogue(): readonly Entry[] {
  known ??= [
    ...leavesOf(deploymentSpec).map(fromLeaf),
    ...Object.entries(derivedVariables).map(([variable, { path, secret, meaning, why, needs, source }]): Entry => ({
      variable,
      path,
      type: secret ? 'secret' : 'derived',
      role: secret?.role,
      rotation: secret?.rotation,
      meaning,
      why,
      needs,
      source,
    })),
  ];
  return known;
}
