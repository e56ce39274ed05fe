import type { Case } from './case';

function off(code: string, path: readonly [string, ...string[]], then: string): Case {
  const change = (value: boolean): object =>
    path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as object;
  return {
    code,
    holds: change(false),
    breaks: change(true),
    says: [`${path.join('.')}: expected false, got true; ${then}`],
  };
}

const workspace = ['models', 'knowledge', 'prompts', 'tools', 'skills'];
const everybody = 'expected false, got true; everybody who can sign in would read what one person shares';

export const accessCases: readonly Case[] = [
  off(
    'AdminBypass',
    ['access', 'adminBypass'],
    'administrators read models, knowledge, prompts, notes and files of everybody',
  ),
  off('AdminChatAccess', ['access', 'adminChatAccess'], 'administrators read the chats of everybody'),
  off('AdminExport', ['access', 'adminExport'], 'administrators export every chat in one request'),
  off('ModelAccessBypass', ['access', 'modelBypass'], 'everybody uses every model, whatever was granted'),
  off('RetrievalAccessBypass', ['access', 'retrievalBypass'], 'a search takes in documents of everybody'),
  off('UnscopedCollections', ['access', 'unscopedCollections'], 'collections without an owner are open to everybody'),
  off(
    'CommunitySharing',
    ['sharing', 'community'],
    'people publish chats at a site of others, and export statistics of theirs',
  ),
  off('OpenSharing', ['permissions', 'chat', 'shareOpenly'], 'a link opens a chat without a sign-in'),
  off(
    'DirectIntegrations',
    ['features', 'directIntegrations'],
    'what tool servers of people answer goes into chats, past every log and limit',
  ),
  off(
    'UserWebhooks',
    ['features', 'userWebhooks'],
    'the server sends titles and answers of chats to addresses that people choose',
  ),
  {
    code: 'ToolApprovalOff',
    holds: { features: { toolApproval: true } },
    breaks: { features: { toolApproval: false } },
    says: ['features.toolApproval: expected true, got false; nobody could have a model ask before it calls a tool'],
  },
  off(
    'AutomationsOn',
    ['features', 'automations', 'enabled'],
    'prompts run, cost and call tools in a person’s name while nobody looks',
  ),
  off(
    'SubagentsOn',
    ['features', 'subagents', 'enabled'],
    'one question can become hundreds, each with the tools of the first',
  ),
  off('AppsOn', ['features', 'apps'], 'other servers read what is written in channels and answer there'),
  {
    code: 'PublicSharing',
    holds: { permissions: { chat: { share: true }, workspace: { models: { share: true } } } },
    breaks: {
      permissions: {
        workspace: Object.fromEntries(workspace.map((area) => [area, { sharePublicly: true }])),
        chat: { sharePublicly: true },
        notes: { sharePublicly: true },
        calendar: { sharePublicly: true },
      },
    },
    says: [
      `permissions.calendar.sharePublicly: ${everybody}`,
      `permissions.chat.sharePublicly: ${everybody}`,
      `permissions.notes.sharePublicly: ${everybody}`,
      ...[...workspace].sort().map((area) => `permissions.workspace.${area}.sharePublicly: ${everybody}`),
    ],
  },
  {
    code: 'UsersRunServerCode',
    holds: { permissions: { workspace: { tools: { share: true, export: true } } } },
    breaks: { permissions: { workspace: { tools: { access: true, import: true } } } },
    says: ['access', 'import'].map(
      (key) =>
        `permissions.workspace.tools.${key}: expected false, got true; a tool is Python that the server runs with every secret of the application`,
    ),
  },
];
