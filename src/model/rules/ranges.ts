import ipaddr from 'ipaddr.js';
import type { Deployment } from '../deployment';
import type { Path } from '../problem';
import type { Rule, Verdict } from './rule';

interface Listed {
  readonly path: Path;
  readonly cidr: string;
}

/** Every address range of a deployment, with its place. */
function allRanges(value: unknown, path: Path = []): Listed[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => allRanges(item, [...path, index]));
  if (typeof value === 'string') {
    const list = path.at(-2);
    return typeof list === 'string' && /cidrs$/i.test(list) ? [{ path, cidr: value }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => allRanges(inner, [...path, key]));
}

/** Shortest prefixes that are still a list of somebody: 10.0.0.0/8 and fc00::/7. */
const shortest = { ipv4: 8, ipv6: 7 } as const;

function tooBroad(deployment: Deployment): readonly Verdict[] {
  return allRanges(deployment).flatMap(({ path, cidr }): Verdict[] => {
    const [address, bits] = ipaddr.parseCIDR(cidr);
    const least = shortest[address.kind()];
    if (bits >= least) return [];
    const fix =
      path[0] === 'exposure' ? 'say kind: public if every address is meant' : 'list the ranges that are meant';
    return [{ path, message: `expected a prefix of ${least} bits or more, got "${cidr}"; ${fix}` }];
  });
}

const privateRanges = ['private', 'uniqueLocal', 'carrierGradeNat', 'linkLocal', 'loopback'];

function lastAddress(cidr: string): ipaddr.IPv4 | ipaddr.IPv6 {
  return ipaddr.parseCIDR(cidr)[0].kind() === 'ipv4'
    ? ipaddr.IPv4.broadcastAddressFromCIDR(cidr)
    : ipaddr.IPv6.broadcastAddressFromCIDR(cidr);
}

function notInternal({ exposure }: Deployment): readonly Verdict[] {
  if (exposure.kind !== 'internal') return [];
  return exposure.cidrs.flatMap((cidr, index): Verdict[] => {
    const ends = [ipaddr.parseCIDR(cidr)[0], lastAddress(cidr)];
    return ends.every((end) => privateRanges.includes(end.range()))
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
