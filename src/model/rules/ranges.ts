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
];
