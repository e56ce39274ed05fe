import type { Deployment } from '../deployment';
import { valueAt } from '../value-at';
import { rule } from './rule';
import type { Rule, Verdict } from './rule';

type Switch = Pick<Rule, 'code' | 'severity' | 'reason' | 'source' | 'owasp'> & {
  readonly path: readonly [keyof Deployment, ...string[]];
  /** What happens with it on. */
  readonly then: string;
};

/** A switch that is off, and that loosens something when it is on. */
const off = ({ then, path, ...rest }: Switch): Rule =>
  rule({
    owasp: 'A01',
    ...rest,
    path,
    fix: `leave ${path.join('.')} off`,
    check: (deployment) => (valueAt(deployment, path) === true ? `expected false, got true; ${then}` : undefined),
  });

const publicly: readonly (readonly string[])[] = [
  ...['models', 'knowledge', 'prompts', 'tools', 'skills'].map((area) => ['workspace', area, 'sharePublicly']),
  ...['chat', 'notes', 'calendar'].map((area) => [area, 'sharePublicly']),
];

function publicSharing(deployment: Deployment): readonly Verdict[] {
  return publicly
    .map((path) => ['permissions', ...path])
    .filter((path) => valueAt(deployment, path) === true)
    .map((path) => ({
      path,
      message: 'expected false, got true; everybody who can sign in would read what one person shares',
    }));
}

function serverCode({ permissions: { workspace } }: Deployment): readonly Verdict[] {
  return (['access', 'import'] as const)
    .filter((key) => workspace.tools[key])
    .map((key) => ({
      path: ['permissions', 'workspace', 'tools', key],
      message: 'expected false, got true; a tool is Python that the server runs with every secret of the application',
    }));
}

const settings = 'seeds/hardening-open-webui.txt, "Key settings"';
const data = 'seeds/hardening-open-webui.txt, "Data sharing and export"';

/** Rules on what people reach that is not theirs. */
export const accessRules: readonly Rule[] = [
  off({
    code: 'AdminBypass',
    severity: 'warning',
    path: ['access', 'adminBypass'],
    reason: 'An administrator who passes by the grants reads what every group keeps to itself.',
    then: 'administrators read models, knowledge, prompts, notes and files of everybody',
    source: settings,
  }),
  off({
    code: 'AdminChatAccess',
    severity: 'warning',
    path: ['access', 'adminChatAccess'],
    reason: 'One stolen administrator account would read every chat.',
    then: 'administrators read the chats of everybody',
    source: settings,
  }),
  off({
    code: 'AdminExport',
    severity: 'warning',
    path: ['access', 'adminExport'],
    reason: 'One request takes every chat of everybody to one browser.',
    then: 'administrators export every chat in one request',
    source: data,
  }),
  off({
    code: 'ModelAccessBypass',
    severity: 'error',
    path: ['access', 'modelBypass'],
    reason: 'Grants on models mean nothing when nobody asks for them.',
    then: 'everybody uses every model, whatever was granted',
    source: settings,
  }),
  off({
    code: 'RetrievalAccessBypass',
    severity: 'error',
    path: ['access', 'retrievalBypass'],
    reason: 'An answer would quote documents that its reader may not open.',
    then: 'a search takes in documents of everybody',
    source: 'facts/open-webui.md §1.11',
  }),
  off({
    code: 'UnscopedCollections',
    severity: 'error',
    path: ['access', 'unscopedCollections'],
    reason: 'A collection that belongs to nobody is read by whoever knows its name.',
    then: 'collections without an owner are open to everybody',
    source: 'facts/open-webui.md §1.11',
  }),
  off({
    code: 'CommunitySharing',
    severity: 'error',
    path: ['sharing', 'community'],
    reason: 'What is published at the community site leaves the deployment for good.',
    then: 'people publish chats at a site of others, and export statistics of theirs',
    source: data,
  }),
  off({
    code: 'OpenSharing',
    severity: 'error',
    path: ['permissions', 'chat', 'shareOpenly'],
    reason: 'Such a link opens a chat to whoever has it, without a sign-in.',
    then: 'a link opens a chat without a sign-in',
    source: `${data}; facts/open-webui.md §1.11`,
  }),
  off({
    code: 'DirectIntegrations',
    severity: 'error',
    path: ['features', 'directIntegrations'],
    reason: 'A browser that calls tool servers of its own passes by every log and limit of the deployment.',
    then: 'what tool servers of people answer goes into chats, past every log and limit',
    source: data,
    owasp: 'A05',
  }),
  off({
    code: 'UserWebhooks',
    severity: 'warning',
    path: ['features', 'userWebhooks'],
    reason: 'The server asks for whatever address a person gives it.',
    then: 'the server sends titles and answers of chats to addresses that people choose',
    source: 'facts/open-webui.md §1.11',
    owasp: 'A10',
  }),
  rule({
    code: 'ToolApprovalOff',
    severity: 'warning',
    path: ['features', 'toolApproval'],
    reason: 'A document can tell a model what to call, and nobody could ask to see a call before it is made.',
    fix: 'leave features.toolApproval on',
    source: 'open_webui/routers/chats.py',
    owasp: 'A04',
    check: ({ features }) =>
      features.toolApproval
        ? undefined
        : 'expected true, got false; nobody could have a model ask before it calls a tool',
  }),
  off({
    code: 'AutomationsOn',
    severity: 'warning',
    path: ['features', 'automations', 'enabled'],
    reason: 'What a model was told in a document happens again and again, and nobody sees it.',
    then: 'prompts run, cost and call tools in a person’s name while nobody looks',
    source: 'open_webui/routers/automations.py',
    owasp: 'A04',
  }),
  off({
    code: 'SubagentsOn',
    severity: 'warning',
    path: ['features', 'subagents', 'enabled'],
    reason: 'A question that was written to be expensive multiplies, and so does what a document tells a model to do.',
    then: 'one question can become hundreds, each with the tools of the first',
    source: 'open_webui/config.py',
    owasp: 'A04',
  }),
  off({
    code: 'AppsOn',
    severity: 'warning',
    path: ['features', 'apps'],
    reason: 'What people write in a channel leaves the deployment, and answers come from servers of others.',
    then: 'other servers read what is written in channels and answer there',
    source: 'open_webui/routers/apps.py',
    owasp: 'A04',
  }),
  {
    code: 'PublicSharing',
    severity: 'warning',
    reason: 'What one person shares with everybody is before everybody at once, by mistake too.',
    fix: 'let people name whom they share with, and allow more to a group',
    source: `${data}; seeds/hardening-open-webui.txt, "Workspace permissions"`,
    owasp: 'A01',
    check: publicSharing,
  },
  {
    code: 'UsersRunServerCode',
    severity: 'error',
    reason: 'Whoever writes a tool runs Python on the server, which is as good as a shell there.',
    fix: 'let administrators write tools, and share them with groups',
    source: 'seeds/hardening-open-webui.txt, "Workspace permissions"',
    owasp: 'A01',
    check: serverCode,
  },
];
