import type { z } from 'zod';
import type { Setting } from './setting';

/** A leaf of the specification with the variable that it becomes. */
export interface Leaf {
  /** Keys from the root of the specification. */
  readonly path: readonly string[];
  /** Where a choice must have been made for the leaf to be there: keys to the choice, and its `kind`. */
  readonly choices: readonly { readonly path: readonly string[]; readonly kind: string }[];
  readonly setting: Setting;
  readonly schema: z.ZodType;
}

interface Inside {
  readonly innerType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
}

const inside = (schema: z.ZodType): Inside => schema.def as unknown as Inside;

function kindOf(option: z.ZodType): string {
  const kind = inside(option).shape?.['kind'];
  return String(kind && inside(kind).values?.[0]);
}

/** Every leaf of a schema that is a setting, in the order of the schema. Members of lists are not leaves. */
export function leavesOf(schema: z.ZodType, path: readonly string[] = [], choices: Leaf['choices'] = []): Leaf[] {
  const meta = schema.meta() as Partial<Setting> | undefined;
  if (meta?.variable !== undefined) return [{ path, choices, setting: meta as Setting, schema }];
  const { innerType, shape, options } = inside(schema);
  if (innerType) return leavesOf(innerType, path, choices);
  if (shape) return Object.entries(shape).flatMap(([key, child]) => leavesOf(child, [...path, key], choices));
  return (options ?? []).flatMap((option) => leavesOf(option, path, [...choices, { path, kind: kindOf(option) }]));
}
