import { z } from 'zod';
import type { Deployment } from '../deployment';
import { farSideCidrs, line, serviceUrl, text } from '../formats';
import { rotation, setting, upstream } from './setting';
import type { DerivedVariables, SecretOf } from './setting';

const source = upstream('routers/retrieval.py');

/** Services that are asked at one address with one key: where they are, and the variable of the key. */
const services = {
  bocha: ['api.bochaai.com', 'BOCHA_SEARCH_API_KEY'],
  brave: ['api.search.brave.com', 'BRAVE_SEARCH_API_KEY'],
  exa: ['api.exa.ai', 'EXA_API_KEY'],
  jina: ['s.jina.ai', 'JINA_API_KEY'],
  kagi: ['kagi.com', 'KAGI_SEARCH_API_KEY'],
  linkup: ['api.linkup.so', 'LINKUP_API_KEY'],
  mojeek: ['api.mojeek.com', 'MOJEEK_SEARCH_API_KEY'],
  ollama_cloud: ['ollama.com', 'OLLAMA_CLOUD_API_KEY'],
  perplexity: ['api.perplexity.ai', 'PERPLEXITY_API_KEY'],
  searchapi: ['www.searchapi.io', 'SEARCHAPI_API_KEY'],
  serpapi: ['serpapi.com', 'SERPAPI_API_KEY'],
  serper: ['google.serper.dev', 'SERPER_API_KEY'],
  serphouse: ['api.serphouse.com', 'SERPHOUSE_API_KEY'],
  serply: ['api.serply.io', 'SERPLY_API_KEY'],
  staan: ['api.staan.ai', 'STAAN_API_KEY'],
  tavily: ['api.tavily.com', 'TAVILY_API_KEY'],
  youcom: ['ydc-index.io', 'YOUCOM_API_KEY'],
} as const;

type Service = keyof typeof services;

const engine = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('searxng').describe('A SearXNG server.'),
    url: setting('SEARXNG_QUERY_URL', serviceUrl, {
      meaning: 'Search page of the SearXNG server.',
      why: 'A server of one’s own keeps the questions from a provider.',
      source,
    }),
    cidrs: farSideCidrs('the server'),
  }),
  z.strictObject({
    kind: z.literal('external').describe('A service of one’s own that answers in upstream’s form.'),
    url: setting('EXTERNAL_WEB_SEARCH_URL', serviceUrl, {
      meaning: 'Address of the service. Its key is the role `webSearchKey`.',
      why: 'It can log and filter what is asked.',
      source,
    }),
    cidrs: farSideCidrs('the service'),
  }),
  z.strictObject({
    kind: z.literal('google').describe('Programmable Search Engine of Google. Its key is the role `webSearchKey`.'),
    engineId: setting('GOOGLE_PSE_ENGINE_ID', line, {
      meaning: 'Search engine at Google.',
      why: 'It decides which sites are searched.',
      source,
    }),
  }),
  z.strictObject({
    kind: z.literal('service').describe('A provider that needs nothing but a key, the role `webSearchKey`.'),
    service: z.enum(Object.keys(services) as [Service, ...Service[]]).describe('Provider that is asked.'),
  }),
]);

/** Web search. */
export const search = z.strictObject({
  engine: engine.describe('Who is asked. The questions of people go there.'),
  results: setting('WEB_SEARCH_RESULT_COUNT', z.int().min(1).max(50).default(3), {
    meaning: 'Results of a search that are read.',
    why: 'Each is text of strangers in a prompt.',
    source,
  }),
  concurrency: setting('WEB_SEARCH_CONCURRENT_REQUESTS', z.int().min(1).max(50).default(4), {
    meaning: 'Searches that run at once for a question.',
    why: 'Upstream sets no bound.',
    source,
  }),
  domains: setting(
    'WEB_SEARCH_DOMAIN_FILTER_LIST',
    z
      .array(text('a domain, or one to leave out such as !example.com', /^!?[a-z0-9.-]{1,253}$/, 'give the name alone'))
      .max(200)
      .optional(),
    {
      meaning: 'Domains whose results are taken, or with `!` left out. @default - all',
      why: 'Fewer sources mean fewer strangers who can write into a prompt.',
      source,
      json: true,
    },
  ),
  confirmation: setting('ENABLE_WEB_SEARCH_CONFIRMATION', z.boolean().default(true), {
    meaning: 'Whether people are told that their question goes to a provider, and agree.',
    why: 'What is asked leaves the deployment.',
    source,
  }),
});

type Search = NonNullable<Deployment['web']['search']>;

/** Name of the engine as upstream compares it. */
function engineOf({ engine: choice }: Search): string {
  if (choice.kind === 'service') return choice.service;
  return choice.kind === 'google' ? 'google_pse' : choice.kind;
}

/** Address that a search asks. */
export function searchUrl({ engine: choice }: Search): string {
  if (choice.kind === 'service') return `https://${services[choice.service][0]}`;
  return choice.kind === 'google' ? 'https://www.googleapis.com' : choice.url;
}

/** Addresses of who is asked, where the deployment gives them. */
export const searchCidrs = ({ engine: choice }: Search): readonly string[] | undefined =>
  'cidrs' in choice ? choice.cidrs : undefined;

const key = {
  role: 'webSearchKey',
  origin: 'supplied',
  purpose: 'key of the service that searches the web',
  rotation: rotation.byProvider,
} as const satisfies SecretOf;

/** Secrets with which the web is searched. A SearXNG server takes none. */
export const searchRoles = ({ web: { search: choice } }: Deployment): readonly SecretOf[] =>
  choice === undefined || choice.engine.kind === 'searxng' ? [] : [key];

function keyOf(variable: string, name: string): DerivedVariables {
  return {
    [variable]: {
      path: 'web.search.engine',
      meaning: `Key of the search engine ${name}.`,
      why: 'It is a secret role, never text.',
      source,
      value: ({ web }) => (web.search && engineOf(web.search) === name ? { secret: key.role } : undefined),
    },
  };
}

const keys = Object.entries(services).map(([name, [, variable]]) => keyOf(variable, name));

/** Variables of web search. */
export const webSearchVariables: DerivedVariables = {
  ENABLE_WEB_SEARCH: {
    path: 'web.search',
    meaning: 'Whether people and models can search the web.',
    why: 'Questions leave the deployment, and text of strangers enters prompts.',
    source,
    value: ({ web }) => web.search !== undefined,
  },
  WEB_SEARCH_ENGINE: {
    path: 'web.search.engine',
    meaning: 'Search engine.',
    why: 'It is asked, not guessed: the questions of people go there.',
    source,
    value: ({ web }) => web.search && engineOf(web.search),
  },
  BYPASS_WEB_SEARCH_WEB_LOADER: {
    path: 'web.fetch',
    meaning: 'Whether a search takes what the engine says of a page, and does not fetch the page.',
    why: 'Where no page may be fetched, a search would find nothing.',
    source,
    needs: ['web.search'],
    value: ({ web }) => web.search && web.fetch.kind === 'none',
  },
  ...keyOf('EXTERNAL_WEB_SEARCH_API_KEY', 'external'),
  ...keyOf('GOOGLE_PSE_API_KEY', 'google_pse'),
  ...(Object.assign({}, ...keys) as DerivedVariables),
};
