import type { Deployment } from './deployment';

/** A security header: its name on the wire, the variable that makes Open WebUI send it, and its value. */
export interface SecurityHeader {
  readonly name: string;
  readonly variable: string;
  readonly value: string;
}

/** Directives under which the page of the pinned release works. facts/open-webui.md §1.5. */
const contentSecurityPolicy = (host: string): readonly (readonly [directive: string, ...sources: string[]])[] => [
  ['default-src', "'self'"],
  ['script-src', "'self'", "'unsafe-inline'", "'unsafe-eval'", "'wasm-unsafe-eval'", 'blob:'],
  ['worker-src', "'self'", 'blob:'],
  ['style-src', "'self'", "'unsafe-inline'"],
  ['img-src', "'self'", 'data:', 'blob:', 'https:'],
  ['media-src', "'self'", 'data:', 'blob:'],
  ['font-src', "'self'", 'data:'],
  ['connect-src', "'self'", `wss://${host}`, 'blob:', 'data:'],
  ['frame-src', "'self'", 'blob:', 'data:'],
  ['object-src', "'none'"],
  ['base-uri', "'self'"],
  ['form-action', "'self'"],
  ['frame-ancestors', "'self'"],
];

/** Features that voice, calls and copying use; every other one that upstream's pattern admits is off. */
const permissionsPolicy: Readonly<Record<string, '()' | '(self)'>> = {
  accelerometer: '()',
  autoplay: '(self)',
  camera: '(self)',
  'clipboard-read': '(self)',
  'clipboard-write': '(self)',
  fullscreen: '(self)',
  geolocation: '()',
  gyroscope: '()',
  magnetometer: '()',
  microphone: '(self)',
  midi: '()',
  payment: '()',
  'picture-in-picture': '()',
  'sync-xhr': '()',
  usb: '()',
  'xr-spatial-tracking': '()',
};

/**
 * Headers that Open WebUI sends with every answer but an unhandled 500. The values have no spaces where upstream's own
 * patterns refuse them. seeds/hardening-open-webui.txt, "Security Headers"; facts/open-webui.md §1.5.
 */
export function securityHeaders({ host }: Deployment): readonly SecurityHeader[] {
  return [
    { name: 'Strict-Transport-Security', variable: 'HSTS', value: 'max-age=31536000;includeSubDomains' },
    { name: 'X-Frame-Options', variable: 'XFRAME_OPTIONS', value: 'SAMEORIGIN' },
    { name: 'X-Content-Type-Options', variable: 'XCONTENT_TYPE', value: 'nosniff' },
    { name: 'Referrer-Policy', variable: 'REFERRER_POLICY', value: 'strict-origin-when-cross-origin' },
    {
      name: 'Permissions-Policy',
      variable: 'PERMISSIONS_POLICY',
      value: Object.entries(permissionsPolicy)
        .map(([feature, allow]) => `${feature}=${allow}`)
        .join(','),
    },
    { name: 'X-Permitted-Cross-Domain-Policies', variable: 'XPERMITTED_CROSS_DOMAIN_POLICIES', value: 'none' },
    { name: 'Cross-Origin-Opener-Policy', variable: 'CROSS_ORIGIN_OPENER_POLICY', value: 'same-origin-allow-popups' },
    {
      name: 'Content-Security-Policy',
      variable: 'CONTENT_SECURITY_POLICY',
      value: contentSecurityPolicy(host)
        .map((directive) => directive.join(' '))
        .join('; '),
    },
  ];
}
