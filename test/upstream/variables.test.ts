import parsing from '../../src/model/upstream/parsing.json';
import known from '../../src/model/upstream/variables.json';
import { versions } from '../../src/model/versions';

const variables: Readonly<Record<string, object>> = known.variables;

test('the facts are those of the release that is pinned', () => {
  expect([known.release, parsing.release]).toEqual([versions.openWebUi, versions.openWebUi]);
  expect(versions.openWebUiTag).toBe(`v${versions.openWebUi}`);
});

/** Read by hand in the release's source. */
const seen: Readonly<Record<string, object>> = {
  AIOHTTP_CLIENT_SESSION_SSL: { parse: 'path', default: 'True', comparedWith: ['false', 'true'] },
  API_KEYS_ALLOWED_ENDPOINTS: {
    parse: 'list',
    separator: ',',
    default: '',
    persistent: 'auth.api_key.allowed_endpoints',
  },
  AUDIT_LOG_LEVEL: {
    parse: 'text',
    default: 'NONE',
    values: ['METADATA', 'NONE', 'REQUEST', 'REQUEST_RESPONSE'],
  },
  AUDIT_LOGS_FILE_PATH: { parse: 'text', defaultExpression: "f'{DATA_DIR}/audit.log'" },
  CORS_ALLOW_ORIGIN: { parse: 'list', separator: ';', default: '*', strict: true },
  DATABASE_POOL_SIZE: { parse: 'integer' },
  ENABLE_RAG_LOCAL_WEB_FETCH: { parse: 'boolean', default: 'False', aliasOf: 'ENABLE_LOCAL_WEB_FETCH' },
  ENABLE_SIGNUP: { parse: 'boolean', default: 'True', persistent: 'ui.enable_signup' },
  HSTS: { parse: 'text', in: 'utils/security_headers.py' },
  JWT_EXPIRES_IN: {
    parse: 'text',
    default: '4w',
    persistent: 'auth.jwt_expiry',
    strict: true,
    comparedWith: ['-1', '0'],
  },
  KB_EXEC_MAX_OUTPUT_CHARS: { parse: 'integer', default: '30000' },
  LDAP_SERVER_PORT: { parse: 'integer', default: '389', persistent: 'ldap.server.port', strict: true },
  OAUTH_ADMIN_ROLES: {
    parse: 'list',
    separatorFrom: 'OAUTH_ROLES_SEPARATOR',
    default: 'admin',
    persistent: 'oauth.admin_roles',
  },
  OAUTH_CLIENT_INFO_ENCRYPTION_KEY: { parse: 'text', defaultFrom: 'WEBUI_SECRET_KEY', strict: true },
  OAUTH_MAX_SESSIONS_PER_USER: { parse: 'integer', default: '10', strict: true },
  OPENAI_API_KEYS: { parse: 'list', separator: ';', default: '', persistent: 'openai.api_keys' },
  PASSWORD_HASH_ALGORITHM: { parse: 'text', default: 'bcrypt', strict: true, values: ['argon2', 'bcrypt'] },
  PGVECTOR_INDEX_METHOD: { parse: 'text', default: '', values: ['', 'hnsw', 'ivfflat'] },
  PORT: { parse: 'text', default: '8080', in: 'start.sh' },
  RAG_RELEVANCE_THRESHOLD: { parse: 'number', default: '0.0', persistent: 'rag.relevance_threshold', strict: true },
  STORAGE_PROVIDER: { parse: 'text', default: 'local', strict: true, values: ['azure', 'gcs', 'local', 's3'] },
  TERMINAL_SERVER_CONNECTIONS: {
    parse: 'json',
    default: '[]',
    persistent: 'terminal_server.connections',
    strict: true,
  },
  TOOL_SERVER_CONNECTIONS: { parse: 'json', default: '[]', persistent: 'tool_server.connections' },
  USER_PERMISSIONS_CHAT_ALLOW_OPEN_SHARING: { parse: 'boolean', default: 'False', persistent: 'user.permissions' },
  WEBSOCKET_MANAGER: { parse: 'text', default: '', comparedWith: ['redis'] },
  WEBUI_AUTH_COOKIE_SECURE: { parse: 'boolean', defaultFrom: 'WEBUI_SESSION_COOKIE_SECURE' },
  WEBUI_JWT_SECRET_KEY: { parse: 'text', default: '', strict: true, aliasOf: 'WEBUI_SECRET_KEY' },
};

test.each(Object.entries(seen))('%s is as it stands in the source', (name, fact) => {
  expect(variables[name]).toEqual(fact);
});

const parses = ['boolean', 'integer', 'json', 'list', 'number', 'path', 'text'];
const fields: Readonly<Record<string, (value: unknown) => boolean>> = {
  parse: (value) => parses.includes(value as string),
  separator: (value) => typeof value === 'string' && value !== '',
  separatorFrom: (value) => variables[value as string] !== undefined,
  default: (value) => typeof value === 'string',
  defaultFrom: (value) => variables[value as string] !== undefined,
  defaultExpression: (value) => typeof value === 'string' && value !== '',
  persistent: (value) => typeof value === 'string' && value !== '',
  strict: (value) => value === true,
  values: (value) => Array.isArray(value) && value.length > 1,
  comparedWith: (value) => Array.isArray(value) && value.length > 0,
  aliasOf: (value) => variables[value as string] !== undefined,
  in: (value) => typeof value === 'string' || (Array.isArray(value) && value.length > 1),
};

