import { tryDefineDeployment } from '../../../src/model';
import { formatProblem } from '../../../src/model/problem';
import { awsSpec } from '../../fixtures';
import { written } from './written';

test.each([
  ['AUDIT_LOG_LEVEL', 'METADATA'],
  ['ENABLE_AUDIT_STDOUT', 'true'],
  ['ENABLE_AUDIT_LOGS_FILE', 'false'],
  ['AUDIT_LOGS_FILE_PATH', '/data/audit.log'],
  ['AUDIT_LOG_FILE_ROTATION_SIZE', '10 MB'],
  ['MAX_BODY_LOG_SIZE', '2048'],
  ['AUDIT_EXCLUDED_PATHS', ''],
  ['AUDIT_INCLUDED_PATHS', undefined],
  ['ENABLE_AUDIT_GET_REQUESTS', 'false'],
  ['AUDIT_UVICORN_LOGGER_NAMES', 'uvicorn.access'],
])('%s is %s by default', (name, value) => {
  expect(written({}, name)).toBe(value);
});

test.each([
  ['none', 'NONE'],
  ['metadata', 'METADATA'],
  ['request', 'REQUEST'],
  ['requestResponse', 'REQUEST_RESPONSE'],
] as const)('level %s is %s to the release', (level, word) => {
  expect(written({ audit: { level } }, 'AUDIT_LOG_LEVEL')).toBe(word);
});

test('routes are joined as upstream splits them', () => {
  expect(written({ audit: { excludedPaths: ['/chats', '/folders'] } }, 'AUDIT_EXCLUDED_PATHS')).toBe('/chats,/folders');
  expect(written({ audit: { includedPaths: ['/users'] } }, 'AUDIT_INCLUDED_PATHS')).toBe('/users');
});

test.each([
  [
    { file: { path: '/app/audit.log' } },
    'audit.file.path: expected a file in /data or /tmp, got "/app/audit.log"; nothing else can be written to',
  ],
  [
    { file: { path: '/data/../app/audit.log' } },
    'audit.file.path: expected a file in /data or /tmp, got "/data/../app/audit.log"; nothing else can be written to',
  ],
  [
    { file: { rotationSize: '10 days' } },
    'audit.file.rotationSize: expected a size such as 10 MB, got "10 days"; write a number and KB, MB or GB',
  ],
  [
    { excludedPaths: ['/(chats'] },
    'audit.excludedPaths[0]: expected the beginning of a route behind /api or /api/v1, such as /chats, got "/(chats"; leave out /api, and write no regular expression',
  ],
])('fails on %j', (audit, message) => {
  expect(tryDefineDeployment({ ...awsSpec, audit }).problems.map(formatProblem)).toEqual([message]);
});
