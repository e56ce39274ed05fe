import type { Case } from './case';

const closed = 'clouds give credentials to whoever asks there, so it stays closed: name the service itself';
const at = (url: string): unknown => ({ models: { openai: [{ url }] } });

/** Every way to write the address, and every range that covers it. */
const addresses: readonly (readonly [url: string, shown: string])[] = [
  ['https://169.254.169.254/latest', '169.254.169.254'],
  ['https://2852039166/v1', '169.254.169.254'],
  ['https://0xa9.254.0xa9fe/v1', '169.254.169.254'],
  ['https://169.254.170.2/v2', '169.254.170.2'],
  ['https://168.63.129.16', '168.63.129.16'],
  ['https://100.100.100.200:8443/v1', '100.100.100.200:8443'],
  ['https://[fd00:ec2::254]/v1', '[fd00:ec2::254]'],
  ['https://[::ffff:169.254.169.254]/v1', '[::ffff:a9fe:a9fe]'],
  ['https://metadata.google.internal/v1', 'metadata.google.internal'],
];

/** The first /8 ranges of IPv4. */
const eights = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${index + 1}.0.0.0/8`);

export const rangeCases: readonly Case[] = [
  {
    code: 'RangeTooBroad',
    holds: { exposure: { kind: 'allowList', cidrs: [...eights(16), '16.0.0.0/8', 'fc00::/7'] } },
    breaks: {
      exposure: { kind: 'allowList', cidrs: [...eights(17), '2000::/7', '2200::/7', '2400::/7'] },
      edge: { adminCidrs: eights(32) },
    },
    says: [
      'exposure.cidrs: expected at most 1 in 16 of all IPv4 addresses, got 1 in 15.1; say kind: public if every address is meant',
      'exposure.cidrs: expected at most 1 in 64 of all IPv6 addresses, got 1 in 42.7; say kind: public if every address is meant',
      'edge.adminCidrs: expected at most 1 in 16 of all IPv4 addresses, got 1 in 8.0; list the ranges that are meant',
    ],
  },
  ...addresses.map(([url, shown]): Case => ({
    code: 'MetadataAddressReachable',
    holds: at('https://169.253.255.255/v1') as Case['holds'],
    breaks: at(url) as Case['breaks'],
    says: [`models.openai[0].url: expected a service, got the metadata address "${shown}"; ${closed}`],
  })),
  {
    code: 'MetadataAddressReachable',
    on: 'kubernetes',
    holds: {
      exposure: { cidrs: ['100.64.0.0/10'] },
      kubernetes: { podCidrs: ['100.64.0.0/10'], redis: { cidrs: ['10.0.0.0/8', '100.64.0.0/16', 'fd00:ec3::/32'] } },
    },
    breaks: {
      kubernetes: {
        database: { cidrs: ['100.64.0.0/10'] },
        redis: { host: '169.254.169.254', cidrs: ['169.254.169.0/24', 'fc00::/7'] },
        storage: { cidrs: ['168.0.0.0/8'] },
      },
    },
    says: [
      `kubernetes.database.cidrs[0]: expected ranges apart from 100.100.100.200/32, got "100.64.0.0/10"; ${closed}`,
      `kubernetes.redis.host: expected a service, got the metadata address "169.254.169.254"; ${closed}`,
      `kubernetes.redis.cidrs[0]: expected ranges apart from 169.254.0.0/16, got "169.254.169.0/24"; ${closed}`,
      `kubernetes.redis.cidrs[1]: expected ranges apart from fd00:ec2::254/128, got "fc00::/7"; ${closed}`,
      `kubernetes.storage.cidrs[0]: expected ranges apart from 168.63.129.16/32, got "168.0.0.0/8"; ${closed}`,
    ],
  },
];
