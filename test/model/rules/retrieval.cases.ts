import type { Case } from './case';

const embedding = { engine: 'openai', model: 'some-model', dimensions: 3072 };

export const retrievalCases: readonly Case[] = [
  {
    code: 'EmbeddingDimensions',
    holds: { rag: { embedding: { ...embedding, model: 'text-embedding-3-large' } } },
    breaks: {
      rag: {
        embedding: {
          ...embedding,
          engine: 'ollama',
          url: 'https://ollama.acme.example',
          model: 'nomic-embed-text:latest',
        },
      },
    },
    says: [
      'rag.embedding.dimensions: expected 768, the length of nomic-embed-text:latest, got 3072; correct it before the first document is read',
    ],
  },
  {
    code: 'EmbeddingTooLong',
    holds: { rag: { embedding: { ...embedding, dimensions: 4000 } } },
    breaks: { rag: { embedding: { ...embedding, dimensions: 4001 } } },
    says: ['rag.embedding.dimensions: expected at most 4000 with pgvector, got 4001; take another model or store'],
  },
  {
    code: 'EmbeddingTooLong',
    holds: {
      rag: {
        embedding: { ...embedding, dimensions: 4096 },
        vectorStore: { kind: 'elasticsearch', host: 'es.acme.example' },
      },
    },
    breaks: {
      rag: {
        embedding: { ...embedding, dimensions: 4097 },
        vectorStore: { kind: 'elasticsearch', host: 'es.acme.example' },
      },
    },
    says: ['rag.embedding.dimensions: expected at most 4096 with elasticsearch, got 4097; take another model or store'],
  },
  {
    code: 'EmbeddingTooLong',
    holds: {
      rag: { embedding: { ...embedding, dimensions: 2000 }, vectorStore: { kind: 'pgvector', halfVectors: false } },
    },
    breaks: { rag: { embedding, vectorStore: { kind: 'pgvector', halfVectors: false } } },
    says: [
      'rag.embedding.dimensions: expected at most 2000 without half vectors, got 3072; leave halfVectors out, or take another model',
    ],
  },
  {
    code: 'EmbeddingUrl',
    holds: { rag: { embedding: { ...embedding, engine: 'ollama', url: 'https://ollama.acme.example' } } },
    breaks: { rag: { embedding: { ...embedding, engine: 'ollama' } } },
    says: ['rag.embedding.url: expected the base URL of the service with engine ollama, got nothing; write it'],
  },
  {
    code: 'EmbeddingUrl',
    holds: {
      rag: { embedding: { engine: 'local', model: 'sentence-transformers/all-MiniLM-L6-v2', dimensions: 384 } },
    },
    breaks: {
      rag: {
        embedding: {
          engine: 'local',
          model: 'sentence-transformers/all-MiniLM-L6-v2',
          dimensions: 384,
          url: 'https://e.acme.example',
        },
      },
    },
    says: [
      'rag.embedding.url: expected nothing with engine local, got a URL; the application asks nobody then: remove it, or name the engine',
    ],
  },
  {
    code: 'AzureVersionMissing',
    holds: {
      rag: {
        embedding: {
          ...embedding,
          engine: 'azure_openai',
          url: 'https://acme.openai.azure.com',
          apiVersion: '2024-10-21',
        },
      },
    },
    breaks: { rag: { embedding: { ...embedding, engine: 'azure_openai', url: 'https://acme.openai.azure.com' } } },
    says: [
      'rag.embedding.apiVersion: expected a version such as 2024-10-21 with engine azure_openai, got nothing; write it',
    ],
  },
  {
    code: 'LocalModelNotInImage',
    holds: {
      image: { repository: 'registry.acme.example/open-webui' },
      rag: { embedding: { engine: 'local', model: 'intfloat/multilingual-e5-small', dimensions: 384 } },
    },
    breaks: { rag: { embedding: { engine: 'local', model: 'intfloat/multilingual-e5-small', dimensions: 384 } } },
    says: [
      'rag.embedding.model: expected one of sentence-transformers/all-MiniLM-L6-v2, TaylorAI/bge-micro-v2 with engine local, got "intfloat/multilingual-e5-small"; the image holds no other, and none is fetched',
    ],
  },
  {
    code: 'VectorStoreUnverified',
    holds: { rag: { vectorStore: { kind: 'opensearch', host: 'os.acme.example', username: 'owui' } } },
    breaks: {
      rag: { vectorStore: { kind: 'opensearch', host: 'os.acme.example', username: 'owui', verifyCertificate: false } },
    },
    says: [
      'rag.vectorStore.verifyCertificate: expected true, got false; anybody on the way could answer in the server’s place',
    ],
  },
  {
    code: 'ChunkOverlap',
    holds: { rag: { chunk: { size: 500, overlap: 499 } } },
    breaks: { rag: { chunk: { size: 500, overlap: 500 } } },
    says: ['rag.chunk.overlap: expected less than the size of 500, got 500; take about a tenth of it'],
  },
  {
    code: 'EveryFileType',
    holds: { uploads: { allowedExtensions: ['pdf'] } },
    breaks: { uploads: { allowedExtensions: [] } },
    says: [
      'uploads.allowedExtensions: expected the extensions that people need, got an empty list; every file would be read',
    ],
  },
];
