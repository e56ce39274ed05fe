import extracted from './upstream/routes.json';

/** A route: a method, or `*` for every one, and a path in which `{name}` stands for one part and `{name:path}` for any. */
export interface Route {
  readonly method: string;
  readonly path: string;
}

/** A path with every method. */
export const anyMethod = (path: string): Route => ({ method: '*', path });

/** What a request to one of some routes has: a method, where that matters, and a path that matches from end to end. */
export interface Condition {
  readonly method?: string;
  readonly pattern: string;
}

function parse(lines: readonly string[]): readonly Route[] {
  return lines.map((line) => {
    const [method = '', path = ''] = line.split(' ');
    return { method, path };
  });
}

/**
 * Routes of the pinned release that the edge treats apart, read from its source. scripts/upstream/routes.py says what
 * puts a route on which list.
 */
export const releaseRoutes = {
  /** Routes whose handler runs for everybody. Some check by themselves what was sent. */
  unauthenticated: parse(extracted.unauthenticated),
  /** Routes that take what people sign in with, or make an account. */
  credential: parse(extracted.credential),
  /** Routes that refuse everybody but administrators and the provisioning token. */
  administrator: parse(extracted.administrator),
  /** Administrators’ routes that write configuration. */
  configuration: parse(extracted.configuration),
  /** Routes that take a file. */
  uploads: parse(extracted.uploads),
  /** Routes for more people than one of the lists above, although a path there stands for theirs as well. */
  ordinary: parse(extracted.ordinary),
} as const;

/**
 * What no path may hold, as a regular expression: needless percent-encoding, slashes and control bytes in it, and a `#`.
 * The application decodes a path, overlooks a newline at its end and all that follows a `#`, so that each would be another
 * spelling of a path that the edge names. Upper case, dots and doubled slashes are none. No browser sends such a path.
 */
export const otherSpelling = '%(?:[01][0-9A-Fa-f]|2[DdEeFf]|3[0-9]|[46][1-9A-Fa-f]|[57][0-9AaFf]|7[Ee])|#';

const quote = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Parts of a path as regular expressions. */
function partsOf(path: string): readonly string[] {
  const regex = (piece: string): string =>
    piece.startsWith('{') ? (piece.endsWith(':path}') ? '[^?]*' : '[^/?]+') : quote(piece);
  const parts = path.split('/').filter((text) => text !== '');
  return parts.map((text) =>
    text
      .split(/(\{[^}]*\})/)
      .map(regex)
      .join(''),
  );
}

/** Paths that begin alike, part by part. A path ends where `''` is. */
type Tree = Map<string, Tree>;

function treeOf(paths: readonly (readonly string[])[]): Tree {
  const root: Tree = new Map();
  for (const parts of paths) {
    let node = root;
    for (const key of [...parts, '']) {
      const next = node.get(key) ?? new Map<string, Tree>();
      node.set(key, next);
      node = next;
    }
  }
  return root;
}

function write(tree: Tree): string {
  const branches = [...tree].filter(([key]) => key !== '').map(([key, below]) => `/${key}${write(below)}`);
  const [only = ''] = branches;
  if (tree.has('')) return branches.length > 0 ? `(?:${branches.join('|')})?` : '';
  return branches.length > 1 ? `(?:${branches.join('|')})` : only;
}

/** Regular expressions, none longer than a number of characters, that match those paths together and no other. */
export function pathPatterns(paths: readonly string[], longest: number): readonly string[] {
  const pattern = (some: readonly (readonly string[])[]): string => `${write(treeOf(some))}/*`;
  // What begins alike stands together, so that it is written once.
  const sorted = [...new Set(paths)].sort().map(partsOf);
  for (let count = 1; count < sorted.length; count += 1) {
    const size = Math.ceil(sorted.length / count);
    const starts = Array.from({ length: Math.ceil(sorted.length / size) }, (_, index) => index * size);
    const patterns = starts.map((start) => pattern(sorted.slice(start, start + size)));
    if (patterns.every(({ length }) => length <= longest)) return patterns;
  }
  return sorted.map((parts) => pattern([parts]));
}

/** Conditions of which a request to one of the routes meets one, and to no other route any. */
export function conditions(routes: readonly Route[], longest: number): readonly Condition[] {
  const methods = [...new Set(routes.map(({ method }) => method))].sort();
  return methods.flatMap((method) => {
    const paths = routes.filter((route) => route.method === method).map(({ path }) => path);
    const patterns = pathPatterns(paths, longest);
    return patterns.map((pattern) => (method === '*' ? { pattern } : { method, pattern }));
  });
}
