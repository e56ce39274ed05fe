import { z } from 'zod';
import { text } from '../formats';
import { securityHeaders } from '../headers';
import {
  contentSecurityPolicy,
  endpointName,
  iframePolicy,
  reportOnlyPolicy,
  writeContentSecurityPolicy,
} from './content-security-policy';
import { permissionsPolicy } from './permissions-policy';
import { facts, guide, upstream } from './setting';
import type { Derived, DerivedVariables } from './setting';

const strictTransportSecurity = z
  .strictObject({
    maxAgeSeconds: z
      .int()
      .min(0)
      .max(63072000)
      .default(31536000)
      .describe('How long browsers remember to use TLS alone, in seconds. 0 makes them forget.'),
    includeSubDomains: z.boolean().default(true).describe('Whether names below the host are meant too.'),
    preload: z.boolean().default(false).describe('Whether browsers may be shipped with this. It is hard to take back.'),
  })
  .prefault({})
  .describe('Strict-Transport-Security. Both entries end TLS, so nobody is ever served without it.');

const cacheDirective = text(
  'a directive such as no-store or max-age=600',
  /^(?:public|private|no-cache|no-store|must-revalidate|proxy-revalidate|no-transform|immutable|(?:s-maxage|max-age)=\d{1,9})$/,
  'write one directive an entry, in lower case',
);

const endpointUrl = text(
  'an https URL such as https://reports.acme.example/csp',
  /^https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[1-9]\d{0,4})?(?:\/[A-Za-z0-9._~%/-]*)?(?:\?[A-Za-z0-9._~%=&-]*)?$/,
  'leave out user and fragment',
);

/** Security headers. */
export const headers = z
  .strictObject({
    omit: z
      .array(
        z.enum([
          'Strict-Transport-Security',
          'X-Frame-Options',
          'X-Content-Type-Options',
          'Referrer-Policy',
          'Permissions-Policy',
          'Content-Security-Policy',
          'X-Download-Options',
          'X-Permitted-Cross-Domain-Policies',
          'Cross-Origin-Opener-Policy',
          'Cross-Origin-Resource-Policy',
        ]),
      )
      .default([])
      .describe('Headers that are not sent at all, for instance because another proxy sends them.'),
    strictTransportSecurity,
    frameOptions: z
      .enum(['SAMEORIGIN', 'DENY'])
      .default('SAMEORIGIN')
      .describe('X-Frame-Options: whether the page’s own frames may show it, or none.'),
    referrerPolicy: z
      .enum([
        'no-referrer',
        'no-referrer-when-downgrade',
        'origin',
        'origin-when-cross-origin',
        'same-origin',
        'strict-origin',
        'strict-origin-when-cross-origin',
        'unsafe-url',
      ])
      .default('strict-origin-when-cross-origin')
      .describe('Referrer-Policy: what other sites learn of where a visitor comes from.'),
    permissionsPolicy,
    contentSecurityPolicy,
    contentSecurityPolicyReportOnly: reportOnlyPolicy,
    iframeContentSecurityPolicy: iframePolicy,
    crossDomainPolicies: z
      .enum(['none', 'master-only', 'by-content-type', 'by-ftp-filename'])
      .default('none')
      .describe('X-Permitted-Cross-Domain-Policies: what old plugins of browsers may read.'),
    openerPolicy: z
      .enum(['same-origin-allow-popups', 'same-origin', 'unsafe-none'])
      .default('same-origin-allow-popups')
      .describe('Cross-Origin-Opener-Policy: which windows keep hold of one another.'),
    resourcePolicy: z
      .enum(['same-origin', 'same-site', 'cross-origin'])
      .optional()
      .describe(
        'Cross-Origin-Resource-Policy: who may embed files of the deployment. @default - same-origin; not sent where Python runs in the browser',
      ),
    embedderPolicy: z
      .enum(['unsafe-none', 'credentialless', 'require-corp'])
      .optional()
      .describe('Cross-Origin-Embedder-Policy: what the page may embed. @default - not sent'),
    cacheControl: z
      .array(cacheDirective)
      .min(1)
      .max(8)
      .optional()
      .describe('Cache-Control of every answer. @default - not sent, and each route says what it needs'),
    reportingEndpoints: z
      .record(endpointName, endpointUrl)
      .default({})
      .describe('Reporting-Endpoints: where browsers send reports, by name.'),
  })
  .prefault({})
  .describe('Security headers of every answer. They are written so that upstream’s own patterns accept them.');

function header(key: string, variable: string, meaning: string, why: string): Derived {
  return {
    path: `headers.${key}`,
    meaning,
    why,
    source: `${guide('Security Headers')}; ${facts('1.5')}; ${upstream('utils/security_headers.py')}`,
    value: (deployment) => securityHeaders(deployment).find((one) => one.variable === variable)?.value,
  };
}

