import { z } from 'zod';
import { unprintableText } from '../formats';
import { facts, setting, upstream } from './setting';
import type { DerivedVariables } from './setting';
import { terminals, toolServers, toolServerVariables, usesServers } from './tool-servers';

const allRights = 'It is Python that runs inside of the application, with its secrets and its database.';

const pipOptions = z
  .array(
    unprintableText(
      'one word of an option of pip',
      /^[^\s\p{Cc}@]{1,300}$/u,
      'give each word alone, and an index without user and password',
    ),
  )
  .max(20)
  .optional();

/** Plugins. */
export const plugins = z
  .strictObject({
    tools: setting('ENABLE_TOOLS', z.boolean().default(false), {
      meaning: 'Whether tools that were written in the workspace run.',
      why: allRights,
      source: upstream('utils/plugin.py'),
    }),
    functions: setting('ENABLE_FUNCTIONS', z.boolean().default(false), {
      meaning: 'Whether functions that administrators added run: pipes, filters and actions.',
      why: allRights,
      source: upstream('utils/plugin.py'),
    }),
    toolServers,
    terminals,
    pipAtStart: setting('ENABLE_PIP_INSTALL_FRONTMATTER_REQUIREMENTS', z.boolean().default(false), {
      meaning: 'Whether plugins install Python packages at the start.',
      why: 'Packages that nobody checked would run with all the rights of the application.',
      source: facts('1.11'),
      needs: ['web.offline'],
    }),
    pipOptions: setting('PIP_OPTIONS', pipOptions, {
      meaning: 'Options of pip when it installs packages of plugins. @default - none',
      why: 'It matters with pipAtStart alone.',
      source: upstream('utils/plugin.py'),
      needs: ['plugins.pipAtStart'],
      separator: ' ',
    }),
    pipIndexOptions: setting('PIP_PACKAGE_INDEX_OPTIONS', pipOptions, {
      meaning: 'Options that say which index pip asks. @default - pip’s own index',
      why: 'An index of one’s own holds only packages that somebody checked. Its password has no place here.',
      source: upstream('utils/plugin.py'),
      needs: ['plugins.pipAtStart'],
      separator: ' ',
    }),
  })
  .prefault({})
  .describe('Python that administrators add, and servers with tools.');

/** Variables that are not one key’s value. */
export const pluginsVariables = {
  ENABLE_PLUGINS: {
    path: 'plugins',
    meaning: 'Whether anything is added to the application: tools, functions, tool servers, terminals.',
    why: 'It is off while nothing of it is on, whatever the database holds.',
    source: facts('1.11'),
    value: (deployment) => deployment.plugins.tools || deployment.plugins.functions || usesServers(deployment),
  },
  ...toolServerVariables,
} satisfies DerivedVariables;
