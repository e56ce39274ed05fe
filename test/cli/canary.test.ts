import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../../src/cli/check';
import { synth } from '../../src/cli/synth';
import { contents, owui, root } from './run';
import type { Run } from './run';

const canary = 'CANARY0s3cr3t0value0that0must0never0come0out';
const fleet = readFileSync(join(root, 'examples/fleet/fleet.yaml'), 'utf8');
const privateKey = `-----BEGIN PRIVATE KEY-----\n${canary}\n-----END PRIVATE KEY-----`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'owui-canary-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Places of the fleet file where people put secrets, each as a change of the example. */
const places: Readonly<Record<string, (text: string) => string>> = {
  'a key beside a model’s URL': (text) =>
    text.replace('- url: https://api.openai.com/v1', `- { url: https://api.openai.com/v1, apiKey: ${canary} }`),
  'the user of a URL': (text) => text.replace('https://api.openai.com', `https://${canary}@api.openai.com`),
  'the password of a URL': (text) => text.replace('http://vllm', `http://user:${canary}@vllm`),
  'the query of a URL': (text) => text.replace('openai.com/v1', `openai.com/v1?api_key=${canary}`),
  'a database password': (text) => text.replace('kind: external,', `kind: external, password: ${canary},`),
  'the host of a database': (text) =>
    text.replace('host: pg.globex.example', `host: "postgresql://globex:${canary}@pg.globex.example"`),
  'the host of Redis': (text) =>
    text.replace('host: redis.globex.example', `host: "default:${canary}@redis.globex.example"`),
  'the client secret': (text) =>
    text.replace('clientId: open-webui', `clientId: open-webui\n        clientSecret: ${canary}`),
  'the bind password': (text) => text.replace('searchBase:', `bindPassword: ${canary}\n        searchBase:`),
  'the administrator’s password': (text) =>
    text.replace('{ email: admin@acme.example }', `{ email: admin@acme.example, password: ${canary} }`),
  'the administrator’s e-mail': (text) => text.replace('{ email: admin@acme.example }', `{ email: "admin:${canary}" }`),
  'a secret in place of its ARN': (text) =>
    text.replace('region: eu-west-1\n', `region: eu-west-1\n      secrets: { embeddingKey: ${canary} }\n`),
  'a private key among certificates': (text) =>
    text.replace(
      '        searchBase:',
      `        ca: |\n${privateKey.replace(/^/gm, '          ')}\n        searchBase:`,
    ),
  'the name of a store': (text) => text.replace('store: { name: vault }', `store: { name: vault, token: ${canary} }`),
  'broken YAML': (text) => `${text}\n  secret: ${canary}: ${canary}\n\t- ${canary}\n`,
  'a file of something else': () => canary,
  'an environment file': () => `OPENAI_API_KEY=${canary}\nWEBUI_SECRET_KEY=${canary}\n`,
};

function judge({ code, stdout, stderr }: Run): void {
  expect(code).toBe(1);
  expect(`${stdout}${stderr}`).not.toContain('CANARY');
}

function writePlace(change: (text: string) => string): string {
  const file = join(folder, 'fleet.yaml');
  const text = change(fleet);
  expect(text).toContain(canary);
  writeFileSync(file, text);
  return file;
}

/** Runs a command in this process, which is quick, and catches what it says. */
async function inProcess(command: () => number | Promise<number>): Promise<Run> {
  const said: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0),
  );
  try {
    const code = await command();
    expect(said).not.toEqual([]);
    return { code, stdout: said.join(''), stderr: '' };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

test.each(Object.entries(places))('%s never comes out', async (_, change) => {
  const file = writePlace(change);
  for (const format of ['table', 'json', 'sarif'] as const)
    judge(await inProcess(() => check(file, { format, strict: false, asOf: '2026-11-22' })));
  judge(await inProcess(() => synth(file, { tenant: [], target: 'all', out: join(folder, 'out') })));
});

// As people run it, for two places: one that the reader of YAML finds, one that the model finds.
test.each(['broken YAML', 'a key beside a model’s URL'])(
  '%s never comes out of a process',
  (name) => {
    const file = writePlace(places[name] ?? String);
    judge(owui(['check', file]));
    judge(owui(['check', file, '--format', 'json']));
    judge(owui(['check', file, '--format', 'sarif']));
    judge(owui(['synth', file, '--out', join(folder, 'out')]));
  },
  60_000,
);

test('what the environment holds never comes out', () => {
  const names = [
    'OPENAI_API_KEY',
    'WEBUI_SECRET_KEY',
    'DATABASE_PASSWORD',
    'REDIS_URL',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'PGPASSWORD',
  ];
  const out = join(folder, 'environment');
  const env = Object.fromEntries(names.map((name) => [name, canary]));
  const { code, stdout, stderr } = owui(['synth', join(root, 'examples/fleet/fleet.yaml'), '--out', out], { env });
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).not.toContain('CANARY');
  for (const [path, content] of Object.entries(contents(out)))
    expect([path, content.includes('CANARY')]).toEqual([path, false]);
}, 60_000);

test('every variable that holds a secret is a reference in the output', () => {
  const out = join(folder, 'references');
  expect(owui(['synth', join(root, 'examples/fleet/fleet.yaml'), '--out', out])).toMatchObject({ code: 0 });
  const literal =
    /"?(?:name|Name)"?: "?(\w*(?:PASSWORD|SECRET|_KEY|_KEYS|TOKEN)\w*)"?,?\n\s*"?(?:value|Value)"?: (.*)/g;
  const written = Object.values(contents(out)).flatMap((content) =>
    [...content.matchAll(literal)].map(([, name, value]) => ({ name, value })),
  );
  // Switches and joined references are values too; what they hold is no secret.
  const harmless = written.filter(
    ({ name, value }) =>
      !/^(?:"?(?:true|false)"?,?|"?\$\(SECRET_\w+\)(?:;\$\(SECRET_\w+\))*"?)$/.test(value ?? '') &&
      !/^(?:S3_KEY_PREFIX|REDIS_KEY_PREFIX|PASSWORD_(?:HASH_ALGORITHM|VALIDATION_\w+)|\w+_EXPIRES_IN)$/.test(
        name ?? '',
      ),
  );
  expect(harmless).toEqual([]);
}, 60_000);
