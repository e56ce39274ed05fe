import { findings, secrets, tryDefineDeployment } from '../../../src/model';
import { formatProblem } from '../../../src/model/problem';
import { catalogue } from '../../../src/model/settings';
import { refusedFamily, refusedVariables, reservedVariables } from '../../../src/model/settings/reserved';
import { upstreamVariables } from '../../../src/model/upstream-variables';
import { awsSpec, onAws } from '../../fixtures';
import { rolesAdded, written } from './written';

test('text is written as it stands, and a role as a secret', () => {
  const extra = { WEBUI_NAME: 'Acme & friends', LICENSE_KEY: { secret: 'licenseKey' } };
  expect(written({ extra }, 'WEBUI_NAME')).toBe('Acme & friends');
  expect(written({ extra }, 'LICENSE_KEY')).toBe('<licenseKey>');
  expect(rolesAdded({ extra })).toEqual(['licenseKey']);
});

test('a role that two variables share is one secret, supplied, and with an age', () => {
  const deployment = onAws({
    extra: { LICENSE_KEY: { secret: 'shared' }, SOUGOU_API_SK: { secret: 'shared' } },
    secrets: { rotateEvery: { shared: '30d' } },
  });
  expect(secrets(deployment, 'aws').filter(({ name }) => name === 'shared')).toEqual([
    {
      name: 'shared',
      origin: 'supplied',
      length: 64,
      readers: ['app'],
      purpose: 'value of LICENSE_KEY and SOUGOU_API_SK',
      rotation: 'change it where it comes from, store it, restart the replicas',
      rotateEvery: '30d',
    },
  ]);
});

const oneLine = (value: string | undefined): value is string =>
  value !== undefined && /^[^\p{Cc}]{1,4000}$/u.test(value);

const asked = 'expected one line of text without ${, or a secret role such as { secret: licenseKey }';
const fix = 'quote numbers and switches; a role is letters and digits and begins with a small one';

test.each([
  [true, 'true'],
  ['two\nlines', 'other text'],
  ['{{resolve:secretsmanager:x}}', 'other text'],
  ['${AWS::Region}', 'other text'],
  [{ secret: 'Not A Role' }, 'a mapping'],
  [{ secret: 'constructor' }, 'a mapping'],
  [{ secrets: 'licenseKey' }, 'a mapping'],
  [['a'], 'a list of 1'],
])('fails on %j, without showing it', (value, got) => {
  expect(tryDefineDeployment({ ...awsSpec, extra: { LICENSE_KEY: value } }).problems.map(formatProblem)).toEqual([
    `extra.LICENSE_KEY: ${asked}, got ${got}; ${fix}`,
  ]);
});

test('a waiver says why in words', () => {
  const accept = [{ rule: 'ImageNotPinned', reason: ' — ', until: '2027-03-31' }];
  expect(tryDefineDeployment({ ...awsSpec, accept }).problems.map(formatProblem)).toEqual([
    'accept[0].reason: expected one line of text, got " — "; say why in words',
  ]);
});

test('nothing that the package sets or refuses is a name of another kind', () => {
  const names = catalogue().map(({ variable }) => variable);
  expect(names.filter((name) => name in refusedVariables)).toEqual([]);
  expect(Object.keys(reservedVariables).filter((name) => name in refusedVariables || names.includes(name))).toEqual([]);
});

test('of the names that the release reads, these alone belong to other programs', () => {
  const keys = catalogue().map(({ variable }) => variable);
  const others = Object.keys(upstreamVariables).filter((name) => !keys.includes(name) && !(name in reservedVariables));
  expect(others.filter(refusedFamily)).toEqual(['LD_LIBRARY_PATH']);
});

const said = (extra: Readonly<Record<string, string>>): string[] =>
  tryDefineDeployment({ ...awsSpec, extra }).problems.map(({ code, path }) => `${code} ${path.join('.')}`);

test.each(['constructor', 'toString', 'hasOwnProperty'])('%s is a name that nobody knows', (name) => {
  const { deployment } = tryDefineDeployment({ ...awsSpec, extra: { [name]: 'a' } });
  expect(deployment && findings(deployment).open.map(({ code, path }) => `${code} ${path.join('.')}`)).toContain(
    `UnknownVariable extra.${name}`,
  );
});

