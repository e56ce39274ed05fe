import type { Deployment } from '../deployment';
import { at, breaksFeature, breaksPage } from './page';
import type { Directive, Policy } from './page';
import type { Rule, Verdict } from './rule';

/** Headers without which something is open that a browser would have closed. */
const needed = {
  'Strict-Transport-Security': 'a browser may be led to speak without TLS',
  'X-Frame-Options': 'other sites can show the page in a frame and catch clicks',
  'X-Content-Type-Options': 'an uploaded file can be run as a script',
  'Referrer-Policy': 'other sites may learn which chat a visitor comes from',
  'Permissions-Policy': 'frames and scripts may ask for every feature of the browser',
  'Content-Security-Policy': 'injected scripts load from and send to everywhere',
} as const;

function missing({ headers: { omit } }: Deployment): readonly Verdict[] {
  return omit.flatMap((name, index): Verdict[] =>
    name in needed
      ? [
          {
            path: ['headers', 'omit', index],
            message: `expected the header ${name}, got none; ${needed[name as keyof typeof needed]}`,
          },
        ]
      : [],
  );
}

/** Directives that keep injected code out, and sources that let it in. */
const closed: Readonly<Partial<Record<Directive, readonly string[]>>> = {
  scriptSrc: ['*', 'https:', 'data:'],
  scriptSrcElem: ['*', 'https:', 'data:'],
  objectSrc: ['*', 'https:', 'data:', 'blob:'],
  baseUri: ['*', 'https:'],
  formAction: ['*', 'https:'],
  frameAncestors: ['*', 'https:'],
};

function openPolicy({ headers }: Deployment): readonly Verdict[] {
  const policy: Policy = headers.contentSecurityPolicy;
  return Object.entries(closed).flatMap(([name, refused]): Verdict[] => {
    const directive = name as Directive;
    const found = (policy[directive] ?? []).filter((one) => refused.includes(one));
    return found.length > 0 ? [at(directive, 'hosts by name', found, 'every site is one of these sources')] : [];
  });
}

/** Pictures of every site: what a document makes a model write can be one whose address carries the chat away. */
function openPictures({ headers }: Deployment): readonly Verdict[] {
  const list = headers.contentSecurityPolicy.imgSrc;
  const found = list.filter((one) => ['*', 'https:', 'http:'].includes(one));
  return found.length > 0
    ? [at('imgSrc', 'hosts by name', found, 'the address of a picture can carry a chat away')]
    : [];
}

function weakHsts({ headers: { strictTransportSecurity: hsts, omit } }: Deployment): readonly Verdict[] {
  if (omit.includes('Strict-Transport-Security')) return [];
  const path = ['headers', 'strictTransportSecurity'];
  return [
    ...(hsts.maxAgeSeconds < 31536000
      ? [
          {
            path: [...path, 'maxAgeSeconds'],
            message: `expected at least 31536000, got ${hsts.maxAgeSeconds}; a browser forgets within the year`,
          },
        ]
      : []),
    ...(hsts.preload && (hsts.maxAgeSeconds < 31536000 || !hsts.includeSubDomains)
      ? [
          {
            path: [...path, 'preload'],
            message: 'expected a year and includeSubDomains with it, got preload alone; browsers take no such entry',
          },
        ]
      : []),
  ];
}

function unknownEndpoint({ headers }: Deployment): readonly Verdict[] {
  return (['contentSecurityPolicy', 'contentSecurityPolicyReportOnly'] as const).flatMap((key): Verdict[] => {
    const name = headers[key]?.reportTo;
    return name === undefined || name in headers.reportingEndpoints
      ? []
      : [
          {
            path: ['headers', key, 'reportTo'],
            message: `expected a name of headers.reportingEndpoints, got ${name}; add its address there`,
          },
        ];
  });
}

const source = 'seeds/hardening-open-webui.txt, "Security Headers"';

/** Rules on the security headers. A malformed one cannot be written: the schema has no place for it. */
export const headerRules: readonly Rule[] = [
  {
    code: 'HeaderMissing',
    severity: 'error',
    reason: 'Without its headers the page has no protection that a browser could give it.',
    fix: 'take the header out of headers.omit',
    source: `${source}; seeds/security-configuration.txt, "HTTP Security Headers"`,
    owasp: 'A05',
    check: missing,
  },
  {
    code: 'HeaderBreaksPage',
    severity: 'error',
    reason: 'The page of the release holds scripts and styles in its HTML, and speaks to its server by websocket.',
    fix: 'add the source, or leave the directive out, which keeps the default',
    source: `${source}; facts/open-webui.md §0.1`,
    owasp: 'A05',
    check: breaksPage,
  },
  {
    code: 'HeaderBreaksFeature',
    severity: 'warning',
    reason:
      'Parts of the page show frames, pictures from memory and evaluated code; a header that is too strict hides them.',
    fix: 'leave the header at its default, or accept that the part does not work',
    source: `${source}; facts/open-webui.md §0.1`,
    check: breaksFeature,
  },
  {
    code: 'OpenContentSecurityPolicy',
    severity: 'error',
    reason: 'A policy that admits every site keeps no injected script, form or frame out.',
    fix: 'name the hosts that are meant',
    source: `${source}; seeds/security-configuration.txt, "OWASP Vulnerability Protection"`,
    owasp: 'A03',
    check: openPolicy,
  },
  {
    code: 'OpenImageSources',
    severity: 'warning',
    reason:
      'A document can make a model write a picture whose address holds the chat; the browser that shows it sends the chat away.',
    fix: 'name the hosts whose pictures are meant in imgSrc',
    source: `${source}; seeds/security-configuration.txt, "HTTP Security Headers"`,
    owasp: 'A03',
    check: openPictures,
  },
  {
    code: 'WeakHsts',
    severity: 'warning',
    reason: 'A browser that has forgotten tries without TLS, and whoever sits between answers.',
    fix: 'leave strictTransportSecurity at its default',
    source: `${source}; seeds/security-configuration.txt, "HTTPS Enforcement"`,
    owasp: 'A02',
    check: weakHsts,
  },
  {
    code: 'UnknownReportingEndpoint',
    severity: 'problem',
    reason: 'Reports to a name without an address go nowhere.',
    fix: 'give the name an address in headers.reportingEndpoints',
    source,
    check: unknownEndpoint,
  },
];
