import { roles, variables, waysOut, written } from './on-kubernetes';
import { written as onAmazon } from './written';

test.each([
  ['RAG_EMBEDDING_ENGINE', 'openai'],
  ['RAG_OPENAI_API_BASE_URL', 'https://api.openai.com/v1'],
  ['RAG_OPENAI_API_KEY', '<embeddingKey>'],
  ['RAG_EMBEDDING_BATCH_SIZE', '32'],
  ['RAG_EMBEDDING_CONCURRENT_REQUESTS', '8'],
  ['RAG_EMBEDDING_TIMEOUT', '900'],
  ['RAG_EMBEDDING_QUERY_PREFIX', undefined],
  ['RAG_EMBEDDING_CONTENT_PREFIX', undefined],
  ['RAG_EMBEDDING_MODEL_AUTO_UPDATE', 'false'],
  ['RAG_EMBEDDING_MODEL_TRUST_REMOTE_CODE', 'false'],
  ['RAG_RERANKING_MODEL_AUTO_UPDATE', 'false'],
  ['RAG_RERANKING_MODEL_TRUST_REMOTE_CODE', 'false'],
  ['RAG_RERANKING_ENGINE', undefined],
  ['RAG_RERANKING_MODEL', undefined],
  ['CONTENT_EXTRACTION_ENGINE', undefined],
  ['ENABLE_RAG_HYBRID_SEARCH', 'false'],
  ['RAG_TOP_K', '3'],
  ['CHUNK_SIZE', '1000'],
  ['CHUNK_OVERLAP', '100'],
])('%s is %s by default, on both targets', (name, value) => {
  expect([onAmazon({}, name), written({}, name)]).toEqual([value, value]);
});

test.each([
  ['RAG_EMBEDDING_BATCH_SIZE', { embedding: { batchSize: 8 } }, '8'],
  ['RAG_EMBEDDING_CONCURRENT_REQUESTS', { embedding: { concurrency: 2 } }, '2'],
  ['RAG_EMBEDDING_TIMEOUT', { embedding: { timeoutSeconds: 60 } }, '60'],
  ['RAG_EMBEDDING_QUERY_PREFIX', { embedding: { queryPrefix: 'query: ' } }, 'query: '],
  ['RAG_EMBEDDING_CONTENT_PREFIX', { embedding: { contentPrefix: 'passage: ' } }, 'passage: '],
  ['ENABLE_RAG_HYBRID_SEARCH', { hybridSearch: true }, 'true'],
  ['RAG_TOP_K', { topK: 10 }, '10'],
  ['CHUNK_SIZE', { chunk: { size: 500 } }, '500'],
  ['CHUNK_OVERLAP', { chunk: { overlap: 0 } }, '0'],
])('%s follows %j', (name, rag, value) => {
  expect(written({ rag }, name)).toBe(value);
});

const names = /^RAG_(EMBEDDING_ENGINE|OPENAI_.*|OLLAMA_.*|AZURE_.*)$/;
const url = 'https://e.acme.example';

test.each([
  [
    { engine: 'openai', url, key: false },
    { RAG_EMBEDDING_ENGINE: 'openai', RAG_OPENAI_API_BASE_URL: url, RAG_OPENAI_API_KEY: '' },
    [],
  ],
  [{ engine: 'ollama', url }, { RAG_EMBEDDING_ENGINE: 'ollama', RAG_OLLAMA_BASE_URL: url, RAG_OLLAMA_API_KEY: '' }, []],
  [
    { engine: 'ollama', url, key: true },
    { RAG_EMBEDDING_ENGINE: 'ollama', RAG_OLLAMA_BASE_URL: url, RAG_OLLAMA_API_KEY: '<embeddingKey>' },
    ['embeddingKey'],
  ],
  [
    { engine: 'azure_openai', url, apiVersion: '2024-10-21' },
    {
      RAG_EMBEDDING_ENGINE: 'azure_openai',
      RAG_AZURE_OPENAI_BASE_URL: url,
      RAG_AZURE_OPENAI_API_KEY: '<embeddingKey>',
      RAG_AZURE_OPENAI_API_VERSION: '2024-10-21',
    },
    ['embeddingKey'],
  ],
])('%j has the variables of its engine alone, and never takes another service’s key', (embedding, expected, keys) => {
  const rag = { embedding: { model: 'some-model', dimensions: 768, ...embedding } };
  expect(variables({ rag }, names)).toEqual(expected);
  expect(roles({ rag }).filter((role) => role === 'embeddingKey')).toEqual(keys);
  expect(waysOut({ rag }, /^app-embedding/)).toEqual(['app-embedding e.acme.example 443 everywhere']);
});

test('a local model needs no key, no service and no way out', () => {
  const rag = { embedding: { engine: 'local', model: 'sentence-transformers/all-MiniLM-L6-v2', dimensions: 384 } };
  expect(variables({ rag }, names)).toEqual({ RAG_EMBEDDING_ENGINE: '' });
  expect(roles({ rag })).not.toContain('embeddingKey');
  expect(waysOut({ rag }, /^app-embedding/)).toEqual([]);
});

test('a service that sorts what was found has a key and a way out', () => {
  const rag = { reranking: { url: 'https://rerank.acme.example/v1/rerank', model: 'm', topK: 5 } };
  expect(variables({ rag }, /RERANK/)).toMatchObject({
    RAG_RERANKING_ENGINE: 'external',
    RAG_RERANKING_MODEL: 'm',
    RAG_EXTERNAL_RERANKER_URL: 'https://rerank.acme.example/v1/rerank',
    RAG_EXTERNAL_RERANKER_API_KEY: '<rerankingKey>',
    RAG_EXTERNAL_RERANKER_TIMEOUT: '30',
    RAG_TOP_K_RERANKER: '5',
  });
  expect(roles({ rag })).toContain('rerankingKey');
  expect(waysOut({ rag }, /^app-reranking/)).toEqual(['app-reranking rerank.acme.example 443 everywhere']);
});

const documents = /^(CONTENT_EXTRACTION|TIKA|DOCLING|EXTERNAL_DOCUMENT)/;

test.each([
  ['tika', { CONTENT_EXTRACTION_ENGINE: 'tika', TIKA_SERVER_URL: url }, []],
  [
    'docling',
    { CONTENT_EXTRACTION_ENGINE: 'docling', DOCLING_SERVER_URL: url, DOCLING_API_KEY: '<extractionKey>' },
    ['extractionKey'],
  ],
  [
    'external',
    {
      CONTENT_EXTRACTION_ENGINE: 'external',
      EXTERNAL_DOCUMENT_LOADER_URL: url,
      EXTERNAL_DOCUMENT_LOADER_API_KEY: '<extractionKey>',
    },
    ['extractionKey'],
  ],
])('files that %s reads are sent there, with its key', (kind, expected, keys) => {
  const rag = { extraction: { kind, url } };
  expect(variables({ rag }, documents)).toEqual(expected);
  expect(roles({ rag }).filter((role) => role === 'extractionKey')).toEqual(keys);
  expect(waysOut({ rag }, /^app-extraction/)).toEqual(['app-extraction e.acme.example 443 everywhere']);
});
