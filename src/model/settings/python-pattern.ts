/** Escapes that Python’s `re` and JavaScript read alike. Not so: `\p`, `\k`, `\c`, `\u{…}`, references to groups. */
const sharedEscapes = /\\(?:u[0-9A-Fa-f]{4}|[^pPkcu1-9])/gu;

/** Sets of characters, once escapes are out of the way. An empty one is an error to Python alone. */
const sets = /\[(?:\^[^\]\\]+|[^\]\\^][^\]\\]*)\]/gu;

/** What is left and not the same to both: other escapes, empty sets, groups that look behind or have names or flags. */
const differing = /[\\[\]]|\(\?(?![:=!])|\{\d*,?\d{5}/u;

/** A pattern of which it can be told without Python that Python’s `re` compiles it: what both languages have in common. */
export function isSharedPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
  } catch {
    return false;
  }
  return !differing.test(pattern.replace(sharedEscapes, 'x').replace(sets, 'x'));
}
