import { z } from 'zod';
import { securityHeaders } from '../headers';
import { facts, guide } from './setting';
import type { Derived, DerivedVariables } from './setting';

/** Security headers. */
export const headers = z.strictObject({}).prefault({}).describe('Security headers of every answer.');

function header(variable: string, meaning: string, why: string): Derived {
  return {
    path: 'headers',
    meaning,
    why,
    source: `${guide('Security Headers')}; ${facts('1.5')}`,
    value: (deployment) => securityHeaders(deployment).find((one) => one.variable === variable)?.value,
  };
}

/** Variables of the security headers. */
export const headerVariables = {
  HSTS: header(
    'HSTS',
    'Strict-Transport-Security: browsers use TLS alone.',
    'For a year no browser tries without TLS.',
  ),
  XFRAME_OPTIONS: header('XFRAME_OPTIONS', 'X-Frame-Options.', 'Other sites cannot frame the page; its own can.'),
  XCONTENT_TYPE: header('XCONTENT_TYPE', 'X-Content-Type-Options.', 'Browsers do not guess what a file is.'),
  REFERRER_POLICY: header('REFERRER_POLICY', 'Referrer-Policy.', 'Other sites learn the origin, never a path.'),
  PERMISSIONS_POLICY: header(
    'PERMISSIONS_POLICY',
    'Permissions-Policy.',
    'Only what voice, calls and copying need is on.',
  ),
  XPERMITTED_CROSS_DOMAIN_POLICIES: header(
    'XPERMITTED_CROSS_DOMAIN_POLICIES',
    'X-Permitted-Cross-Domain-Policies.',
    'Nothing of other domains reads data here.',
  ),
  CROSS_ORIGIN_OPENER_POLICY: header(
    'CROSS_ORIGIN_OPENER_POLICY',
    'Cross-Origin-Opener-Policy.',
    'Windows of other origins have no hold of this one; sign-in windows still work.',
  ),
  CONTENT_SECURITY_POLICY: header(
    'CONTENT_SECURITY_POLICY',
    'Content-Security-Policy.',
    'As strict as the page of the pinned release survives.',
  ),
} satisfies DerivedVariables;
