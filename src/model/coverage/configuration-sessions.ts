import { aws, demands, planned, refusal, rules, section, settings, upstream } from './measure';
import type { Measure } from './measure';
import { runbooks, siem } from './shared';

/** Tokens and sessions in the security document. */
export const sessions: readonly Measure[] = [
  ...section('configuration', 'Authentication Token Security', [
    {
      lines: [227],
      measure: 'Tokens are signed with a strong key that nobody else has',
      answers: [...settings('WEBUI_SECRET_KEY'), ...rules('LiteralSecret'), ...demands('secret:signingKey')],
    },
    {
      lines: [230],
      measure: 'A token ends after a time that is chosen, four weeks unless told otherwise',
      figures: ['4w', '4 weeks'],
      answers: [...settings('JWT_EXPIRES_IN'), ...rules('LongTokenLifetime')],
    },
    {
      lines: [231, 237],
      measure: 'A token can be ended before its time, on every replica',
      answers: [
        ...settings('REDIS_URL'),
        ...demands('flow:app-cache'),
        upstream('utils/auth.py', 'auth:token:', 'keeps ended tokens in Redis until they would have ended'),
        upstream('utils/auth.py', 'session_stamp', 'ends all tokens of a user through the database'),
        aws('ElastiCache::ParameterGroup', 'evicts no revocation', 'Properties > maxmemory-policy', 'noeviction'),
      ],
      note: 'The database is asked on each request too; while Redis is away, a token that was signed out is taken again.',
    },
    {
      lines: [232],
      measure: 'Each token has a name of its own',
      answers: [upstream('utils/auth.py', "'jti': jti", 'gives each token a random identifier')],
    },
    {
      lines: [233],
      measure: 'Scripts cannot read the token',
      answers: [
        ...settings('WEBUI_AUTH_COOKIE_SECURE', 'CONTENT_SECURITY_POLICY'),
        ...rules('CookieNotSecure', 'HeaderMissing'),
        refusal(
          'after sign-in by OAuth the cookie is readable by scripts, and the page keeps the token in the browser’s storage',
          'a content security policy without foreign scripts, and tokens that last for hours',
        ),
      ],
      note: 'The document says that cookies are always HttpOnly and Secure; they are Secure only when told.',
    },
    {
      lines: [235],
      measure: 'No token is without an end, and a new one is had without a new sign-in',
      figures: ['-1'],
      answers: [
        ...settings('JWT_EXPIRES_IN'),
        ...rules('EndlessToken', 'LongTokenLifetime'),
        refusal(
          'the release has no refresh tokens',
          'the identity provider, whose session signs a user in again without a question',
        ),
      ],
    },
    {
      lines: [240],
      measure: 'API keys are told from tokens by how they begin',
      answers: [
        ...settings('ENABLE_API_KEYS'),
        upstream('utils/auth.py', "startswith('sk-')", 'takes what begins so for a key'),
      ],
    },
    {
      lines: [241],
      measure: 'Passwords are hashed with a salt',
      answers: [
        ...settings('PASSWORD_HASH_ALGORITHM'),
        upstream('utils/auth.py', 'bcrypt.gensalt', 'makes a salt for each password'),
      ],
      note: 'Argon2 can be chosen in place of bcrypt.',
    },
    {
      lines: [242],
      measure: 'Passwords must be hard to guess',
      answers: [
        ...settings('ENABLE_PASSWORD_VALIDATION', 'PASSWORD_VALIDATION_REGEX_PATTERN'),
        ...rules('NoPasswordRules'),
      ],
    },
    {
      lines: [243],
      measure: 'How long a comparison takes tells nothing',
      answers: [
        upstream('utils/auth.py', 'bcrypt.checkpw', 'compares passwords in constant time'),
        ...demands('limit:signIn'),
      ],
      note: 'Nothing calls the function that the document means; tokens are verified by a library.',
    },
    {
      lines: [246],
      measure: 'Tokens are short, and renewed by refresh tokens',
      answers: [
        ...settings('JWT_EXPIRES_IN'),
        ...rules('LongTokenLifetime'),
        refusal('the release has no refresh tokens', 'short tokens, and an identity provider that signs in silently'),
      ],
    },
    {
      lines: [247],
      measure: 'The signing key changes regularly',
      answers: [
        ...settings('WEBUI_SECRET_KEY'),
        ...demands('secret:signingKey'),
        refusal(
          'nothing here knows when a value was last changed',
          '`owui check` says how often each secret is to change, and the store says how old it is',
        ),
        ...runbooks,
      ],
    },
    {
      lines: [248],
      measure: 'Token binding: a token works only for the client it was given to',
      answers: [
        ...demands('entry:allowedCidrs'),
        refusal(
          'the release binds a token to nothing',
          'tokens that last for hours, an allow-list of networks, or client certificates at an entry of the operator’s own',
        ),
        planned('AWS target', 'mutual TLS at the load balancer'),
      ],
    },
    {
      lines: [249],
      measure: 'Tokens that are used strangely are noticed',
      answers: [
        aws('ElasticLoadBalancingV2::LoadBalancer', 'writes the address of every request', 'LoadBalancerAttributes', {
          Key: 'access_logs.s3.enabled',
          Value: 'true',
        }),
        refusal(
          'no log names the token of a request',
          'the audit log names user and address of each change; compare them in a SIEM, or at the identity provider',
        ),
        siem,
      ],
    },
  ]),
  ...section('configuration', 'Session Management', [
    {
      lines: [284],
      measure: 'Sessions rest on signed tokens',
      answers: [...settings('WEBUI_SECRET_KEY', 'JWT_EXPIRES_IN'), ...demands('secret:signingKey')],
    },
    {
      lines: [287, 295, 296, 297],
      measure: 'Cookies are Secure and SameSite, each by a variable of its own',
      answers: [
        ...settings(
          'WEBUI_SESSION_COOKIE_SECURE',
          'WEBUI_SESSION_COOKIE_SAME_SITE',
          'WEBUI_AUTH_COOKIE_SECURE',
          'WEBUI_AUTH_COOKIE_SAME_SITE',
        ),
        ...rules('CookieNotSecure', 'StrictSessionCookieWithOidc'),
      ],
    },
    {
      lines: [288],
      measure: 'When a user was last there is known',
      answers: [upstream('utils/auth.py', 'update_last_active_by_id', 'notes it beside each request with a token')],
    },
    {
      lines: [289],
      measure: 'Programs sign in with keys instead of sessions',
      answers: [...settings('ENABLE_API_KEYS'), ...rules('ApiKeysUnrestricted')],
    },
    {
      lines: [290],
      measure: 'A session ends on all replicas',
      answers: [...settings('REDIS_URL'), ...demands('flow:app-cache')],
    },
    {
      lines: [292],
      measure: 'Idle timeout: who does nothing is signed out',
      answers: [
        ...settings('JWT_EXPIRES_IN'),
        refusal(
          'the release knows when a user was last there, and never signs anybody out for it',
          'tokens that last for hours; at the identity provider, an idle timeout with back-channel logout',
        ),
      ],
    },
    {
      lines: [300],
      measure: 'Sessions end after a fitting time',
      answers: [...settings('JWT_EXPIRES_IN'), ...rules('LongTokenLifetime', 'EndlessToken')],
    },
    {
      lines: [301],
      measure: 'Sessions end when the password changes, or when somebody suspects something',
      answers: [
        upstream('models/auths.py', 'update_user_password_by_id', 'ends all sessions of the user'),
        upstream('routers/users.py', '/sessions/revoke', 'lets an administrator end all sessions of a user'),
        ...settings('ENABLE_OAUTH_BACKCHANNEL_LOGOUT'),
        refusal('nothing suspects by itself', 'back-channel logout by an identity provider that does'),
      ],
      note: 'Release 0.11.0 ended no session when a password changed; since 0.12 all end, without Redis too.',
    },
    {
      lines: [302],
      measure: 'Sessions of one user from several places are noticed',
      answers: [
        ...settings('OAUTH_MAX_SESSIONS_PER_USER'),
        refusal(
          'the release keeps no list of sessions with their addresses',
          'the identity provider, which sees every sign-in and its place',
        ),
      ],
    },
    {
      lines: [303],
      measure: 'Sessions are gone through for unusual ones',
      answers: [
        upstream('routers/users.py', '/sessions/revoke', 'ends what was found'),
        refusal(
          'no list of sessions can be had',
          'sign-ins by password in the audit log, those by LDAP and OAuth in the access log, and the identity provider’s own log',
        ),
        siem,
      ],
    },
    {
      lines: [305],
      measure: 'What OAuth leaves behind is encrypted, and no identity token lies in a cookie',
      answers: [
        ...settings(
          'ENABLE_OAUTH_ID_TOKEN_COOKIE',
          'OAUTH_CLIENT_INFO_ENCRYPTION_KEY',
          'OAUTH_SESSION_TOKEN_ENCRYPTION_KEY',
          'WEBUI_SECRET_KEY',
        ),
        ...demands('secret:oauthClientInfoKey', 'secret:oauthSessionTokenKey'),
      ],
    },
  ]),
];
