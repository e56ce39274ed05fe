import known from './upstream/variables.json';
import { byName } from './value-at';

/** What the pinned release does with one environment variable, as `npm run upstream` extracts it from the source. */
export interface UpstreamVariable {
  /** How its text is read: boolean, integer, number, list, json, path or text. */
  readonly parse: string;
  /** Its value where it is not set. */
  readonly default?: string;
  /** Variable whose value it takes where it is not set. */
  readonly defaultFrom?: string;
  /** Variable that it is an older name of. */
  readonly aliasOf?: string;
  /** Source text of a default that is computed. */
  readonly defaultExpression?: string;
  /** What separates the members of a list. */
  readonly separator?: string;
  /** Variable that says what separates them. */
  readonly separatorFrom?: string;
  /** Key under which the database keeps it while ENABLE_PERSISTENT_CONFIG is on. */
  readonly persistent?: string;
  /** Whether text that cannot be read stops the application or a request, instead of falling back. */
  readonly strict?: boolean;
  /** Values that the source allows. */
  readonly values?: readonly string[];
}

/** Every variable that the pinned release reads, by name. */
export const upstreamVariables = byName<UpstreamVariable>(known.variables);

/** What the pinned release takes where a variable is not set, as a person reads it; undefined where that is nothing. */
export function upstreamDefault(variable: string): string | undefined {
  const { default: value, defaultFrom, defaultExpression } = upstreamVariables[variable] ?? {};
  return value ?? (defaultFrom === undefined ? defaultExpression : `that of ${defaultFrom}`);
}

/** What separates the members of a list; undefined for what is no list. */
export function upstreamSeparator(variable: string): string | undefined {
  const { separator, separatorFrom } = upstreamVariables[variable] ?? {};
  return separatorFrom === undefined ? separator : upstreamVariables[separatorFrom]?.default;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const forms: Readonly<Record<string, readonly [expected: string, holds: (text: string) => boolean]>> = {
  boolean: ['true or false', (text) => text === 'true' || text === 'false'],
  integer: ['a whole number', (text) => /^-?\d+$/.test(text)],
  number: ['a number', (text) => /^-?\d+(?:\.\d+)?$/.test(text)],
  json: ['JSON', isJson],
};

/**
 * What the pinned release would have to be given instead of a text for it to be read as meant; undefined where the text is
 * fine. Nothing is said of variables that the release does not know. facts/open-webui.md §1.0.
 */
export function expectedByUpstream(variable: string, text: string): string | undefined {
  const { parse = 'text', values } = upstreamVariables[variable] ?? {};
  if (values && !values.includes(text)) return `one of ${values.join(', ')}`;
  const form = forms[parse];
  return form && !form[1](text) ? form[0] : undefined;
}
