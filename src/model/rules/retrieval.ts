import type { Deployment } from '../deployment';
import { embeddingUrl } from '../settings/embedding';
import { mostDimensions } from '../settings/vector-store-kinds';
import { versions } from '../versions';
import { rule } from './rule';
import type { Rule } from './rule';

/** Length of the vectors of models that are widely used, as their makers give it. */
const dimensionsOf: Readonly<Record<string, number>> = {
  'text-embedding-3-small': 1536,
  'text-embedding-3-large': 3072,
  'text-embedding-ada-002': 1536,
  'nomic-embed-text': 768,
  'mxbai-embed-large': 1024,
  'bge-m3': 1024,
  'all-minilm': 384,
  'sentence-transformers/all-MiniLM-L6-v2': 384,
  'TaylorAI/bge-micro-v2': 384,
};

/** Models in the project’s own image. facts/open-webui.md §4 and the release’s Dockerfile. */
const modelsInImage = ['sentence-transformers/all-MiniLM-L6-v2', 'TaylorAI/bge-micro-v2'];

function tooLong({ rag: { embedding, vectorStore } }: Deployment): string | undefined {
  const { dimensions } = embedding;
  const most = mostDimensions[vectorStore.kind];
  if (dimensions > most) {
    return `expected at most ${most} with ${vectorStore.kind}, got ${dimensions}; take another model or store`;
  }
  return vectorStore.kind === 'pgvector' && vectorStore.halfVectors === false && dimensions > 2000
    ? `expected at most 2000 without half vectors, got ${dimensions}; leave halfVectors out, or take another model`
    : undefined;
}

function wrongUrl({ rag: { embedding } }: Deployment): string | undefined {
  if (embedding.engine === 'local') {
    return embedding.url === undefined
      ? undefined
      : 'expected nothing with engine local, got a URL; the application asks nobody then: remove it, or name the engine';
  }
  return embeddingUrl(embedding) === undefined
    ? `expected the base URL of the service with engine ${embedding.engine}, got nothing; write it`
    : undefined;
}

/** Rules on embeddings, the vector store and how documents are read. */
export const retrievalRules: readonly Rule[] = [
  rule({
    code: 'EmbeddingDimensions',
    severity: 'error',
    path: ['rag', 'embedding', 'dimensions'],
    reason:
      'The release asks a model for vectors of its full length. pgvector cuts longer ones and fills shorter ones up, ' +
      'without a word, and the length of the table can never change.',
    fix: 'write the length that the model’s maker gives',
    source: 'facts/open-webui.md §1.13',
    check: ({ rag: { embedding } }) => {
      const known = dimensionsOf[embedding.model.replace(/:latest$/, '')];
      return known === undefined || known === embedding.dimensions
        ? undefined
        : `expected ${known}, the length of ${embedding.model}, got ${embedding.dimensions}; correct it before the first document is read`;
    },
  }),
  rule({
    code: 'EmbeddingTooLong',
    severity: 'problem',
    path: ['rag', 'embedding', 'dimensions'],
    reason:
      'A store has no index for longer vectors, or refuses them; the release does not start with them in pgvector.',
    fix: 'take a model with shorter vectors, or a store that holds longer ones',
    source: 'facts/open-webui.md §1.13',
    check: tooLong,
  }),
  rule({
    code: 'EmbeddingUrl',
    severity: 'problem',
    path: ['rag', 'embedding', 'url'],
    reason: 'Ollama and Azure OpenAI are where a deployment says; a local model is asked nowhere.',
    fix: 'give the URL of the service, or none with engine local',
    source: 'open_webui/retrieval/utils.py',
    check: wrongUrl,
  }),
  rule({
    code: 'AzureVersionMissing',
    severity: 'problem',
    path: ['rag', 'embedding', 'apiVersion'],
    reason: 'Azure OpenAI answers nothing without a version of its interface.',
    fix: 'write the version that the service’s page gives',
    source: 'open_webui/retrieval/utils.py',
    check: ({ rag: { embedding } }) =>
      embedding.engine === 'azure_openai' && embedding.apiVersion === undefined
        ? 'expected a version such as 2024-10-21 with engine azure_openai, got nothing; write it'
        : undefined,
  }),
  rule({
    code: 'LocalModelNotInImage',
    severity: 'problem',
    path: ['rag', 'embedding', 'model'],
    reason: 'A replica fetches no model: it has to be in the image, and the project’s image holds two.',
    fix: 'take a model that is in the image, an image of your own that holds it, or a service',
    source: 'facts/open-webui.md §4',
    check: ({ image, rag: { embedding } }) =>
      embedding.engine === 'local' &&
      image.repository === versions.openWebUiRepository &&
      !modelsInImage.includes(embedding.model)
        ? `expected one of ${modelsInImage.join(', ')} with engine local, got "${embedding.model}"; the image holds no other, and none is fetched`
        : undefined,
  }),
  rule({
    code: 'VectorStoreUnverified',
    severity: 'error',
    path: ['rag', 'vectorStore', 'verifyCertificate'],
    reason: 'Encryption to an impostor protects neither the password nor the documents.',
    fix: 'leave verifyCertificate at true, and have the server’s certificate signed by somebody whom the image trusts',
    source: 'facts/open-webui.md §1.13',
    owasp: 'A02',
    check: ({ rag: { vectorStore } }) =>
      vectorStore.kind === 'opensearch' && !vectorStore.verifyCertificate
        ? 'expected true, got false; anybody on the way could answer in the server’s place'
        : undefined,
  }),
  rule({
    code: 'ChunkOverlap',
    severity: 'problem',
    path: ['rag', 'chunk', 'overlap'],
    reason: 'Pieces that share all of their text never come to an end of a document; above the size the release fails.',
    fix: 'take an overlap below the size',
    source: 'open_webui/routers/retrieval.py',
    check: ({ rag: { chunk } }) =>
      chunk.overlap >= chunk.size
        ? `expected less than the size of ${chunk.size}, got ${chunk.overlap}; take about a tenth of it`
        : undefined,
  }),
  rule({
    code: 'EveryFileType',
    severity: 'warning',
    path: ['uploads', 'allowedExtensions'],
    reason: 'Each format is one more parser that reads what strangers wrote. An empty list admits every one.',
    fix: 'list the extensions that people need',
    source: 'facts/open-webui.md §1.14',
    owasp: 'A05',
    check: ({ uploads }) =>
      uploads.allowedExtensions.length === 0
        ? 'expected the extensions that people need, got an empty list; every file would be read'
        : undefined,
  }),
];