/** Variables of the security headers. */
export const headerVariables = {
  HSTS: header(
    'strictTransportSecurity',
    'HSTS',
    'Strict-Transport-Security: browsers use TLS alone.',
    'For a year no browser tries without TLS, not even after somebody on the way asked it to.',
  ),
  XFRAME_OPTIONS: header(
    'frameOptions',
    'XFRAME_OPTIONS',
    'X-Frame-Options: who may show the page in a frame.',
    'Other sites cannot put the page under their own to catch clicks; files inside chats are frames of its own and stay.',
  ),
  XCONTENT_TYPE: header(
    'omit',
    'XCONTENT_TYPE',
    'X-Content-Type-Options: browsers do not guess what a file is.',
    'An uploaded file that looks like a script is not run as one. There is one value, nosniff.',
  ),
  REFERRER_POLICY: header(
    'referrerPolicy',
    'REFERRER_POLICY',
    'Referrer-Policy: what other sites learn of where a visitor comes from.',
    'They learn the origin, never a path that names a chat.',
  ),
  PERMISSIONS_POLICY: header(
    'permissionsPolicy',
    'PERMISSIONS_POLICY',
    'Permissions-Policy: features of the browser that the page may use.',
    'Only what voice, calls, copying and full screen need is on, and for the page itself alone.',
  ),
  XDOWNLOAD_OPTIONS: header(
    'omit',
    'XDOWNLOAD_OPTIONS',
    'X-Download-Options: old browsers save a file before they open it.',
    'A file opened from a download would run with the rights of the page. There is one value, noopen.',
  ),
  XPERMITTED_CROSS_DOMAIN_POLICIES: header(
    'crossDomainPolicies',
    'XPERMITTED_CROSS_DOMAIN_POLICIES',
    'X-Permitted-Cross-Domain-Policies: what old plugins of browsers may read.',
    'Nothing of other domains reads data here.',
  ),
  CROSS_ORIGIN_OPENER_POLICY: header(
    'openerPolicy',
    'CROSS_ORIGIN_OPENER_POLICY',
    'Cross-Origin-Opener-Policy: which windows keep hold of one another.',
    'Windows of other origins have no hold of this one; sign-in windows that it opens still work.',
  ),
  CROSS_ORIGIN_RESOURCE_POLICY: header(
    'resourcePolicy',
    'CROSS_ORIGIN_RESOURCE_POLICY',
    'Cross-Origin-Resource-Policy: who may embed files of the deployment.',
    'Other sites cannot load its files into their own pages. Python in the browser runs in a frame without an origin, which would be refused too.',
  ),
  CROSS_ORIGIN_EMBEDDER_POLICY: header(
    'embedderPolicy',
    'CROSS_ORIGIN_EMBEDDER_POLICY',
    'Cross-Origin-Embedder-Policy: what the page may embed.',
    'It is not sent: nothing here needs memory shared between threads, and require-corp would hide pictures and files that lack a header of their own.',
  ),
  CACHE_CONTROL: header(
    'cacheControl',
    'CACHE_CONTROL',
    'Cache-Control of every answer.',
    'It is not sent: it would take the place of what each route says, and browsers would load every script again and again.',
  ),
  REPORTING_ENDPOINTS: header(
    'reportingEndpoints',
    'REPORTING_ENDPOINTS',
    'Reporting-Endpoints: where browsers send reports.',
    'None by default: reports hold addresses of pages, so somebody must say who may read them.',
  ),
  CONTENT_SECURITY_POLICY: header(
    'contentSecurityPolicy',
    'CONTENT_SECURITY_POLICY',
    'Content-Security-Policy: where the page may load from and connect to.',
    'As strict as the page of the pinned release survives: its HTML holds scripts and styles, and previews of files evaluate code.',
  ),
  CONTENT_SECURITY_POLICY_REPORT_ONLY: header(
    'contentSecurityPolicyReportOnly',
    'CONTENT_SECURITY_POLICY_REPORT_ONLY',
    'Content-Security-Policy-Report-Only: a policy that is only tried.',
    'A stricter policy can be watched before it refuses anything.',
  ),
  IFRAME_CSP: {
    path: 'headers.iframeContentSecurityPolicy',
    meaning: 'Policy of the frames that show HTML of models, tools and files.',
    why: 'What a model wrote may run there, but can neither load nor send anything: upstream sets nothing, and a picture’s address could carry a chat away.',
    source: `${facts('1.5')}; src/lib/utils/csp.ts of the pinned release`,
    value: ({ headers: { iframeContentSecurityPolicy } }) => writeContentSecurityPolicy(iframeContentSecurityPolicy),
  },
} satisfies DerivedVariables;
