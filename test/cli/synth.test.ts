import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contents, owui, root } from './run';

const fleet = join(root, 'examples/fleet/fleet.yaml');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'owui-synth-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function synth(out: string, ...rest: string[]): ReturnType<typeof owui> {
  return owui(['synth', fleet, '--out', join(folder, out), ...rest]);
}

test('the same fleet gives the same bytes, wherever, whenever and for whomever', () => {
  const places = [
    { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', HOME: join(folder, 'home-a') },
    {
      TZ: 'America/St_Johns',
      LANG: 'C',
      LC_ALL: 'C',
      HOME: join(folder, 'home-b'),
      CDK8S_DISABLE_SORT: '1',
      CDK8S_LEGACY_HASH: '1',
    },
  ];
  const [one, two] = places.map((env, index) => {
    const cwd = join(folder, `place-${index}`);
    mkdirSync(env.HOME);
    mkdirSync(cwd);
    cpSync(fleet, join(cwd, 'fleet.yaml'));
    expect(owui(['synth', 'fleet.yaml'], { cwd, env })).toMatchObject({ code: 0, stdout: '' });
    return contents(join(cwd, 'dist'));
  });
  expect(Object.keys(one ?? {})).toEqual(
    expect.arrayContaining(['aws/acme.template.json', 'kubernetes/tenants/globex/config.json', 'summary.json']),
  );
  expect(one).toEqual(two);
}, 120_000);

describe('an output folder', () => {
  let before: Record<string, string>;
  beforeAll(() => {
    expect(synth('out')).toMatchObject({ code: 0 });
    before = contents(join(folder, 'out'));
  }, 60_000);

  test('says what was written, each budget in a line, and the findings', () => {
    const { stderr } = synth('out');
    expect(stderr).toContain(`: 0 written, ${Object.keys(before).length - 1} unchanged, 0 deleted\n`);
    expect(stderr).toContain('  globex on kubernetes: 478 of 495 connections at worst');
    expect(stderr).toMatch(/\n3 tenants, no findings, 4 waived\n$/);
  }, 60_000);

  test('keeps every byte of a tenant when another is added', () => {
    const file = join(folder, 'more.yaml');
    const text = readFileSync(fleet, 'utf8');
    const globex = /\n {2}globex:\n[^]*?(?=\n\n)/.exec(text)?.[0] ?? '';
    writeFileSync(file, `${text}${globex.replaceAll('globex', 'hooli')}\n`);
    const out = join(folder, 'more');
    expect(owui(['synth', file, '--out', out])).toMatchObject({ code: 0 });
    const after = contents(out);
    const shared =
      /^(?:summary\.json|\.owui\.json|aws\/manifest\.json|kubernetes\/platform\/manifests\/kustomization\.yaml)$/;
    const changed = Object.keys(before).filter((path) => before[path] !== after[path]);
    expect(changed.filter((path) => !shared.test(path))).toEqual([]);
    expect(Object.keys(after)).toContain('kubernetes/tenants/hooli/config.json');
  }, 60_000);

  test('loses only files that we wrote and no longer do', () => {
    const out = join(folder, 'stale');
    cpSync(join(folder, 'out'), out, { recursive: true });
    writeFileSync(join(out, 'kubernetes/tenants/initech/notes.md'), 'mine');
    const file = join(folder, 'less.yaml');
    writeFileSync(file, readFileSync(fleet, 'utf8').replace(/\n {2}# Inside the company[^]*$/, '\n'));
    expect(owui(['synth', file, '--out', out])).toMatchObject({ code: 0 });
    const after = Object.keys(contents(out));
    expect(after.filter((path) => path.includes('initech'))).toEqual(['kubernetes/tenants/initech/notes.md']);
    expect(after).toContain('aws/acme.template.json');
  }, 60_000);

  test('keeps the files of tenants and targets that were not asked for', () => {
    const out = join(folder, 'some');
    cpSync(join(folder, 'out'), out, { recursive: true });
    const file = join(folder, 'changed.yaml');
    writeFileSync(
      file,
      readFileSync(fleet, 'utf8').replaceAll('size: small', 'size: large').replaceAll('size: large', 'size: standard'),
    );
    expect(owui(['synth', file, '--out', out, '--tenant', 'acme'])).toMatchObject({ code: 0 });
    const after = contents(out);
    expect(after['aws/acme.template.json']).not.toBe(before['aws/acme.template.json']);
    const others = Object.keys(before).filter((path) => /initech|globex/.test(path));
    expect(others.filter((path) => after[path] !== before[path])).toEqual([]);
    const { artifacts } = JSON.parse(after['aws/manifest.json'] ?? '') as { artifacts: object };
    expect(Object.keys(artifacts)).toEqual(expect.arrayContaining(['acme', 'initech']));
  }, 60_000);

  test('takes a tenant that left AWS from the assembly, and the assembly with the last of them', () => {
    const out = join(folder, 'left');
    cpSync(join(folder, 'out'), out, { recursive: true });
    const file = join(folder, 'left.yaml');
    const stacks = (): string[] => {
      const { artifacts } = JSON.parse(contents(out)['aws/manifest.json'] ?? '') as { artifacts: object };
      return Object.keys(artifacts).filter((id) => /acme|initech/.test(id));
    };
    const text = readFileSync(fleet, 'utf8').replace(/ {4}aws:\n {6}account: '444455556666'\n(?: {6}.*\n)*/, '');
    writeFileSync(file, text);
    expect(owui(['synth', file, '--out', out, '--tenant', 'initech'])).toMatchObject({ code: 0 });
    expect(Object.keys(contents(out)).filter((path) => path.startsWith('aws/initech'))).toEqual([]);
    expect(stacks()).toEqual(['acme.assets', 'acme']);
    writeFileSync(file, text.replace(/ {2}# Small and public[^]*?(?= {2}# Large)/, ''));
    expect(owui(['synth', file, '--out', out])).toMatchObject({ code: 0 });
    expect(existsSync(join(out, 'aws'))).toBe(false);
  }, 60_000);
});

test('refuses a folder with files that are not ours, and leaves it as it is', () => {
  const out = join(folder, 'foreign');
  mkdirSync(out);
  writeFileSync(join(out, 'precious.txt'), 'mine');
  const { code, stderr } = synth('foreign');
  expect(code).toBe(1);
  expect(stderr).toBe(
    `--out: expected an empty folder or one that owui made, got ${out} with other files; choose another\nnothing was written\n`,
  );
  expect(contents(out)).toEqual({ 'precious.txt': 'mine' });
}, 60_000);

test('refuses to replace a file of yours in a folder of ours', () => {
  const out = join(folder, 'mixed');
  mkdirSync(join(out, 'kubernetes'), { recursive: true });
  writeFileSync(join(out, '.owui.json'), '{ "files": [] }');
  writeFileSync(join(out, 'summary.json'), 'mine');
  const { code, stderr } = synth('mixed');
  expect(code).toBe(1);
  expect(stderr).toContain(
    `--out: expected no file of yours where one of ours goes, got ${join(out, 'summary.json')}; move it away`,
  );
  expect(readFileSync(join(out, 'summary.json'), 'utf8')).toBe('mine');
}, 60_000);

test.each(['{ "files": ["../precious.txt"] }', '{ "files": "all" }', 'not JSON'])(
  'a marker that is not ours deletes nothing: %s',
  (text) => {
    const out = mkdtempSync(join(folder, 'marker-'));
    writeFileSync(join(folder, 'precious.txt'), 'mine');
    writeFileSync(join(out, '.owui.json'), text);
    const { code, stderr } = owui(['synth', fleet, '--out', out]);
    expect(code).toBe(1);
    expect(stderr).toContain('--out: expected a list of files in');
    expect(existsSync(join(folder, 'precious.txt'))).toBe(true);
  },
  60_000,
);

test('writes nothing for a fleet with problems or errors', () => {
  const bad = join(folder, 'bad.yaml');
  writeFileSync(bad, readFileSync(fleet, 'utf8').replace('size: small', 'size: tiny'));
  const loose = join(folder, 'loose.yaml');
  writeFileSync(
    loose,
    readFileSync(fleet, 'utf8').replace(/ {2}accept:\n {4}- rule: ImageNotPinned[^]*?(?=\n\ntenants)/, ''),
  );
  for (const file of [bad, loose]) {
    const { code, stderr } = owui(['synth', file, '--out', join(folder, 'nothing')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/nothing was written\n$/);
  }
  expect(readdirSync(folder)).not.toContain('nothing');
});

test('an unknown tenant is wrong usage, and the message names the nearest', () => {
  const { code, stderr } = synth('unknown', '--tenant', 'acne');
  expect({ code, stderr }).toEqual({ code: 2, stderr: `--tenant: no tenant acne in ${fleet}; did you mean acme?\n` });
});

test('what the file system refuses is no fault of ours', () => {
  const { code, stderr } = owui(['synth', fleet, '--out', join(fleet, 'out')]);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `--out: expected a folder that can be written, got ENOTDIR at ${join(fleet, 'out')}; choose another or mend this one\nnothing was written\n`,
  });
}, 60_000);
