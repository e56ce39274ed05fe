import type { Deployment } from '../deployment';
import { embeddingHasKey } from './embedding';
import { rotation } from './setting';
import type { SecretOf } from './setting';

const byProvider = { origin: 'supplied', rotation: rotation.byProvider } as const;

/** Secrets of the services that retrieval uses. */
export function ragRoles({ rag: { embedding, vectorStore, extraction } }: Deployment): readonly SecretOf[] {
  const asksForKey = extraction !== undefined && extraction.kind !== 'tika';
  return [
    ...(embeddingHasKey(embedding)
      ? [{ role: 'embeddingKey', purpose: 'key of the embedding service', ...byProvider }]
      : []),
    ...(vectorStore.kind === 'pgvector'
      ? []
      : [{ role: 'vectorStoreKey', purpose: `signs the application in to ${vectorStore.kind}`, ...byProvider }]),
    ...(asksForKey ? [{ role: 'extractionKey', purpose: `key of ${extraction.url}`, ...byProvider }] : []),
  ];
}
