/** A run of characters as keys and passwords have them: long, and with digits or mixed case, or a well-known beginning. */
const run = /[A-Za-z0-9_+/=-]{20,}/g;

const keyLike = /\d|[a-z].*[A-Z]|[A-Z].*[a-z]|^sk-/;

/** Takes out of a text for people what looks like a key, and what would steer their terminal. */
export function redact(text: string): string {
  return text
    .replace(run, (found) => (keyLike.test(found) ? '***' : found))
    .replace(/\p{Cc}/gu, (control) => `\\u${(control.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}
