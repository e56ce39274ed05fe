import { environment, flows, secrets, tryDefineDeployment } from '../../../src/model';
import type { DeploymentSpec } from '../../../src/model';
import { formatProblem } from '../../../src/model/problem';
import { awsSpec, onAws } from '../../fixtures';

type Auth = Partial<DeploymentSpec['auth']>;
type OAuth = NonNullable<DeploymentSpec['auth']['oauth']>;

const allowedDomains = ['acme.example', 'acme.test'];
const oidc = { issuer: 'https://login.acme.example/realms/a/', clientId: 'owui', allowedDomains };
const google = { clientId: 'google-id', allowedDomains };
const microsoft = { tenantId: '72f988bf-86f1-41af-91ab-2d7cd011db47', clientId: 'microsoft-id', allowedDomains };
const github = { clientId: 'github-id', allowedDomains };

const deploymentOf = (auth: Auth) => onAws({ auth: { ...awsSpec.auth, ...auth } });
const variables = (auth: Auth) => environment(deploymentOf(auth), 'aws');

/** Variables that are not there, or not the same, without a provider. */
const brought = (auth: Auth): Record<string, unknown> => {
  const without = variables({});
  return Object.fromEntries(
    Object.entries(variables(auth))
      .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(without[name]))
      .map(([name, [first, ...rest]]) => [name, rest.length === 0 ? first : [first, ...rest]]),
  );
};

/** What every provider brings, whatever it is. */
const common = {
  ENABLE_OAUTH: 'true',
  ENABLE_OAUTH_SIGNUP: 'true',
  ENABLE_OAUTH_EMAIL_FALLBACK: 'false',
  ENABLE_OAUTH_ROLE_MANAGEMENT: 'false',
  ENABLE_OAUTH_GROUP_MANAGEMENT: 'false',
  ENABLE_OAUTH_BACKCHANNEL_LOGOUT: 'false',
  ENABLE_OAUTH_TOKEN_EXCHANGE: 'false',
  OAUTH_ALLOWED_DOMAINS: 'acme.example,acme.test',
  OAUTH_AUTO_REDIRECT: 'false',
  OAUTH_CODE_CHALLENGE_METHOD: 'S256',
  OAUTH_EMAIL_CLAIM: 'email',
  OAUTH_MAX_SESSIONS_PER_USER: '5',
  OAUTH_MERGE_ACCOUNTS_BY_EMAIL: 'false',
  OAUTH_PICTURE_CLAIM: '',
  OAUTH_UPDATE_EMAIL_ON_LOGIN: 'false',
  OAUTH_UPDATE_NAME_ON_LOGIN: 'false',
  OAUTH_UPDATE_PICTURE_ON_LOGIN: 'false',
  OAUTH_USERNAME_CLAIM: 'name',
};

test('without a provider OAuth is off and nothing else is said of it', () => {
  const { ENABLE_OAUTH, ...rest } = variables({});
  expect(ENABLE_OAUTH).toEqual(['false']);
  expect(Object.keys(rest).filter((name) => name in common)).toEqual([]);
  expect(Object.keys(rest).filter((name) => /^(?:OAUTH|OPENID|GOOGLE|MICROSOFT|GITHUB)_/.test(name))).toEqual([
    'OAUTH_CLIENT_INFO_ENCRYPTION_KEY',
    'OAUTH_SESSION_TOKEN_ENCRYPTION_KEY',
  ]);
});

