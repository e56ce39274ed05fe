import { environment, secrets, tryDefineDeployment } from '../../../src/model';
import type { DeploymentSpec } from '../../../src/model';
import { formatProblem } from '../../../src/model/problem';
import { isSharedPattern } from '../../../src/model/settings/python-pattern';
import { awsSpec, onAws } from '../../fixtures';

type Auth = Partial<DeploymentSpec['auth']>;

const variables = (auth: Auth = {}, secret?: DeploymentSpec['secrets']) =>
  environment(onAws({ auth: { ...awsSpec.auth, ...auth }, secrets: secret }), 'aws');

const oidc = { issuer: 'https://login.acme.example', clientId: 'owui', allowedDomains: ['acme.example'] };

test.each([
  ['WEBUI_AUTH', 'true'],
  ['WEBUI_ADMIN_EMAIL', 'admin@acme.example'],
  ['WEBUI_ADMIN_NAME', 'Admin'],
  ['ENABLE_SIGNUP', 'false'],
  ['ENABLE_INITIAL_ADMIN_SIGNUP', 'false'],
  ['ENABLE_LOGIN_FORM', 'true'],
  ['ENABLE_PASSWORD_AUTH', 'true'],
  ['ENABLE_PASSWORD_CHANGE_FORM', 'true'],
  ['ENABLE_PASSWORD_VALIDATION', 'true'],
  ['PASSWORD_VALIDATION_REGEX_PATTERN', '^(?=.*[a-z])(?=.*[A-Z])(?=.*\\d)(?=.*[^\\w\\s]).{12,}$'],
  [
    'PASSWORD_VALIDATION_HINT',
    'At least 12 characters, with upper-case and lower-case letters, digits and special characters.',
  ],
  ['PASSWORD_HASH_ALGORITHM', 'bcrypt'],
  ['DEFAULT_USER_ROLE', 'pending'],
  ['DEFAULT_GROUP_ID', undefined],
  ['SHOW_ADMIN_DETAILS', 'false'],
  ['ADMIN_EMAIL', undefined],
  ['ENABLE_VALVE_ENCRYPTION', 'true'],
])('%s is %s', (name, value) => {
  expect(variables()[name]).toEqual(value === undefined ? undefined : [value]);
});

test.each<[string, Auth, string | undefined]>([
  ['WEBUI_AUTH', { enabled: false }, 'false'],
  ['WEBUI_ADMIN_EMAIL', { admin: undefined }, undefined],
  ['WEBUI_ADMIN_NAME', { admin: undefined }, undefined],
  ['WEBUI_ADMIN_PASSWORD', { admin: undefined }, undefined],
  ['ENABLE_SIGNUP', { signUp: true }, 'true'],
  ['ENABLE_INITIAL_ADMIN_SIGNUP', { initialAdminSignUp: true }, 'true'],
  ['ENABLE_LOGIN_FORM', { passwordLogin: false, oidc }, 'false'],
  ['ENABLE_LOGIN_FORM', { passwordLogin: false, loginForm: true, oidc }, 'true'],
  ['ENABLE_LOGIN_FORM', { loginForm: false }, 'false'],
  ['ENABLE_PASSWORD_CHANGE_FORM', { passwordChangeForm: false }, 'false'],
  ['ENABLE_PASSWORD_VALIDATION', { passwordRules: { enabled: false } }, 'false'],
  ['PASSWORD_VALIDATION_REGEX_PATTERN', { passwordRules: { pattern: '^.{16,}$' } }, '^.{16,}$'],
  ['PASSWORD_VALIDATION_HINT', { passwordRules: { pattern: '^.{16,}$' } }, undefined],
  ['PASSWORD_VALIDATION_HINT', { passwordRules: { pattern: '^.{16,}$', hint: 'Sixteen.' } }, 'Sixteen.'],
  ['PASSWORD_HASH_ALGORITHM', { passwordHash: 'argon2' }, 'argon2'],
  ['DEFAULT_USER_ROLE', { defaultRole: 'admin' }, 'admin'],
  ['DEFAULT_GROUP_ID', { defaultGroup: 'b1946ac9' }, 'b1946ac9'],
  ['SHOW_ADMIN_DETAILS', { showAdminDetails: true }, 'true'],
  ['ADMIN_EMAIL', { adminContact: 'help@acme.example' }, 'help@acme.example'],
])('%s of %j is %s', (name, auth, value) => {
  expect(variables(auth)[name]).toEqual(value === undefined ? undefined : [value]);
});

test('valves can be left in plain text', () => {
  expect(variables({}, { valveEncryption: false })['ENABLE_VALVE_ENCRYPTION']).toEqual(['false']);
});

test('the administrator’s password is a secret that bcrypt can read to its end', () => {
  expect(variables()['WEBUI_ADMIN_PASSWORD']).toEqual([{ secret: 'adminPassword' }]);
  expect(secrets(onAws(), 'aws').find(({ name }) => name === 'adminPassword')).toMatchObject({
    origin: 'generated',
    length: 32,
  });
});

test('without an administrator nothing asks for a password', () => {
  const deployment = onAws({ auth: {} });
  expect(secrets(deployment, 'aws').map(({ name }) => name)).not.toContain('adminPassword');
});

test.each([
  '^.{12,}$',
  '^(?=.*[a-z])(?!.*pass).{12,72}$',
  '[\\]\\-x]+\\.\\u0041\\x41',
  '[^\\s]{8}',
  '(?:a|b){2}c*?',
  '[[a]\\\\p',
])('takes the pattern %s, which Python and JavaScript read alike', (pattern) => {
  expect(isSharedPattern(pattern)).toBe(true);
});

test.each([
  ['\\p{Lu}.{8}', 'a class that Python lacks'],
  ['[\\p{Lu}]', 'the same inside of a set'],
  ['(?<=a)b', 'looking behind, which Python allows for some widths only'],
  ['(?<word>a)', 'a name that Python spells otherwise'],
  ['(?P<word>a)', 'a name that only Python has'],
  ['(?i)a', 'a flag that only Python has here'],
  ['(?i:a)', 'a flag that some versions of JavaScript have'],
  ['(a)\\1', 'a reference, which JavaScript takes forward too'],
  ['a*+', 'a possessive quantifier'],
  ['(?>a)', 'an atomic group'],
  ['a\\Z', 'an end that only Python has'],
  ['\\cA', 'a control character as Python does not spell it'],
  ['\\u{41}', 'a code point as Python does not spell it'],
  ['[]', 'a set that only JavaScript can leave empty'],
  ['[^]', 'everything, as only JavaScript spells it'],
  ['a{99999}', 'more repetitions than are safe'],
  ['[a-', 'a set without an end'],
  ['(', 'a group without an end'],
])('fails for the pattern %s: %s', (pattern) => {
  const { problems } = tryDefineDeployment({ ...awsSpec, auth: { ...awsSpec.auth, passwordRules: { pattern } } });
  expect(problems.map(formatProblem)).toEqual([
    `auth.passwordRules.pattern: expected a regular expression that Python and JavaScript read alike, got ${JSON.stringify(
      pattern.replace(/[?].+$/, '?***'),
    )}; leave out look-behind, references, named groups, inline flags and \\p: for a pattern that does not compile Open WebUI silently takes a weaker one`,
  ]);
});
