import { z } from 'zod';
import { certificates, farSideCidrs, line, port, rfc1035Label, serverHost, sqlName } from '../formats';
import { facts, setting, upstream } from './setting';

const client = (kind: string): string => upstream(`retrieval/vector/dbs/${kind}.py`);

const pgvector = z.strictObject({
  kind: z.literal('pgvector').describe('The database of the deployment, with its extension `vector`.'),
  indexMethod: setting('PGVECTOR_INDEX_METHOD', z.enum(['hnsw', 'ivfflat']).default('hnsw'), {
    meaning: 'Index over the vectors. The release refuses to start with another one than the table has.',
    why: 'hnsw finds well from the first row on; ivfflat has no index before thousands of rows are there.',
    source: facts('1.13'),
  }),
  halfVectors: z
    .boolean()
    .optional()
    .describe('Whether vectors are kept in half precision. It can never change. @default - above 2,000 dimensions'),
});

/** A server of vectors elsewhere. TLS is not a choice: plain text would carry the key and the text of every document. */
const remote = (defaultPort: number) => ({
  host: serverHost.describe('Server of this deployment alone, by the name in its certificate.'),
  port: port.default(defaultPort).describe('TLS port of the server.'),
  cidrs: farSideCidrs('the server'),
});

const prefix = rfc1035Label(40)
  .optional()
  .describe('Beginning of every collection’s name. @default - the name of the deployment');

const ca = certificates.optional().describe('Certificates that sign the server’s. @default - the image’s own');

const qdrant = z.strictObject({
  kind: z.literal('qdrant').describe('Qdrant, over https.'),
  ...remote(6333),
  prefix,
});

const milvus = z.strictObject({
  kind: z.literal('milvus').describe('Milvus, over TLS. The token `user:password` is the role `vectorStoreKey`.'),
  ...remote(19530),
  database: setting('MILVUS_DB', sqlName.default('default'), {
    meaning: 'Database of Milvus.',
    why: 'Deployments that share a server stay apart.',
    source: client('milvus'),
  }),
  ca,
});

const opensearch = z.strictObject({
  kind: z.literal('opensearch').describe('OpenSearch, over https. The user’s password is the role `vectorStoreKey`.'),
  ...remote(9200),
  username: setting('OPENSEARCH_USERNAME', line, {
    meaning: 'User of the application in OpenSearch.',
    why: 'Give it the indices that begin with open_webui and nothing else.',
    source: client('opensearch'),
  }),
  verifyCertificate: setting('OPENSEARCH_CERT_VERIFY', z.boolean().default(true), {
    meaning: 'Whether the certificate of OpenSearch is verified.',
    why: 'Upstream does not; encryption to an impostor protects nothing.',
    source: facts('1.13'),
  }),
});

const elasticsearch = z.strictObject({
  kind: z.literal('elasticsearch').describe('Elasticsearch, over https. Its API key is the role `vectorStoreKey`.'),
  ...remote(9200),
  prefix,
  ca,
});

const weaviate = z.strictObject({
  kind: z.literal('weaviate').describe('Weaviate, over https and gRPC with TLS.'),
  ...remote(443),
  grpcPort: setting('WEAVIATE_GRPC_PORT', port.default(50051), {
    meaning: 'TLS port of gRPC.',
    why: 'The library searches by gRPC alone.',
    source: client('weaviate'),
  }),
});

const chroma = z.strictObject({
  kind: z
    .literal('chroma')
    .describe('A Chroma server, over https. It checks no keys by itself: a proxy before it does.'),
  ...remote(443),
  tenant: setting('CHROMA_TENANT', line.default('default_tenant'), {
    meaning: 'Tenant in Chroma.',
    why: 'Deployments that share a server stay apart.',
    source: client('chroma'),
  }),
  database: setting('CHROMA_DATABASE', line.default('default_database'), {
    meaning: 'Database in Chroma.',
    why: 'Deployments that share a server stay apart.',
    source: client('chroma'),
  }),
});

/** Where vectors are kept, and the text that they were made of. */
export const vectorStore = z
  .discriminatedUnion('kind', [pgvector, qdrant, milvus, opensearch, elasticsearch, weaviate, chroma])
  .prefault({ kind: 'pgvector' })
  .describe(
    'Where vectors are kept, and the text that they were made of. The key of a server is the role `vectorStoreKey`.',
  );

/** Most dimensions that an index of each kind of store takes. */
export const mostDimensions: Readonly<Record<z.output<typeof vectorStore>['kind'], number>> = {
  pgvector: 4000,
  qdrant: 65_535,
  milvus: 32_768,
  opensearch: 16_000,
  elasticsearch: 4096,
  weaviate: 65_535,
  chroma: 65_535,
};
