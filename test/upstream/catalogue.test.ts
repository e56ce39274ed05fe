import { environment } from '../../src/model';
import { catalogue } from '../../src/model/settings';
import { areas } from '../../src/model/settings/derived';
import { leavesOf } from '../../src/model/settings/leaves';
import { reservedVariables } from '../../src/model/settings/reserved';
import { deploymentSpec } from '../../src/model/spec';
import { upstreamSeparator, upstreamVariables } from '../../src/model/upstream-variables';
import { example } from '../fixtures';

/** Variables that libraries of the application read, not the application. */
const ofLibraries: Readonly<Record<string, string>> = {
  ANONYMIZED_TELEMETRY: 'Chroma',
  AWS_DEFAULT_REGION: 'boto',
  DO_NOT_TRACK: 'libraries of many makers',
  HOME: 'Python',
  PGAPPNAME: 'libpq',
  PGSSLMODE: 'libpq',
  PGSSLROOTCERT: 'libpq',
  REQUESTS_CA_BUNDLE: 'requests',
  SCARF_NO_ANALYTICS: 'Scarf',
  UVICORN_TIMEOUT_GRACEFUL_SHUTDOWN: 'Uvicorn',
  UVICORN_TIMEOUT_KEEP_ALIVE: 'Uvicorn',
};

const entries = catalogue();

test('no variable has two entries', () => {
  const names = [
    ...leavesOf(deploymentSpec).map(({ setting }) => setting.variable),
    ...areas.flatMap((area) => Object.keys(area)),
    ...Object.keys(reservedVariables),
  ];
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('every entry is a variable that the release reads, or one that a library reads', () => {
  const names = [...entries.map(({ variable }) => variable), ...Object.keys(reservedVariables)];
  expect(names.filter((name) => !(name in upstreamVariables) && !(name in ofLibraries))).toEqual([]);
  expect(Object.keys(ofLibraries).filter((name) => name in upstreamVariables || !names.includes(name))).toEqual([]);
});

/** Types of the catalogue that a way of reading takes. */
const fitting: Readonly<Record<string, readonly string[]>> = {
  boolean: ['boolean'],
  integer: ['integer'],
  number: ['integer', 'number'],
  list: ['list'],
  json: ['list', 'mapping', 'text'],
  path: ['text', 'boolean'],
  text: ['text', 'integer'],
};

/** Text for the release, which hands it on to who reads it as a list: an identity provider, OpenSSL, a later `json.loads`. */
const handedOn: Readonly<Record<string, string>> = {
  GITHUB_CLIENT_SCOPE: ' ',
  GOOGLE_OAUTH_SCOPE: ' ',
  LDAP_CIPHERS: ':',
  MICROSOFT_OAUTH_SCOPE: ' ',
  OAUTH_BLOCKED_GROUPS: 'JSON',
  OAUTH_SCOPES: ' ',
};

const settings = leavesOf(deploymentSpec).filter(({ setting }) => setting.variable in upstreamVariables);

test.each(settings.map(({ setting, path }) => [`${setting.variable} at ${path.join('.')}`, setting] as const))(
  '%s is written as the release reads it',
  (_, { variable, separator, json, words }) => {
    const reader = handedOn[variable];
    if (reader !== undefined) {
      expect(json ? 'JSON' : separator).toBe(reader);
      return;
    }
    const upstream = upstreamVariables[variable];
    const type = entries.find((entry) => entry.variable === variable)?.type ?? '';
    expect(fitting[upstream?.parse ?? '']).toContain(words ? 'text' : type);
    expect({ separator }).toEqual({ separator: upstreamSeparator(variable) });
  },
);

test('what a setting allows is what the release allows', () => {
  const wrong = settings.flatMap(({ setting: { variable, words } }) => {
    const allowed = upstreamVariables[variable]?.values;
    const values = entries.find((entry) => entry.variable === variable)?.values ?? [];
    return values
      .map((value) => words?.[value] ?? value)
      .filter((value) => allowed !== undefined && !allowed.includes(value))
      .map((value) => `${variable}=${value}`);
  });
  expect(wrong).toEqual([]);
});

test('every variable of an environment is in the catalogue, or always the same', () => {
  const known = [...entries.map(({ variable }) => variable), ...Object.keys(reservedVariables)];
  for (const deployment of [...example('fleet'), ...example('minimal')]) {
    for (const target of ['aws', 'kubernetes'] as const) {
      if (deployment[target] === undefined) continue;
      expect(Object.keys(environment(deployment, target)).filter((name) => !known.includes(name))).toEqual([]);
    }
  }
});
