import { keepStacks } from '../../src/cli/earlier-stacks';
import { NotOurs } from '../../src/cli/output-folder';
import type { OutputFile } from '../../src/model/output-file';

const path = 'aws/manifest.json';

function manifest(artifacts: object): string {
  return JSON.stringify({ version: '1', artifacts });
}

function artifactsOf(files: readonly OutputFile[]): [string, unknown][] {
  const content = files.find((file) => file.path === path)?.content ?? '';
  return Object.entries((JSON.parse(content) as { artifacts: object }).artifacts);
}

const earlier = manifest({
  acme: 'old',
  'globex.assets': 'old',
  globex: 'old',
  initech: 'old',
  'initech.assets': 'old',
});

test('stacks that were not asked for are kept, new ones win, ones that left are gone', () => {
  const template = { path: 'aws/acme.template.json', content: '{}' };
  const files = [template, { path, content: manifest({ hooli: 'new', acme: 'new' }) }];
  const merged = keepStacks(files, earlier, ['acme', 'hooli', 'initech']);
  expect(merged).toContainEqual(template);
  expect(artifactsOf(merged)).toEqual([
    ['acme', 'new'],
    ['globex.assets', 'old'],
    ['globex', 'old'],
    ['hooli', 'new'],
  ]);
});

test('a stack leaves also when nothing new is on AWS', () => {
  expect(artifactsOf(keepStacks([], earlier, ['acme', 'initech'])).map(([id]) => id)).toEqual([
    'globex.assets',
    'globex',
  ]);
});

test.each(['not JSON', '{}', 'null'])('an earlier manifest that is none is refused: %s', (text) => {
  expect(() => keepStacks([], text, [])).toThrow(NotOurs);
});
