import { z } from 'zod';
import type { Deployment } from '../deployment';
import { farSideCidrs, line, serviceUrl, text } from '../formats';
import type { Part } from '../variables';
import { facts, setting, upstream } from './setting';
import type { Derived, DerivedVariables } from './setting';

const retrieval = upstream('retrieval/utils.py');

/** How documents become vectors. */
export const embedding = z.strictObject({
  engine: setting('RAG_EMBEDDING_ENGINE', z.enum(['openai', 'ollama', 'azure_openai', 'local']), {
    meaning: 'Who computes embeddings: an OpenAI-compatible service, Ollama, Azure OpenAI, or the application itself.',
    why: 'Upstream’s default loads a model into every process, and downloads it first. `local` needs one in the image.',
    source: facts('1.14'),
    words: { local: '' },
  }),
  url: serviceUrl
    .optional()
    .describe(
      'Base URL of the embedding service. Documents are sent there. @default - https://api.openai.com/v1 for openai',
    ),
  key: z
    .boolean()
    .optional()
    .describe(
      'Whether the service asks for a key, the role `embeddingKey`. @default - true for openai and azure_openai',
    ),
  apiVersion: setting(
    'RAG_AZURE_OPENAI_API_VERSION',
    text(
      'a version such as 2024-10-21',
      /^\d{4}-\d{2}-\d{2}(?:-preview)?$/,
      'take it from the service’s page',
    ).optional(),
    {
      meaning: 'Version of the interface of Azure OpenAI. @default - none',
      why: 'Azure answers nothing without one.',
      source: retrieval,
    },
  ),
  model: setting('RAG_EMBEDDING_MODEL', line, {
    meaning: 'Embedding model. With Azure OpenAI the name of the deployment there.',
    why: 'It is asked, not guessed: another model means that every document is read again.',
    source: facts('1.13'),
  }),
  dimensions: z
    .int()
    .min(1)
    .max(65_535)
    .describe('Length of the model’s vectors. It can never change; pgvector silently cuts longer vectors.'),
  batchSize: setting('RAG_EMBEDDING_BATCH_SIZE', z.int().min(1).max(1000).default(32), {
    meaning: 'Pieces of text in one request.',
    why: 'Upstream sends one at a time: thousands of requests for one document.',
    source: retrieval,
  }),
  concurrency: setting(
    'RAG_EMBEDDING_CONCURRENT_REQUESTS',
    z.int().min(1).max(100).default(8).meta({ fix: '0 means as many as there are' }),
    {
      meaning: 'Requests that one document may have open at once.',
      why: 'Upstream sets no bound: one large file would take the service away from everybody.',
      source: retrieval,
    },
  ),
  timeoutSeconds: setting('RAG_EMBEDDING_TIMEOUT', z.int().min(10).max(7200).default(900), {
    meaning: 'Seconds in which one document must have become vectors.',
    why: 'Upstream sets no bound: a service that hangs would hold one thread more with every document.',
    source: upstream('routers/retrieval.py'),
  }),
  queryPrefix: setting('RAG_EMBEDDING_QUERY_PREFIX', line.optional(), {
    meaning: 'Text before every question, for models that ask for it. @default - none',
    why: 'Documents and questions have to be read in the way that the model was trained for.',
    source: retrieval,
  }),
  contentPrefix: setting('RAG_EMBEDDING_CONTENT_PREFIX', line.optional(), {
    meaning: 'Text before every piece of a document, for models that ask for it. @default - none',
    why: 'Changing it later means that every document is read again.',
    source: retrieval,
  }),
  cidrs: farSideCidrs('the embedding service'),
});

type Embedding = Deployment['rag']['embedding'];

/** Base URL of the service that computes embeddings; undefined where the application does, or where it is missing. */
export function embeddingUrl({ engine, url }: Embedding): string | undefined {
  if (engine === 'local') return undefined;
  return url ?? (engine === 'openai' ? 'https://api.openai.com/v1' : undefined);
}

/** Whether the service that computes embeddings asks for a key. */
export function embeddingHasKey({ engine, key }: Embedding): boolean {
  return engine !== 'local' && (key ?? engine !== 'ollama');
}

const address = {
  meaning: 'Base URL of the embedding service.',
  why: 'Documents are sent there.',
  source: facts('1.14'),
};
const secret = {
  meaning: 'Key of the embedding service.',
  why: 'It is a secret role, never text.',
  source: facts('1.14'),
};

/** Without a value of its own the release would take the key of another service, and send it to this one. */
const noKey = '';

const requires: Readonly<Partial<Record<Embedding['engine'], readonly string[]>>> = {
  ollama: ['rag.embedding.engine', 'rag.embedding.url'],
  azure_openai: ['rag.embedding.engine', 'rag.embedding.url', 'rag.embedding.apiVersion'],
};

function only(
  engine: Embedding['engine'],
  about: typeof address,
  value: (used: Embedding) => Part | undefined,
): Derived {
  return {
    ...about,
    path: `rag.embedding.${about === secret ? 'key' : 'url'}`,
    needs: requires[engine],
    value: ({ rag }) => (rag.embedding.engine === engine ? value(rag.embedding) : undefined),
  };
}

const keyOf = (used: Embedding): Part => (embeddingHasKey(used) ? { secret: 'embeddingKey' } : noKey);

/** Variables of embeddings that are not one key’s value. */
export const embeddingVariables = {
  RAG_OPENAI_API_BASE_URL: only('openai', address, embeddingUrl),
  RAG_OPENAI_API_KEY: only('openai', secret, keyOf),
  RAG_OLLAMA_BASE_URL: only('ollama', address, embeddingUrl),
  RAG_OLLAMA_API_KEY: only('ollama', secret, keyOf),
  RAG_AZURE_OPENAI_BASE_URL: only('azure_openai', address, embeddingUrl),
  RAG_AZURE_OPENAI_API_KEY: only('azure_openai', secret, keyOf),
} satisfies DerivedVariables;
