import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Node, Pair, Scalar } from 'yaml';
import type { Path } from '../model';

/** A place in a file, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where a value was written, and through which alias it came to its place. */
export interface Origin extends Position {
  readonly alias?: Position;
}

/** Something that keeps a text from being read as a fleet or a tenant. */
export interface SourceProblem {
  readonly code: 'DuplicateKey' | 'NotYaml' | 'TooManyValues' | 'Empty' | 'UnknownKey';
  readonly message: string;
  readonly at?: Position;
}

/** A YAML file as plain values, which knows where each of them stands. */
export interface Source {
  readonly value: unknown;
  readonly problems: readonly SourceProblem[];
  /** Where the value at a path was written; undefined where there is none. */
  origin(path: Path): Origin | undefined;
}

/** Values that a file may come to after its aliases: a thousand tenants need a tenth of it. */
const mostValues = 200_000;

class Refused extends Error {
  public constructor(public readonly problem: SourceProblem) {
    super(problem.message);
  }
}

const keyOf = (path: Path): string => JSON.stringify(path);

/** Turns nodes into values, and remembers where each was written. */
class Reader {
  public readonly origins = new Map<string, Origin>();
  private values = 0;
  private readonly anchors = new Map<string, Node>();

  public constructor(private readonly lines: LineCounter) {}

  public read(node: Node | null | undefined, path: Path, alias?: Position, open: readonly Node[] = []): unknown {
    if (isAlias(node)) {
      const target = this.anchors.get(node.source);
      const at = this.position(node);
      if (target === undefined || open.includes(target)) {
        const what = target === undefined ? 'without an anchor before it' : 'of itself';
        throw new Refused({ code: 'NotYaml', message: `expected YAML, got an alias ${what}; write the value out`, at });
      }
      return this.read(target, path, alias ?? at, open);
    }
    this.values += 1;
    if (this.values > mostValues) {
      throw new Refused({
        code: 'TooManyValues',
        message: `expected at most ${mostValues} values after aliases, got more; use fewer aliases of aliases`,
      });
    }
    if (node) this.origins.set(keyOf(path), { ...this.position(node), alias });
    if (node?.anchor !== undefined) this.anchors.set(node.anchor, node);
    const inside = node ? [...open, node] : open;
    if (isSeq(node)) return node.items.map((item, index) => this.read(item as Node, [...path, index], alias, inside));
    if (isMap(node)) {
      const entries = node.items.map((pair) => this.readPair(pair as Pair<Node, Node | null>, path, alias, inside));
      const mapping = Object.fromEntries(entries);
      // The library tells 1 from "1"; a path does not.
      if (Object.keys(mapping).length < entries.length) {
        throw new Refused({ ...duplicateKey, at: this.position(node) });
      }
      return mapping;
    }
    return isScalar(node) ? this.plain(node) : undefined;
  }

  private plain(node: Scalar): unknown {
    if (node.value === null || ['string', 'number', 'boolean'].includes(typeof node.value)) return node.value;
    throw new Refused({
      code: 'NotYaml',
      message: 'expected text, a number, true or false, got a value of another kind; write it without a tag',
      at: this.position(node),
    });
  }

  private readPair(
    { key, value }: Pair<Node, Node | null>,
    path: Path,
    alias: Position | undefined,
    open: readonly Node[],
  ): [string, unknown] {
    if (!isScalar(key)) {
      throw new Refused({
        code: 'NotYaml',
        message: 'expected a name before the colon, got a list, mapping or alias; write the name out',
        at: this.position(key),
      });
    }
    const name = String(key.value);
    // The schema would overlook it, and what was meant by it would silently not be there.
    if (name === '__proto__') {
      throw new Refused({ code: 'UnknownKey', message: 'unknown key __proto__; remove it', at: this.position(key) });
    }
    const inner = [...path, name];
    const read = this.read(value, inner, alias, open) ?? null;
    // What an alias brings is at fault where it was written; for the rest the key says best where it is.
    if (!isAlias(value)) this.origins.set(keyOf(inner), { ...this.position(key), alias });
    return [name, read];
  }

  private position(node: Node): Position {
    const { line, col } = this.lines.linePos(node.range?.[0] ?? 0);
    return { line, column: col };
  }
}

const duplicateKey = {
  code: 'DuplicateKey',
  message: 'expected every key once, got this one again; remove one of the two',
} as const;

/** The library’s own messages quote the text, where secrets may stand; its codes do not. */
function syntaxProblem(code: string, at: Position): SourceProblem {
  if (code === 'DUPLICATE_KEY') {
    return { ...duplicateKey, at };
  }
  const what =
    code === 'TAB_AS_INDENT'
      ? 'a tab; indent with spaces'
      : `${code.toLowerCase().replaceAll('_', ' ')}; mend the syntax`;
  return { code: 'NotYaml', message: `expected YAML, got ${what}`, at };
}

/** Reads one YAML document. Never throws for what the text holds. */
export function readYaml(text: string): Source {
  const lines = new LineCounter();
  const failed = (...problems: SourceProblem[]): Source => ({ value: undefined, problems, origin: () => undefined });
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      version: '1.2',
      schema: 'core',
      merge: false,
    });
    if (document.errors.length > 0) {
      return failed(
        ...document.errors.map(({ code, pos: [start] }) => {
          const { line, col } = lines.linePos(start);
          return syntaxProblem(code, { line, column: col });
        }),
      );
    }
    if (document.directives.yaml.version !== '1.2') {
      const message = `expected YAML 1.2, got ${document.directives.yaml.version}; remove the directive`;
      return failed({ code: 'NotYaml', message });
    }
    const reader = new Reader(lines);
    const value = reader.read(document.contents, []);
    if (value === undefined || value === null) {
      return failed({
        code: 'Empty',
        message: 'expected a mapping, got an empty file; begin with an example of the docs',
      });
    }
    return { value, problems: [], origin: (path) => reader.origins.get(keyOf(path)) };
  } catch (error) {
    if (error instanceof Refused) return failed(error.problem);
    if (error instanceof RangeError) {
      return failed({ code: 'NotYaml', message: 'expected YAML, got values nested too deeply; flatten them' });
    }
    throw error;
  }
}
