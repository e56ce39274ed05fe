import { nearest, show, suggest } from '../../src/model/messages';

test.each([
  [undefined, 'nothing'],
  [null, 'nothing'],
  [0, '0'],
  [false, 'false'],
  ['', '""'],
  ['tiny', '"tiny"'],
  [[], 'an empty list'],
  [[1, 2], 'a list of 2'],
  [{ a: 1 }, 'a mapping'],
  ['one\ntwo', 'text of several lines'],
  ['x'.repeat(80), `"${'x'.repeat(60)}…"`],
  ['https://user:CANARY@host/path', '"https://***@host/path"'],
  ['user:CAN/ARY@host', '"***@host"'],
  ['https://host/?key=CANARY', '"https://host/?***"'],
  ['https://host/#CANARY', '"https://host/?***"'],
  ['sk-proj-CANARY0123456789abcdef', '"***"'],
  ['sk-proj-ABCDEFG', '"***"'],
  ['Bearer ghp_abc', '"Bearer ***"'],
  ['task-force', '"task-force"'],
  ['Bearer CANARY0123456789abcdef', '"Bearer ***"'],
])('%p is shown as %s', (value, expected) => {
  expect(show(value)).toBe(expected);
});

test.each([
  ['replcas', 'replicas'],
  ['Host', 'host'],
  ['xyzzy', undefined],
])('the nearest to %s is %p', (name, expected) => {
  expect(nearest(name, ['replicas', 'host', 'size'])).toBe(expected);
});

test('where nothing is near, the choice is named in order', () => {
  expect(suggest('xyzzy', ['size', 'host'])).toBe('expected one of host, size');
});
