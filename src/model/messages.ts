import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { byCodePoint } from './problem';
import type { Path, Problem } from './problem';
import { redact } from './redact';
import { valueAt } from './value-at';

/** The part of a JSON Schema that messages need; `expected`, `fix` and `unprintable` come from the model's own metadata. */
interface Node {
  readonly type?: string;
  readonly expected?: string;
  readonly fix?: string;
  readonly unprintable?: boolean;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | false;
  readonly oneOf?: readonly Node[];
}

const nodes = new WeakMap<z.ZodType, Node>();

function rootOf(schema: z.ZodType): Node {
  const known = nodes.get(schema) ?? (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node);
  nodes.set(schema, known);
  return known;
}

/** Among the branches of a union, the one that the value's `kind` chooses. */
function branch(node: Node, value: unknown): Node {
  return node.oneOf?.find((option) => option.properties?.['kind']?.const === valueAt(value, ['kind'])) ?? node;
}

function descend(root: Node, input: unknown, path: Path): Node | undefined {
  let node: Node | undefined = root;
  let value = input;
  for (const key of path) {
    node = branch(node, value);
    node =
      typeof key === 'number'
        ? node.items
        : (node.properties?.[key] ?? (node.additionalProperties || kinds(node, key)));
    if (node === undefined) return undefined;
    value = valueAt(value, [key]);
  }
  return branch(node, value);
}

/** Stands for the discriminator itself, whose allowed values are spread over the branches. */
function kinds(node: Node, key: string): Node | undefined {
  const values = (node.oneOf ?? []).flatMap((option) => option.properties?.[key]?.const ?? []);
  return values.length > 0 ? { type: 'string', enum: values } : undefined;
}

/** The candidate that a person most likely meant, if one is near enough. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, far: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.far - b.far || byCodePoint(a.candidate, b.candidate));
  const best = ranked[0];
  return best && best.far <= Math.max(2, Math.floor(best.candidate.length / 3)) ? best.candidate : undefined;
}

/** "did you mean X?", or the whole choice where nothing is near. */
export function suggest(name: string, candidates: readonly string[]): string {
  const near = nearest(name, candidates);
  return near === undefined
    ? `expected one of ${[...candidates].sort(byCodePoint).join(', ')}`
    : `did you mean ${near}?`;
}

const longestShown = 60;

/**
 * Shows a value in a message. User information and queries of URLs, long runs with digits in them, and whatever looks like
 * those never come out: people paste keys in the wrong places.
 */
export function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return 'a mapping';
  if (/[^\P{Cc}]/u.test(value)) return 'text of several lines';
  const harmless = redact(value.replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/i, '$1***@').replace(/[?#].+$/, '?***'));
  const shown = harmless.length > longestShown ? `${harmless.slice(0, longestShown)}…` : harmless;
  return JSON.stringify(shown);
}

function expectation(node: Node): string {
  if (node.expected !== undefined) return node.expected;
  if (node.const !== undefined) return node.const;
  if (node.enum) return `one of ${node.enum.join(', ')}`;
  switch (node.type) {
    case 'integer':
    case 'number':
      return `a${node.type === 'integer' ? ' whole' : ''} number from ${node.minimum ?? '-∞'} to ${node.maximum ?? '∞'}${
        node.multipleOf === undefined ? '' : ` in steps of ${node.multipleOf}`
      }`;
    case 'array':
      return `a list of ${node.minItems ?? 0} or more${node.maxItems === undefined ? '' : ` and at most ${node.maxItems}`}`;
    case 'boolean':
      return 'true or false';
    case 'string':
      return 'text';
    default:
      return 'a mapping';
  }
}

function code(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'Missing';
  switch (issue.code) {
    case 'too_small':
    case 'too_big':
    case 'not_multiple_of':
      return 'OutOfRange';
    case 'invalid_value':
    case 'invalid_union':
      return 'NotOneOf';
    case 'invalid_type':
      return 'WrongType';
    default:
      return 'BadFormat';
  }
}

/** Codes of the problems that a schema alone finds. */
export const schemaCodes = ['Missing', 'OutOfRange', 'NotOneOf', 'WrongType', 'BadFormat', 'UnknownKey'] as const;

/** Turns what zod says of an input into problems in the words of this package. */
export function toProblems(schema: z.ZodType, input: unknown, issues: readonly z.core.$ZodIssue[]): Problem[] {
  const root = rootOf(schema);
  return issues.flatMap((issue): Problem[] => {
    const path = issue.path as Path;
    const node = descend(root, input, path) ?? {};
    if (issue.code === 'unrecognized_keys') {
      const known = Object.keys(node.properties ?? {});
      return issue.keys.map((key) => ({
        code: 'UnknownKey',
        path: [...path, key],
        message: `unknown key; ${suggest(key, known)}`,
      }));
    }
    const value = valueAt(input, path);
    const got = node.unprintable && typeof value === 'string' ? 'other text' : show(value);
    const near = typeof value === 'string' && node.enum ? nearest(value, node.enum) : undefined;
    const fix = near === undefined ? node.fix : `did you mean ${near}?`;
    return [
      {
        code: code(issue, value),
        path,
        message: `expected ${expectation(node)}, got ${got}${fix === undefined ? '' : `; ${fix}`}`,
      },
    ];
  });
}
