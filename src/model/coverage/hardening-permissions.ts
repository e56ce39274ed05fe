import { demands, refusal, rules, section, settings, upstream } from './measure';
import type { Measure } from './measure';

const workspace = (what: string): string => `USER_PERMISSIONS_WORKSPACE_${what}_ACCESS`;

/** API keys, roles, sharing and the workspace. */
export const permissions: readonly Measure[] = [
  ...section('hardening', 'API Keys', [
    {
      lines: [114, 115, 116],
      measure: 'Keys that act for their owner are off unless somebody needs them',
      answers: [...settings('ENABLE_API_KEYS')],
      note: 'They are off for everybody, administrators too, and not only for other users.',
    },
  ]),
  ...section('hardening', 'Endpoint restrictions', [
    {
      lines: [118, 119],
      measure: 'A key opens only the routes that it is for',
      answers: [
        ...settings('ENABLE_API_KEYS_ENDPOINT_RESTRICTIONS', 'API_KEYS_ALLOWED_ENDPOINTS'),
        ...rules('ApiKeysUnrestricted', 'ApiKeysOpenNothing'),
      ],
      note: 'With restrictions on and no route listed, every key would be refused everywhere; that is a problem here.',
    },
  ]),
  ...section('hardening', 'User permissions', [
    {
      lines: [122],
      measure: 'Ordinary users make keys only where that is allowed',
      answers: [...settings('USER_PERMISSIONS_FEATURES_API_KEYS', 'ENABLE_API_KEYS')],
      note: 'Both variables are needed: this one alone opens nothing while keys are off.',
    },
  ]),
  ...section('hardening', 'Access Control', [
    {
      lines: [123],
      measure: 'Rights come from roles, groups and grants on single resources',
      answers: [
        ...settings('DEFAULT_USER_ROLE', 'BYPASS_MODEL_ACCESS_CONTROL', 'BYPASS_RETRIEVAL_ACCESS_CONTROL'),
        ...rules('ModelAccessBypass', 'RetrievalAccessBypass', 'UnscopedCollections', 'AdminBypass'),
        upstream('utils/access_control/__init__.py', 'has_permission', 'asks for the right on every request'),
      ],
    },
  ]),
  ...section('hardening', 'Roles', [
    {
      lines: [127],
      measure: 'Administrators can do everything, so they come from few places',
      answers: [
        ...settings('OAUTH_ADMIN_ROLES'),
        ...rules('AdminPathsOpen', 'NoAdministrator'),
        ...demands('entry:adminCidrs'),
        upstream('utils/auth.py', 'get_admin_user', 'refuses everybody else'),
      ],
    },
    {
      lines: [128],
      measure: 'Users chat with what was given to them',
      answers: [
        ...settings('BYPASS_MODEL_ACCESS_CONTROL'),
        upstream('utils/auth.py', 'get_verified_user', 'refuses everybody who is neither user nor administrator'),
      ],
    },
    {
      lines: [129],
      measure: 'Who is pending can do nothing',
      answers: [
        ...settings('DEFAULT_USER_ROLE'),
        upstream('utils/auth.py', 'VERIFIED_USER_ROLES', 'does not hold the role'),
      ],
    },
  ]),
  ...section('hardening', 'Key settings', [
    {
      lines: [131, 132],
      measure: 'New users are pending',
      answers: [...settings('DEFAULT_USER_ROLE')],
    },
    {
      lines: [133, 134],
      measure: 'Administrators do not pass by the grants on resources',
      answers: [...settings('BYPASS_ADMIN_ACCESS_CONTROL'), ...rules('AdminBypass')],
    },
    {
      lines: [135, 136],
      measure: 'Administrators do not read the chats of others',
      answers: [...settings('ENABLE_ADMIN_CHAT_ACCESS'), ...rules('AdminChatAccess')],
    },
    {
      lines: [137, 138],
      measure: 'Users see the models that were given to them alone',
      answers: [...settings('BYPASS_MODEL_ACCESS_CONTROL'), ...rules('ModelAccessBypass')],
    },
  ]),
  ...section('hardening', 'Data sharing and export', [
    {
      lines: [140, 141, 146],
      measure: 'Chats are not shared by link without a decision',
      answers: [
        ...settings(
          'ENABLE_COMMUNITY_SHARING',
          'USER_PERMISSIONS_CHAT_SHARE',
          'USER_PERMISSIONS_CHAT_ALLOW_PUBLIC_SHARING',
          'USER_PERMISSIONS_CHAT_ALLOW_OPEN_SHARING',
        ),
        ...rules('CommunitySharing', 'OpenSharing', 'PublicSharing'),
      ],
      note:
        'ENABLE_COMMUNITY_SHARING is about openwebui.com and about exporting statistics; links within a deployment are ' +
        'governed by the three permissions, of which the last opens a chat to people who have not signed in.',
    },
    {
      lines: [142, 143],
      measure: 'Administrators do not export all chats at once',
      answers: [...settings('ENABLE_ADMIN_EXPORT'), ...rules('AdminExport')],
    },
    {
      lines: [144, 145, 147],
      measure: 'Users do not connect to services with keys of their own',
      answers: [...settings('ENABLE_DIRECT_CONNECTIONS'), ...rules('DirectConnections')],
      note: 'The guide says that the server makes these connections. It is the browser, past every egress rule.',
    },
  ]),
  ...section('hardening', 'Workspace permissions', [
    {
      lines: [150, 151, 152, 153],
      measure: 'Ordinary users change nothing that others use: models, knowledge, tools, prompts',
      answers: [
        ...settings(...['MODELS', 'KNOWLEDGE', 'TOOLS', 'PROMPTS', 'SKILLS'].map(workspace)),
        ...rules('UsersRunServerCode', 'PublicSharing'),
      ],
      note: 'The release has skills too, which the guide does not know yet.',
    },
    {
      lines: [153],
      measure: 'A group may be given more',
      answers: [
        ...settings('ENABLE_OAUTH_GROUP_MANAGEMENT'),
        refusal(
          'groups and their rights are rows of the database, not variables',
          'an administrator edits them in the application, or the identity provider’s groups are copied',
        ),
      ],
    },
  ]),
];
