/** Beginnings of keys that are known by them, in whatever length: half a key is worth looking for the other half. */
const known =
  /(?<![A-Za-z0-9])(?:(?:sk-|gh[oprsu]_|github_pat_|glpat-|xox[a-z]-)[\w+/=-]{3,}|hf_[A-Za-z]{6,}|A[KS]IA[A-Z2-7]{8,}|AIza[\w-]{8,}|eyJ[\w-]{8,})/;

/** A run of characters as keys and passwords have them: long, and with digits or mixed case. */
const run = /[A-Za-z0-9_+/=-]{20,}/g;

const keyLike = /\d|[a-z].*[A-Z]|[A-Z].*[a-z]/;

/** Whether a text holds a key of a kind that is known by its beginning. */
export function holdsKnownKey(text: string): boolean {
  return known.test(text);
}

/** Takes out of a text for people what looks like a key, and what would steer their terminal. */
export function redact(text: string): string {
  return text
    .replace(new RegExp(known, 'g'), '***')
    .replace(run, (found) => (keyLike.test(found) ? '***' : found))
    .replace(/\p{Cc}/gu, (control) => `\\u${(control.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}
