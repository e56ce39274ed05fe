import type { Deployment } from '../deployment';
import { securityHeaders } from '../headers';
import { everyOrigin } from '../settings/cors';
import { headerRules } from './headers';
import { rule } from './rule';
import type { Rule, Verdict } from './rule';

const originsOf = ({ cors }: Deployment): readonly string[] => cors.origins ?? [];

function wildcardBesideOthers({ cors: { origins = [] } }: Deployment): readonly Verdict[] {
  const index = origins.indexOf(everyOrigin);
  return origins.length > 1 && index >= 0
    ? [
        {
          path: ['cors', 'origins', index],
          message: `expected * alone or a list of origins, got it beside ${origins.length - 1} more; list the origins`,
        },
      ]
    : [];
}

function unknownScheme({ cors: { origins = [], customSchemes = [] } }: Deployment): readonly Verdict[] {
  return origins.flatMap((origin, index): Verdict[] => {
    const scheme = origin.slice(0, Math.max(origin.indexOf('://'), 0));
    return origin === everyOrigin || scheme === 'https' || customSchemes.includes(scheme)
      ? []
      : [
          {
            path: ['cors', 'origins', index],
            message: `expected https or a scheme of cors.customSchemes, got ${scheme}; add ${scheme} to cors.customSchemes`,
          },
        ];
  });
}

/** Rules on what browsers may do with the deployment. */
export const browserRules: readonly Rule[] = [
  rule({
    code: 'CorsWildcard',
    severity: 'error',
    path: ['cors', 'origins'],
    reason: 'With *, every page on the internet calls the API with the cookies of whoever looks at it.',
    fix: 'list the origins whose pages may call the API',
    source: 'seeds/hardening-open-webui.txt, "CORS"; seeds/security-configuration.txt, "Environment Variable Security"',
    owasp: 'A05',
    check: (deployment) =>
      originsOf(deployment).includes(everyOrigin)
        ? `expected a list of origins, got ${everyOrigin}; every page would call the API with its visitor’s cookies`
        : undefined,
  }),
  {
    code: 'CorsWildcardBesideOthers',
    severity: 'problem',
    reason: 'The release stops at its start when * stands beside other origins.',
    fix: 'list the origins, and leave * out',
    source: 'open_webui/config.py, validate_cors_origin',
    owasp: 'A05',
    check: wildcardBesideOthers,
  },
  rule({
    code: 'CorsWithoutOwnOrigin',
    severity: 'problem',
    path: ['cors', 'origins'],
    reason: 'The list decides on websockets too, so without the deployment’s own origin its own page gets no answers.',
    fix: 'add https:// and the host to the list',
    source: 'seeds/hardening-open-webui.txt, "CORS"; facts/open-webui.md §1.5',
    owasp: 'A05',
    check: ({ host, cors: { origins } }) =>
      origins === undefined || origins.includes(everyOrigin) || origins.includes(`https://${host}`)
        ? undefined
        : `expected https://${host} among the origins, got ${origins.length} without it; the page’s own websockets would be refused`,
  }),
  {
    code: 'CorsUnknownScheme',
    severity: 'problem',
    reason: 'The release stops at its start when an origin has a scheme that it was not told of.',
    fix: 'add the scheme to cors.customSchemes',
    source: 'seeds/hardening-open-webui.txt, "CORS"; open_webui/config.py, validate_cors_origin',
    check: unknownScheme,
  },
  {
    code: 'HeaderTooLong',
    severity: 'warning',
    reason:
      'A listener of a load balancer takes values of 1,024 characters, and refuses longer ones at the deployment.',
    fix: 'name fewer sources',
    source: 'seeds/hardening-open-webui.txt, "Security Headers"; documentation of Elastic Load Balancing',
    check: (deployment) =>
      deployment.aws === undefined
        ? []
        : securityHeaders(deployment)
            .filter(({ name, value }) => name === 'Content-Security-Policy' && value.length > 1024)
            .map(({ value }) => ({
              path: ['headers', 'contentSecurityPolicy'],
              message: `expected at most 1024 characters for a load balancer, got ${value.length}; name fewer sources`,
            })),
  },
  ...headerRules,
];
