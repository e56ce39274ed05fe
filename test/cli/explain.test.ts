import { owui } from './run';

test('a code: why, what to do, how to accept it', () => {
  expect(owui(['explain', 'PublicExposure'])).toEqual({
    code: 0,
    stderr: '',
    stdout: [
      'PublicExposure (warning)',
      '  why:       Open WebUI was made for private networks. In public, its own sign-in is all that protects it.',
      '  fix:       put the deployment behind an allow-list, a VPN or a zero-trust proxy',
      '  accept:    accept: [{ rule: PublicExposure, reason: why it is acceptable here, until: 2027-03-31 }]',
      '  OWASP:     A04:2021',
      '  source:    seeds/hardening-open-webui.txt, introduction',
      '',
    ].join('\n'),
  });
});

test('a variable: what it does, its key, and why its value is what it is', () => {
  expect(owui(['explain', 'DEFAULT_USER_ROLE']).stdout).toBe(
    [
      'DEFAULT_USER_ROLE',
      '  what:      Role of a new user. A pending one waits for an administrator.',
      '  key:       auth.defaultRole',
      '  type:      text',
      '  values:    pending, user, admin',
      '  hardened:  pending',
      '  upstream:  pending',
      '  why:       Nobody reaches models and tools before an administrator has looked at the account.',
      '  source:    seeds/hardening-open-webui.txt, "Registration"',
      '',
    ].join('\n'),
  );
});

test('a value that the package computes is shown as it is written', () => {
  expect(owui(['explain', 'PGVECTOR_INDEX_METHOD']).stdout).toContain('  hardened:  hnsw\n');
  expect(owui(['explain', 'WEBUI_URL']).stdout).toContain('  hardened:  https://chat.example.com\n');
  expect(owui(['explain', 'REDIS_URL']).stdout).not.toContain('hardened');
});

test('a key: every variable below it', () => {
  const { stdout } = owui(['explain', 'auth.admin']);
  expect(stdout.match(/^\S+$/gm)).toEqual(['WEBUI_ADMIN_EMAIL', 'WEBUI_ADMIN_NAME', 'WEBUI_ADMIN_PASSWORD']);
});

test('a variable of the release that has no key, and one that is always the same', () => {
  expect(owui(['explain', 'RAG_TEMPLATE']).stdout).toContain('write it under extra');
  expect(owui(['explain', 'ENABLE_DB_MIGRATIONS']).stdout).toContain('  always:    false\n');
});

test.each([
  ['DATABASE_URL', 'the parts of the database’s address are given instead'],
  ['LD_LIBRARY_PATH', 'expected a variable of Open WebUI, got one that'],
  ['SCIM_ENABLED', 'got one that auth.scim decides; write it there'],
])('%s is not offered under extra', (name, why) => {
  const { stdout } = owui(['explain', name]);
  expect(stdout).toContain(why);
  expect(stdout).not.toContain('write it under extra');
});

test('a role: what holds it, and what changing it does', () => {
  expect(owui(['explain', 'signingKey']).stdout).toContain('  changed:   everybody signs in again;');
});

test('JSON, for machines', () => {
  const { stdout, code } = owui(['explain', 'MergeByEmail', '--format', 'json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([{ kind: 'code', code: 'MergeByEmail', waivable: true }]);
});

test('a name that nobody knows is wrong usage, with the nearest that is known', () => {
  expect(owui(['explain', 'ENABLE_SINGUP'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'expected a code, a variable or a key, got "ENABLE_SINGUP"; did you mean ENABLE_SIGNUP?\n',
  });
});

test('the catalogue as a table and as JSON', () => {
  const { stdout, code, stderr } = owui(['settings']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^VARIABLE +TYPE +HARDENED +UPSTREAM +KEY$/m);
  expect(stdout).toMatch(/^JWT_EXPIRES_IN +text +24h +4w +auth\.tokenLifetime$/m);
  const entries = JSON.parse(owui(['settings', '--format', 'json']).stdout) as { variable: string }[];
  expect(entries).toContainEqual(
    expect.objectContaining({ variable: 'JWT_EXPIRES_IN', path: 'auth.tokenLifetime', default: '24h', upstream: '4w' }),
  );
});
