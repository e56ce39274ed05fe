import { z } from 'zod';
import type { Deployment, Target } from '../deployment';
import { certificatePath } from '../files';
import { certificates } from '../formats';
import { facts, setting, upstream } from './setting';
import type { DerivedVariables } from './setting';
import { fetch, localFetch, webFetchVariables, webhook } from './web-fetch';
import { search, webSearchVariables } from './web-search';

const verified = 'Encryption to an impostor protects nothing: keys and chats would go to whoever sits between.';

const verifyTls = z
  .strictObject({
    services: setting('AIOHTTP_CLIENT_SESSION_SSL', z.boolean().default(true), {
      meaning:
        'Whether certificates of model services, identity providers and most other far sides are verified. Off, it is off for fetched pages too.',
      why: verified,
      source: facts('1.14'),
    }),
    toolServers: setting('AIOHTTP_CLIENT_SESSION_TOOL_SERVER_SSL', z.boolean().default(true), {
      meaning: 'Whether certificates of tool servers are verified.',
      why: verified,
      source: facts('1.14'),
    }),
    tikaAndReranking: setting('REQUESTS_VERIFY', z.boolean().default(true), {
      meaning: 'Whether certificates of Tika and of the service that sorts what was found are verified.',
      why: verified,
      source: upstream('retrieval/loaders/main.py'),
    }),
    pages: setting('ENABLE_WEB_LOADER_SSL_VERIFICATION', z.boolean().default(true), {
      meaning: 'Whether certificates of fetched pages are verified.',
      why: verified,
      source: facts('1.14'),
    }),
  })
  .prefault({})
  .describe('Whose certificates are verified.');

const seconds = (longest: number) => z.int().min(1).max(longest);

const timeouts = z
  .strictObject({
    requestSeconds: setting('AIOHTTP_CLIENT_TIMEOUT', seconds(86400).default(3600), {
      meaning: 'Longest time of a request to another service, the whole of a streamed answer included.',
      why: 'Unset there is none, and a far side that never ends holds the request for ever; an hour cuts no answer short.',
      source: upstream('utils/session_pool.py'),
    }),
    streamIdleSeconds: seconds(86400)
      .optional()
      .describe(
        'Longest silence inside of a streamed answer of a model. @default - edge.streamTimeoutSeconds, after which the entry gives up',
      ),
    modelListSeconds: setting('AIOHTTP_CLIENT_TIMEOUT_MODEL_LIST', seconds(600).default(10), {
      meaning: 'Longest time of asking a service for its models.',
      why: 'A service that does not answer delays the list of all.',
      source: facts('1.14'),
    }),
    toolServerSeconds: setting('AIOHTTP_CLIENT_TIMEOUT_TOOL_SERVER', seconds(86400).default(300), {
      meaning: 'Longest time of a call of a tool on another server.',
      why: 'The answer of a model waits for it.',
      source: upstream('utils/tools.py'),
    }),
    toolServerDataSeconds: setting('AIOHTTP_CLIENT_TIMEOUT_TOOL_SERVER_DATA', seconds(600).default(10), {
      meaning: 'Longest time of asking a tool server what it can do.',
      why: 'A server that does not answer delays every chat with tools.',
      source: upstream('utils/tools.py'),
    }),
    pageSeconds: setting('WEB_LOADER_TIMEOUT', seconds(600).default(30), {
      meaning: 'Longest time of fetching a page.',
      why: 'Upstream sets none of its own.',
      source: upstream('retrieval/web/utils.py'),
    }),
  })
  .prefault({})
  .describe('How long the application waits for others.');

