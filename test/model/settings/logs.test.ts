import { written } from './written';

test.each([
  ['GLOBAL_LOG_LEVEL', 'INFO'],
  ['LOG_FORMAT', 'json'],
  ['LOGURU_DIAGNOSE', 'false'],
])('%s is %s by default', (name, value) => {
  expect(written({}, name)).toBe(value);
});

test.each([
  ['debug', 'DEBUG'],
  ['info', 'INFO'],
  ['warning', 'WARNING'],
  ['error', 'ERROR'],
  ['critical', 'CRITICAL'],
] as const)('level %s is %s to the release', (level, word) => {
  expect(written({ logs: { level } }, 'GLOBAL_LOG_LEVEL')).toBe(word);
});

test('form and diagnosis follow their keys', () => {
  expect(written({ logs: { format: 'text' } }, 'LOG_FORMAT')).toBe('text');
  expect(written({ logs: { diagnose: true } }, 'LOGURU_DIAGNOSE')).toBe('true');
});