/** What is wrong with the form of a variable's facts. */
function faultsOf(name: string, fact: object): string[] {
  const entries = Object.entries(fact);
  const defaults = entries.filter(([field]) => field.startsWith('default'));
  return [
    ...(/^[A-Z][A-Z0-9_]*$/.test(name) ? [] : [`${name}: no name`]),
    ...('parse' in fact ? [] : [`${name}: no parse`]),
    ...('parse' in fact && (fact.parse === 'list') === ('separator' in fact || 'separatorFrom' in fact)
      ? []
      : [`${name}: separator`]),
    ...(defaults.length > 1 ? [`${name}: several defaults`] : []),
    ...entries.filter(([field, value]) => fields[field]?.(value) !== true).map(([field]) => `${name}: ${field}`),
  ];
}

test('every fact has the form that it should have', () => {
  expect(Object.entries(variables).flatMap(([name, fact]) => faultsOf(name, fact))).toEqual([]);
  expect(Object.keys(variables).length).toBeGreaterThan(900);
});

test.each([
  [{ parse: 'word' }, ['A: parse']],
  [{ parse: 'list' }, ['A: separator']],
  [{ parse: 'text', separator: ',' }, ['A: separator']],
  [{ parse: 'text', default: '', defaultFrom: 'ENV' }, ['A: several defaults']],
  [{ parse: 'text', aliasOf: 'NOBODY' }, ['A: aliasOf']],
  [{ parse: 'text', other: 1 }, ['A: other']],
])('fails for %j', (fact, faults) => {
  expect(faultsOf('A', fact)).toEqual(faults);
});

test('variables stand in the order of their names', () => {
  const names = Object.keys(variables);
  expect(names).toEqual([...names].sort());
});

const headers: Readonly<Record<string, { header: string; pattern?: string; ignoreCase?: boolean; values?: string[] }>> =
  parsing.headers;

/** Whether the release sends a value as it is, in the terms of its own expressions. */
function sends(variable: string, value: string): boolean {
  const { pattern, ignoreCase, values } = headers[variable] ?? { header: '' };
  if (pattern !== undefined) return new RegExp(pattern, ignoreCase === true ? 'i' : '').test(value);
  return values === undefined || values.includes(value);
}

test.each([
  ['HSTS', 'max-age=31536000;includeSubDomains', true],
  ['HSTS', 'max-age=31536000; includeSubDomains', false],
  ['PERMISSIONS_POLICY', 'camera=(self),geolocation=()', true],
  ['PERMISSIONS_POLICY', 'camera=(self), geolocation=()', false],
  ['REFERRER_POLICY', 'strict-origin-when-cross-origin', true],
  ['REFERRER_POLICY', 'origin, strict-origin', false],
  ['XCONTENT_TYPE', 'nosniff', true],
  ['XCONTENT_TYPE', 'NOSNIFF', false],
  ['XFRAME_OPTIONS', 'sameorigin', true],
  ['CONTENT_SECURITY_POLICY', "default-src 'self'; anything", true],
])('%s: %s is sent as it is: %s', (variable, value, expected) => {
  expect(sends(variable, value)).toBe(expected);
});

test('every pattern compiles, starts and ends with its value, and what is sent instead passes or is known not to', () => {
  const patterns = Object.values(headers).flatMap(({ pattern }) => pattern ?? []);
  expect(patterns.filter((pattern) => !/^\^.*\$$/.test(pattern))).toEqual([]);
  expect(() => [...patterns, parsing.duration.pattern].map((pattern) => new RegExp(pattern))).not.toThrow();
  const otherwise = Object.entries(parsing.headers).flatMap(([variable, header]) =>
    'otherwise' in header && !sends(variable, header.otherwise) ? [variable] : [],
  );
  // An invalid Permissions-Policy is answered with one that is invalid too.
  expect(otherwise).toEqual(['PERMISSIONS_POLICY']);
});

test('headers, lifetimes and origins are as they stand in the source', () => {
  expect(Object.fromEntries(Object.entries(headers).map(([variable, { header }]) => [variable, header]))).toEqual({
    CACHE_CONTROL: 'Cache-Control',
    CONTENT_SECURITY_POLICY: 'Content-Security-Policy',
    CONTENT_SECURITY_POLICY_REPORT_ONLY: 'Content-Security-Policy-Report-Only',
    CROSS_ORIGIN_EMBEDDER_POLICY: 'Cross-Origin-Embedder-Policy',
    CROSS_ORIGIN_OPENER_POLICY: 'Cross-Origin-Opener-Policy',
    CROSS_ORIGIN_RESOURCE_POLICY: 'Cross-Origin-Resource-Policy',
    HSTS: 'Strict-Transport-Security',
    PERMISSIONS_POLICY: 'Permissions-Policy',
    REFERRER_POLICY: 'Referrer-Policy',
    REPORTING_ENDPOINTS: 'Reporting-Endpoints',
    XCONTENT_TYPE: 'X-Content-Type-Options',
    XDOWNLOAD_OPTIONS: 'X-Download-Options',
    XFRAME_OPTIONS: 'X-Frame-Options',
    XPERMITTED_CROSS_DOMAIN_POLICIES: 'X-Permitted-Cross-Domain-Policies',
  });
  expect(parsing.duration).toEqual({ never: ['-1', '0'], pattern: '(-?\\d+(\\.\\d+)?)(ms|s|m|h|d|w)' });
  expect(parsing.origins).toEqual({
    any: ['*'],
    required: ['scheme', 'netloc'],
    schemes: ['http', 'https'],
    schemesFrom: 'CORS_ALLOW_CUSTOM_SCHEME',
    variable: 'CORS_ALLOW_ORIGIN',
  });
});
