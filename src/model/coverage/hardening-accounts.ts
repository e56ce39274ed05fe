import { aws, demandOf, demands, kubernetes, planned, refusal, rules, section, settings, upstream } from './measure';
import type { Measure } from './measure';
import { runbooks } from './shared';

/** Keys, accounts and the way in: the first sections of the hardening guide. */
export const accounts: readonly Measure[] = [
  ...section('hardening', 'Hardening Open WebUI', [
    {
      lines: [2, 4],
      measure: 'Only people who were let in on purpose reach the deployment, from networks that are trusted',
      answers: [...rules('PublicExposure'), ...demands('flow:clients-edge', 'entry:allowedCidrs')],
    },
    {
      lines: [3, 6],
      measure: 'What remains to be decided for a deployment is known to its owner',
      answers: [
        ...rules('WaiverExpired', 'WaiverUnused', 'UnknownRule'),
        refusal(
          'no list of settings knows the threats of one deployment',
          '`owui check` names every hardening that was loosened, with its severity, `owui explain` says why it matters, ' +
            'and a waiver carries a reason and a last day',
        ),
      ],
      note: 'The summary that the guide announces at its end is not in the document; severities take its place.',
    },
    {
      lines: [4],
      measure: 'A deployment in public stands behind a VPN, a zero-trust proxy or a proxy with sign-in and allow-list',
      answers: [
        ...rules('PublicExposure'),
        ...demands('entry:allowedCidrs'),
        planned('AWS target', 'sign-in at the load balancer by OIDC, and mutual TLS'),
        planned(
          'Kubernetes target',
          'an entry of the operator’s own: any tunnel or zero-trust proxy, from named peers',
        ),
      ],
    },
    {
      lines: [5],
      measure: 'Brute force on the sign-in is slowed down before the application',
      answers: [
        ...demands('limit:signIn'),
        demandOf('aws', 'signal:signInRefused'),
        upstream('routers/auths.py', 'signin_rate_limiter', '15 sign-ins in 3 minutes for each e-mail address'),
      ],
      note: 'The limit of the application counts by e-mail address, so one client could try every user; ours counts by address.',
    },
    {
      lines: [5],
      measure: 'fail2ban: an address that fails again and again is banned for a time',
      answers: [
        ...demands('limit:signIn'),
        refusal(
          'no container may change a firewall, and nothing in the targets reads logs to write block-lists',
          'over the limit an address gets 429 until its rate falls; to keep it out for longer, narrow `exposure.cidrs`, or run ' +
            'such a tool at a proxy or network before the entry',
        ),
        planned('AWS target', 'block-lists in the web ACL'),
      ],
    },
    {
      lines: [5],
      measure: 'Connection throttling: one client cannot hold all connections',
      answers: [
        ...demands('limit:everything', 'entry:streamTimeout'),
        kubernetes(
          'ClientTrafficPolicy',
          'closes a connection whose headers take longer than 10 seconds',
          'spec > timeout > http > requestHeadersReceivedTimeout',
          '10s',
        ),
        refusal(
          'neither entry counts open connections by client address: a load balancer cannot, and Envoy Gateway counts by listener',
          'requests are counted by address; limit connections at a proxy or network before the entry',
        ),
      ],
    },
    {
      lines: [5],
      measure: 'DDoS: floods are absorbed before the application',
      answers: [
        ...demands('limit:everything'),
        planned('AWS target', 'the rule group against floods, or Shield Advanced, and CloudFront in front'),
        refusal(
          'what runs in a cluster or a VPC cannot absorb a flood that fills the line to it',
          'the protection of the network or cloud provider before the entry; on AWS, Shield Standard covers every ' +
            'load balancer without being asked',
        ),
      ],
    },
  ]),
  ...section('hardening', 'Secret Key', [
    {
      lines: [8],
      measure: 'A key signs sign-in tokens, and keys of their own encrypt what OAuth stores',
      answers: [
        ...settings('WEBUI_SECRET_KEY', 'OAUTH_CLIENT_INFO_ENCRYPTION_KEY', 'OAUTH_SESSION_TOKEN_ENCRYPTION_KEY'),
        ...rules('LiteralSecret'),
        ...demands('secret:signingKey', 'secret:oauthClientInfoKey', 'secret:oauthSessionTokenKey'),
      ],
    },
    {
      lines: [10],
      measure: 'The key is there before the application starts',
      answers: [...demands('secret:signingKey'), ...rules('LiteralSecret')],
      note:
        'The key that the start script makes lies in the folder of the program, not in the data directory, and every ' +
        'replica would make its own. Here each target makes it once and gives it to all.',
    },
    {
      lines: [12],
      measure: 'All replicas share one random key of at least 32 bytes',
      figures: ['32'],
      answers: [
        ...settings('WEBUI_SECRET_KEY'),
        aws('SecretsManager::Secret', 'makes the key once', 'GenerateSecretString > PasswordLength', 64),
        kubernetes('Password', 'makes the key once', 'spec > length', 64),
        kubernetes('PushSecret', 'never replaces a key that the store has', 'spec > updatePolicy', 'IfNotExists'),
      ],
      note: 'A key of 44 characters that is not base64 of 32 bytes stops the application; ours has 64 letters and digits.',
    },
    {
      lines: [13],
      measure: 'Changing the key signs everybody out',
      answers: [
        ...demands('secret:signingKey'),
        ...rules('UnknownRotationRole'),
        ...settings('WEBUI_SECRET_KEY', 'ENABLE_VALVE_ENCRYPTION'),
        ...runbooks,
      ],
      note: '`owui check` says how often each secret is to change. Changing this one also makes encrypted valves unreadable. What OAuth stores stays readable, because it has keys of its own.',
    },
  ]),
  ...section('hardening', 'Authentication and Signup', [
    {
      lines: [14],
      measure: 'Nobody comes in without signing in, and nobody becomes administrator by being first',
      answers: [...settings('WEBUI_AUTH'), ...rules('AuthenticationOff', 'NoAdministrator', 'OpenSignUp')],
    },
  ]),
  ...section('hardening', 'Registration', [
    {
      lines: [17, 18],
      measure: 'Sign-up is closed',
      answers: [
        ...settings('ENABLE_SIGNUP', 'ENABLE_INITIAL_ADMIN_SIGNUP'),
        ...rules('OpenSignUp', 'NoAdministrator', 'InitialAdminSignUp'),
      ],
      note:
        'Sign-up closes by itself after the first user. And closing it does not keep the first visitor of an empty ' +
        'database from becoming administrator: the administrator is therefore made before anybody can visit.',
    },
    {
      lines: [18, 19, 20],
      measure: 'A new user waits for approval',
      answers: [...settings('DEFAULT_USER_ROLE'), ...rules('DefaultRoleAdmin')],
      note: 'That is the default. `auth.defaultRole: user` is a free choice where an identity provider or a directory already decides who belongs here.',
    },
  ]),
  ...section('hardening', 'Password validation', [
    {
      lines: [22, 23, 24],
      measure: 'Passwords have at least 8 characters of four kinds, and people are told so',
      figures: ['8 characters'],
      answers: [
        ...settings('ENABLE_PASSWORD_VALIDATION', 'PASSWORD_VALIDATION_REGEX_PATTERN', 'PASSWORD_VALIDATION_HINT'),
        ...rules('NoPasswordRules', 'WeakPasswordPattern'),
      ],
      note: 'The password of the first administrator is not held against the pattern; ours is generated with 32 characters.',
    },
    {
      lines: [24],
      measure: 'Passwords are stored as hashes, and none is longer than the 72 bytes that bcrypt reads',
      figures: ['72 bytes'],
      answers: [
        ...settings('PASSWORD_HASH_ALGORITHM'),
        ...demands('secret:adminPassword'),
        upstream('utils/auth.py', 'PASSWORD_BCRYPT_MAX_BYTES', 'refuses a longer new password'),
      ],
      note:
        'Argon2 can be chosen too. With a longer password of the first administrator there is no administrator, and ' +
        'only the log says so; ours has 32 characters.',
    },
  ]),
  ...section('hardening', 'Admin account from environment variables', [
    {
      lines: [27, 28, 29],
      measure: 'The first administrator is made at the start, while there is no user',
      answers: [
        ...settings('WEBUI_ADMIN_EMAIL', 'WEBUI_ADMIN_PASSWORD', 'WEBUI_ADMIN_NAME', 'ENABLE_SIGNUP'),
        ...rules('NoAdministrator', 'LiteralSecret'),
        ...demands('secret:adminPassword'),
      ],
      note:
        'Sign-up is closed by it in one process only while configuration is not kept in the database; ENABLE_SIGNUP ' +
        'closes it in all.',
    },
  ]),
  ...section('hardening', 'SSO-only environments', [
    {
      lines: [32],
      measure: 'Where everybody signs in elsewhere, the form for passwords is hidden',
      answers: [...settings('ENABLE_LOGIN_FORM'), ...rules('NobodyCanSignIn', 'AdministratorCannotSignIn')],
      note: 'Hiding the form closes sign-up too, but not the route behind the form; the next measure does.',
    },
    {
      lines: [33],
      measure: 'And passwords are refused by the application itself',
      answers: [
        ...settings('ENABLE_PASSWORD_AUTH'),
        ...rules('NobodyCanSignIn', 'PasswordLoginOffWithSignUp', 'LdapNeedsPasswordLogin'),
      ],
      note: 'It does not close sign-up. It closes LDAP and trusted headers too, so these need it on.',
    },
  ]),
];