const profileImages = z
  .strictObject({
    forwarding: setting('ENABLE_PROFILE_IMAGE_URL_FORWARDING', z.boolean().default(false), {
      meaning: 'Whether a profile picture may send browsers to another site.',
      why: 'Whoever sets such a picture learns the address and browser of everybody who sees it.',
      source: upstream('routers/users.py'),
    }),
    maxCharacters: setting('PROFILE_IMAGE_MAX_DATA_URI_SIZE', z.int().min(10_000).max(100_000_000).default(2_000_000), {
      meaning: 'Characters of the longest profile picture, written as a data URI.',
      why: 'It lies in the database and goes through Redis with every list of people or models; upstream sets no bound.',
      source: upstream('utils/validate.py'),
    }),
  })
  .prefault({})
  .describe('Pictures of people and models.');

/** Requests to the web. */
export const web = z
  .strictObject({
    offline: setting('OFFLINE_MODE', z.boolean().default(true), {
      meaning: 'Whether the application does without model hubs and package indexes.',
      why: 'Nothing is fetched at a start that was not there when the image was checked.',
      source: facts('1.14'),
    }),
    versionCheck: setting('ENABLE_VERSION_UPDATE_CHECK', z.boolean().default(false), {
      meaning: 'Whether the application asks for newer releases.',
      why: 'It tells a third party about this deployment; releases are chosen here.',
      source: facts('1.14'),
      needs: ['web.offline'],
    }),
    fetch,
    localFetch,
    fetchMaxCharacters: setting('WEB_FETCH_MAX_CONTENT_LENGTH', z.int().min(1000).max(10_000_000).default(200_000), {
      meaning: 'Characters of a page that a model reads when it opens a link.',
      why: 'Upstream sets no bound, so that one page can fill a prompt and cost what it likes.',
      source: upstream('tools/builtin.py'),
    }),
    redirects: setting('AIOHTTP_CLIENT_ALLOW_REDIRECTS', z.boolean().default(false), {
      meaning: 'Whether a fetched page may send the application to another address.',
      why: 'A harmless address could lead to one that is closed.',
      source: facts('1.14'),
    }),
    search: search.optional().describe('Web search. @default - none, and the web is not searched'),
    webhook: webhook.optional().describe('Where events are told, such as a new account. @default - nowhere'),
    verifyTls,
    ca: certificates
      .optional()
      .describe(
        'Certificates that sign those of model services, tool servers and pages. They take the place of the public ones, so give all that are needed. @default - the public ones',
      ),
    timeouts,
    profileImages,
  })
  .prefault({})
  .describe('What the application asks of other servers.');

const ownAuthority = {
  path: 'web.ca',
  why: 'A certificate authority of one’s own is given here, so that nobody has to stop verifying.',
  value: (deployment: Deployment, target: Target) =>
    deployment.web.ca && certificatePath(deployment, target, 'outboundCa'),
};

/** Variables that are not one key’s value. */
export const webVariables = {
  AIOHTTP_CLIENT_STREAM_IDLE_TIMEOUT: {
    path: 'web.timeouts.streamIdleSeconds',
    meaning: 'Longest silence inside of a streamed answer of a model, in seconds.',
    why: 'A model that has fallen silent holds the request; the entry gives up on a silent answer after as long.',
    source: upstream('utils/session_pool.py'),
    value: ({ web: { timeouts: limits }, edge }) => limits.streamIdleSeconds ?? edge.streamTimeoutSeconds,
  },
  AIOHTTP_CLIENT_SSL_CERT_FILE: {
    ...ownAuthority,
    meaning: 'File with the certificates that sign those of other servers.',
    source: upstream('env.py'),
  },
  REQUESTS_CA_BUNDLE: {
    ...ownAuthority,
    meaning: 'The same file, for services that read documents and for the one that sorts what was found.',
    source: upstream('retrieval/loaders/main.py'),
  },
  WEB_LOADER_ENGINE: {
    path: 'web.fetch',
    meaning: 'What fetches pages: the application itself, which checks every address that it connects to.',
    why: 'Others send the addresses to a provider, or start a browser inside of the container.',
    source: upstream('retrieval/web/utils.py'),
    value: () => 'safe_web',
  },
  ...webFetchVariables,
  ...webSearchVariables,
} satisfies DerivedVariables;
