import fc from 'fast-check';
import { defineFleet, has } from '../../src/model';
import { merge } from '../../src/model/fleet';
import { awsSpec } from '../fixtures';

const { name, ...spec } = awsSpec;

test('mappings merge, lists and values replace', () => {
  const under = { a: { x: 1, y: [1, 2] }, b: 'under', c: 3 };
  const over = { a: { y: [9], z: 4 }, b: { now: 'a mapping' } };
  expect(merge(under, over)).toEqual({ a: { x: 1, y: [9], z: 4 }, b: { now: 'a mapping' }, c: 3 });
});

test('a choice of another kind replaces the whole choice', () => {
  const under = { exposure: { kind: 'allowList', cidrs: ['203.0.113.0/24'] } };
  expect(merge(under, { exposure: { kind: 'public' } })).toEqual({ exposure: { kind: 'public' } });
  expect(merge(under, { exposure: { kind: 'allowList' } })).toEqual(under);
});

test('an explicit nothing is kept, so that the schema can refuse it', () => {
  expect(merge({ a: { x: 1 } }, { a: null })).toEqual({ a: null });
});

test('merging nothing changes nothing, and merging twice is merging once', () => {
  const json = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { noNullPrototype: true });
  fc.assert(
    fc.property(json, json, (a, b) => {
      expect(merge(a, {})).toEqual(a);
      expect(merge({}, b)).toEqual(b);
      expect(merge(merge(a, b), b)).toEqual(merge(a, b));
    }),
  );
});

test.each([
  [['a', 'list', 0], true],
  [['a', 'list', 1], false],
  [['a', 'toString'], false],
  [[], true],
])('%j is written: %p', (path, expected) => {
  expect(has({ a: { list: [0] } }, path)).toBe(expected);
});

test('tenants come in the order of their names, whatever the order of the file', () => {
  const tenants = ['zeta', 'acme'].map((tenant) => ({
    name: tenant,
    spec: { ...spec, host: `${tenant}.example.com` },
  }));
  expect(defineFleet({ tenants }).deployments.map((deployment) => deployment.name)).toEqual(['acme', 'zeta']);
});

test('one bad tenant does not hide the problems of the others', () => {
  const tenants = [
    { name: 'one', spec: { ...spec, workers: 0 } },
    { name: 'two', spec: { ...spec, size: 'huge' } },
  ];
  expect(defineFleet({ tenants }).problems.map(({ tenant, code }) => [tenant, code])).toEqual([
    ['one', 'OutOfRange'],
    ['two', 'NotOneOf'],
  ]);
});

test('a tenant is named by its key alone', () => {
  expect(defineFleet({ tenants: [{ name: 'acme', spec: { ...spec, name } }] }).problems).toEqual([
    {
      tenant: 'acme',
      code: 'UnknownKey',
      path: ['name'],
      message: 'unknown key; a tenant is named by its key or its file',
    },
  ]);
});
