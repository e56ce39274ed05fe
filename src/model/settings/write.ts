import type { Writing } from './setting';

/**
 * A value as Open WebUI reads it from a variable: booleans as `true` and `false`, lists joined or as JSON.
 * facts/open-webui.md §1.0.
 *
 * @throws Error for a list or mapping that says neither how it is joined nor that it is JSON
 */
export function written(value: unknown, { separator, json, words }: Writing): string {
  if (json) return JSON.stringify(value);
  if (typeof value === 'string') return words?.[value] ?? value;
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (Array.isArray(value) && separator !== undefined) return value.join(separator);
  throw new Error('written: expected a separator or JSON for a list or mapping; give the setting one');
}
