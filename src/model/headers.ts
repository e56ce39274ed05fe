import type { Deployment } from './deployment';
import { writeContentSecurityPolicy } from './settings/content-security-policy';
import { writePermissionsPolicy } from './settings/permissions-policy';

/** A security header: its name on the wire, the variable that makes Open WebUI send it, and its value. */
export interface SecurityHeader {
  readonly name: string;
  readonly variable: string;
  readonly value: string;
}

/** Whether Python runs in the browser, in a frame without an origin that loads its files from the deployment. */
export function runsPyodide({ code }: Deployment): boolean {
  return (
    (code.execution && code.executionEngine === 'pyodide') || (code.interpreter && code.interpreterEngine === 'pyodide')
  );
}

function hsts({ maxAgeSeconds, includeSubDomains, preload }: Deployment['headers']['strictTransportSecurity']): string {
  return [`max-age=${maxAgeSeconds}`, includeSubDomains && 'includeSubDomains', preload && 'preload']
    .filter((part) => part !== false)
    .join(';');
}

/** The policy of a deployment, with what its host decides. */
export function policyOf({ host, headers }: Deployment): Deployment['headers']['contentSecurityPolicy'] {
  const { contentSecurityPolicy: policy } = headers;
  return { ...policy, connectSrc: policy.connectSrc ?? ['self', `wss://${host}`, 'blob:', 'data:'] };
}

/**
 * Headers that Open WebUI sends with every answer but an unhandled 500, in the form that its own patterns accept: of another
 * one they put something else in its place. seeds/hardening-open-webui.txt, "Security Headers"; facts/open-webui.md §1.5.
 */
export function securityHeaders(deployment: Deployment): readonly SecurityHeader[] {
  const { headers } = deployment;
  const { reportingEndpoints: endpoints, contentSecurityPolicyReportOnly: tried } = headers;
  const all: readonly (readonly [name: string, variable: string, value: string | undefined])[] = [
    ['Strict-Transport-Security', 'HSTS', hsts(headers.strictTransportSecurity)],
    ['X-Frame-Options', 'XFRAME_OPTIONS', headers.frameOptions],
    ['X-Content-Type-Options', 'XCONTENT_TYPE', 'nosniff'],
    ['Referrer-Policy', 'REFERRER_POLICY', headers.referrerPolicy],
    ['Permissions-Policy', 'PERMISSIONS_POLICY', writePermissionsPolicy(headers.permissionsPolicy)],
    ['X-Download-Options', 'XDOWNLOAD_OPTIONS', 'noopen'],
    ['X-Permitted-Cross-Domain-Policies', 'XPERMITTED_CROSS_DOMAIN_POLICIES', headers.crossDomainPolicies],
    ['Cross-Origin-Opener-Policy', 'CROSS_ORIGIN_OPENER_POLICY', headers.openerPolicy],
    [
      'Cross-Origin-Resource-Policy',
      'CROSS_ORIGIN_RESOURCE_POLICY',
      headers.resourcePolicy ?? (runsPyodide(deployment) ? undefined : 'same-origin'),
    ],
    ['Cross-Origin-Embedder-Policy', 'CROSS_ORIGIN_EMBEDDER_POLICY', headers.embedderPolicy],
    ['Cache-Control', 'CACHE_CONTROL', headers.cacheControl?.join(', ')],
    [
      'Reporting-Endpoints',
      'REPORTING_ENDPOINTS',
      Object.entries(endpoints)
        .map(([name, url]) => `${name}="${url}"`)
        .join(', '),
    ],
    ['Content-Security-Policy', 'CONTENT_SECURITY_POLICY', writeContentSecurityPolicy(policyOf(deployment), endpoints)],
    [
      'Content-Security-Policy-Report-Only',
      'CONTENT_SECURITY_POLICY_REPORT_ONLY',
      tried && writeContentSecurityPolicy(tried, endpoints),
    ],
  ];
  const omitted: readonly string[] = headers.omit;
  return all.flatMap(([name, variable, value]) =>
    value === undefined || value === '' || omitted.includes(name) ? [] : [{ name, variable, value }],
  );
}
