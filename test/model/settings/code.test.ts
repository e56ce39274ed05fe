import { environment, flows } from '../../../src/model';
import { onAws } from '../../fixtures';
import { rolesAdded, written } from './written';

test.each([
  ['ENABLE_CODE_EXECUTION', 'true'],
  ['CODE_EXECUTION_ENGINE', 'pyodide'],
  ['ENABLE_CODE_INTERPRETER', 'true'],
  ['CODE_INTERPRETER_ENGINE', 'pyodide'],
  ['CODE_INTERPRETER_BLOCKED_MODULES', undefined],
  ['ENABLE_PYODIDE_FILE_PERSISTENCE', 'false'],
  ['CODE_EXECUTION_JUPYTER_URL', undefined],
  ['ENABLE_PLUGINS', 'false'],
  ['ENABLE_TOOLS', 'false'],
  ['ENABLE_FUNCTIONS', 'false'],
  ['ENABLE_TOOL_SERVERS', 'false'],
  ['TOOL_SERVER_CONNECTIONS', undefined],
  ['TERMINAL_SERVER_CONNECTIONS', undefined],
  ['ENABLE_PIP_INSTALL_FRONTMATTER_REQUIREMENTS', 'false'],
  ['PIP_OPTIONS', undefined],
  ['PIP_PACKAGE_INDEX_OPTIONS', undefined],
])('%s is %s by default', (name, value) => {
  expect(written({}, name)).toBe(value);
});

test.each([
  ['token', 'jupyterToken', 'CODE_EXECUTION_JUPYTER_AUTH_TOKEN', 'CODE_EXECUTION_JUPYTER_AUTH_PASSWORD'],
  ['password', 'jupyterPassword', 'CODE_EXECUTION_JUPYTER_AUTH_PASSWORD', 'CODE_EXECUTION_JUPYTER_AUTH_TOKEN'],
] as const)('a Jupyter server by %s has one role', (auth, role, variable, other) => {
  const changes = { code: { jupyter: { url: 'http://jupyter.acme.example:8888', auth, cidrs: ['10.0.0.1/32'] } } };
  expect(rolesAdded(changes)).toEqual([role]);
  expect([written(changes, variable), written(changes, other)]).toEqual([`<${role}>`, undefined]);
  expect(written(changes, 'CODE_EXECUTION_JUPYTER_AUTH')).toBe(auth);
  expect(flows(onAws(changes), 'aws').find(({ id }) => id === 'app-codeRunner')).toMatchObject({
    host: 'jupyter.acme.example',
    port: 8888,
    cidrs: ['10.0.0.1/32'],
  });
});

test('blocked modules and options of pip are joined as upstream splits them', () => {
  expect(written({ code: { blockedModules: ['os', 'subprocess'] } }, 'CODE_INTERPRETER_BLOCKED_MODULES')).toBe(
    'os,subprocess',
  );
  expect(
    written({ plugins: { pipIndexOptions: ['--index-url', 'https://pip.acme.example'] } }, 'PIP_PACKAGE_INDEX_OPTIONS'),
  ).toBe('--index-url https://pip.acme.example');
});

const plugins = {
  toolServers: [
    { name: 'web-search', url: 'https://tools.acme.example' },
    { name: 'open', url: 'https://open.acme.example/mcp', kind: 'mcp', auth: 'none', everybody: true },
  ],
  terminals: [{ name: 'build', url: 'https://terminal.acme.example:8000' }],
} as const;

/** A value as the application reads it, with a word in the place of each secret. */
const asRead = (variable: string): unknown =>
  JSON.parse(
    (environment(onAws({ plugins }), 'aws')[variable] ?? [])
      .map((part) => (typeof part === 'string' ? part : 'secret' in part ? part.secret : ''))
      .join(''),
  );

test('tool servers are JSON, with keys put in by role, and for administrators until told otherwise', () => {
  expect(asRead('TOOL_SERVER_CONNECTIONS')).toEqual([
    {
      type: 'openapi',
      url: 'https://tools.acme.example',
      path: 'openapi.json',
      auth_type: 'bearer',
      config: { enable: true, access_grants: [] },
      info: { id: 'web-search', name: 'web-search' },
      key: 'toolKeyWebSearch',
    },
    {
      type: 'mcp',
      url: 'https://open.acme.example/mcp',
      auth_type: 'none',
      config: { enable: true, access_grants: [{ principal_type: 'user', principal_id: '*', permission: 'read' }] },
      info: { id: 'open', name: 'open' },
    },
  ]);
});

test('terminals are JSON as well', () => {
  expect(asRead('TERMINAL_SERVER_CONNECTIONS')).toEqual([
    {
      id: 'build',
      name: 'build',
      url: 'https://terminal.acme.example:8000',
      auth_type: 'bearer',
      enabled: true,
      config: { access_grants: [] },
      key: 'terminalKeyBuild',
    },
  ]);
});

test('tool servers of people’s own need the switch too', () => {
  const features = { directIntegrations: true };
  expect(['ENABLE_PLUGINS', 'ENABLE_TOOL_SERVERS'].map((name) => written({ features }, name))).toEqual([
    'true',
    'true',
  ]);
});

test('what is listed switches on what it needs, and nothing more', () => {
  expect(rolesAdded({ plugins })).toEqual(['toolKeyWebSearch', 'terminalKeyBuild']);
  expect(['ENABLE_PLUGINS', 'ENABLE_TOOL_SERVERS', 'ENABLE_TOOLS'].map((name) => written({ plugins }, name))).toEqual([
    'true',
    'true',
    'false',
  ]);
  expect(
    ['ENABLE_PLUGINS', 'ENABLE_TOOL_SERVERS'].map((name) => written({ plugins: { functions: true } }, name)),
  ).toEqual(['true', 'false']);
  const ids = flows(onAws({ plugins }), 'aws').flatMap(({ id, port }) =>
    /tools|terminals/.test(id) ? [`${id} ${port}`] : [],
  );
  expect(ids).toEqual(['app-tools-1 443', 'app-tools-2 443', 'app-terminals-1 8000']);
});
