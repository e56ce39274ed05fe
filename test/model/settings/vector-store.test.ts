import { certificateFiles, prepare } from '../../../src/model';
import { provisioningSql } from '../../../src/k8s/provisioning-sql';
import { changed, roles, variables, waysOut } from './on-kubernetes';

const names = /^(VECTOR_DB|(PGVECTOR|QDRANT|MILVUS|OPENSEARCH|ELASTICSEARCH|WEAVIATE|CHROMA)_.*)$/;
const host = 'vectors.acme.example';
const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const using = (vectorStore: object) => ({ rag: { vectorStore } });

test('vectors are in the database by default, with an index from the first row on', () => {
  expect(variables({}, names)).toEqual({
    VECTOR_DB: 'pgvector',
    PGVECTOR_CREATE_EXTENSION: 'false',
    PGVECTOR_INDEX_METHOD: 'hnsw',
    PGVECTOR_INITIALIZE_MAX_VECTOR_LENGTH: '1536',
    PGVECTOR_USE_HALFVEC: 'false',
    PGVECTOR_POOL_SIZE: '3',
    PGVECTOR_POOL_MAX_OVERFLOW: '2',
    PGVECTOR_POOL_TIMEOUT: '30',
    PGVECTOR_POOL_RECYCLE: '3600',
  });
});

test.each([
  [{ kind: 'pgvector', indexMethod: 'ivfflat' }, 1536, 'ivfflat', 'false'],
  [{ kind: 'pgvector' }, 2000, 'hnsw', 'false'],
  [{ kind: 'pgvector' }, 2001, 'hnsw', 'true'],
  [{ kind: 'pgvector', halfVectors: true }, 1536, 'hnsw', 'true'],
])('%j with %d dimensions', (vectorStore, dimensions, index, half) => {
  const rag = { vectorStore, embedding: { model: 'some-model', dimensions } };
  expect(variables({ rag }, /^PGVECTOR_(INDEX|USE|INITIALIZE)/)).toEqual({
    PGVECTOR_INDEX_METHOD: index,
    PGVECTOR_INITIALIZE_MAX_VECTOR_LENGTH: String(dimensions),
    PGVECTOR_USE_HALFVEC: half,
  });
});

const stores: readonly (readonly [store: object, written: object, ways: readonly string[]])[] = [
  [
    { kind: 'qdrant', host },
    {
      QDRANT_URI: 'https://vectors.acme.example:6333',
      QDRANT_API_KEY: '<vectorStoreKey>',
      QDRANT_PREFER_GRPC: 'false',
      QDRANT_COLLECTION_PREFIX: 'acme',
    },
    [`app-vectorStore ${host} 6333 everywhere`],
  ],
  [
    { kind: 'milvus', host, port: 443, database: 'chat', cidrs: ['10.60.4.0/28'], ca: certificate },
    {
      MILVUS_URI: 'https://vectors.acme.example:443',
      MILVUS_TOKEN: '<vectorStoreKey>',
      MILVUS_DB: 'chat',
      MILVUS_SERVER_PEM_PATH: '/etc/open-webui/certificates/vectorStoreCa.pem',
    },
    [`app-vectorStore ${host} 443 10.60.4.0/28`],
  ],
  [
    { kind: 'opensearch', host, username: 'owui' },
    {
      OPENSEARCH_URI: 'https://vectors.acme.example:9200',
      OPENSEARCH_SSL: 'true',
      OPENSEARCH_CERT_VERIFY: 'true',
      OPENSEARCH_USERNAME: 'owui',
      OPENSEARCH_PASSWORD: '<vectorStoreKey>',
    },
    [`app-vectorStore ${host} 9200 everywhere`],
  ],
  [
    { kind: 'elasticsearch', host, prefix: 'open-webui' },
    {
      ELASTICSEARCH_URL: 'https://vectors.acme.example:9200',
      ELASTICSEARCH_API_KEY: '<vectorStoreKey>',
      ELASTICSEARCH_CA_CERTS: '/etc/ssl/certs/ca-certificates.crt',
      ELASTICSEARCH_INDEX_PREFIX: 'open-webui',
    },
    [`app-vectorStore ${host} 9200 everywhere`],
  ],
  [
    { kind: 'weaviate', host },
    {
      WEAVIATE_HTTP_HOST: host,
      WEAVIATE_HTTP_PORT: '443',
      WEAVIATE_HTTP_SECURE: 'true',
      WEAVIATE_GRPC_HOST: host,
      WEAVIATE_GRPC_PORT: '50051',
      WEAVIATE_GRPC_SECURE: 'true',
      WEAVIATE_API_KEY: '<vectorStoreKey>',
    },
    [`app-vectorStore ${host} 443 everywhere`, `app-vectorStore-2 ${host} 50051 everywhere`],
  ],
  [
    { kind: 'chroma', host },
    {
      CHROMA_HTTP_HOST: host,
      CHROMA_HTTP_PORT: '443',
      CHROMA_HTTP_SSL: 'true',
      CHROMA_TENANT: 'default_tenant',
      CHROMA_DATABASE: 'default_database',
      CHROMA_CLIENT_AUTH_PROVIDER: 'chromadb.auth.token_authn.TokenAuthClientProvider',
      CHROMA_CLIENT_AUTH_CREDENTIALS: '<vectorStoreKey>',
    },
    [`app-vectorStore ${host} 443 everywhere`],
  ],
];

describe.each(stores)('%j', (store, written, ways) => {
  test('has its own variables and those of no other store', () => {
    const { kind } = store as { kind: string };
    expect(variables(using(store), names)).toEqual({ VECTOR_DB: kind, ...written });
  });

  test('is reached on its ports alone', () => {
    expect(waysOut(using(store), /^app-vectorStore/)).toEqual(ways);
  });

  test('has a key, which is a role', () => {
    expect(roles(using(store))).toContain('vectorStoreKey');
    expect(roles({})).not.toContain('vectorStoreKey');
  });

  test('needs no extension in the database, and `prepare` is told so', () => {
    const deployment = changed(using(store));
    expect([...provisioningSql([deployment]).values()].join('')).not.toContain('create extension');
    expect(prepare(deployment, 'kubernetes').environment['VECTOR_DB']).not.toEqual(['pgvector']);
  });
});

test('certificates of a vector store are a file, and only there', () => {
  const store = { kind: 'elasticsearch', host, ca: certificate };
  expect(certificateFiles(changed(using(store)), 'kubernetes')).toEqual([
    { id: 'vectorStoreCa', path: '/etc/open-webui/certificates/vectorStoreCa.pem', content: certificate },
  ]);
  expect(certificateFiles(changed({}), 'kubernetes')).toEqual([]);
});

test('more than 2,000 dimensions elsewhere leave the check of pgvector out, which would stop the application', () => {
  const rag = {
    vectorStore: { kind: 'qdrant', host },
    embedding: { model: 'text-embedding-3-large', dimensions: 3072 },
  };
  expect(variables({ rag }, /^PGVECTOR/)).toEqual({});
});
