import { aws, demands, kubernetes, planned, refusal, rules, section, settings, upstream } from './measure';
import type { Measure } from './measure';
import { database, group, webFirewall } from './shared';

/** The OWASP Top 10. */
export const owasp: readonly Measure[] = [
  ...section('configuration', 'OWASP Vulnerability Protection', [
    {
      lines: [312],
      measure: 'Several layers stand against the OWASP Top 10 of 2021',
      figures: ['10', '2021'],
      answers: [...rules('HeaderMissing', 'PersistentConfigOn'), ...demands('limit:everything', 'flow:edge-app')],
      note:
        'The document leaves out A08 and A09: images are taken by digest, and logs have a section of their own. Rules ' +
        'say in docs/rules.md which item they belong to.',
    },
    {
      lines: [315],
      measure: 'A01 Broken access control',
      figures: ['A01:2021'],
      answers: [
        ...settings('BYPASS_MODEL_ACCESS_CONTROL', 'BYPASS_ADMIN_ACCESS_CONTROL', 'DEFAULT_USER_ROLE'),
        ...rules('ModelAccessBypass', 'AdminBypass', 'AdminPathsOpen', 'OpenSignUp', 'OpenSharing'),
        ...demands('entry:adminCidrs'),
        upstream('utils/access_control/__init__.py', 'has_permission', 'asks for the right on every request'),
      ],
    },
    {
      lines: [316],
      measure: 'A02 Cryptographic failures',
      figures: ['A02:2021'],
      answers: [
        ...settings('PASSWORD_HASH_ALGORITHM', 'WEBUI_SECRET_KEY', 'PGSSLMODE'),
        ...rules(
          'WeakHsts',
          'CookieNotSecure',
          'LdapWithoutTls',
          'OutboundTlsUnverified',
          'VectorStoreUnverified',
          'SentinelWithoutTls',
        ),
        ...demands('entry:minimumTls'),
        ...database('is encrypted', 'StorageEncrypted', true),
        aws('ElastiCache::ReplicationGroup', 'is encrypted', 'AtRestEncryptionEnabled', true),
      ],
    },
    {
      lines: [317],
      measure: 'A03 Injection',
      figures: ['A03:2021'],
      answers: [
        group('SQLiRuleSet', 'refuses SQL in path, query and cookies, and in bodies of the sign-in'),
        group('CommonRuleSet', 'refuses scripts in the same places'),
        ...settings('CONTENT_SECURITY_POLICY'),
        webFirewall,
        refusal(
          'how the release builds queries and reads input is its own code, which runs unchanged',
          'keep to the release that was checked, by digest, and follow its security advisories',
        ),
      ],
    },
    {
      lines: [318],
      measure: 'A04 Insecure design',
      figures: ['A04:2021'],
      answers: [
        ...rules('PublicExposure', 'HeaderMissing', 'LocalVectorStore', 'LocalStorage', 'RollingRollout'),
        ...demands('limit:signIn', 'limit:everything'),
      ],
    },
    {
      lines: [319],
      measure: 'A05 Security misconfiguration',
      figures: ['A05:2021'],
      answers: [
        ...settings('ENABLE_PERSISTENT_CONFIG'),
        ...rules('PersistentConfigOn', 'ConfigurationRoutesOpen', 'CorsWildcard', 'HeaderMissing', 'AuthenticationOff'),
        ...demands('configurationRoute'),
        planned('owui audit', 'whether a running deployment is as it was promised'),
      ],
      note:
        'The release starts with most unsafe values, with a warning at best. Every value is checked here before it is ' +
        'written, and the variables, not the database, decide.',
    },
    {
      lines: [320],
      measure: 'A06 Vulnerable and outdated components',
      figures: ['A06:2021'],
      answers: [
        ...rules('ImageNotPinned', 'UncheckedRelease', 'PipAtStart'),
        refusal(
          'the package does not scan images, and the release does not watch its own parts',
          'a scanner at the registry; the image carries a list of what it is made of',
        ),
        planned('owui diff', 'what a new release changes'),
      ],
      note: 'With the version check off, nobody is told of a new release; follow the project’s releases instead.',
    },
    {
      lines: [321],
      measure: 'A07 Authentication failures: passwords',
      figures: ['A07:2021'],
      answers: [
        ...settings('ENABLE_PASSWORD_VALIDATION', 'PASSWORD_HASH_ALGORITHM'),
        ...rules('NoPasswordRules', 'NoAdministrator'),
        ...demands('limit:signIn'),
      ],
    },
    {
      lines: [321],
      measure: 'A07 Authentication failures: a second factor (MFA)',
      figures: ['A07:2021'],
      answers: [
        ...settings('ENABLE_PERSISTENT_CONFIG', 'ENABLE_PASSWORD_AUTH'),
        ...rules('PersistentConfigOn'),
        refusal(
          'the release has a second factor since 0.12, but refuses to start with it while ENABLE_PERSISTENT_CONFIG is false',
          'an identity provider that asks for one, with passwords off',
        ),
      ],
    },
    {
      lines: [321],
      measure: 'A07 Authentication failures: account lockout',
      figures: ['A07:2021'],
      answers: [
        ...demands('limit:signIn'),
        upstream(
          'routers/auths.py',
          'signin_rate_limiter',
          'refuses an e-mail address that was tried more than 15 times in 3 minutes',
        ),
        refusal(
          'no account is locked for longer than the window of the limit',
          'the identity provider’s lockout; an administrator can make a user pending',
        ),
      ],
    },
    {
      lines: [322],
      measure: 'A10 Server-side request forgery',
      figures: ['A10:2021'],
      answers: [
        ...settings('ENABLE_LOCAL_WEB_FETCH', 'WEB_FETCH_FILTER_LIST', 'AIOHTTP_CLIENT_ALLOW_REDIRECTS'),
        ...rules('EgressOpen', 'MetadataAddressReachable', 'LocalFetchOpen', 'RedirectsFollowed', 'UserWebhooks'),
        upstream('retrieval/web/utils.py', '_assert_addresses_allowed', 'refuses private and metadata addresses'),
        kubernetes(
          'NetworkPolicy',
          'keeps the internet’s rule off metadata and private addresses',
          'spec > egress > to > ipBlock > except',
          '169.254.0.0/16',
        ),
        ...demands('flow:app-models'),
        planned('AWS target', 'a list of the names that may be resolved, and egress without the internet'),
      ],
    },
  ]),
];
