import type { Deployment } from '../deployment';
import { terminalKeyRole, toolKeyRole } from '../settings/tool-servers';
import { rule } from './rule';
import type { Rule, Verdict } from './rule';

/** Where code is set to run on a Jupyter server, as long as the feature is on. */
function onJupyter({ code }: Deployment): readonly string[] {
  return [
    ...(code.execution && code.executionEngine === 'jupyter' ? ['executionEngine'] : []),
    ...(code.interpreter && code.interpreterEngine === 'jupyter' ? ['interpreterEngine'] : []),
  ];
}

function onServers(deployment: Deployment): readonly Verdict[] {
  return [
    ...onJupyter(deployment).map((key) => ({
      path: ['code', key],
      message: 'expected pyodide, got jupyter; everybody’s code runs on one server, so let it hold and reach nothing',
    })),
    ...deployment.plugins.terminals.map((_, index) => ({
      path: ['plugins', 'terminals', index],
      message: 'expected none, got a terminal; models and people get a shell there, so let it hold and reach nothing',
    })),
  ];
}

function pluginsOn({ plugins }: Deployment): readonly Verdict[] {
  return (['tools', 'functions'] as const)
    .filter((key) => plugins[key])
    .map((key) => ({
      path: ['plugins', key],
      message: 'expected false, got true; whoever may write them runs Python with the secrets of the application',
    }));
}

function sameNames({ plugins }: Deployment): readonly Verdict[] {
  const named = [
    ...plugins.toolServers.map((one, index) => ({ role: toolKeyRole(one), path: ['plugins', 'toolServers', index] })),
    ...plugins.terminals.map((one, index) => ({ role: terminalKeyRole(one), path: ['plugins', 'terminals', index] })),
  ];
  const roles = named.map(({ role }) => role);
  return named
    .filter(({ role }, index) => roles.indexOf(role) < index)
    .map(({ role, path }) => ({
      path: [...path, 'name'],
      message: `expected a name of its own, got that of another; both keys would be the role ${role}`,
    }));
}

/** Rules on code that others write. */
export const codeRules: readonly Rule[] = [
  rule({
    code: 'JupyterMissing',
    severity: 'problem',
    path: ['code', 'jupyter'],
    reason: 'Code cannot run on a server that nobody named.',
    fix: 'describe the server in code.jupyter, or leave the engine at pyodide',
    source: 'open_webui/routers/utils.py',
    check: (deployment) => {
      const [key] = onJupyter(deployment);
      return key !== undefined && deployment.code.jupyter === undefined
        ? `expected a server for code.${key}: jupyter, got nothing; describe it, or take pyodide`
        : undefined;
    },
  }),
  {
    code: 'CodeRunsOnServer',
    severity: 'warning',
    reason: 'A model can be talked into code, and people can write any; it then runs beside other systems.',
    fix: 'take pyodide, or give such a server no secrets, no way out and no neighbours',
    source: 'facts/open-webui.md §1.11',
    owasp: 'A03',
    check: onServers,
  },
  rule({
    code: 'CodeOutsideFrame',
    severity: 'error',
    path: ['code', 'keepFiles'],
    reason: 'Without its frame, code that a model wrote runs as part of the page and can do what its user can.',
    fix: 'leave code.keepFiles off',
    source: 'open_webui/env.py, ENABLE_PYODIDE_FILE_PERSISTENCE',
    owasp: 'A03',
    check: ({ code }) =>
      code.keepFiles && (code.execution || code.interpreter)
        ? 'expected false, got true; Python in the browser would run with the session of its user'
        : undefined,
  }),
  {
    code: 'PluginsEnabled',
    severity: 'error',
    reason: 'Tools and functions are Python inside of the application; one bad import reads every chat and key.',
    fix: 'leave plugins.tools and plugins.functions off, and take a tool server instead',
    source: 'facts/open-webui.md §1.11',
    owasp: 'A08',
    check: pluginsOn,
  },
  rule({
    code: 'PipAtStart',
    severity: 'error',
    path: ['plugins', 'pipAtStart'],
    reason:
      'Packages would come from an index at every start, unchecked, with all the rights of the application. Onto a ' +
      'read-only root they install outside of what Python searches, too.',
    fix: 'build an image that holds the packages',
    source: 'facts/open-webui.md §1.11; facts/open-webui.md §4',
    owasp: 'A06',
    check: ({ plugins }) =>
      plugins.pipAtStart
        ? 'expected false, got true; packages that nobody checked would run inside of the application: build them into the image'
        : undefined,
  }),
  {
    code: 'DuplicateToolName',
    severity: 'problem',
    reason: 'The role of a server’s key, and the name under which models call it, are made of its name.',
    fix: 'give one of the servers another name',
    source: 'docs/decisions.md',
    check: sameNames,
  },
];
