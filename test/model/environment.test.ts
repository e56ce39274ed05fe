import { environment, prepare, probe, secrets } from '../../src/model';
import type { DeploymentSpec, Environment, Target } from '../../src/model';
import { awsSpec, kubernetesSpec, onAws, onKubernetes } from '../fixtures';
import { versions } from '../../src/model/versions';

const literal = (variables: Environment, name: string): string | undefined => {
  const value = variables[name];
  return value?.every((part) => typeof part === 'string') ? value.join('') : undefined;
};

function secretsIn(variables: Environment): string[] {
  const names = Object.values(variables).flatMap((value) =>
    value.flatMap((part) => (typeof part === 'object' && 'secret' in part ? [part.secret] : [])),
  );
  return [...new Set(names)].sort();
}

const everything: Partial<DeploymentSpec> = {
  auth: {
    ...awsSpec.auth,
    oidc: {
      issuer: 'https://login.acme.example/',
      clientId: 'owui',
      allowedDomains: ['acme.example', 'acme.test'],
    },
    oauth: { roles: { user: ['staff'], admin: ['chief'] } },
    ldap: { host: 'ldap.acme.example', bindDn: 'cn=owui', searchBase: 'dc=acme', cidrs: ['10.0.0.1/32'] },
  },
  models: { openai: [{ url: 'https://a.example/v1' }, { url: 'https://b.example/v1', name: 'second' }] },
};

const both = [
  ['aws', onAws(everything)],
  ['kubernetes', onKubernetes(everything)],
] as const;

test.each(both)('on %s every secret role has a variable, and every variable’s secret a role', (target, deployment) => {
  const roles = secrets(deployment, target);
  const readBy = (reader: 'app' | 'prepare') =>
    roles
      .filter(({ readers }) => readers.includes(reader))
      .map(({ name }) => name)
      .sort();
  expect(secretsIn(environment(deployment, target))).toEqual(readBy('app'));
  expect(secretsIn(prepare(deployment, target).environment)).toEqual(readBy('prepare'));
});

test.each(both)('on %s booleans are the words that Open WebUI reads', (target, deployment) => {
  const variables = environment(deployment, target);
  const switches = Object.keys(variables).filter((name) =>
    /^ENABLE_|_SECURE$|^LDAP_(USE|VALIDATE)|^OFFLINE_MODE$|_AUTO_UPDATE$/.test(name),
  );
  expect(switches.length).toBeGreaterThan(20);
  for (const name of switches)
    expect([name, literal(variables, name)]).toEqual([name, expect.stringMatching(/^(?:true|false)$/)]);
});

test.each([
  ['ENABLE_PERSISTENT_CONFIG', 'false'],
  ['ENABLE_DB_MIGRATIONS', 'false'],
  ['WEBUI_AUTH', 'true'],
  ['ENABLE_SIGNUP', 'false'],
  ['ENABLE_INITIAL_ADMIN_SIGNUP', 'false'],
  ['DEFAULT_USER_ROLE', 'pending'],
  ['JWT_EXPIRES_IN', '24h'],
  ['WEBUI_SESSION_COOKIE_SECURE', 'true'],
  ['WEBUI_SESSION_COOKIE_SAME_SITE', 'lax'],
  ['WEBUI_AUTH_COOKIE_SECURE', 'true'],
  ['WEBUI_AUTH_COOKIE_SAME_SITE', 'strict'],
  ['ENABLE_OAUTH_ID_TOKEN_COOKIE', 'false'],
  ['WEBUI_URL', 'https://chat.acme.example'],
  ['CORS_ALLOW_ORIGIN', 'https://chat.acme.example'],
  ['OAUTH_ALLOWED_DOMAINS', 'acme.example,acme.test'],
  ['OAUTH_ALLOWED_ROLES', 'staff,chief'],
  ['OAUTH_ADMIN_ROLES', 'chief'],
  ['OAUTH_CODE_CHALLENGE_METHOD', 'S256'],
  ['OPENID_PROVIDER_URL', 'https://login.acme.example/.well-known/openid-configuration'],
  ['LDAP_USE_TLS', 'true'],
  ['LDAP_VALIDATE_CERT', 'true'],
  ['LDAP_SERVER_PORT', '636'],
  ['OPENAI_API_BASE_URLS', 'https://a.example/v1;https://b.example/v1'],
  ['PGSSLMODE', 'verify-full'],
  ['VECTOR_DB', 'pgvector'],
  ['PGVECTOR_INITIALIZE_MAX_VECTOR_LENGTH', '1536'],
  ['PGVECTOR_USE_HALFVEC', 'false'],
  ['WEBSOCKET_MANAGER', 'redis'],
  ['STORAGE_PROVIDER', 's3'],
  ['AUDIT_LOG_LEVEL', 'METADATA'],
  ['ENABLE_AUDIT_LOGS_FILE', 'false'],
  ['UVICORN_TIMEOUT_KEEP_ALIVE', '905'],
])('%s is %s on both targets', (name, expected) => {
  for (const [target, deployment] of both) expect(literal(environment(deployment, target), name)).toBe(expected);
});

