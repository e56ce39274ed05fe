import type { Case } from './case';
import { versions } from '../../../src/model/versions';

const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const sentinel = { primary: 'mymaster', otherHosts: ['sentinel-2.acme.example'] };
const slim = { tag: `${versions.openWebUiTag}-slim` };

export const dataCases: readonly Case[] = [
  {
    code: 'IamNeedsRelease',
    holds: { image: { tag: 'v0.11.1' } },
    breaks: { image: { tag: '0.11.0' } },
    says: [
      'image.tag: expected v0.11.1 or later on AWS, got "0.11.0"; its vector store cannot sign in to the database',
    ],
  },
  {
    code: 'SentinelWithoutTls',
    on: 'kubernetes',
    holds: { kubernetes: { redis: { cluster: true } } },
    breaks: { kubernetes: { redis: { sentinel } } },
    says: [
      'kubernetes.redis.sentinel: expected no sentinel, got one; the release drops TLS there: name a server whose address follows the primary, or accept SentinelWithoutTls with a reason',
    ],
  },
  {
    code: 'SentinelWithTlsClaimed',
    on: 'kubernetes',
    holds: { kubernetes: { redis: { sentinel } } },
    breaks: { kubernetes: { redis: { sentinel, ca: certificate } } },
    says: [
      'kubernetes.redis.ca: expected no certificates with sentinel, got some; the release speaks without TLS there: remove ca, or leave sentinel out',
    ],
  },
  {
    code: 'SentinelAndCluster',
    on: 'kubernetes',
    holds: { kubernetes: { redis: { cluster: true } } },
    breaks: { kubernetes: { redis: { cluster: true, sentinel } } },
    says: ['kubernetes.redis.cluster: expected false with sentinel, got true; leave one of them out'],
  },
  {
    code: 'RedisSocketTimeout',
    holds: { redis: { connectTimeoutSeconds: 10 } },
    breaks: { redis: { socketTimeoutSeconds: 5 } },
    says: ['redis.socketTimeoutSeconds: expected nothing, got 5; it cuts the listeners after 5 s of silence'],
  },
  {
    code: 'WebsocketsOff',
    holds: { redis: { websocket: { enabled: true } } },
    breaks: { redis: { websocket: { enabled: false } } },
    says: [
      'redis.websocket.enabled: expected true, got false; polling needs an entry that keeps a browser at one process, and none does',
    ],
  },
  {
    code: 'WebsocketsLogged',
    holds: { redis: { websocket: { logging: false } } },
    breaks: { redis: { websocket: { logging: true, engineLogging: true } } },
    says: [
      'redis.websocket.engineLogging: expected false, got true; chats and tokens would stand in the log',
      'redis.websocket.logging: expected false, got true; chats and tokens would stand in the log',
    ],
  },
  {
    code: 'LocalStorage',
    on: 'kubernetes',
    holds: {
      kubernetes: { storage: { kind: 'azure', endpoint: 'https://acme.blob.core.windows.net', container: 'chat' } },
    },
    breaks: { kubernetes: { storage: { kind: 'local' } } },
    says: [
      'kubernetes.storage.kind: expected s3, gcs or azure, got local; files on one replica are missing on the others: take object storage',
    ],
  },
  {
    code: 'LocalVectorStore',
    holds: { rag: { vectorStore: { kind: 'chroma', host: 'chroma.acme.example' } } },
    breaks: { rag: { vectorStore: { kind: 'chroma' } } },
    says: [
      'rag.vectorStore.host: expected the server of the vector store, got nothing; a second process corrupts files on one replica: name a server, or take kind pgvector',
    ],
  },
  {
    code: 'SlimWithIam',
    holds: { image: { tag: versions.openWebUiTag } },
    breaks: { image: slim },
    says: [
      `image.tag: expected the standard image on AWS, got "${versions.openWebUiTag}-slim"; the slim one refuses the sign-in to the database: take ${versions.openWebUiTag}`,
    ],
  },
  {
    code: 'SlimWithIam',
    on: 'kubernetes',
    holds: { image: slim },
    breaks: { image: slim, aws: { region: 'eu-central-1' } },
    says: [
      `image.tag: expected the standard image on AWS, got "${versions.openWebUiTag}-slim"; the slim one refuses the sign-in to the database: take ${versions.openWebUiTag}`,
    ],
  },
  {
    code: 'SlimImageLacks',
    on: 'kubernetes',
    holds: { image: slim },
    breaks: {
      image: { repository: 'registry.acme.example/open-webui-slim' },
      rag: {
        vectorStore: { kind: 'qdrant', host: 'vectors.acme.example' },
        embedding: { engine: 'local', model: 'm', dimensions: 384 },
      },
      kubernetes: { storage: { kind: 'gcs', bucket: 'acme' } },
    },
    says: [
      `rag.vectorStore.kind: expected pgvector with the slim image, got qdrant; take it, or the tag ${versions.openWebUiTag}`,
      `rag.embedding.engine: expected a service with the slim image, got local; take it, or the tag ${versions.openWebUiTag}`,
      `kubernetes.storage.kind: expected s3 with the slim image, got gcs; take it, or the tag ${versions.openWebUiTag}`,
    ],
  },
];
