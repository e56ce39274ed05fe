import { secrets, tryDefineDeployment } from '../../../src/model';
import { formatProblem } from '../../../src/model/problem';
import { catalogue } from '../../../src/model/settings';
import { refusedNames, refusedVariables, reservedVariables } from '../../../src/model/settings/reserved';
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

const asked = 'expected one line of text, or a secret role such as { secret: licenseKey }';
const fix = 'quote numbers and switches; a role is letters and digits and begins with a small one';

test.each([
  [true, 'true'],
  ['two\nlines', 'other text'],
  ['{{resolve:secretsmanager:x}}', 'other text'],
  [{ secret: 'Not A Role' }, 'a mapping'],
  [{ secrets: 'licenseKey' }, 'a mapping'],
  [['a'], 'a list of 1'],
])('fails on %j, without showing it', (value, got) => {
  expect(tryDefineDeployment({ ...awsSpec, extra: { LICENSE_KEY: value } }).problems.map(formatProblem)).toEqual([
    `extra.LICENSE_KEY: ${asked}, got ${got}; ${fix}`,
  ]);
});

test('nothing that the package sets or refuses is a name of another kind', () => {
  const names = catalogue().map(({ variable }) => variable);
  expect(names.filter((name) => name in refusedVariables || refusedNames.test(name))).toEqual([]);
  expect(Object.keys(reservedVariables).filter((name) => name in refusedVariables || names.includes(name))).toEqual([]);
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
