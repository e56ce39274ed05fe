import { z } from 'zod';
import { farSideCidrs, line, serviceUrl } from '../formats';
import { embedding, embeddingVariables } from './embedding';
import { facts, rotation, setting, upstream } from './setting';
import type { DerivedVariables } from './setting';
import { vectorStore } from './vector-store-kinds';

const loaders = upstream('retrieval/loaders/main.py');
const router = upstream('routers/retrieval.py');

const ranges = farSideCidrs('the service');

const reranking = z.strictObject({
  url: setting('RAG_EXTERNAL_RERANKER_URL', serviceUrl, {
    meaning: 'Service that sorts what was found. Its key is the role `rerankingKey`.',
    why: 'Questions and pieces of documents are sent there. A model of the application’s own would fill its memory.',
    source: router,
  }),
  model: setting('RAG_RERANKING_MODEL', line, {
    meaning: 'Model that sorts what was found.',
    why: 'The service asks for it.',
    source: router,
  }),
  timeoutSeconds: setting('RAG_EXTERNAL_RERANKER_TIMEOUT', z.int().min(1).max(600).default(30), {
    meaning: 'Seconds that the service may take.',
    why: 'Upstream sets no bound.',
    source: router,
  }),
  topK: setting('RAG_TOP_K_RERANKER', z.int().min(1).max(100).default(3), {
    meaning: 'Pieces of documents that are left after sorting.',
    why: 'As the release has it.',
    source: router,
  }),
  cidrs: ranges,
});

const tika = z.strictObject({
  kind: z.literal('tika').describe('Apache Tika.'),
  url: setting('TIKA_SERVER_URL', serviceUrl, {
    meaning: 'Base URL of Tika.',
    why: 'Uploaded files are sent there.',
    source: loaders,
  }),
  cidrs: ranges,
});

const docling = z.strictObject({
  kind: z.literal('docling').describe('Docling. Its key is the role `extractionKey`.'),
  url: setting('DOCLING_SERVER_URL', serviceUrl, {
    meaning: 'Base URL of Docling.',
    why: 'Uploaded files are sent there.',
    source: loaders,
  }),
  cidrs: ranges,
});

const external = z.strictObject({
  kind: z
    .literal('external')
    .describe('A service that follows the release’s own interface. Its key is the role `extractionKey`.'),
  url: setting('EXTERNAL_DOCUMENT_LOADER_URL', serviceUrl, {
    meaning: 'Base URL of the service that reads files.',
    why: 'Uploaded files are sent there.',
    source: loaders,
  }),
  cidrs: ranges,
});

const chunk = z
  .strictObject({
    size: setting('CHUNK_SIZE', z.int().min(50).max(20_000).default(1000), {
      meaning: 'Characters of each piece that a document is cut into.',
      why: 'As the release has it; another size takes effect for new documents only.',
      source: router,
    }),
    overlap: setting('CHUNK_OVERLAP', z.int().min(0).max(10_000).default(100), {
      meaning: 'Characters that a piece shares with the one before.',
      why: 'As the release has it.',
      source: router,
    }),
  })
  .prefault({})
  .describe('How documents are cut into pieces.');

/** Retrieval from uploaded documents. */
export const rag = z
  .strictObject({
    embedding: embedding.describe('How documents become vectors.'),
    vectorStore,
    reranking: reranking.optional().describe('Service that sorts what was found. @default - none'),
    extraction: z
      .discriminatedUnion('kind', [tika, docling, external])
      .optional()
      .describe('Service that reads uploaded files, apart from the application. @default - the application itself'),
    hybridSearch: setting('ENABLE_RAG_HYBRID_SEARCH', z.boolean().default(false), {
      meaning: 'Whether words are searched for beside vectors.',
      why: 'Off, as the release has it: for most stores it reads every piece of a collection at each question.',
      source: router,
    }),
    topK: setting('RAG_TOP_K', z.int().min(1).max(100).default(3), {
      meaning: 'Pieces of documents that a question is answered with.',
      why: 'As the release has it. Each one more is more text for the model, and for its provider to see.',
      source: router,
    }),
    chunk,
  })
  .describe('Retrieval from uploaded documents.');

const remoteCode = 'Code that comes with a model would run with all the rights of the application.';
const noUpdates = 'A model does not change between two starts, and nothing is fetched.';

/** Variables of retrieval that are not one key’s value. */
export const retrievalVariables = {
  ...embeddingVariables,
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
  RAG_RERANKING_ENGINE: {
    path: 'rag.reranking',
    meaning: 'Who sorts what was found.',
    why: 'A service: a model of the application’s own would be loaded into every process.',
    source: router,
    value: ({ rag: { reranking: used } }) => used && 'external',
  },
  RAG_EXTERNAL_RERANKER_API_KEY: {
    path: 'rag.reranking',
    meaning: 'Key of the service that sorts what was found.',
    why: 'It is a secret role, never text.',
    source: router,
    secret: {
      role: 'rerankingKey',
      origin: 'supplied',
      purpose: 'key of the reranking service',
      rotation: rotation.byProvider,
    },
  },
  CONTENT_EXTRACTION_ENGINE: {
    path: 'rag.extraction.kind',
    meaning: 'Who reads uploaded files.',
    why: 'Without a service the application reads them itself, beside everybody’s chats.',
    source: loaders,
    value: ({ rag: { extraction } }) => extraction?.kind,
  },
  DOCLING_API_KEY: {
    path: 'rag.extraction.kind',
    meaning: 'Key of Docling.',
    why: 'It is a secret role, never text.',
    source: loaders,
    value: ({ rag: { extraction } }) => (extraction?.kind === 'docling' ? { secret: 'extractionKey' } : undefined),
  },
  EXTERNAL_DOCUMENT_LOADER_API_KEY: {
    path: 'rag.extraction.kind',
    meaning: 'Key of the service that reads files.',
    why: 'The release ignores the service without one.',
    source: loaders,
    value: ({ rag: { extraction } }) => (extraction?.kind === 'external' ? { secret: 'extractionKey' } : undefined),
  },
} satisfies DerivedVariables;
