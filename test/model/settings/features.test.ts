import { environment } from '../../../src/model';
import type { DeploymentSpec } from '../../../src/model';
import { onAws } from '../../fixtures';

type Features = NonNullable<DeploymentSpec['features']>;

test.each<[string, string | undefined, Features, string]>([
  ['ENABLE_CHANNELS', 'false', { channels: true }, 'true'],
  ['ENABLE_ENCRYPTED_CHANNELS', 'false', { encryptedChannels: true }, 'true'],
  ['ENABLE_NOTES', 'true', { notes: false }, 'false'],
  ['ENABLE_FOLDERS', 'true', { folders: false }, 'false'],
  ['ENABLE_MEMORIES', 'true', { memories: false }, 'false'],
  ['ENABLE_MEMORY_SYSTEM_CONTEXT', 'true', { memoriesInPrompts: false }, 'false'],
  ['ENABLE_CALENDAR', 'true', { calendar: false }, 'false'],
  ['ENABLE_USER_STATUS', 'true', { userStatus: false }, 'false'],
  ['ENABLE_AUTOMATIONS', 'false', { automations: { enabled: true } }, 'true'],
  ['AUTOMATION_MAX_COUNT', undefined, { automations: { maxCount: 20 } }, '20'],
  ['AUTOMATION_MIN_INTERVAL', undefined, { automations: { minIntervalSeconds: 3600 } }, '3600'],
  ['AUTOMATION_AUTH_TOKEN_EXPIRES_IN', '1h', { automations: { tokenLifetime: '30m' } }, '30m'],
  ['ENABLE_SUBAGENTS', 'false', { subagents: { enabled: true } }, 'true'],
  ['SUBAGENTS_BACKGROUND_ENABLED', 'false', { subagents: { background: true } }, 'true'],
  ['SUBAGENTS_MAX_CONCURRENT', '5', { subagents: { maxConcurrent: 20 } }, '20'],
  ['SUBAGENTS_MAX_ASYNC', '5', { subagents: { maxBackground: 20 } }, '20'],
  ['SUBAGENTS_MAX_ITERATIONS', '30', { subagents: { maxIterations: 10 } }, '10'],
  ['ENABLE_APPS', 'false', { apps: true }, 'true'],
  ['ENABLE_USER_WEBHOOKS', 'false', { userWebhooks: true }, 'true'],
  ['ENABLE_IMAGE_GENERATION', 'false', { imageGeneration: true }, 'true'],
  ['ENABLE_IMAGE_EDIT', 'false', { imageEditing: true }, 'true'],
  ['ENABLE_KB_EXEC', 'false', { knowledgeCommands: true }, 'true'],
  ['ENABLE_TOOL_PERMISSIONS', 'true', { toolApproval: false }, 'false'],
  ['ENABLE_EVALUATION_ARENA_MODELS', 'false', { arena: true }, 'true'],
  ['ENABLE_MESSAGE_RATING', 'true', { messageRating: false }, 'false'],
  ['ENABLE_REALTIME_CHAT_SAVE', 'false', { realtimeChatSave: true }, 'true'],
  ['ENABLE_GOOGLE_DRIVE_INTEGRATION', 'false', { googleDrive: true }, 'true'],
  ['ENABLE_ONEDRIVE_INTEGRATION', 'false', { oneDrive: true }, 'true'],
  ['ENABLE_DIRECT_INTEGRATIONS', 'false', { directIntegrations: true }, 'true'],
  ['ENABLE_TITLE_GENERATION', 'true', { tasks: { titles: false } }, 'false'],
  ['ENABLE_TAGS_GENERATION', 'true', { tasks: { tags: false } }, 'false'],
  ['ENABLE_FOLLOW_UP_GENERATION', 'true', { tasks: { followUps: false } }, 'false'],
  ['ENABLE_SEARCH_QUERY_GENERATION', 'true', { tasks: { searchQueries: false } }, 'false'],
  ['ENABLE_RETRIEVAL_QUERY_GENERATION', 'true', { tasks: { retrievalQueries: false } }, 'false'],
  ['ENABLE_AUTOCOMPLETE_GENERATION', 'false', { tasks: { autocomplete: true } }, 'true'],
  ['ENABLE_MEMORY_BACKGROUND_REVIEW', 'false', { tasks: { memoryReview: true } }, 'true'],
])('%s is %s, and by %j it is %s', (name, hardened, features, value) => {
  expect(environment(onAws(), 'aws')[name]).toEqual(hardened === undefined ? undefined : [hardened]);
  expect(environment(onAws({ features }), 'aws')[name]).toEqual([value]);
});
