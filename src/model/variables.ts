import { byCodePoint } from './problem';

/** A value that only the target knows. */
export type Endpoint = 'databaseHost' | 'cacheHost' | 'cachePort' | 'bucket' | 'region' | 'edgeCidrs' | 'instanceName';

/** A piece of a variable’s value: text, the value of a secret role, or something that the target knows. */
export type Part =
  string | { readonly secret: string; readonly field?: 'username' | 'password' } | { readonly endpoint: Endpoint };

/** A variable’s value: pieces put one behind another. */
export type Value = readonly Part[];

/** Variables of a container, by name. */
export type Environment = Readonly<Record<string, Value>>;

/** Variables before those that are not set vanish. */
export type Draft = Readonly<Record<string, Part | Value | boolean | number | undefined>>;

/** Variables of which one is not set vanish; Open WebUI reads booleans only as `true` and `false`. */
export function complete(draft: Draft): Environment {
  const entries = Object.entries(draft).flatMap(([name, value]): [string, Value][] => {
    if (value === undefined) return [];
    if (Array.isArray(value)) return [[name, value as Value]];
    return [[name, [typeof value === 'object' ? (value as Part) : String(value)]]];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => byCodePoint(a, b)));
}
