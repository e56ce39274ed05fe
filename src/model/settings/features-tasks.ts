import { z } from 'zod';
import { setting, upstream } from './setting';

function task(variable: string, value: boolean, what: string, why: string): z.ZodDefault<z.ZodBoolean> {
  return setting(variable, z.boolean().default(value), {
    meaning: `Whether a model ${what}.`,
    why,
    source: upstream('config.py'),
  });
}

const beside = 'It asks a model that the deployment uses anyway, once an answer; it reaches nobody else.';

/** What models do besides answering. */
export const tasks = z
  .strictObject({
    titles: task('ENABLE_TITLE_GENERATION', true, 'gives chats a title', beside),
    tags: task('ENABLE_TAGS_GENERATION', true, 'gives chats tags', beside),
    followUps: task('ENABLE_FOLLOW_UP_GENERATION', true, 'suggests what to ask next', beside),
    searchQueries: task('ENABLE_SEARCH_QUERY_GENERATION', true, 'writes the words of a web search', beside),
    retrievalQueries: task(
      'ENABLE_RETRIEVAL_QUERY_GENERATION',
      true,
      'writes the words of a search of documents',
      beside,
    ),
    autocomplete: task(
      'ENABLE_AUTOCOMPLETE_GENERATION',
      false,
      'completes what somebody types',
      'Words that nobody has sent yet would go to it, at every pause.',
    ),
    memoryReview: task(
      'ENABLE_MEMORY_BACKGROUND_REVIEW',
      false,
      'reads chats in the background to remember things about people',
      'People say what they want remembered; a document in a chat should not.',
    ),
  })
  .prefault({})
  .describe('What models do besides answering.');
