import { z } from 'zod';
import type { Deployment } from '../deployment';
import { farSideCidrs, rfc1035Label, serviceUrl, text } from '../formats';
import type { Part, Value } from '../variables';
import { roleFor } from './roles';
import { rotation, upstream } from './setting';
import type { DerivedVariables, SecretOf } from './setting';

const common = {
  name: rfc1035Label(40).describe('Name that people see. The role of its key is made of it.'),
  url: serviceUrl.describe('Base URL of the server.'),
  auth: z
    .enum(['none', 'bearer'])
    .default('bearer')
    .describe('How the application signs in there. The key is a secret role, without quotes and backslashes.'),
  everybody: z
    .boolean()
    .default(false)
    .describe('Whether every user may use it. Without it administrators may, and nobody else.'),
  cidrs: farSideCidrs('the server'),
};

/** Servers that give models tools. */
export const toolServers = z
  .array(
    z.strictObject({
      ...common,
      kind: z.enum(['openapi', 'mcp']).default('openapi').describe('What the server speaks.'),
      path: text('a path such as openapi.json', /^[A-Za-z0-9_.~/-]{1,200}$/, 'leave out query and fragment')
        .default('openapi.json')
        .describe('Where an openapi server describes itself.'),
    }),
  )
  .max(50)
  .default([])
  .describe('Servers that give models tools: `toolKeySearch` is the role of the key of one named search.');

/** Servers on which models and people get a shell. */
export const terminals = z
  .array(z.strictObject(common))
  .max(20)
  .default([])
  .describe('Open Terminal servers, which give models and people a shell: `terminalKeyBuild` is a role of such a key.');

type ToolServer = Deployment['plugins']['toolServers'][number];
type Terminal = Deployment['plugins']['terminals'][number];

/** Roles of the keys of tool servers and terminals. They do not move when others are added or removed. */
export const toolKeyRole = ({ name }: { readonly name: string }): string => roleFor('toolKey', name);

/** Role of a terminal’s key. */
export const terminalKeyRole = ({ name }: { readonly name: string }): string => roleFor('terminalKey', name);

/** Secrets with which the application signs in to tool servers and terminals. */
export function toolRoles({ plugins }: Deployment): readonly SecretOf[] {
  const role = (name: string, url: string): SecretOf => ({
    role: name,
    origin: 'supplied',
    purpose: `key of ${url}`,
    rotation: rotation.byServer,
  });
  return [
    ...plugins.toolServers.filter(({ auth }) => auth === 'bearer').map((one) => role(toolKeyRole(one), one.url)),
    ...plugins.terminals.filter(({ auth }) => auth === 'bearer').map((one) => role(terminalKeyRole(one), one.url)),
  ];
}

/** Upstream reads an empty list as administrators alone. */
const grants = (everybody: boolean) =>
  everybody ? [{ principal_type: 'user', principal_id: '*', permission: 'read' }] : [];

const asTool = ({ name, url, kind, path, auth, everybody }: ToolServer) => ({
  type: kind,
  url,
  ...(kind === 'openapi' && { path }),
  auth_type: auth,
  config: { enable: true, access_grants: grants(everybody) },
  info: { id: name, name },
});

const asTerminal = ({ name, url, auth, everybody }: Terminal) => ({
  id: name,
  name,
  url,
  auth_type: auth,
  enabled: true,
  config: { access_grants: grants(everybody) },
});

/** A list in JSON, with the keys put in where the text is made. */
function json<T extends { readonly auth: string }>(
  servers: readonly T[],
  write: (server: T) => object,
  role: (server: T) => string,
): Value | undefined {
  if (servers.length === 0) return undefined;
  const parts = servers.flatMap((server, index): Part[] => {
    const fields = `${index === 0 ? '[' : ','}${JSON.stringify(write(server)).slice(0, -1)}`;
    return server.auth === 'bearer' ? [`${fields},"key":"`, { secret: role(server) }, '"}'] : [`${fields}}`];
  });
  return [...parts, ']'];
}

/** Whether anybody may use a tool server or a terminal. */
export const usesServers = ({ features, plugins }: Pick<Deployment, 'features' | 'plugins'>): boolean =>
  plugins.toolServers.length + plugins.terminals.length > 0 || features.directIntegrations;

/** Variables of tool servers and terminals. */
export const toolServerVariables = {
  ENABLE_TOOL_SERVERS: {
    path: 'plugins.toolServers',
    meaning: 'Whether models may use tools of other servers, and terminals.',
    why: 'What is not listed is off. It is on for tool servers of people’s own as well, where those may be.',
    source: upstream('env.py'),
    value: usesServers,
  },
  TOOL_SERVER_CONNECTIONS: {
    path: 'plugins.toolServers',
    meaning: 'Servers that give models tools, with their keys.',
    why: 'Only administrators may use them until `everybody` is said; each key is a secret role.',
    source: upstream('utils/tools.py'),
    value: ({ plugins }) => json(plugins.toolServers, asTool, toolKeyRole),
  },
  TERMINAL_SERVER_CONNECTIONS: {
    path: 'plugins.terminals',
    meaning: 'Servers on which models and people get a shell, with their keys.',
    why: 'Only administrators may use them until `everybody` is said; each key is a secret role.',
    source: upstream('routers/terminals.py'),
    value: ({ plugins }) => json(plugins.terminals, asTerminal, terminalKeyRole),
  },
} satisfies DerivedVariables;
