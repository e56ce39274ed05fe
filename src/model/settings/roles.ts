/** Name of a role that stands for one of several things of a kind: `toolKey` and `search` make `toolKeySearch`. */
export function roleFor(kind: string, name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/);
  return [kind, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}
