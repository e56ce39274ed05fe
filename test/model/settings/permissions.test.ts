import { defineDeployment, environment } from '../../../src/model';
import type { DeploymentSpec } from '../../../src/model';
import { merge } from '../../../src/model/fleet';
import { leavesOf } from '../../../src/model/settings/leaves';
import { deploymentSpec } from '../../../src/model/spec';
import { upstreamVariables } from '../../../src/model/upstream-variables';
import { awsSpec, onAws } from '../../fixtures';

const prefix = 'USER_PERMISSIONS_';
const names = Object.keys(upstreamVariables).filter((name) => name.startsWith(prefix));

const permissions = leavesOf(deploymentSpec).filter(({ setting }) => setting.variable.startsWith(prefix));

test('every permission of the release stands in the tree once, and no other', () => {
  expect(permissions.map(({ setting }) => setting.variable).sort()).toEqual([...names].sort());
  expect(names.length).toBeGreaterThan(60);
  expect(permissions.every(({ path: [section] }) => section === 'permissions')).toBe(true);
});

/** What people may do by default, behind the prefix. All else is off. */
const on = [
  'ACCESS_GRANTS_ALLOW_GROUPS',
  'ACCESS_GRANTS_ALLOW_USERS',
  'CHAT_CALL',
  'CHAT_CONTINUE_RESPONSE',
  'CHAT_CONTROLS',
  'CHAT_DELETE',
  'CHAT_DELETE_MESSAGE',
  'CHAT_EDIT',
  'CHAT_EXPORT',
  'CHAT_FILE_UPLOAD',
  'CHAT_IMPORT',
  'CHAT_MULTIPLE_MODELS',
  'CHAT_PARAMS',
  'CHAT_RATE_RESPONSE',
  'CHAT_REGENERATE_RESPONSE',
  'CHAT_SHARE',
  'CHAT_STT',
  'CHAT_SYSTEM_PROMPT',
  'CHAT_TEMPORARY',
  'CHAT_TTS',
  'FEATURES_CALENDAR',
  'FEATURES_CHANNELS',
  'FEATURES_FOLDERS',
  'FEATURES_MEMORIES',
  'FEATURES_NOTES',
  'SETTINGS_INTERFACE',
];

const hardened = environment(onAws(), 'aws');

test.each(names)('%s is written, hardened', (name) => {
  expect(hardened[name]).toEqual([String(on.includes(name.slice(prefix.length)))]);
});

test('nothing is on that the release leaves off', () => {
  expect(on.filter((name) => upstreamVariables[prefix + name]?.default !== 'True')).toEqual([]);
});

test.each(permissions.map(({ path, setting }) => [path.join('.'), setting.variable, path] as const))(
  '%s decides %s alone',
  (_, variable, path) => {
    const value = hardened[variable]?.[0] !== 'true';
    const change = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
    const after = environment(defineDeployment(merge(awsSpec, change) as DeploymentSpec), 'aws');
    expect(after).toEqual({ ...hardened, [variable]: [String(value)] });
  },
);
