import type { Case } from './case';

const plain = 'expected the address ranges of a service without TLS, got nothing; give them, or use https';
const cidrs = ['10.80.0.0/28'];

export const modelCases: readonly Case[] = [
  {
    code: 'DuplicateModelName',
    holds: {
      models: {
        ollama: [{ url: 'https://gpu.acme.example' }, { url: 'https://gpu.acme.example:8443', name: 'second' }],
      },
    },
    breaks: {
      models: { ollama: [{ url: 'https://gpu.acme.example' }, { url: 'https://gpu.acme.example:8443', key: true }] },
    },
    says: [
      'models.ollama[1].name: expected a name of its own, got that of models.ollama[0]; both keys would be the role ollamaKeyGpuAcmeExample',
    ],
  },
  {
    code: 'PlainHttpToEverybody',
    on: 'kubernetes',
    holds: {
      models: { ollama: [{ url: 'http://gpu.acme.example:11434', cidrs }] },
      rag: {
        reranking: { url: 'http://rerank.acme.example', model: 'm', cidrs },
        extraction: { kind: 'tika', url: 'http://tika.acme.example:9998', cidrs },
      },
      kubernetes: { storage: { endpoint: 'http://minio.acme.example:9000', cidrs } },
    },
    breaks: {
      models: { ollama: [{ url: 'http://gpu.acme.example:11434' }] },
      rag: {
        embedding: { url: 'http://vllm.acme.example' },
        reranking: { url: 'http://rerank.acme.example', model: 'm' },
        extraction: { kind: 'tika', url: 'http://tika.acme.example:9998' },
      },
      kubernetes: { storage: { endpoint: 'http://minio.acme.example:9000' } },
    },
    says: [
      `models.ollama[0].cidrs: ${plain}`,
      `rag.embedding.cidrs: ${plain}`,
      `rag.reranking.cidrs: ${plain}`,
      `rag.extraction.cidrs: ${plain}`,
      `kubernetes.storage.cidrs: ${plain}`,
    ],
  },
  {
    code: 'PlainHttpToEverybody',
    on: 'kubernetes',
    holds: {
      models: { ollama: [{ url: 'http://gpu.acme.example:11434', cidrs: ['10.80.0.0/28', 'fd00:80::/64'] }] },
      rag: { reranking: { url: 'https://rerank.acme.example', model: 'm', cidrs: ['93.184.216.0/24'] } },
    },
    breaks: {
      models: { ollama: [{ url: 'http://gpu.acme.example:11434', cidrs: ['10.80.0.0/28', '8.8.8.0/24'] }] },
      kubernetes: { storage: { endpoint: 'http://minio.acme.example:9000', cidrs: ['2600::/32'] } },
    },
    says: [
      'models.ollama[0].cidrs[1]: expected a private range for a service without TLS, got "8.8.8.0/24"; use https',
      'kubernetes.storage.cidrs[0]: expected a private range for a service without TLS, got "2600::/32"; use https',
    ],
  },
  {
    code: 'AzureWithoutModels',
    holds: {
      models: { openai: [{ url: 'https://acme.openai.azure.com', apiVersion: '2024-10-21', modelIds: ['gpt-4o'] }] },
    },
    breaks: { models: { openai: [{ url: 'https://acme.openai.azure.com', apiVersion: '2024-10-21' }] } },
    says: [
      'models.openai[0].modelIds: expected the names of the deployments in Azure, got nothing; Azure lists none by itself: write them',
    ],
  },
  {
    code: 'DirectConnections',
    holds: { models: { directConnections: false } },
    breaks: { models: { directConnections: true } },
    says: [
      'models.directConnections: expected false, got true; chats would go to services that nobody here has chosen',
    ],
  },
  {
    code: 'OpenAiPassthrough',
    holds: { models: { openaiPassthrough: false } },
    breaks: { models: { openaiPassthrough: true } },
    says: [
      'models.openaiPassthrough: expected false, got true; every user could send any request with the keys of the services',
    ],
  },
  {
    code: 'ForwardedUserHeaders',
    holds: { models: { forwardUserHeaders: 'off' } },
    breaks: { models: { forwardUserHeaders: 'signed' } },
    says: [
      'models.forwardUserHeaders: expected off, got signed; every service is told who asks, in a token that each can read',
    ],
  },
  {
    code: 'ForwardedUserHeaders',
    holds: {},
    breaks: { models: { forwardUserHeaders: 'plain' } },
    says: [
      'models.forwardUserHeaders: expected off, got plain; every service is told name and e-mail address of who asks, and anybody on the way can write others',
    ],
  },
];
