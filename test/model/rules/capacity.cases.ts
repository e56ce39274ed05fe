import type { Case } from './case';

const local = { engine: 'local', model: 'sentence-transformers/all-MiniLM-L6-v2', dimensions: 384 };

export const capacityCases: readonly Case[] = [
  {
    code: 'LocalEmbeddingMemory',
    holds: { size: 'small', rag: { embedding: local } },
    breaks: { size: 'standard', workers: 2, rag: { embedding: local } },
    says: [
      'rag.embedding.engine: expected 3600 MiB for 2 processes with a model each, got 3072 of 4096 MiB; take a larger size, fewer workers, or a service',
    ],
  },
  {
    code: 'UploadExceedsMemory',
    holds: { size: 'small', uploads: { maxSizeMiB: 384 } },
    breaks: { size: 'small', uploads: { maxSizeMiB: 385 } },
    says: [
      'uploads.maxSizeMiB: expected at most 384 with 3072 MiB a replica, got 385; take smaller files, or a larger size',
    ],
  },
];
