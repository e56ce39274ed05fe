/** A name as browsers know it, from one of ours: `script-src` from `scriptSrc`. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
