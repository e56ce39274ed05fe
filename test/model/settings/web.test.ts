import { certificateFiles, flows } from '../../../src/model';
import type { DeploymentSpec } from '../../../src/model';
import { onAws } from '../../fixtures';
import { rolesAdded, written } from './written';

test.each([
  ['OFFLINE_MODE', 'true'],
  ['ENABLE_VERSION_UPDATE_CHECK', 'false'],
  ['ENABLE_LOCAL_WEB_FETCH', 'false'],
  ['WEB_FETCH_FILTER_LIST', 'nothing.invalid'],
  ['WEB_FETCH_MAX_CONTENT_LENGTH', '200000'],
  ['AIOHTTP_CLIENT_ALLOW_REDIRECTS', 'false'],
  ['AIOHTTP_CLIENT_SESSION_SSL', 'true'],
  ['AIOHTTP_CLIENT_SESSION_TOOL_SERVER_SSL', 'true'],
  ['REQUESTS_VERIFY', 'true'],
  ['ENABLE_WEB_LOADER_SSL_VERIFICATION', 'true'],
  ['AIOHTTP_CLIENT_TIMEOUT', '3600'],
  ['AIOHTTP_CLIENT_STREAM_IDLE_TIMEOUT', '900'],
  ['AIOHTTP_CLIENT_TIMEOUT_MODEL_LIST', '10'],
  ['AIOHTTP_CLIENT_TIMEOUT_TOOL_SERVER', '300'],
  ['AIOHTTP_CLIENT_TIMEOUT_TOOL_SERVER_DATA', '10'],
  ['WEB_LOADER_TIMEOUT', '30'],
  ['WEB_LOADER_ENGINE', 'safe_web'],
  ['ENABLE_PROFILE_IMAGE_URL_FORWARDING', 'false'],
  ['PROFILE_IMAGE_MAX_DATA_URI_SIZE', '2000000'],
  ['ENABLE_WEB_SEARCH', 'false'],
  ['WEB_SEARCH_ENGINE', undefined],
  ['WEB_SEARCH_RESULT_COUNT', undefined],
  ['BYPASS_WEB_SEARCH_WEB_LOADER', undefined],
  ['WEBHOOK_URL', undefined],
  ['AIOHTTP_CLIENT_SSL_CERT_FILE', undefined],
  ['REQUESTS_CA_BUNDLE', undefined],
])('%s is %s by default', (name, value) => {
  expect(written({}, name)).toBe(value);
});

const webhook = { host: 'hooks.acme.example' };

test.each<[string, DeploymentSpec['web'], string | undefined]>([
  ['a webhook alone', { webhook }, 'hooks.acme.example'],
  ['hosts', { fetch: { kind: 'allowList', hosts: ['a.example', 'b.example'] } }, 'a.example,b.example'],
  [
    'hosts and a webhook',
    { webhook, fetch: { kind: 'allowList', hosts: ['a.example'] } },
    'a.example,hooks.acme.example',
  ],
  ['everything', { webhook, fetch: { kind: 'public' } }, undefined],
  [
    'everything but',
    { fetch: { kind: 'public', blocked: ['bad.example', '198.51.100.0/24'] } },
    '!bad.example,!198.51.100.0/24',
  ],
])('what may be fetched: %s', (_, web, value) => {
  expect(written({ web }, 'WEB_FETCH_FILTER_LIST')).toBe(value);
});

/** Flows of the way out to the web, as `id port host ranges`. */
const toTheWeb = (web: DeploymentSpec['web']): string[] =>
  flows(onAws({ web }), 'aws')
    .filter(({ to }) => to === 'web')
    .map(({ id, port, host, cidrs }) => `${id} ${port} ${host ?? '-'} ${cidrs?.join() ?? '-'}`);

