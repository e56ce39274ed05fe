import { z } from 'zod';
import { permission } from './permission';

const changed = 'What stands in the workspace is used by others, so few should change it.';
const carried = 'A file from elsewhere can bring prompts and code along, and one for elsewhere can take them away.';
const named = 'Who may share decides what others meet in their chats; a group can be trusted with it.';
const everybody = 'One person’s mistake would be before everybody at once.';

const shares = (area: string, what: string) => ({
  share: permission(`WORKSPACE_${area}_ALLOW_SHARING`, false, `share their ${what} with people and groups`, named),
  sharePublicly: permission(
    `WORKSPACE_${area}_ALLOW_PUBLIC_SHARING`,
    false,
    `share their ${what} with everybody who can sign in`,
    everybody,
  ),
});

const carries = (area: string, what: string) => ({
  import: permission(`WORKSPACE_${area}_IMPORT`, false, `import ${what}`, carried),
  export: permission(`WORKSPACE_${area}_EXPORT`, false, `export ${what}`, carried),
});

/** The shared workspace. */
export const workspacePermissions = z
  .strictObject({
    models: z
      .strictObject({
        access: permission('WORKSPACE_MODELS_ACCESS', false, 'make and change models', changed),
        hidden: permission(
          'WORKSPACE_MODELS_HIDDEN',
          false,
          'build on models that are hidden',
          'A model is hidden so that people take another one.',
        ),
        ...carries('MODELS', 'models'),
        ...shares('MODELS', 'models'),
      })
      .prefault({})
      .describe('Models with prompts and knowledge of their own.'),
    knowledge: z
      .strictObject({
        access: permission('WORKSPACE_KNOWLEDGE_ACCESS', false, 'make and change knowledge bases', changed),
        ...shares('KNOWLEDGE', 'knowledge bases'),
      })
      .prefault({})
      .describe('Knowledge bases.'),
    prompts: z
      .strictObject({
        access: permission('WORKSPACE_PROMPTS_ACCESS', false, 'make and change prompts', changed),
        ...carries('PROMPTS', 'prompts'),
        ...shares('PROMPTS', 'prompts'),
      })
      .prefault({})
      .describe('Prompts that can be called by name.'),
    tools: z
      .strictObject({
        access: permission(
          'WORKSPACE_TOOLS_ACCESS',
          false,
          'write tools',
          'A tool is Python that runs on the server with every right and secret of the application.',
        ),
        ...carries('TOOLS', 'tools'),
        ...shares('TOOLS', 'tools'),
      })
      .prefault({})
      .describe('Tools: Python that the server runs.'),
    skills: z
      .strictObject({
        access: permission('WORKSPACE_SKILLS_ACCESS', false, 'make and change skills', changed),
        ...carries('SKILLS', 'skills'),
        ...shares('SKILLS', 'skills'),
      })
      .prefault({})
      .describe('Skills: instructions and files that a model takes along.'),
  })
  .prefault({})
  .describe('The shared workspace.');