test.each([
  ...[
    'SHELLOPTS',
    'BASHOPTS',
    'PS4',
    'PS1',
    'CDPATH',
    'GLOBIGNORE',
    'BASH_ENV',
    'GCONV_PATH',
    'TMPDIR',
    'NODE_OPTIONS',
  ],
  ...['OPENSSL_CONF', 'SSL_CERT_FILE', 'SSLKEYLOGFILE', 'MALLOC_ARENA_MAX', 'PYTHONPATH', 'PYTHON_GIL', 'ld_preload'],
  ...['PGHOST', 'PGSSLCERTMODE', 'UVICORN_ROOT_PATH', 'UVICORN_LOG_LEVEL', 'HTTPS_PROXY', 'no_proxy', 'all_proxy'],
  ...['AWS_ACCESS_KEY_ID', 'AWS_ENDPOINT_URL_S3', 'FEISHU_CLIENT_ID', 'WEBUI_JWT_SECRET_KEY', 'FRONTEND_BUILD_DIR'],
])('%s is refused', (name) => {
  expect(said({ [name]: 'x' })).toContain(`ExtraOwned extra.${name}`);
});

test.each([
  ['openai_api_key', 'x'],
  ['OPENAIAPIKEY', 'x'],
  ['S3_ACCESS_KEY_ID', 'x'],
  ['MYPASSWORD', 'x'],
  ['clientSecret', 'x'],
  ['X', 'https://word@proxy.example'],
  ['X', 'https://api.example/?a=b&access_token=word'],
  ['X', 'https://api.example/?key=word'],
  ['X', 'sk-proj-ABCDEFG'],
  ['X', 'token ghp_abc123'],
  ['X', 'glpat-abc-123'],
  ['X', 'xoxb-1234'],
  ['X', 'AKIAIOSFODNN7EXAMPLE'],
  ['X', '-----BEGIN EC PRIVATE KEY-----'],
  ['X', '{"headers":{"X-Api-Key":"word"}}'],
  ['X', '[{"clientSecret":"word"}]'],
  ['X', '{"proxy":"https:\\/\\/me:word@proxy.example"}'],
])('%s: %s is a secret as text', (name, value) => {
  expect(said({ [name]: value })).toContain(`LiteralSecret extra.${name}`);
});

test.each([
  ['X', 'https://medium.example/@acme?page=2'],
  ['X', 'risk-averse and task-oriented'],
  ['DEFAULT_LOCALE', 'sk-SK'],
  ['X', '[{"type":"prompt","key":"text","node_ids":["6"]}]'],
  ['X', '{"max_tokens":100,"api_key":""}'],
])('%s: %s is none', (name, value) => {
  expect(said({ [name]: value })).toEqual([]);
});

test('no default of the release is a secret', () => {
  const defaults = Object.values(upstreamVariables).flatMap(({ default: value }) => (oneLine(value) ? [value] : []));
  expect(said(Object.fromEntries(defaults.map((value, index) => [`X${index}`, value])))).toEqual([]);
});

test('of the names that look secret, these alone may be text', () => {
  const looks = Object.keys(upstreamVariables).filter((name) => /KEY|TOKEN|SECRET|PASS|CRED|DSN|HEADERS/.test(name));
  const taken = (name: string): boolean =>
    tryDefineDeployment({ ...awsSpec, extra: { [name]: 'text' } }).deployment !== undefined;
  expect(looks.filter(taken)).toEqual([
    'LICENSE_PUBLIC_KEY',
    'RAG_SOURCE_METADATA_KEYS',
    'RAG_TOKENIZER_MODEL',
    'SEARXNG_CLIENT_KEY_FILE',
    'TIKTOKEN_CACHE_DIR',
    'TIKTOKEN_ENCODING_NAME',
    'VALKEY_COLLECTION_PREFIX',
    'VALKEY_DISTANCE_METRIC',
    'VALKEY_INDEX_TYPE',
    'VALKEY_URL',
  ]);
});
