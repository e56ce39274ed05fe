import ipaddr from 'ipaddr.js';
import { z } from 'zod';

/**
 * A string of one format. `expected` and `fix` become the message: `expected …, got X; fix`.
 */
export function text(expected: string, pattern: RegExp, fix: string): z.ZodString {
  return z.string().regex(pattern).meta({ expected, fix });
}

/**
 * Piece of a pattern: nothing follows that the CDK or CloudFormation would put something else in place of, which are
 * tokens and dynamic references. Any character is passed over: a dot would stop at the line separators of Unicode.
 */
export const unexpanded = '(?![\\s\\S]*(?:\\$\\{Token\\[|\\{\\{resolve:))';

/** Like {@link text}, for a place where people paste secrets: what was found there is never shown. */
export function unprintableText(expected: string, pattern: RegExp, fix: string): z.ZodString {
  return z.string().regex(pattern).meta({ expected, fix, unprintable: true });
}

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';

const ipv4 = `(?:${octet}\\.){3}${octet}`;

/** RFC 1035 label: also valid as a Kubernetes name and as a CloudFormation stack name. */
export const rfc1035Label = (longest: number): z.ZodString =>
  text(
    `an RFC 1035 label of at most ${longest} characters`,
    new RegExp(`^(?=.{1,${longest}}$)[a-z](?:[a-z0-9-]*[a-z0-9])?$`),
    'use lower-case letters, digits and hyphens, beginning with a letter',
  );

/** Name in DNS with at least two labels, as RFC 1123 allows it. */
export const dnsName: z.ZodString = text(
  'a DNS name such as chat.acme.example',
  new RegExp(`^(?=.{1,253}$)(?:${label}\\.)+(?=[a-z0-9-]*[a-z])${label}$`),
  'give the name alone: lower case, no scheme, port or path',
);

/** Host of a server on the network: a DNS name of any depth, or an IPv4 address. */
export const serverHost: z.ZodString = text(
  'a host name or IPv4 address',
  new RegExp(`^(?=.{1,253}$)(?:${ipv4}$|(?:${label}\\.)*(?!(?:\\d+|0x[0-9a-f]*)$)${label}$)`),
  'give the host alone: lower case, no user, scheme, port or path',
);

/** TCP port. */
export const port = z.int().min(1).max(65535);

function isCidr(value: string): boolean {
  if (!ipaddr.isValidCIDR(value)) return false;
  const [address, bits] = ipaddr.parseCIDR(value);
  const network =
    address.kind() === 'ipv4' ? ipaddr.IPv4.networkAddressFromCIDR(value) : ipaddr.IPv6.networkAddressFromCIDR(value);
  return `${network.toString()}/${bits}` === value;
}

/** Address range in its canonical form: no host bits set. */
export const cidr = z.string().refine(isCidr).meta({
  expected: 'a CIDR range such as 203.0.113.0/24',
  fix: 'add the mask (/32 or /128 for one address) and clear the bits behind it',
});

/** At least one address range. */
export const cidrs = z.array(cidr).min(1);

/** Address ranges of a far side that may have a public address. */
export const farSideCidrs = (whose: string): z.ZodOptional<typeof cidrs> =>
  cidrs
    .optional()
    .describe(
      `Address ranges of ${whose}. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one`,
    );

function isPlainUrl(value: string, schemes: readonly string[]): boolean {
  // The parser forgives what we do not: upper case, line breaks, a missing slash. Open WebUI splits lists at semicolons.
  if (!/^https?:\/\/[^\s\p{Cc};{}"\\]{1,2000}$/u.test(value) || !URL.canParse(value)) return false;
  const { protocol, username, password, search, hash } = new URL(value);
  return schemes.includes(protocol) && [username, password, search, hash].every((part) => part === '');
}

/** Base URL of a service. Credentials have no place in it: they are secret roles. */
export const serviceUrl = z
  .string()
  .refine((value) => isPlainUrl(value, ['https:', 'http:']))
  .meta({
    expected: 'a URL such as https://api.openai.com/v1',
    fix: 'leave out user, password, query and fragment; keys are secrets that the deployment refers to',
  });

/** Base URL of an OpenID Connect issuer. */
export const issuerUrl = z
  .string()
  .refine((value) => isPlainUrl(value, ['https:']))
  .meta({ expected: 'an https URL such as https://login.acme.example', fix: 'leave out user, query and fragment' });

/** E-mail address that can be written into an environment variable. */
export const email = text(
  'an e-mail address',
  /^[A-Za-z0-9.!#$%&*+/=?^_{|}~-]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}$/,
  'write it as name@domain with a lower-case domain',
);

/** Certificates in PEM form. They are public; a private key is refused. */
export const certificates = z
  .string()
  .refine((value) => /^(?:-----BEGIN CERTIFICATE-----\n[A-Za-z0-9+/=\n]+-----END CERTIFICATE-----\n?)+$/.test(value))
  .meta({
    expected: 'one or more certificates in PEM form',
    fix: 'give the block from BEGIN CERTIFICATE to END CERTIFICATE, and never a private key',
    unprintable: true,
  });

/** Name of a PostgreSQL role or database that needs no quoting and no percent-encoding. */
export const sqlName = text(
  'a PostgreSQL name of at most 63 characters',
  /^(?!(?:pg_.*|postgres|template[01]|public)$)[a-z_][a-z0-9_]{0,62}$/,
  'use lower-case letters, digits and underscores, and no name that PostgreSQL keeps for itself',
);

/** Single line of text, safe in an environment variable. */
export const line = text(
  'one line of text',
  new RegExp(`^${unexpanded}[^\\p{Cc}]{1,500}$`, 'u'),
  'leave out line breaks, control characters, ${Token[ and {{resolve:',
);

/** Calendar day, ISO 8601. */
export const day = z.iso.date().meta({ expected: 'a day such as 2027-03-31', fix: 'write year-month-day' });
