import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { parse } from 'yaml';
import { owui, root } from './run';

const minimal = 'examples/minimal/fleet.yaml';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'owui-check-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function withMinimal(change: (text: string) => string): string {
  const file = join(folder, 'fleet.yaml');
  writeFileSync(file, change(readFileSync(join(root, minimal), 'utf8')));
  return file;
}

test('a good fleet is fine, and words go to standard error', () => {
  const { code, stdout, stderr } = owui(['check', minimal, '--as-of', '2026-11-22']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toContain(
    '  aws: 181 of 181 connections at worst, 109 realistic, 0 left (pool 13 + 7, limit 189, at most 2 replicas)',
  );
  expect(stderr).toMatch(/\n1 tenant, no findings as of 2026-11-22\n$/);
});

test('what a target cannot do, or does otherwise, is said', () => {
  const { stderr } = owui(['check', minimal]);
  expect(stderr).toMatch(/^ {4}impossible: header .*Permissions-Policy/m);
  expect(stderr).toMatch(/^ {4}equivalent: identityHeader /m);
});

test('problems end with 1 and all of them', () => {
  const file = withMinimal((text) => text.replace('size: small', 'size: tiny\n    workers: 0'));
  const { code, stdout, stderr } = owui(['check', file]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toBe(
    `${file}:5:5 tenants.chat.size: expected one of small, standard, large, got "tiny" [NotOneOf]\n` +
      `${file}:6:5 tenants.chat.workers: expected a whole number from 1 to 16, got 0 [OutOfRange]\n` +
      '2 problems\n',
  );
});

test('a finding of severity error ends with 1', () => {
  const file = withMinimal((text) => text.replace(/ {4}accept:[^]*$/, ''));
  const { code, stderr } = owui(['check', file, '--as-of', '2026-11-22']);
  expect(code).toBe(1);
  expect(stderr).toContain(`${file}:3:3 error: tenants.chat.image.digest: expected the digest of `);
});

test('a waiver past its end is a warning of check alone', () => {
  const { code, stderr } = owui(['check', minimal, '--as-of', '2028-01-01']);
  expect(code).toBe(0);
  expect(stderr).toContain('warning: tenants.chat.accept[0].until: expected 2028-01-01 or later, got 2027-12-31;');
});

test('JSON on standard output, and nothing else anywhere', () => {
  const { code, stdout, stderr } = owui(['check', minimal, '--format', 'json', '--as-of', '2026-11-22']);
  const report = JSON.parse(stdout) as {
    asOf: string;
    problems: unknown[];
    tenants: { name: string; waived: { code: string }[] }[];
  };
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(report.problems).toEqual([]);
  expect(report.tenants.map(({ name, waived }) => [name, waived.map((one) => one.code)])).toEqual([
    ['chat', ['ImageNotPinned']],
  ]);
});

test('SARIF points at file, line and column', () => {
  const file = withMinimal((text) => text.replace('size: small', 'size: tiny'));
  const { code, stdout, stderr } = owui(['check', file, '--format', 'sarif']);
  const { version, runs } = JSON.parse(stdout) as { version: string; runs: { results: unknown[] }[] };
  expect({ code, stderr, version }).toEqual({ code: 1, stderr: '', version: '2.1.0' });
  expect(runs[0]?.results).toEqual([
    {
      ruleId: 'NotOneOf',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'tenants.chat.size: expected one of small, standard, large, got "tiny"' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: `file://${file}` },
            region: { startLine: 5, startColumn: 5 },
          },
        },
      ],
    },
  ]);
});

test.each([
  [['check']],
  [['check', minimal, '--format', 'xml']],
  [['check', minimal, '--as-of', 'tomorrow']],
  [['check', minimal, '--as-of', '2027-13-01']],
  [['check', minimal, '--as-of', '2026-02-31']],
  [['frobnicate']],
  [['synth', minimal, '--target', 'nomad']],
])('wrong usage ends with 2: %j', (args) => {
  const { code, stdout, stderr } = owui(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^error: /);
});

test('the schema takes the examples, and refuses what no editor should let pass', () => {
  const { code, stdout, stderr } = owui(['schema']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(stdout) as object);
  for (const example of ['minimal', 'fleet']) {
    expect(validate(parse(readFileSync(join(root, 'examples', example, 'fleet.yaml'), 'utf8')))).toBe(true);
  }
  expect(validate({ tenants: { acme: { replcas: 1 } } })).toBe(false);
  expect(validate({ tenants: { acme: { size: 'huge' } } })).toBe(false);
  expect(validate({ tenants: {} })).toBe(false);
  expect(validate({ tenants: 'tenants/*.yaml' })).toBe(true);
});

test('no stack trace for a folder in place of a file', () => {
  const { code, stderr } = owui(['check', folder]);
  expect(code).toBe(1);
  expect(stderr).toBe(`${folder} expected a file, got a folder or device; check the name [Unreadable]\n1 problem\n`);
});

test('strict takes a warning for an error', () => {
  const file = withMinimal((text) => text.replace('    accept:', '    rollout: rolling\n    accept:'));
  expect(owui(['check', file, '--as-of', '2026-11-22']).code).toBe(0);
  const { code, stderr } = owui(['check', file, '--strict', '--as-of', '2026-11-22']);
  expect(code).toBe(1);
  expect(stderr).toContain('error: tenants.chat.rollout: expected recreate, got rolling;');
});

test('the ages of secrets are shown, the shortest first, and none where a new value changes nothing', () => {
  const file = withMinimal((text) =>
    text.replace('    accept:', '    secrets: { rotateEvery: { signingKey: 90d } }\n    accept:'),
  );
  const { stderr } = owui(['check', file]);
  expect(stderr.match(/rotate every .*/g)).toEqual([
    'rotate every 90d: signingKey',
    'rotate every 180d: oauthClientInfoKey, oauthSessionTokenKey, redisPassword, openaiKeyApiOpenaiCom, embeddingKey',
  ]);
});