test.each<[string, Auth, Record<string, unknown>]>([
  [
    'OpenID Connect',
    { oidc },
    {
      OAUTH_CLIENT_ID: 'owui',
      OAUTH_CLIENT_SECRET: { secret: 'oidcClientSecret' },
      OAUTH_PROVIDER_NAME: 'SSO',
      OAUTH_SCOPES: 'openid email profile',
      OPENID_PROVIDER_URL: 'https://login.acme.example/realms/a/.well-known/openid-configuration',
      OPENID_REDIRECT_URI: 'https://chat.acme.example/oauth/oidc/callback',
    },
  ],
  [
    'Google',
    { google },
    {
      GOOGLE_CLIENT_ID: 'google-id',
      GOOGLE_CLIENT_SECRET: { secret: 'googleClientSecret' },
      GOOGLE_OAUTH_SCOPE: 'openid email profile',
      GOOGLE_REDIRECT_URI: 'https://chat.acme.example/oauth/google/callback',
    },
  ],
  [
    'Microsoft',
    { microsoft },
    {
      MICROSOFT_CLIENT_ID: 'microsoft-id',
      MICROSOFT_CLIENT_LOGIN_BASE_URL: 'https://login.microsoftonline.com',
      MICROSOFT_CLIENT_SECRET: { secret: 'microsoftClientSecret' },
      MICROSOFT_CLIENT_TENANT_ID: '72f988bf-86f1-41af-91ab-2d7cd011db47',
      MICROSOFT_OAUTH_SCOPE: 'openid email profile',
      MICROSOFT_REDIRECT_URI: 'https://chat.acme.example/oauth/microsoft/callback',
    },
  ],
  [
    'GitHub',
    { github },
    {
      GITHUB_CLIENT_ID: 'github-id',
      GITHUB_CLIENT_REDIRECT_URI: 'https://chat.acme.example/oauth/github/callback',
      GITHUB_CLIENT_SCOPE: 'user:email',
      GITHUB_CLIENT_SECRET: { secret: 'githubClientSecret' },
    },
  ],
])('%s brings its own variables and the common ones', (_, auth, own) => {
  expect(brought(auth)).toEqual({ ...common, ...own });
});

test.each<[string, OAuth, string | undefined]>([
  ['ENABLE_OAUTH_SIGNUP', { signUp: false }, 'false'],
  ['ENABLE_OAUTH_ROLE_MANAGEMENT', { roles: { user: ['staff'], admin: ['chief'] } }, 'true'],
  ['OAUTH_ROLES_CLAIM', { roles: { user: ['staff'], admin: ['chief'] } }, 'roles'],
  ['OAUTH_ALLOWED_ROLES', { roles: { user: ['staff', 'guest'], admin: ['chief'] } }, 'staff,guest,chief'],
  ['OAUTH_ADMIN_ROLES', { roles: { user: ['staff'], admin: ['chief', 'boss'] } }, 'chief,boss'],
  ['ENABLE_OAUTH_GROUP_MANAGEMENT', { groups: {} }, 'true'],
  ['OAUTH_GROUPS_CLAIM', { groups: { claim: 'realm.groups' } }, 'realm.groups'],
  ['ENABLE_OAUTH_GROUP_CREATION', { groups: {} }, 'false'],
  ['OAUTH_GROUP_DEFAULT_SHARE', { groups: {} }, 'members'],
  ['OAUTH_GROUP_DEFAULT_SHARE', { groups: { defaultShare: 'nobody' } }, 'false'],
  ['OAUTH_GROUP_DEFAULT_SHARE', { groups: { defaultShare: 'everybody' } }, 'true'],
  ['OAUTH_BLOCKED_GROUPS', { blockedGroups: ['contractors', 'temp-*'] }, '["contractors","temp-*"]'],
  ['OAUTH_SUB_CLAIM', {}, undefined],
  ['OAUTH_SUB_CLAIM', { subClaim: 'oid' }, 'oid'],
  ['OAUTH_PICTURE_CLAIM', { pictureClaim: 'picture' }, 'picture'],
  ['OAUTH_MAX_SESSIONS_PER_USER', { maxSessionsPerUser: 2 }, '2'],
  ['ENABLE_OAUTH_BACKCHANNEL_LOGOUT', { backchannelLogout: true }, 'true'],
  [
    'OPENID_END_SESSION_ENDPOINT',
    { endSessionUrl: 'https://a.example/logout?c=1&u=2' },
    'https://a.example/logout?c=1&u=2',
  ],
  ['ENABLE_OAUTH_TOKEN_EXCHANGE', { tokenExchange: { trustedClientIds: ['a', 'b'] } }, 'true'],
  ['OAUTH_TOKEN_EXCHANGE_TRUSTED_CLIENT_IDS', { tokenExchange: { trustedClientIds: ['a', 'b'] } }, 'a,b'],
  ['OAUTH_TOKEN_EXCHANGE_RATE_LIMIT', { tokenExchange: {} }, '20'],
  ['OAUTH_TOKEN_EXCHANGE_RATE_LIMIT_WINDOW', { tokenExchange: {} }, '180'],
  ['OAUTH_TIMEOUT', {}, undefined],
  ['OAUTH_TIMEOUT', { timeoutSeconds: 10 }, '10'],
  ['OAUTH_AUDIENCE', { audience: 'https://api.acme.example' }, 'https://api.acme.example'],
  ['OAUTH_AUTHORIZE_PARAMS', { authorizeParams: { prompt: 'login' } }, '{"prompt":"login"}'],
])('%s of %j is %s', (name, oauth, value) => {
  expect(variables({ oidc, oauth })[name]).toEqual(value === undefined ? undefined : [value]);
});

