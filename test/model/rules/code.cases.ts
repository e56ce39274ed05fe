import type { Case } from './case';

const jupyter = { url: 'https://jupyter.acme.example' };

export const codeCases: readonly Case[] = [
  {
    code: 'JupyterMissing',
    holds: { code: { execution: false, executionEngine: 'jupyter' } },
    breaks: { code: { executionEngine: 'jupyter' } },
    says: [
      'code.jupyter: expected a server for code.executionEngine: jupyter, got nothing; describe it, or take pyodide',
    ],
  },
  {
    code: 'CodeRunsOnServer',
    holds: { code: { jupyter, interpreter: false, interpreterEngine: 'jupyter' } },
    breaks: {
      code: { jupyter, executionEngine: 'jupyter', interpreterEngine: 'jupyter' },
      plugins: { terminals: [{ name: 'build', url: 'https://terminal.acme.example' }] },
    },
    says: [
      'code.executionEngine: expected pyodide, got jupyter; everybody’s code runs on one server, so let it hold and reach nothing',
      'code.interpreterEngine: expected pyodide, got jupyter; everybody’s code runs on one server, so let it hold and reach nothing',
      'plugins.terminals[0]: expected none, got a terminal; models and people get a shell there, so let it hold and reach nothing',
    ],
  },
  {
    code: 'CodeOutsideFrame',
    holds: { code: { execution: false, interpreter: false, keepFiles: true } },
    breaks: { code: { execution: false, keepFiles: true } },
    says: ['code.keepFiles: expected false, got true; Python in the browser would run with the session of its user'],
  },
  {
    code: 'PluginsEnabled',
    holds: { plugins: { toolServers: [{ name: 'search', url: 'https://tools.acme.example' }] } },
    breaks: { plugins: { tools: true, functions: true } },
    says: [
      'plugins.functions: expected false, got true; whoever may write them runs Python with the secrets of the application',
      'plugins.tools: expected false, got true; whoever may write them runs Python with the secrets of the application',
    ],
  },
  {
    code: 'PipAtStart',
    holds: { plugins: { pipAtStart: false } },
    breaks: { plugins: { pipAtStart: true } },
    says: [
      'plugins.pipAtStart: expected false, got true; packages that nobody checked would run inside of the application: build them into the image',
    ],
  },
  {
    code: 'DuplicateToolName',
    holds: {
      plugins: {
        toolServers: [{ name: 'build', url: 'https://a.example' }],
        terminals: [{ name: 'build', url: 'https://b.example' }],
      },
    },
    breaks: {
      plugins: {
        toolServers: [
          { name: 'search', url: 'https://a.example' },
          { name: 'search', url: 'https://b.example' },
        ],
      },
    },
    says: [
      'plugins.toolServers[1].name: expected a name of its own, got that of another; both keys would be the role toolKeySearch',
    ],
  },
];
