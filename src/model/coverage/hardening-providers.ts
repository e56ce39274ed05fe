import { demands, kubernetes, refusal, rules, section, settings, upstream } from './measure';
import type { Measure } from './measure';

/** Identity providers, trusted headers and directories. */
export const providers: readonly Measure[] = [
  ...section('hardening', 'OAuth and SSO', [
    {
      lines: [75],
      measure: 'People sign in at an identity provider that the organization runs',
      answers: [
        ...settings('ENABLE_OAUTH_SIGNUP', 'OPENID_PROVIDER_URL', 'OAUTH_CLIENT_ID', 'OAUTH_CODE_CHALLENGE_METHOD'),
        ...rules('OAuthWithoutProvider', 'EveryMicrosoftTenant', 'ReservedAuthorizeParam'),
        ...demands('flow:app-identityProvider', 'secret:oidcClientSecret', 'limit:oauth'),
      ],
    },
  ]),
  ...section('hardening', 'Domain and group restrictions', [
    {
      lines: [77, 78],
      measure: 'Only e-mail addresses of named domains may sign in',
      answers: [...settings('OAUTH_ALLOWED_DOMAINS'), ...rules('AllowedDomainsDiffer', 'EmailFallback')],
    },
    {
      lines: [79, 80],
      measure: 'Groups of the identity provider are kept out',
      answers: [
        ...settings('OAUTH_BLOCKED_GROUPS'),
        ...rules('BlockedGroupsDoNotDeny'),
        refusal(
          'a blocked group is only left out when groups are copied; its members sign in all the same',
          'OAUTH_ALLOWED_ROLES, or no assignment at the identity provider',
        ),
      ],
      note: 'The guide takes the list for a ban. It is none.',
    },
  ]),
  ...section('hardening', 'Role mapping', [
    {
      lines: [82, 83, 84, 85],
      measure: 'The identity provider says who is user and who is administrator',
      answers: [
        ...settings('ENABLE_OAUTH_ROLE_MANAGEMENT', 'OAUTH_ROLES_CLAIM', 'OAUTH_ADMIN_ROLES', 'OAUTH_ALLOWED_ROLES'),
        ...rules('RolesClaimMissing'),
      ],
      note: 'Somebody whose token carries no roles at all is not refused but gets DEFAULT_USER_ROLE.',
    },
  ]),
  ...section('hardening', 'Account merging', [
    {
      lines: [86],
      measure: 'A sign-in elsewhere does not take over a local account of the same e-mail address',
      answers: [...settings('OAUTH_MERGE_ACCOUNTS_BY_EMAIL'), ...rules('MergeByEmail')],
      note: 'The release does not look whether the provider has verified the address.',
    },
  ]),
  ...section('hardening', 'Session limits', [
    {
      lines: [88, 89],
      measure: 'A user has at most a few sessions at each provider, 10 unless told otherwise, better 5',
      figures: ['10', '5'],
      answers: [...settings('OAUTH_MAX_SESSIONS_PER_USER', 'JWT_EXPIRES_IN')],
      note: 'Only what is stored of the provider’s sessions is counted; tokens given out earlier stay valid until they end.',
    },
    {
      lines: [90, 91],
      measure: 'Ending a session at the provider ends it here',
      answers: [
        ...settings('ENABLE_OAUTH_BACKCHANNEL_LOGOUT', 'REDIS_URL'),
        ...rules('TokenOutlivesLogout'),
        ...demands('flow:app-cache'),
        upstream('utils/oauth.py', 'handle_backchannel_logout', 'finds the user by `sub`; `sid` is not supported'),
      ],
    },
  ]),
  ...section('hardening', 'Trusted Header Authentication', [
    {
      lines: [93, 94],
      measure: 'A proxy that signs people in passes on who they are',
      answers: [
        ...settings('WEBUI_AUTH_TRUSTED_EMAIL_HEADER', 'WEBUI_AUTH_TRUSTED_NAME_HEADER'),
        ...rules('TrustedHeadersNotIsolated', 'TrustedHeadersWithoutPasswordLogin'),
      ],
      note: 'The application does not ask who sent the header, and passwords must stay on for it to work.',
    },
    {
      lines: [94],
      measure: 'A header that a client sends itself never counts',
      answers: [
        ...demands('identityHeader', 'flow:edge-app'),
        ...rules('TrustedHeadersNotIsolated'),
        kubernetes(
          'NetworkPolicy',
          'lets the pods of the gateway alone reach the application',
          'spec > ingress > ports > port',
          8080,
        ),
      ],
    },
  ]),
  ...section('hardening', 'LDAP', [
    {
      lines: [97, 98],
      measure: 'Passwords for the directory travel encrypted',
      answers: [
        ...settings('ENABLE_LDAP', 'LDAP_USE_TLS', 'LDAP_SERVER_PORT'),
        ...rules('LdapWithoutTls', 'LdapNeedsPasswordLogin'),
        ...demands('flow:app-directory', 'secret:ldapBindPassword'),
      ],
      note: 'TLS is the release’s default. It means LDAPS, on port 636, and not StartTLS.',
    },
    {
      lines: [99, 100],
      measure: 'The directory’s certificate is verified, against a CA of the organization’s own where it has one',
      answers: [...settings('LDAP_VALIDATE_CERT', 'LDAP_CA_CERT_FILE'), ...rules('LdapUnverified')],
      note: 'Verifying is the release’s default as well.',
    },
    {
      lines: [100],
      measure: 'Cipher suites towards the directory can be narrowed',
      answers: [...settings('LDAP_CIPHERS'), ...rules('LdapWeakCiphers')],
    },
  ]),
];