test.each<[string, Auth, string]>([
  ['OAUTH_SCOPES', { oidc: { ...oidc, scopes: ['openid', 'email'] } }, 'openid email'],
  [
    'OAUTH_TOKEN_ENDPOINT_AUTH_METHOD',
    { oidc: { ...oidc, tokenEndpointAuthMethod: 'client_secret_post' } },
    'client_secret_post',
  ],
  [
    'GOOGLE_OAUTH_AUTHORIZE_PARAMS',
    { google: { ...google, authorizeParams: { hd: 'acme.example' } } },
    '{"hd":"acme.example"}',
  ],
  ['WEBUI_AUTH_SIGNOUT_REDIRECT_URL', { signOutRedirectUrl: 'https://acme.example/bye' }, 'https://acme.example/bye'],
])('%s of %j is %s', (name, auth, value) => {
  expect(variables(auth)[name]).toEqual([value]);
});

test('the application may reach the servers of its providers', () => {
  const open = flows(
    deploymentOf({ oidc, google, microsoft: { ...microsoft, cidrs: ['192.0.2.0/24'] }, github }),
    'aws',
  ).filter(({ to }) => to === 'identityProvider');
  expect(open.map(({ id, host, port, cidrs }) => `${id} ${host} ${port} ${cidrs?.join() ?? 'any'}`)).toEqual([
    'app-identityProvider login.acme.example 443 any',
    'app-google-1 accounts.google.com 443 any',
    'app-google-2 oauth2.googleapis.com 443 any',
    'app-google-3 openidconnect.googleapis.com 443 any',
    'app-google-4 www.googleapis.com 443 any',
    'app-microsoft-1 login.microsoftonline.com 443 192.0.2.0/24',
    'app-microsoft-2 graph.microsoft.com 443 192.0.2.0/24',
    'app-github-1 github.com 443 any',
    'app-github-2 api.github.com 443 any',
  ]);
});

test('each client secret is supplied under a role of its own', () => {
  const roles = secrets(deploymentOf({ oidc, google, microsoft, github }), 'aws').filter(({ name }) =>
    name.endsWith('ClientSecret'),
  );
  expect(roles.map(({ name, origin }) => `${name} ${origin}`)).toEqual([
    'oidcClientSecret supplied',
    'googleClientSecret supplied',
    'microsoftClientSecret supplied',
    'githubClientSecret supplied',
  ]);
});

const problems = (auth: object): string[] =>
  tryDefineDeployment({ ...awsSpec, auth: { ...awsSpec.auth, ...auth } }).problems.map(formatProblem);

test.each([
  ['*', 'all roles'],
  [' *', 'all roles'],
  ['*\u2028', 'all roles'],
  [' ', 'a role without a name'],
  ['chief\u00a0', 'another role'],
  ['a,b', 'two roles'],
])('fails for the role %j, which Open WebUI reads as %s', (role) => {
  expect(problems({ oidc, oauth: { roles: { user: [role], admin: [role] } } })).toEqual(
    ['user', 'admin'].map(
      (key) =>
        `auth.oauth.roles.${key}[0]: expected a role, got "${role}"; leave out commas and outer spaces, which Open WebUI takes away, and name roles one by one: * would admit every role`,
    ),
  );
});

test.each(['*', 'acme', 'acme.example,acme.test', '@acme.example'])('fails for the domain %s', (domain) => {
  expect(problems({ google: { ...google, allowedDomains: [domain] } })).toHaveLength(1);
});

test('fails for a provider without domains', () => {
  expect(problems({ github: { clientId: 'github-id' } })).toEqual([
    'auth.github.allowedDomains: expected a list of 1 or more, got nothing',
  ]);
});
