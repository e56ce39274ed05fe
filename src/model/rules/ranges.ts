import ipaddr from 'ipaddr.js';
import type { Deployment } from '../deployment';
import type { Path } from '../problem';
import type { Rule, Verdict } from './rule';

interface List {
  readonly path: Path;
  readonly cidrs: readonly string[];
}

/** Every list of address ranges of a deployment, with its place. */
function allLists(value: unknown, path: Path = []): List[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]): List[] => {
    const place = [...path, Array.isArray(value) ? Number(key) : key];
    return /cidrs$/i.test(key) && Array.isArray(inner)
      ? [{ path: place, cidrs: inner.map(String) }]
      : allLists(inner, place);
  });
}

/** Shortest prefixes that are still a list of somebody: 10.0.0.0/8 and fc00::/7. */
const shortest = { ipv4: 8, ipv6: 7 } as const;

/** Largest share of all addresses that a list may hold. Only an eighth of IPv6 is given out. */
const largest = { ipv4: 1 / 16, ipv6: 1 / 64 } as const;

function tooBroad(deployment: Deployment): readonly Verdict[] {
  return allLists(deployment).flatMap(({ path, cidrs }): Verdict[] => {
    const fix =
      path[0] === 'exposure' ? 'say kind: public if every address is meant' : 'list the ranges that are meant';
    const share = { ipv4: 0, ipv6: 0 };
    const alone = [...cidrs.entries()].flatMap(([index, cidr]): Verdict[] => {
      const [address, bits] = ipaddr.parseCIDR(cidr);
      const kind = address.kind();
      const least = shortest[kind];
      if (bits < least) {
        return [
          {
            path: [...path, index],
            message: `expected a prefix of ${least} bits or more, got "${cidr}"; ${fix}`,
          },
        ];
      }
      if (cidrs.indexOf(cidr) === index) share[kind] += 2 ** -bits;
      return [];
    });
    const kinds = (['ipv4', 'ipv6'] as const).filter((kind) => share[kind] > largest[kind]);
    return [
      ...alone,
      ...kinds.map((kind) => ({
        path,
        message: `expected at most 1 in ${1 / largest[kind]} of all ${names[kind]} addresses, got 1 in ${(1 / share[kind]).toFixed(1)}; ${fix}`,
      })),
    ];
  });
}

const names = { ipv4: 'IPv4', ipv6: 'IPv6' } as const;

const privateRanges = ['private', 'uniqueLocal', 'carrierGradeNat', 'linkLocal', 'loopback'];

function lastAddress(cidr: string): ipaddr.IPv4 | ipaddr.IPv6 {
  return ipaddr.parseCIDR(cidr)[0].kind() === 'ipv4'
    ? ipaddr.IPv4.broadcastAddressFromCIDR(cidr)
    : ipaddr.IPv6.broadcastAddressFromCIDR(cidr);
}

/** Whether a range holds addresses of private networks alone. */
export function isPrivate(cidr: string): boolean {
  return [ipaddr.parseCIDR(cidr)[0], lastAddress(cidr)].every((end) => privateRanges.includes(end.range()));
}

function notInternal({ exposure }: Deployment): readonly Verdict[] {
  if (exposure.kind !== 'internal') return [];
  return exposure.cidrs.flatMap((cidr, index): Verdict[] => {
    return isPrivate(cidr)
      ? []
      : [
          {
            path: ['exposure', 'cidrs', index],
            message: `expected a private range, got "${cidr}"; say kind: allowList for public addresses`,
          },
        ];
  });
}

/** Where clouds hand out credentials and configuration to whoever asks; link-local addresses, of containers too. */
const metadataRanges = [
  '169.254.0.0/16',
  'fe80::/10',
  'fd00:ec2::254/128',
  '168.63.129.16/32',
  '100.100.100.200/32',
] as const;

const metadataNames = ['metadata', 'metadata.google.internal', 'metadata.azure.com', 'instance-data'];

function overlap(one: string, other: string): boolean {
  const [a, aBits] = ipaddr.parseCIDR(one);
  const [b, bBits] = ipaddr.parseCIDR(other);
  return a.kind() === b.kind() && a.match(b, Math.min(aBits, bBits));
}

/** An address as a range of its own; undefined for a name. The parser of URLs knows every way to write one. */
function asRange(host: string): string | undefined {
  const url = `http://${host}`;
  if (!URL.canParse(url)) return undefined;
  const { hostname } = new URL(url);
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (!ipaddr.isValid(literal)) return undefined;
  const address = ipaddr.process(literal);
  return `${address.toString()}/${address.kind() === 'ipv4' ? 32 : 128}`;
}

/** Who is listed there connects to the deployment or stands before it; it is never asked. */
const incoming = ['exposure', 'edge', 'aws', 'podCidrs', 'entry'];

/** Every address range, and every host and URL, of what the application asks. */
function farSides(value: unknown, path: Path = []): { path: Path; cidr?: string; host?: string }[] {
  if (incoming.includes(String(path.at(-1)))) return [];
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) =>
      farSides(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    );
  }
  if (typeof value !== 'string' || path.length < 2) return [];
  const list = String(typeof path.at(-1) === 'number' ? path.at(-2) : path.at(-1));
  if (/cidrs$/i.test(list)) return [{ path, cidr: value }];
  if (/hosts?$/i.test(list)) return [{ path, host: value }];
  if (/^https?:/.test(value) && URL.canParse(value)) return [{ path, host: new URL(value).host }];
  return [];
}

function metadataReachable(deployment: Deployment): readonly Verdict[] {
  return farSides(deployment).flatMap(({ path, cidr, host = '' }): Verdict[] => {
    const range = cidr ?? asRange(host);
    const hit = metadataRanges.find((metadata) => range !== undefined && overlap(range, metadata));
    if (cidr !== undefined && hit !== undefined) {
      return [{ path, message: `expected ranges apart from ${hit}, got "${cidr}"; ${closed}` }];
    }
    return hit !== undefined || metadataNames.includes(host.replace(/:\d+$/, ''))
      ? [{ path, message: `expected a service, got the metadata address "${host}"; ${closed}` }]
      : [];
  });
}

const closed = 'clouds give credentials to whoever asks there, so it stays closed: name the service itself';

/** Rules on address ranges. */
export const rangeRules: readonly Rule[] = [
  {
    code: 'RangeTooBroad',
    severity: 'problem',
    reason: 'A list that admits or trusts nearly every address is no list.',
    fix: 'list the ranges that are meant',
    source: 'seeds/hardening-open-webui.txt, introduction and "Trusted proxy IPs"',
    check: tooBroad,
  },
  {
    code: 'InternalIsPublic',
    severity: 'problem',
    reason: 'Who says internal means that nobody outside reaches it.',
    fix: 'take kind: allowList for public addresses',
    source: 'seeds/hardening-open-webui.txt, introduction',
    check: notInternal,
  },
  {
    code: 'MetadataAddressReachable',
    severity: 'problem',
    reason:
      'At these addresses a cloud gives credentials and configuration to every container that asks. A range that covers ' +
      'one would open it, and a service there can only be that.',
    fix: 'name the service itself, and list ranges that leave these addresses out',
    source: 'facts/open-webui.md §1.14; docs/decisions.md',
    owasp: 'A10',
    check: metadataReachable,
  },
];
