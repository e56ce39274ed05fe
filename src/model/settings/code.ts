import { z } from 'zod';
import type { Deployment } from '../deployment';
import { farSideCidrs, serviceUrl, text } from '../formats';
import { facts, rotation, setting, upstream } from './setting';
import type { DerivedVariables, SecretOf } from './setting';

const engine = z.enum(['pyodide', 'jupyter']).default('pyodide');

const inTheBrowser = 'Pyodide runs in the user’s own browser, in a frame without cookies; jupyter runs on a server.';

const jupyter = z.strictObject({
  url: setting('CODE_EXECUTION_JUPYTER_URL', serviceUrl, {
    meaning: 'Jupyter server that runs code.',
    why: 'Everybody’s code runs there as one user, so it must hold nothing and reach nothing.',
    source: upstream('utils/code_interpreter.py'),
  }),
  auth: setting('CODE_EXECUTION_JUPYTER_AUTH', z.enum(['token', 'password']).default('token'), {
    meaning: 'How the application signs in there: with the role `jupyterToken` or `jupyterPassword`.',
    why: 'Without one, whoever reaches the server runs code on it.',
    source: upstream('utils/code_interpreter.py'),
  }),
  timeoutSeconds: setting('CODE_EXECUTION_JUPYTER_TIMEOUT', z.int().min(1).max(3600).default(60), {
    meaning: 'Seconds that code may run there.',
    why: 'Code without an end holds a kernel and a request.',
    source: upstream('utils/code_interpreter.py'),
  }),
  cidrs: farSideCidrs('the Jupyter server'),
});

/** Running code. */
export const code = z
  .strictObject({
    execution: setting('ENABLE_CODE_EXECUTION', z.boolean().default(true), {
      meaning: 'Whether people can run code that stands in a chat.',
      why: inTheBrowser,
      source: facts('1.11'),
    }),
    executionEngine: setting('CODE_EXECUTION_ENGINE', engine, {
      meaning: 'Where that code runs.',
      why: inTheBrowser,
      source: upstream('routers/utils.py'),
      needs: ['code.execution'],
    }),
    interpreter: setting('ENABLE_CODE_INTERPRETER', z.boolean().default(true), {
      meaning: 'Whether models can write code and run it by themselves.',
      why: inTheBrowser,
      source: facts('1.11'),
    }),
    interpreterEngine: setting('CODE_INTERPRETER_ENGINE', engine, {
      meaning: 'Where the code of models runs.',
      why: inTheBrowser,
      source: upstream('tools/builtin.py'),
      needs: ['code.interpreter'],
    }),
    blockedModules: setting(
      'CODE_INTERPRETER_BLOCKED_MODULES',
      z
        .array(text('the name of a Python module', /^[A-Za-z_]\w*$/, 'write its first part alone, such as subprocess'))
        .max(100)
        .optional(),
      {
        meaning: 'Python modules that code of models may not import. @default - none',
        why: 'It stops a plain import and nobody who wants to get around it: no protection for a Jupyter server.',
        source: upstream('tools/builtin.py'),
        needs: ['code.interpreter'],
        separator: ',',
      },
    ),
    keepFiles: setting('ENABLE_PYODIDE_FILE_PERSISTENCE', z.boolean().default(false), {
      meaning: 'Whether files of code in the browser outlive the page.',
      why: 'With it the release runs that code outside of its frame, as part of the page, with the user’s session.',
      source: upstream('env.py'),
    }),
    jupyter: jupyter.optional().describe('Server that runs code, for the engine jupyter. @default - none'),
  })
  .prefault({})
  .describe('Code that models or people write, and where it runs.');

const roles = {
  token: {
    role: 'jupyterToken',
    origin: 'supplied',
    purpose: 'token of the Jupyter server',
    rotation: rotation.byServer,
  },
  password: {
    role: 'jupyterPassword',
    origin: 'supplied',
    purpose: 'password of the Jupyter server',
    rotation: rotation.byServer,
  },
} as const satisfies Record<string, SecretOf>;

/** Secrets with which code is run elsewhere. */
export function codeRoles({ code: { jupyter: server } }: Deployment): readonly SecretOf[] {
  return server === undefined ? [] : [roles[server.auth]];
}

function secretFor(auth: keyof typeof roles) {
  return ({ code: { jupyter: server } }: Deployment) =>
    server?.auth === auth ? { secret: roles[auth].role } : undefined;
}

/** Variables that are not one key’s value. */
export const codeVariables = {
  CODE_EXECUTION_JUPYTER_AUTH_TOKEN: {
    path: 'code.jupyter.auth',
    meaning: 'Token of the Jupyter server.',
    why: 'It is a secret role, never text.',
    source: upstream('utils/code_interpreter.py'),
    value: secretFor('token'),
  },
  CODE_EXECUTION_JUPYTER_AUTH_PASSWORD: {
    path: 'code.jupyter.auth',
    meaning: 'Password of the Jupyter server.',
    why: 'It is a secret role, never text.',
    source: upstream('utils/code_interpreter.py'),
    value: secretFor('password'),
  },
} satisfies DerivedVariables;
