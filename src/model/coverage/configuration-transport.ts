import { aws, demandOf, demands, kubernetes, planned, refusal, rules, section, settings, upstream } from './measure';
import type { Measure } from './measure';
import { databaseTls } from './shared';

/** HTTPS, cookies and headers in the security document. */
export const transport: readonly Measure[] = [
  ...section('configuration', 'Introduction', [
    {
      lines: [34],
      measure: 'A deployment can show which measures it has',
      answers: [
        ...rules('WaiverExpired'),
        planned('owui report', 'one page for a reviewer: every measure, finding and waiver of a deployment'),
      ],
    },
  ]),
  ...section('configuration', 'HTTPS Enforcement', [
    {
      lines: [37],
      measure: 'Browsers are told to use HTTPS alone, for a year',
      figures: ['31536000'],
      answers: [
        ...settings('HSTS'),
        ...rules('HeaderMissing', 'WeakHsts'),
        ...demands('header:Strict-Transport-Security'),
      ],
      note: 'Nothing is sent unless the variable is set; the default that the document names only replaces a malformed value.',
    },
    {
      lines: [39],
      measure: 'HTTPS is enforced before the application as well as by it',
      answers: [...demands('entry:minimumTls', 'flow:clients-edge'), ...rules('WeakHsts')],
    },
    {
      lines: [42],
      measure: 'TLS with strong cipher suites',
      answers: [
        aws(
          'ElasticLoadBalancingV2::Listener',
          'admits suites with forward secrecy and authenticated encryption alone',
          'SslPolicy',
          'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
        ),
        kubernetes(
          'ClientTrafficPolicy',
          'admits suites with forward secrecy and authenticated encryption alone',
          'spec > tls > ciphers',
          'ECDHE-ECDSA-AES128-GCM-SHA256',
        ),
      ],
    },
    {
      lines: [43],
      measure: 'HTTP leads to HTTPS',
      answers: [
        kubernetes(
          'HTTPRoute',
          'redirects what comes to port 80',
          'spec > rules > filters > requestRedirect > scheme',
          'https',
        ),
        aws('ElasticLoadBalancingV2::Listener', 'is the only one, so that nothing answers on port 80', 'Port', 443),
        planned('AWS target', 'a redirect for those who ask for one'),
      ],
    },
    {
      lines: [44],
      measure: 'Certificates are managed and renewed without people',
      answers: [
        aws('ElasticLoadBalancingV2::Listener', 'takes a certificate of ACM, which renews those that it issued'),
        kubernetes(
          'ListenerSet',
          'takes the certificate from a Secret, which whoever fills it renews',
          'spec > listeners > tls > certificateRefs > kind',
          'Secret',
        ),
        planned('AWS target', 'the certificate itself, where a hosted zone is given'),
        planned('Kubernetes target', 'certificates by cert-manager'),
        planned('owui audit', 'how long the certificate of a running deployment is still valid'),
      ],
    },
    {
      lines: [45],
      measure: 'TLS 1.2 or later, inside too',
      figures: ['TLS 1.2'],
      answers: [
        ...demands('entry:minimumTls'),
        ...settings('PGSSLMODE', 'REDIS_URL'),
        ...databaseTls,
        aws('ElastiCache::ReplicationGroup', 'takes TLS alone', 'TransitEncryptionMode', 'required'),
        aws('S3::BucketPolicy', 'refuses requests without TLS', 'PolicyDocument > Statement > Condition > Bool', {
          'aws:SecureTransport': 'false',
        }),
        refusal(
          'from the entry to the application it is plain HTTP, inside the deployment’s own network',
          'only the entry can reach that port; on Kubernetes, a mesh encrypts between pods where that must be',
        ),
      ],
    },
    {
      lines: [47],
      measure: 'Nobody can talk a browser back to HTTP',
      answers: [...settings('HSTS'), ...demands('header:Strict-Transport-Security')],
    },
  ]),
  ...section('configuration', 'Secure Cookie Settings', [
    {
      lines: [54],
      measure: 'Session and sign-in cookies have flags of their own',
      answers: [...settings('WEBUI_SESSION_COOKIE_SAME_SITE', 'WEBUI_AUTH_COOKIE_SAME_SITE')],
    },
    {
      lines: [56, 61],
      measure: 'Session cookies travel over HTTPS alone',
      answers: [...settings('WEBUI_SESSION_COOKIE_SECURE'), ...rules('CookieNotSecure')],
    },
    {
      lines: [58, 62],
      measure: 'Sign-in cookies travel over HTTPS alone, and with requests of the page’s own site',
      answers: [
        ...settings('WEBUI_AUTH_COOKIE_SECURE', 'WEBUI_AUTH_COOKIE_SAME_SITE', 'WEBUI_SESSION_COOKIE_SAME_SITE'),
        ...rules('CookieNotSecure'),
      ],
    },
    {
      lines: [63],
      measure: 'SameSite is strict where the flow allows it',
      answers: [
        ...settings('WEBUI_AUTH_COOKIE_SAME_SITE', 'WEBUI_SESSION_COOKIE_SAME_SITE'),
        ...rules('StrictSessionCookieWithOidc', 'CookieSentToOthers'),
      ],
      note: 'The flow of OIDC does not allow it for the session cookie; sign-in cookies are strict.',
    },
    {
      lines: [64],
      measure: 'Cookies belong to one host and path',
      answers: [
        upstream('routers/auths.py', "key='token'", 'sets no domain, so that the cookie belongs to the host alone'),
        refusal(
          'the release has no variable for a cookie’s domain or path, which is /',
          'a host name of the deployment’s own, with nothing else on it; two tenants never share one',
        ),
      ],
    },
    {
      lines: [66],
      measure: 'Requests of other sites cannot act for a user',
      answers: [
        ...settings('WEBUI_AUTH_COOKIE_SAME_SITE', 'CORS_ALLOW_ORIGIN'),
        ...rules('CookieNotSecure', 'CorsWildcard'),
      ],
    },
  ]),
  ...section('configuration', 'HTTP Security Headers', [
    {
      lines: [86],
      measure: 'Security headers go with every answer',
      answers: [
        ...settings('XDOWNLOAD_OPTIONS', 'XPERMITTED_CROSS_DOMAIN_POLICIES', 'CROSS_ORIGIN_OPENER_POLICY'),
        ...rules('HeaderMissing'),
        upstream('utils/asgi_middleware.py', 'set_security_headers', 'sends what the variables say'),
      ],
      note: 'An unhandled 500 leaves without them, so the entries set them as well, as far as they can.',
    },
    {
      lines: [89],
      measure: 'What browsers and proxies may keep is said',
      answers: [
        ...settings('CACHE_CONTROL'),
        refusal(
          'the variable hits every answer, the page’s own scripts too, which would then be loaded anew each time',
          'it is left unset: nothing between browser and entry can read what HTTPS carries; who shares a computer signs out, or sets `headers.cacheControl`',
        ),
      ],
    },
    {
      lines: [90],
      measure: 'HTTPS is enforced by the browser',
      answers: [...settings('HSTS'), ...rules('HeaderMissing'), ...demands('header:Strict-Transport-Security')],
    },
    {
      lines: [91],
      measure: 'Features of the browser are closed',
      answers: [
        ...settings('PERMISSIONS_POLICY'),
        ...rules('HeaderMissing', 'HeaderBreaksFeature'),
        demandOf('kubernetes', 'header:Permissions-Policy'),
      ],
      note: 'A value with a space in it loses the whole policy: the release then sends the word none.',
    },
    {
      lines: [92],
      measure: 'Other sites learn little of where a user comes from',
      answers: [
        ...settings('REFERRER_POLICY'),
        ...rules('HeaderMissing'),
        demandOf('kubernetes', 'header:Referrer-Policy'),
      ],
    },
    {
      lines: [93],
      measure: 'Browsers do not guess content types',
      names: ['X-CONTENT-TYPE-OPTIONS'],
      answers: [...settings('XCONTENT_TYPE'), ...rules('HeaderMissing'), ...demands('header:X-Content-Type-Options')],
      note: 'The document spells this variable and the next two as headers; their names are XCONTENT_TYPE and the like.',
    },
    {
      lines: [94, 97],
      measure: 'Other sites cannot show the page in a frame',
      names: ['X-FRAME-OPTIONS'],
      answers: [
        ...settings('XFRAME_OPTIONS'),
        ...rules('HeaderMissing', 'HeaderBreaksPage'),
        ...demands('header:X-Frame-Options'),
      ],
      note:
        'There is no header without the variable. DENY, which replaces a malformed value, breaks files inside chats; ' +
        'SAMEORIGIN is set.',
    },
    {
      lines: [95, 99],
      measure: 'Scripts and data come from sources that are listed',
      names: ['CONTENT-SECURITY-POLICY'],
      answers: [
        ...settings('CONTENT_SECURITY_POLICY'),
        ...rules('HeaderMissing', 'HeaderBreaksPage', 'OpenContentSecurityPolicy'),
        ...demands('header:Content-Security-Policy'),
      ],
      note: 'The strictest policy breaks the page; the default is the strictest under which it works.',
    },
  ]),
];
