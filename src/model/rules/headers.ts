import type { Deployment } from '../deployment';
import { permissionsPolicy } from '../settings/permissions-policy';
import { breaksFeature, breaksPage } from './page';
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
  'Cross-Origin-Opener-Policy': 'a window of another site keeps hold of this one',
  'X-Download-Options': 'an old browser opens a download with the rights of the page',
  'X-Permitted-Cross-Domain-Policies': 'old plugins may read data of the page for other sites',
} as const;

function missing({ headers: { omit } }: Deployment): readonly Verdict[] {
  return omit.flatMap((name, index): Verdict[] =>
    Object.hasOwn(needed, name)
      ? [
          {
            path: ['headers', 'omit', index],
            message: `expected the header ${name}, got none; ${needed[name as keyof typeof needed]}`,
          },
        ]
      : [],
  );
}

/** Sources that are every site. */
const everySite = ['*', 'https:', 'http:', 'wss:', 'ws:'];

/** Directives that keep injected code and what it would carry away in, with the sources that open them. */
const closed: Readonly<Partial<Record<Directive, readonly string[]>>> = {
  defaultSrc: [...everySite, 'data:'],
  scriptSrc: [...everySite, 'data:'],
  scriptSrcElem: [...everySite, 'data:'],
  workerSrc: [...everySite, 'data:'],
  styleSrc: everySite,
  styleSrcElem: everySite,
  mediaSrc: everySite,
  fontSrc: everySite,
  connectSrc: everySite,
  frameSrc: everySite,
  manifestSrc: everySite,
  objectSrc: [...everySite, 'data:', 'blob:'],
  baseUri: everySite,
  formAction: everySite,
  frameAncestors: everySite,
};

/** Frames run scripts of anybody, so that there a picture carries away whatever they can read. */
const closedInFrames: typeof closed = { ...closed, imgSrc: everySite };

function openSources(key: string, policy: Policy, refusedBy: typeof closed, opens: string): readonly Verdict[] {
  return Object.entries(refusedBy).flatMap(([name, refused]): Verdict[] => {
    const found = (policy[name as Directive] ?? []).filter((one) => refused.includes(one));
    const path = ['headers', key, name];
    return found.length > 0 ? [{ path, message: `expected hosts by name, got ${found.join(' ')}; ${opens}` }] : [];
  });
}

function openPolicy({ headers }: Deployment): readonly Verdict[] {
  const opens = 'every site is one of these sources';
  return [
    ...openSources('contentSecurityPolicy', headers.contentSecurityPolicy, closed, opens),
    ...openSources('iframeContentSecurityPolicy', headers.iframeContentSecurityPolicy, closedInFrames, opens),
  ];
}

/** Pictures of every site: what a document makes a model write can be one whose address carries the chat away. */
function openPictures({ headers: { contentSecurityPolicy: policy } }: Deployment): readonly Verdict[] {
  const opens = 'the address of a picture can carry a chat away';
  return openSources('contentSecurityPolicy', policy, { imgSrc: everySite }, opens);
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

/** Values that say less than the default of a header, and what each opens. */
const loose: readonly (readonly [
  key: 'referrerPolicy' | 'openerPolicy' | 'crossDomainPolicies',
  name: string,
  values: readonly string[],
  opens: string,
])[] = [
  [
    'referrerPolicy',
    'Referrer-Policy',
    ['unsafe-url', 'no-referrer-when-downgrade'],
    'other sites learn which chat a visitor comes from',
  ],
  ['openerPolicy', 'Cross-Origin-Opener-Policy', ['unsafe-none'], 'a window of another site keeps hold of this one'],
  [
    'crossDomainPolicies',
    'X-Permitted-Cross-Domain-Policies',
    ['master-only', 'by-content-type', 'by-ftp-filename'],
    'old plugins may read data of the page for other sites',
  ],
];

const usual = permissionsPolicy.parse({});

function loosened({ headers }: Deployment): readonly Verdict[] {
  const omitted: readonly string[] = headers.omit;
  const features = Object.keys(usual) as (keyof typeof usual)[];
  return [
    ...loose.flatMap(([key, name, values, opens]): Verdict[] => {
      const got = headers[key];
      return values.includes(got) && !omitted.includes(name)
        ? [{ path: ['headers', key], message: `expected the default, got ${got}; ${opens}` }]
        : [];
    }),
    ...features
      .filter((name) => headers.permissionsPolicy[name] === 'self' && usual[name] === 'none')
      .filter(() => !omitted.includes('Permissions-Policy'))
      .map((name) => ({
        path: ['headers', 'permissionsPolicy', name],
        message: 'expected none, got self; an injected script could ask for what the page never uses',
      })),
    ...(headers.cacheControl?.includes('public')
      ? [
          {
            path: ['headers', 'cacheControl'],
            message:
              'expected private or no-store, got public; a cache on the way could answer one person with chats of another',
          },
        ]
      : []),
  ];
}

function unknownEndpoint({ headers }: Deployment): readonly Verdict[] {
  return (['contentSecurityPolicy', 'contentSecurityPolicyReportOnly'] as const).flatMap((key): Verdict[] => {
    const name = headers[key]?.reportTo;
    return name === undefined || Object.hasOwn(headers.reportingEndpoints, name)
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
    code: 'HeaderLoosened',
    severity: 'warning',
    reason: 'A header that says less than its default protects less, and nothing in the page needs it to.',
    fix: 'leave the header at its default',
    source: `${source}; seeds/security-configuration.txt, "HTTP Security Headers"`,
    owasp: 'A05',
    check: loosened,
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