test.each<[DeploymentSpec['web'], string[]]>([
  [{}, []],
  [{ fetch: { kind: 'public' } }, ['app-web 443 - -']],
  [{ fetch: { kind: 'allowList', hosts: ['a.example'], cidrs: ['10.0.0.0/28'] } }, ['app-web 443 - 10.0.0.0/28']],
  [{ webhook }, ['app-webhook 443 hooks.acme.example -']],
  [
    { search: { engine: { kind: 'searxng', url: 'https://search.acme.example:8443/search' } } },
    ['app-webSearch 8443 search.acme.example -'],
  ],
])('%j opens %j', (web, opened) => {
  expect(toTheWeb(web)).toEqual(opened);
});

type Engine = NonNullable<NonNullable<DeploymentSpec['web']>['search']>['engine'];

test.each<[Engine, string, string | undefined, string]>([
  [{ kind: 'service', service: 'brave' }, 'brave', 'BRAVE_SEARCH_API_KEY', 'api.search.brave.com'],
  [{ kind: 'service', service: 'tavily' }, 'tavily', 'TAVILY_API_KEY', 'api.tavily.com'],
  [{ kind: 'google', engineId: 'abc' }, 'google_pse', 'GOOGLE_PSE_API_KEY', 'www.googleapis.com'],
  [
    { kind: 'external', url: 'https://find.acme.example/q' },
    'external',
    'EXTERNAL_WEB_SEARCH_API_KEY',
    'find.acme.example',
  ],
  [{ kind: 'searxng', url: 'https://search.acme.example/search' }, 'searxng', undefined, 'search.acme.example'],
])('%j is asked as %s, with its key in %s', (engine, name, key, host) => {
  const web = { search: { engine } };
  expect(written({ web }, 'ENABLE_WEB_SEARCH')).toBe('true');
  expect(written({ web }, 'WEB_SEARCH_ENGINE')).toBe(name);
  expect(rolesAdded({ web })).toEqual(key === undefined ? [] : ['webSearchKey']);
  if (key !== undefined) expect(written({ web }, key)).toBe('<webSearchKey>');
  expect(toTheWeb(web)).toEqual([`app-webSearch 443 ${host} -`]);
});

test('a search reads pages only where pages may be fetched', () => {
  const search = { engine: { kind: 'service', service: 'kagi' } } as const;
  expect(written({ web: { search } }, 'BYPASS_WEB_SEARCH_WEB_LOADER')).toBe('true');
  expect(written({ web: { search, fetch: { kind: 'public' } } }, 'BYPASS_WEB_SEARCH_WEB_LOADER')).toBe('false');
});

test('domains of a search are JSON', () => {
  const search = { engine: { kind: 'service', service: 'kagi' }, domains: ['acme.example', '!bad.example'] } as const;
  expect(written({ web: { search } }, 'WEB_SEARCH_DOMAIN_FILTER_LIST')).toBe('["acme.example","!bad.example"]');
});

test('the address of a webhook is a secret', () => {
  expect(written({ web: { webhook } }, 'WEBHOOK_URL')).toBe('<webhookUrl>');
  expect(rolesAdded({ web: { webhook } })).toEqual(['webhookUrl']);
});

test('silence in an answer ends when the entry gives up, or when told', () => {
  expect(written({ edge: { streamTimeoutSeconds: 120 } }, 'AIOHTTP_CLIENT_STREAM_IDLE_TIMEOUT')).toBe('120');
  expect(written({ web: { timeouts: { streamIdleSeconds: 60 } } }, 'AIOHTTP_CLIENT_STREAM_IDLE_TIMEOUT')).toBe('60');
});

test('an authority of one’s own is a file that both clients read', () => {
  const ca = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
  const path = '/tmp/outboundCa.pem';
  expect(certificateFiles(onAws({ web: { ca } }), 'aws')).toContainEqual({ id: 'outboundCa', path, content: ca });
  for (const name of ['AIOHTTP_CLIENT_SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE'])
    expect(written({ web: { ca } }, name)).toBe(path);
});
