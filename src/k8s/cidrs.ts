import ipaddr from 'ipaddr.js';

/** Address ranges of IPv4 that are not the internet’s, the clouds’ metadata services among them, Azure’s too. */
export const privateIpv4: readonly string[] = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
];

/** Address ranges of IPv6 that are not the internet’s. */
export const privateIpv6: readonly string[] = ['fc00::/7', 'fe80::/10'];

function contains(outer: string, inner: string): boolean {
  const [range, rangeBits] = ipaddr.parseCIDR(outer);
  const [address, bits] = ipaddr.parseCIDR(inner);
  return range.kind() === address.kind() && bits >= rangeBits && address.match(range, rangeBits);
}

/** Addresses that are in both lists. Of two ranges, one holds the other or they are apart. */
export function intersect(a: readonly string[], b: readonly string[]): string[] {
  const common = a.flatMap((left) =>
    b.flatMap((right) => (contains(left, right) ? [right] : contains(right, left) ? [left] : [])),
  );
  return [...new Set(common)];
}
