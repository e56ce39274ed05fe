import { locate } from '../../src/fleet-file/located';

const shown = (key: string): string => {
  const { path } = locate(
    { code: 'A', severity: 'problem', message: 'a', path: ['extra', key, 0] },
    'a.yaml',
    undefined,
  );
  return path.join('.');
};

test.each(['updatePictureOnLogin', 'mergeAccountsByEmail', 'AUTOMATIC1111_API_AUTH', 'OTEL_PYTHON_LOG_LEVEL_V2_NAME'])(
  'the key %s is shown',
  (key) => {
    expect(shown(key)).toBe(`extra.${key}.0`);
  },
);

test.each([
  'sk-proj-ABCDEFG',
  'ghp_abc123',
  'AKIAIOSFODNN7EXAMPLE',
  'ABCD1234EFGH5678IJKL9012',
  'A_BCD1234EFGH5678IJKL9012',
  'canary0123456789abcdef',
])('the key %s is not', (key) => {
  expect(shown(key)).toBe('extra.***.0');
});
