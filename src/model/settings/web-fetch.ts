import { z } from 'zod';
import type { Deployment } from '../deployment';
import { cidr, dnsName, farSideCidrs } from '../formats';
import { facts, rotation, setting, upstream } from './setting';
import type { DerivedVariables, SecretOf } from './setting';

const hostOrRange = z
  .string()
  .refine((one) => dnsName.safeParse(one).success || cidr.safeParse(one).success)
  .meta({ expected: 'a host name or a CIDR range', fix: 'give it alone: no scheme, port or path' });

/** Pages that the application fetches for people and models. */
export const fetch = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none').describe('Nobody can make the application fetch a page.') }),
    z.strictObject({
      kind: z.literal('allowList').describe('Pages of the listed hosts can be fetched.'),
      hosts: z.array(dnsName).min(1).max(200).describe('Hosts, with everything below them.'),
      cidrs: farSideCidrs('the hosts'),
    }),
    z.strictObject({
      kind: z.literal('public').describe('Every public page can be fetched.'),
      blocked: z
        .array(hostOrRange)
        .max(200)
        .default([])
        .describe('Hosts and address ranges that stay closed all the same. Metadata addresses always are.'),
    }),
  ])
  .prefault({ kind: 'none' })
  .describe(
    'Pages that people attach, links that models open, and pictures at an address: what the application fetches for others, by https.',
  );

/** Address that the application tells of events, such as a new account. */
export const webhook = z.strictObject({
  host: dnsName.describe('Host of the address. The address itself is the role `webhookUrl`: it holds a key.'),
  cidrs: farSideCidrs('the host'),
});

/** Whether the application may ask services of its own network. */
export const localFetch = setting('ENABLE_LOCAL_WEB_FETCH', z.boolean().default(false), {
  meaning: 'Whether pages with private addresses can be fetched.',
  why: 'A user or a prompt could make the application read databases, consoles and metadata of the private network.',
  source: facts('1.14'),
});

const webhookUrl = {
  role: 'webhookUrl',
  origin: 'supplied',
  purpose: 'https address that is told of events, such as a new account',
  rotation: rotation.byProvider,
} as const satisfies SecretOf;

/** Secrets with which people are told of events. */
export const webhookRoles = ({ web }: Deployment): readonly SecretOf[] => (web.webhook ? [webhookUrl] : []);

/** No host ever has a name under `invalid`: RFC 2606. An empty list would let everything through. */
const nothing = 'nothing.invalid';

/** Upstream takes a list in which one entry has no `!` for everything that may be fetched. */
function filter({ web: { fetch: choice, webhook: told } }: Deployment): string | undefined {
  if (choice.kind === 'public') return choice.blocked.map((one) => `!${one}`).join(',') || undefined;
  const hosts = [...(choice.kind === 'allowList' ? choice.hosts : []), ...(told ? [told.host] : [])];
  return hosts.join(',') || nothing;
}

/** Variables of what is fetched for others. */
export const webFetchVariables = {
  WEB_FETCH_FILTER_LIST: {
    path: 'web.fetch',
    meaning: 'Hosts whose pages may be fetched, or with `!` those whose pages may not.',
    why: 'The release lets every signed-in user fetch pages, whatever the permission to attach them says; this closes it.',
    source: upstream('retrieval/web/utils.py'),
    value: filter,
  },
  WEBHOOK_URL: {
    path: 'web.webhook',
    meaning: 'Address that is told of events.',
    why: 'Whoever knows it can write there, so it is a secret role.',
    source: upstream('utils/webhook.py'),
    value: ({ web }) => web.webhook && { secret: webhookUrl.role },
  },
} satisfies DerivedVariables;