test('vectors of more than 2,000 dimensions are stored as half vectors', () => {
  const rag = { embedding: { engine: 'openai', model: 'text-embedding-3-large', dimensions: 3072 } } as const;
  expect(literal(environment(onAws({ rag }), 'aws'), 'PGVECTOR_USE_HALFVEC')).toBe('true');
});

test('keys of several services are joined in the order of their URLs', () => {
  expect(environment(onAws(everything), 'aws')['OPENAI_API_KEYS']).toEqual([
    { secret: 'openaiKeyAExample' },
    ';',
    { secret: 'openaiKeySecond' },
  ]);
});

test('a release is told apart by the name of its sessions', () => {
  expect(environment(onAws(), 'aws')['PGAPPNAME']).toEqual([
    `open-webui ${versions.openWebUiTag} `,
    { endpoint: 'instanceName' },
  ]);
});

test('another image behind the same tag is another release', () => {
  const pinned = onAws({ image: { digest: `sha256:${'0123456789abcdef'.repeat(4)}` } });
  expect(environment(pinned, 'aws')['PGAPPNAME']?.[0]).toBe(`open-webui ${versions.openWebUiTag}@0123456789ab `);
  expect(prepare(pinned, 'aws').environment['PREPARE_RELEASE']).toEqual([`${versions.openWebUiTag}@0123456789ab`]);
});

test('without a service for answers the OpenAI interface is off', () => {
  const variables = environment(onAws({ models: {} }), 'aws');
  expect(literal(variables, 'ENABLE_OPENAI_API')).toBe('false');
  expect(variables['OPENAI_API_KEYS']).toBeUndefined();
});

test('password sign-in off closes form and password together', () => {
  const auth = { ...awsSpec.auth, passwordLogin: false, oidc: everything.auth?.oidc };
  const variables = environment(onAws({ auth }), 'aws');
  expect(literal(variables, 'ENABLE_LOGIN_FORM')).toBe('false');
  expect(literal(variables, 'ENABLE_PASSWORD_AUTH')).toBe('false');
});

test('only pods may name a client’s address on Kubernetes', () => {
  expect(literal(environment(onKubernetes(), 'kubernetes'), 'FORWARDED_ALLOW_IPS')).toBe('10.42.0.0/16');
});

test('certificates that a deployment brings are where the variables say', () => {
  const ca = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
  const { kubernetes } = kubernetesSpec;
  if (!kubernetes) throw new Error('the fixture has a section kubernetes');
  const own = onKubernetes({
    kubernetes: { ...kubernetes, database: { ...kubernetes.database, ca }, redis: { ...kubernetes.redis, ca } },
  });
  const variables = environment(own, 'kubernetes');
  expect(literal(variables, 'PGSSLROOTCERT')).toBe('/etc/open-webui/certificates/databaseCa.pem');
  expect(variables['REDIS_URL']?.at(-1)).toBe('&ssl_ca_certs=/etc/open-webui/certificates/redisCa.pem');
  expect(literal(environment(onKubernetes(), 'kubernetes'), 'PGSSLROOTCERT')).toBe(
    '/etc/ssl/certs/ca-certificates.crt',
  );
});

test('prepare has no secret that only the application reads', () => {
  for (const target of ['aws', 'kubernetes'] as Target[]) {
    const deployment = target === 'aws' ? onAws(everything) : onKubernetes(everything);
    expect(secretsIn(prepare(deployment, target).environment)).not.toEqual(
      expect.arrayContaining(['openaiKeyAExample']),
    );
  }
});

test('only on AWS does prepare know an administrator', () => {
  expect(prepare(onAws(), 'aws').environment['PREPARE_ADMIN_USER']).toEqual([
    { secret: 'databaseAdministrator', field: 'username' },
  ]);
  expect(prepare(onKubernetes(), 'kubernetes').environment['PREPARE_ADMIN_USER']).toBeUndefined();
});

test('the probe expects three listeners a process of the checked release, and one of any other', () => {
  expect(probe(onAws({ workers: 2 })).script).toContain('EXPECTED = 6\n');
  expect(probe(onAws({ workers: 2, image: { tag: 'v0.13.0' } })).script).toContain('EXPECTED = 2\n');
});
