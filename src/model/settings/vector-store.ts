import type { Deployment } from '../deployment';
import { certificatePath } from '../files';
import type { Part } from '../variables';
import { facts, upstream } from './setting';
import type { Derived, DerivedVariables } from './setting';

type Store = Deployment['rag']['vectorStore'];
type Kind = Store['kind'];
type Of<K extends Kind> = Extract<Store, { readonly kind: K }>;

const client = (kind: Kind): string => upstream(`retrieval/vector/dbs/${kind}.py`);

/** A server of vectors that is not the database. */
export interface VectorServer {
  readonly host: string;
  /** TLS ports that the application connects to. */
  readonly ports: readonly number[];
  readonly cidrs?: readonly string[];
  /** What tells it from another: the server, and the database in it where the release can choose one. */
  readonly place: string;
}

/** The server of vectors, where it is not the database. */
export function vectorServer(store: Store): VectorServer | undefined {
  if (store.kind === 'pgvector') return undefined;
  const { host, cidrs, port } = store;
  const database = [store.kind === 'chroma' && store.tenant, 'database' in store && store.database].filter(Boolean);
  return {
    host,
    cidrs,
    ports: store.kind === 'weaviate' ? [port, store.grpcPort] : [port],
    place: [`${host}:${port}`, ...database].join(' '),
  };
}

/** A variable that only one kind of store has. */
function only<K extends Kind>(
  kind: K,
  about: { path: string; meaning: string; why: string; source?: string },
  value: (store: Of<K>, deployment: Deployment) => Part | boolean | number,
): Derived {
  return {
    source: client(kind),
    ...about,
    path: `rag.vectorStore.${about.path}`,
    value: (deployment) => {
      const { vectorStore } = deployment.rag;
      return vectorStore.kind === kind ? value(vectorStore as Of<K>, deployment) : undefined;
    },
  };
}

const server = {
  path: 'host',
  meaning: 'Server of vectors.',
  why: 'Always by TLS, and always with its port, because each library guesses another one.',
};
const secretKey = { path: 'kind', meaning: 'Key of the vector store.', why: 'It is a secret role, never text.' };
const encrypted = {
  path: 'kind',
  meaning: 'Whether the connection to the vector store is encrypted.',
  why: 'The key and the text of every document go that way.',
};
const names = {
  path: 'prefix',
  meaning: 'Beginning of every collection’s name.',
  why: 'It is the deployment’s own name, so that a server shared by mistake mixes nothing up.',
};
const url = ({ host, port }: { host: string; port: number }): string => `https://${host}:${port}`;
const key = (): Part => ({ secret: 'vectorStoreKey' });

function caOf(kind: 'milvus' | 'elasticsearch'): Derived {
  return {
    path: 'rag.vectorStore.ca',
    meaning: 'File with the certificates that sign the vector store’s.',
    why: 'Verification needs them; without `ca` it is the image’s own.',
    source: client(kind),
    value: (deployment, target) =>
      deployment.rag.vectorStore.kind === kind ? certificatePath(deployment, target, 'vectorStoreCa') : undefined,
  };
}

/** Variables of the vector store that are not one key’s value. */
export const vectorStoreVariables = {
  VECTOR_DB: {
    path: 'rag.vectorStore.kind',
    meaning: 'Where vectors are kept.',
    why: 'The default, Chroma on the local disk, is corrupted by a second process.',
    source: facts('1.13'),
    value: ({ rag }) => rag.vectorStore.kind,
  },
  PGVECTOR_CREATE_EXTENSION: only(
    'pgvector',
    {
      path: 'kind',
      meaning: 'Whether the application makes the extension `vector`.',
      why: 'Only an administrator of the server may; `prepare` does it.',
      source: facts('0.2'),
    },
    () => false,
  ),
  PGVECTOR_INITIALIZE_MAX_VECTOR_LENGTH: {
    path: 'rag.embedding.dimensions',
    meaning: 'Length of the vectors in the table.',
    why: 'It is asked, because it can never change and pgvector silently cuts longer vectors.',
    source: facts('1.13'),
    value: ({ rag }) => (rag.vectorStore.kind === 'pgvector' ? rag.embedding.dimensions : undefined),
  },
  PGVECTOR_USE_HALFVEC: only(
    'pgvector',
    {
      path: 'halfVectors',
      meaning: 'Whether vectors are kept in half precision.',
      why: 'Above 2,000 dimensions pgvector has no index for others.',
      source: facts('1.13'),
    },
    ({ halfVectors }, { rag }) => halfVectors ?? rag.embedding.dimensions > 2000,
  ),
  QDRANT_URI: only('qdrant', server, url),
  QDRANT_API_KEY: only('qdrant', secretKey, key),
  QDRANT_PREFER_GRPC: only(
    'qdrant',
    {
      path: 'kind',
      meaning: 'Whether searches go by gRPC.',
      why: 'By gRPC the release drops the scheme of the address; and one port is enough.',
    },
    () => false,
  ),
  QDRANT_COLLECTION_PREFIX: only('qdrant', names, ({ prefix }, { name }) => prefix ?? name),
  MILVUS_URI: only('milvus', server, url),
  MILVUS_TOKEN: only('milvus', secretKey, key),
  MILVUS_SERVER_PEM_PATH: caOf('milvus'),
  OPENSEARCH_URI: only('opensearch', server, url),
  OPENSEARCH_SSL: only('opensearch', encrypted, () => true),
  OPENSEARCH_PASSWORD: only('opensearch', secretKey, key),
  ELASTICSEARCH_URL: only('elasticsearch', server, url),
  ELASTICSEARCH_API_KEY: only('elasticsearch', secretKey, key),
  ELASTICSEARCH_CA_CERTS: caOf('elasticsearch'),
  ELASTICSEARCH_INDEX_PREFIX: only('elasticsearch', names, ({ prefix }, { name }) => prefix ?? name),
  WEAVIATE_HTTP_HOST: only('weaviate', server, ({ host }) => host),
  WEAVIATE_HTTP_PORT: only('weaviate', { ...server, path: 'port' }, ({ port }) => port),
  WEAVIATE_HTTP_SECURE: only('weaviate', encrypted, () => true),
  WEAVIATE_GRPC_HOST: only('weaviate', server, ({ host }) => host),
  WEAVIATE_GRPC_SECURE: only('weaviate', encrypted, () => true),
  WEAVIATE_API_KEY: only('weaviate', secretKey, key),
  CHROMA_HTTP_HOST: only('chroma', server, ({ host }) => host),
  CHROMA_HTTP_PORT: only('chroma', { ...server, path: 'port' }, ({ port }) => port),
  CHROMA_HTTP_SSL: only('chroma', encrypted, () => true),
  CHROMA_CLIENT_AUTH_PROVIDER: only(
    'chroma',
    {
      path: 'kind',
      meaning: 'How the key is sent to Chroma.',
      why: 'As a bearer token, which every proxy understands.',
    },
    () => 'chromadb.auth.token_authn.TokenAuthClientProvider',
  ),
  CHROMA_CLIENT_AUTH_CREDENTIALS: only('chroma', secretKey, key),
} satisfies DerivedVariables;
