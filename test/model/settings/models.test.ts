import { roles, variables, waysOut, written } from './on-kubernetes';
import { written as onAmazon } from './written';

test.each([
  ['ENABLE_OPENAI_API', 'true'],
  ['OPENAI_API_CONFIGS', undefined],
  ['ENABLE_OLLAMA_API', 'false'],
  ['OLLAMA_BASE_URLS', undefined],
  ['OLLAMA_API_CONFIGS', undefined],
  ['ENABLE_DIRECT_CONNECTIONS', 'false'],
  ['ENABLE_OPENAI_API_PASSTHROUGH', 'false'],
  ['ENABLE_FORWARD_USER_INFO_HEADERS', 'false'],
  ['FORWARD_USER_INFO_HEADER_JWT_SECRET', undefined],
  ['MODELS_CACHE_TTL', '1'],
  ['ENABLE_BASE_MODELS_CACHE', 'false'],
  ['DEFAULT_MODELS', undefined],
])('%s is %s by default, on both targets', (name, value) => {
  expect([onAmazon({}, name), written({}, name)]).toEqual([value, value]);
});

test.each([
  ['ENABLE_DIRECT_CONNECTIONS', { directConnections: true }, 'true'],
  ['ENABLE_OPENAI_API_PASSTHROUGH', { openaiPassthrough: true }, 'true'],
  ['MODELS_CACHE_TTL', { cacheSeconds: 60 }, '60'],
  ['ENABLE_BASE_MODELS_CACHE', { baseModelsCache: true }, 'true'],
  ['DEFAULT_MODELS', { defaultModels: ['gpt-4o', 'llama3:8b'] }, 'gpt-4o,llama3:8b'],
  ['ENABLE_FORWARD_USER_INFO_HEADERS', { forwardUserHeaders: 'plain' }, 'true'],
  ['FORWARD_USER_INFO_HEADER_JWT_SECRET', { forwardUserHeaders: 'plain' }, undefined],
  ['ENABLE_FORWARD_USER_INFO_HEADERS', { forwardUserHeaders: 'signed' }, 'true'],
  ['FORWARD_USER_INFO_HEADER_JWT_SECRET', { forwardUserHeaders: 'signed' }, '<userHeaderKey>'],
])('%s follows %j', (name, models, value) => {
  expect(written({ models }, name)).toBe(value);
});

test('whoever is told who asks by a signed token has a key of their own', () => {
  expect(roles({ models: { forwardUserHeaders: 'signed' } })).toContain('userHeaderKey');
  expect(roles({ models: { forwardUserHeaders: 'plain' } })).not.toContain('userHeaderKey');
});

const openai = [
  { url: 'https://api.openai.com/v1', modelIds: ['gpt-4o', 'gpt-4o-mini'] },
  { url: 'https://acme.openai.azure.com', name: 'azure', apiVersion: '2024-10-21', modelIds: ['chat'], prefix: 'eu' },
  { url: 'https://llm.acme.example/v1' },
];

test('services of OpenAI’s kind have URL, key and what they offer at the same number', () => {
  expect(variables({ models: { openai } }, /^OPENAI_/)).toEqual({
    OPENAI_API_BASE_URLS: 'https://api.openai.com/v1;https://acme.openai.azure.com;https://llm.acme.example/v1',
    OPENAI_API_KEYS: '<openaiKeyApiOpenaiCom>;<openaiKeyAzure>;<openaiKeyLlmAcmeExample>',
    OPENAI_API_CONFIGS: expect.any(String) as unknown,
  });
  expect(JSON.parse(written({ models: { openai } }, 'OPENAI_API_CONFIGS') ?? '')).toEqual({
    0: { model_ids: ['gpt-4o', 'gpt-4o-mini'] },
    1: { model_ids: ['chat'], prefix_id: 'eu', provider: 'azure', api_version: '2024-10-21' },
    2: {},
  });
});

const ollama = [
  { url: 'https://gpu.acme.example', key: true },
  { url: 'http://10.80.0.2:11434', cidrs: ['10.80.0.0/28'] },
  { url: 'https://big.acme.example:8443', name: 'big', key: true, modelIds: ['llama3:70b'], prefix: 'big' },
];

test('servers of Ollama have URL, key and what they offer at the same number', () => {
  expect(variables({ models: { ollama } }, /OLLAMA_(API|BASE)/)).toEqual({
    ENABLE_OLLAMA_API: 'true',
    OLLAMA_BASE_URLS: 'https://gpu.acme.example;http://10.80.0.2:11434;https://big.acme.example:8443',
    OLLAMA_API_CONFIGS: expect.any(String) as unknown,
  });
  expect(JSON.parse(written({ models: { ollama } }, 'OLLAMA_API_CONFIGS') ?? '')).toEqual({
    0: { key: '<ollamaKeyGpuAcmeExample>' },
    1: {},
    2: { key: '<ollamaKeyBig>', model_ids: ['llama3:70b'], prefix_id: 'big' },
  });
});

test('only servers of Ollama that ask for a key have a role', () => {
  expect(roles({ models: { ollama } }).filter((role) => role.startsWith('ollama'))).toEqual([
    'ollamaKeyGpuAcmeExample',
    'ollamaKeyBig',
  ]);
});

test('each server of Ollama is reached on its port alone', () => {
  expect(waysOut({ models: { ollama } }, /^app-ollama/)).toEqual([
    'app-ollama-1 gpu.acme.example 443 everywhere',
    'app-ollama-2 10.80.0.2 11434 10.80.0.0/28',
    'app-ollama-3 big.acme.example 8443 everywhere',
  ]);
});
