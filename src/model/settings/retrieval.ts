import { z } from 'zod';
import { cidrs, line, serviceUrl } from '../formats';
import { facts, rotation, setting } from './setting';
import type { DerivedVariables } from './setting';

const embedding = z.strictObject({
  engine: setting('RAG_EMBEDDING_ENGINE', z.literal('openai'), {
    meaning: 'Service that computes embeddings: any OpenAI-compatible one.',
    why: 'Upstream’s default loads a model into every process, and downloads it first.',
    source: facts('1.14'),
  }),
  url: setting('RAG_OPENAI_API_BASE_URL', serviceUrl.default('https://api.openai.com/v1'), {
    meaning: 'Base URL of the embedding service.',
    why: 'Documents are sent there; its key is the role `embeddingKey`.',
    source: facts('1.14'),
  }),
  model: setting('RAG_EMBEDDING_MODEL', line, {
    meaning: 'Embedding model.',
    why: 'It is asked, not guessed: another model means that every document is read again.',
    source: facts('1.13'),
  }),
  dimensions: setting('PGVECTOR_INITIALIZE_MAX_VECTOR_LENGTH', z.int().min(1).max(4000), {
    meaning: 'Length of the model’s vectors. It can never change; pgvector silently cuts longer vectors.',
    why: 'It is asked, not guessed, because a wrong one loses data without a word.',
    source: facts('1.13'),
  }),
  cidrs: cidrs.optional().describe('Address ranges of the embedding service. Needed where it has a private address.'),
});

/** Retrieval from uploaded documents. */
export const rag = z
  .strictObject({ embedding: embedding.describe('How documents become vectors.') })
  .describe('Retrieval from uploaded documents.');

const remoteCode = 'Code that comes with a model would run with all the rights of the application.';
const noUpdates = 'A model does not change between two starts, and nothing is fetched.';

/** Variables of retrieval that are not one key’s value. */
export const retrievalVariables = {
  VECTOR_DB: {
    path: 'rag',
    meaning: 'Where vectors are kept.',
    why: 'The default, Chroma on the local disk, is corrupted by a second process.',
    source: facts('1.13'),
    value: () => 'pgvector',
  },
  PGVECTOR_CREATE_EXTENSION: {
    path: 'rag',
    meaning: 'Whether the application makes the extension `vector`.',
    why: 'Only an administrator of the server may; `prepare` does it.',
    source: facts('0.2'),
    value: () => false,
  },
  PGVECTOR_INDEX_METHOD: {
    path: 'rag',
    meaning: 'Index over the vectors.',
    why: 'Without one every search reads every vector.',
    source: facts('1.13'),
    value: () => 'hnsw',
  },
  PGVECTOR_USE_HALFVEC: {
    path: 'rag.embedding.dimensions',
    meaning: 'Whether vectors are kept in half precision.',
    why: 'Above 2,000 dimensions pgvector has no index for others.',
    source: facts('1.13'),
    value: ({
      rag: {
        embedding: { dimensions },
      },
    }) => dimensions > 2000,
  },
  RAG_EMBEDDING_MODEL_AUTO_UPDATE: {
    path: 'rag',
    meaning: 'Whether a local embedding model is updated at every start.',
    why: noUpdates,
    source: facts('1.14'),
    value: () => false,
  },
  RAG_EMBEDDING_MODEL_TRUST_REMOTE_CODE: {
    path: 'rag',
    meaning: 'Whether code that comes with an embedding model is run.',
    why: remoteCode,
    source: facts('1.14'),
    value: () => false,
  },
  RAG_RERANKING_MODEL_AUTO_UPDATE: {
    path: 'rag',
    meaning: 'Whether a local reranking model is updated at every start.',
    why: noUpdates,
    source: facts('1.14'),
    value: () => false,
  },
  RAG_RERANKING_MODEL_TRUST_REMOTE_CODE: {
    path: 'rag',
    meaning: 'Whether code that comes with a reranking model is run.',
    why: remoteCode,
    source: facts('1.14'),
    value: () => false,
  },
  RAG_OPENAI_API_KEY: {
    path: 'rag.embedding',
    meaning: 'Key of the embedding service.',
    why: 'It is a secret role, never text.',
    source: facts('1.14'),
    secret: {
      role: 'embeddingKey',
      origin: 'supplied',
      purpose: 'key of the embedding service',
      rotation: rotation.byProvider,
    },
  },
} satisfies DerivedVariables;
