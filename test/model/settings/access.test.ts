import { environment } from '../../../src/model';
import type { DeploymentSpec } from '../../../src/model';
import { onAws } from '../../fixtures';

const all: Readonly<Record<string, Partial<DeploymentSpec>>> = {
  BYPASS_ADMIN_ACCESS_CONTROL: { access: { adminBypass: true } },
  ENABLE_ADMIN_CHAT_ACCESS: { access: { adminChatAccess: true } },
  ENABLE_ADMIN_EXPORT: { access: { adminExport: true } },
  ENABLE_ADMIN_ANALYTICS: { access: { adminAnalytics: true } },
  BYPASS_MODEL_ACCESS_CONTROL: { access: { modelBypass: true } },
  BYPASS_RETRIEVAL_ACCESS_CONTROL: { access: { retrievalBypass: true } },
  ENABLE_RETRIEVAL_UNSCOPED_COLLECTIONS: { access: { unscopedCollections: true } },
  ENABLE_PUBLIC_ACTIVE_USERS_COUNT: { access: { activeUsersCount: true } },
  ENABLE_COMMUNITY_SHARING: { sharing: { community: true } },
};

test.each(Object.entries(all))('%s is off, and on by %j', (name, changes) => {
  expect(environment(onAws(), 'aws')[name]).toEqual(['false']);
  expect(environment(onAws(changes), 'aws')[name]).toEqual(['true']);
});

test.each([
  ['nobody', 'false'],
  ['members', 'members'],
  ['everybody', 'true'],
] as const)('%s may share with a new group: %s', (groups, value) => {
  expect(environment(onAws({ sharing: { groups } }), 'aws')['DEFAULT_GROUP_SHARE_PERMISSION']).toEqual([value]);
});

test('members alone share with a new group by default', () => {
  expect(environment(onAws(), 'aws')['DEFAULT_GROUP_SHARE_PERMISSION']).toEqual(['members']);
});
