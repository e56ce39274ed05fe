import { aws, demandOf, demands, kubernetes, planned, refusal, rules, section, settings, upstream } from './measure';
import type { Measure } from './measure';

const notByLoadBalancer = refusal(
  'a load balancer of AWS sets four headers, and this is none of them',
  'the application sends it with every answer but an unhandled 500; CloudFront could set it',
);

/** Cookies, tokens, headers and TLS: what browsers see. */
export const browser: readonly Measure[] = [
  ...section('hardening', 'Session and Cookie Security', [
    {
      lines: [33],
      measure: 'A sign-in cannot be overheard, lasts for a limited time and can be ended',
      answers: [
        ...settings('JWT_EXPIRES_IN', 'REDIS_URL'),
        ...rules('CookieNotSecure', 'LongTokenLifetime', 'EndlessToken'),
      ],
    },
  ]),
  ...section('hardening', 'Cookie settings', [
    {
      lines: [36, 39],
      measure: 'Session cookies travel over HTTPS alone',
      answers: [...settings('WEBUI_SESSION_COOKIE_SECURE'), ...rules('CookieNotSecure')],
    },
    {
      lines: [37, 40],
      measure: 'Session cookies do not travel with requests of other sites',
      answers: [
        ...settings('WEBUI_SESSION_COOKIE_SAME_SITE'),
        ...rules('StrictSessionCookieWithOidc', 'CookieSentToOthers'),
      ],
      note:
        'strict breaks sign-in by OIDC, whose state comes back from another site in this cookie: it is lax, and strict ' +
        'is a problem together with OIDC.',
    },
    {
      lines: [41],
      measure: 'Sign-in cookies have flags of their own',
      answers: [
        ...settings('WEBUI_AUTH_COOKIE_SECURE', 'WEBUI_AUTH_COOKIE_SAME_SITE', 'ENABLE_OAUTH_ID_TOKEN_COOKIE'),
        ...rules('CookieNotSecure', 'CookieSentToOthers', 'IdTokenCookie'),
      ],
    },
  ]),
  ...section('hardening', 'Token expiry', [
    {
      lines: [44],
      measure: 'A sign-in lasts for hours, not for four weeks or for ever',
      figures: ['4w', '4 weeks', '24h', '-1'],
      answers: [...settings('JWT_EXPIRES_IN'), ...rules('LongTokenLifetime', 'EndlessToken')],
      note: '0 means for ever as well, and a token without an end cannot be revoked when its owner signs out.',
    },
  ]),
  ...section('hardening', 'Token revocation', [
    {
      lines: [46],
      measure: 'Signing out ends a token at once on every replica',
      answers: [
        ...settings('REDIS_URL', 'REDIS_KEY_PREFIX'),
        ...demands('flow:app-cache', 'secret:redisPassword'),
        aws('ElastiCache::ParameterGroup', 'evicts no revocation', 'Properties > maxmemory-policy', 'noeviction'),
        aws('ElastiCache::ReplicationGroup', 'stands in two zones', 'MultiAZEnabled', true),
        refusal(
          'while Redis does not answer, the release takes a signed-out token for a valid one',
          'tokens that last for hours; on Kubernetes, a Redis that survives the loss of a node',
        ),
      ],
    },
  ]),
  ...section('hardening', 'CORS', [
    {
      lines: [48, 49, 51],
      measure: 'Scripts of other sites cannot use the deployment',
      answers: [
        ...settings('CORS_ALLOW_ORIGIN'),
        ...rules('CorsWildcard', 'CorsWildcardBesideOthers', 'CorsWithoutOwnOrigin'),
      ],
    },
    {
      lines: [52],
      measure: 'Further origins are listed one by one',
      answers: [...settings('CORS_ALLOW_ORIGIN'), ...rules('CorsWithoutOwnOrigin')],
      note: 'Without the deployment’s own origin in the list, its websockets are refused.',
    },
    {
      lines: [53],
      measure: 'A desktop client’s own scheme is admitted by name',
      answers: [...settings('CORS_ALLOW_CUSTOM_SCHEME'), ...rules('CorsUnknownScheme')],
    },
  ]),
  ...section('hardening', 'Security Headers', [
    {
      lines: [54],
      measure: 'Security headers are set, each by a variable of its own',
      answers: [
        ...rules('HeaderMissing', 'HeaderBreaksPage'),
        upstream('utils/asgi_middleware.py', 'set_security_headers', 'sends what the variables say'),
      ],
      note:
        'The class that the guide names is gone; its work is done elsewhere. An unhandled 500 leaves without headers, ' +
        'so the entries set them as well, as far as they can.',
    },
    {
      lines: [56, 57],
      measure: 'Browsers use HTTPS alone for a year, subdomains included',
      figures: ['31536000'],
      answers: [
        ...settings('HSTS'),
        ...rules('HeaderMissing', 'WeakHsts'),
        ...demands('header:Strict-Transport-Security'),
      ],
      note: 'No entry here serves anything but a redirect without TLS, so the header never promises too much.',
    },
    {
      lines: [58, 59],
      measure: 'Other sites cannot show the page in a frame',
      answers: [
        ...settings('XFRAME_OPTIONS'),
        ...rules('HeaderMissing', 'HeaderBreaksPage'),
        ...demands('header:X-Frame-Options'),
      ],
      note: 'DENY also breaks files shown inside a chat, which are frames of the page’s own; SAMEORIGIN keeps others out.',
    },
    {
      lines: [60, 61],
      measure: 'Browsers do not guess content types',
      answers: [...settings('XCONTENT_TYPE'), ...rules('HeaderMissing'), ...demands('header:X-Content-Type-Options')],
    },
    {
      lines: [62, 63],
      measure: 'Other sites learn the origin alone, never the page',
      answers: [
        ...settings('REFERRER_POLICY'),
        ...rules('HeaderMissing', 'HeaderLoosened'),
        demandOf('kubernetes', 'header:Referrer-Policy'),
        notByLoadBalancer,
      ],
    },
    {
      lines: [64, 65],
      measure: 'Features of the browser that the page does not use are off',
      answers: [
        ...settings('PERMISSIONS_POLICY'),
        ...rules('HeaderMissing', 'HeaderBreaksFeature'),
        demandOf('kubernetes', 'header:Permissions-Policy'),
        notByLoadBalancer,
      ],
      note: 'Voice and calls need microphone and camera, so these are open to the page itself.',
    },
    {
      lines: [66, 67],
      measure: 'The page loads scripts, styles and data from itself alone',
      answers: [
        ...settings('CONTENT_SECURITY_POLICY', 'CONTENT_SECURITY_POLICY_REPORT_ONLY'),
        ...rules('HeaderMissing', 'HeaderBreaksPage', 'OpenContentSecurityPolicy'),
        ...demands('header:Content-Security-Policy'),
        planned('proof by running', 'the page in a browser under the default policy, without a violation'),
      ],
      note:
        'The guide’s policy breaks the page, which holds inline scripts without a nonce. The default admits these and ' +
        'still keeps foreign scripts, objects and frames out; a stricter one can be tried in report-only.',
    },
  ]),
  ...section('hardening', 'HTTPS and TLS', [
    {
      lines: [69],
      measure: 'TLS ends before the application',
      answers: [
        ...demands('entry:minimumTls', 'flow:edge-app'),
        aws('ElasticLoadBalancingV2::Listener', 'takes HTTPS alone', 'Protocol', 'HTTPS'),
        kubernetes(
          'ListenerSet',
          'ends TLS with the tenant’s certificate',
          'spec > listeners > tls > mode',
          'Terminate',
        ),
      ],
    },
    {
      lines: [71, 72],
      measure: 'With HTTPS come Secure cookies and HSTS',
      figures: ['31536000'],
      answers: [
        ...settings('WEBUI_SESSION_COOKIE_SECURE', 'HSTS'),
        ...rules('CookieNotSecure', 'WeakHsts', 'HeaderMissing'),
      ],
    },
  ]),
  ...section('hardening', 'Trusted proxy IPs', [
    {
      lines: [74],
      measure: 'Addresses of clients are taken from the entry alone',
      figures: ['192.168.1.100'],
      answers: [
        ...settings('FORWARDED_ALLOW_IPS'),
        ...demands('flow:edge-app'),
        aws('ElasticLoadBalancingV2::LoadBalancer', 'adds the address that it sees itself', 'LoadBalancerAttributes', {
          Key: 'routing.http.xff_header_processing.mode',
          Value: 'append',
        }),
        kubernetes('ClientTrafficPolicy', 'says which hops are trusted; the fleet file must choose'),
      ],
      note: 'Trusting every sender would make the first entry of X-Forwarded-For, which a client writes, the address in the logs.',
    },
  ]),
];
