import type { Case } from './case';

const owned = (path: string) =>
  `expected a variable without a key of its own, got one that ${path} decides; write it there`;

export const settingCases: readonly Case[] = [
  {
    code: 'PersistentConfigOn',
    holds: { process: { persistentConfig: false } },
    breaks: { process: { persistentConfig: true, oauthPersistentConfig: true } },
    says: ['oauthPersistentConfig', 'persistentConfig'].map(
      (key) =>
        `process.${key}: expected false, got true; the first start copies settings and keys into the database, and then ignores what is written here`,
    ),
  },
  {
    code: 'KeepAliveTooShort',
    holds: { process: { keepAliveSeconds: 901 } },
    breaks: { process: { keepAliveSeconds: 900 } },
    says: [
      'process.keepAliveSeconds: expected more than edge.streamTimeoutSeconds (900), got 900; the entry would answer 502',
    ],
  },
  {
    code: 'GracefulShutdownTooLong',
    holds: { process: { gracefulShutdownSeconds: 119 }, rollout: 'rolling' },
    breaks: { process: { gracefulShutdownSeconds: 10 } },
    says: [
      'process.gracefulShutdownSeconds: expected less than 10, when a replica is killed with rollout recreate, got 10; lower it',
    ],
  },
  {
    code: 'ExtraOwned',
    holds: { extra: { WEBUI_NAME: 'Acme' } },
    breaks: {
      extra: {
        ENABLE_RAG_LOCAL_WEB_FETCH: 'true',
        ENV: 'dev',
        HTTPS_PROXY: 'http://proxy.example',
        LD_PRELOAD: '/tmp/x.so',
        OFFLINE_MODE: 'false',
        RESET_CONFIG_ON_START: 'true',
        SSL_CERT_FILE: '/data/ca.pem',
        WEBSOCKET_REDIS_OPTIONS: '{}',
      },
    },
    says: [
      `extra.ENABLE_RAG_LOCAL_WEB_FETCH: ${owned('web.localFetch')}`,
      'extra.ENV: expected a variable that may be set, got one of the package’s own; in development mode the application shows every route to everybody',
      'extra.HTTPS_PROXY: expected a variable of Open WebUI, got one that sends requests through a proxy; there is no setting for one: leave it out',
      'extra.LD_PRELOAD: expected a variable of Open WebUI, got one that changes how programs start; leave it out',
      `extra.OFFLINE_MODE: ${owned('web.offline')}`,
      'extra.RESET_CONFIG_ON_START: expected a variable that may be set, got one of the package’s own; every process would delete the settings in the database at each start',
      'extra.SSL_CERT_FILE: expected a variable of Open WebUI, got one that changes which certificates are trusted; write web.ca',
      'extra.WEBSOCKET_REDIS_OPTIONS: expected a variable that may be set, got one of the package’s own; it can turn off the check of the cache’s certificate',
    ],
  },
  {
    code: 'ExtraMalformed',
    holds: { extra: { ENABLE_EASTER_EGGS: 'false', PLAYWRIGHT_TIMEOUT: '10000', UI_VISIBILITY: '{}' } },
    breaks: {
      extra: { 'A B': 'x', ENABLE_EASTER_EGGS: '1', PLAYWRIGHT_TIMEOUT: '10 s', UI_VISIBILITY: '{' },
    },
    says: [
      'extra.A B: expected letters, digits and underscores, got another name; write it as upstream does',
      'extra.ENABLE_EASTER_EGGS: expected true or false, got other text; the release would read it as something else or stop',
      'extra.PLAYWRIGHT_TIMEOUT: expected a whole number, got other text; the release would read it as something else or stop',
      'extra.UI_VISIBILITY: expected JSON, got other text; the release would read it as something else or stop',
    ],
  },
  {
    code: 'UnknownVariable',
    holds: { extra: { WEBUI_NAME: 'Acme' } },
    breaks: { extra: { WEBUI_NAEM: 'Acme', OTEL_TRACES_SAMPLER_ARG: '0.1', QUITE_ANOTHER_THING: 'x' } },
    says: [
      'extra.OTEL_TRACES_SAMPLER_ARG: expected a variable that the release reads, got another; did you mean OTEL_TRACES_SAMPLER?',
      'extra.QUITE_ANOTHER_THING: expected a variable that the release reads, got another; leave it out if nothing else reads it',
      'extra.WEBUI_NAEM: expected a variable that the release reads, got another; did you mean WEBUI_NAME?',
    ],
  },
  {
    code: 'LiteralSecret',
    holds: {
      extra: { LICENSE_KEY: { secret: 'licenseKey' }, LICENSE_PUBLIC_KEY: 'MCow', SERPHOUSE_DOMAIN: 'google.com' },
    },
    breaks: {
      extra: {
        EXTERNAL_DOCUMENT_LOADER_HEADERS: '{}',
        LICENSE_KEY: 'abc',
        PERPLEXITY_SEARCH_API_URL: 'https://api.example/?key=word',
        YOUTUBE_LOADER_PROXY_URL: 'https://me:word@proxy.example',
      },
    },
    says: [
      'EXTERNAL_DOCUMENT_LOADER_HEADERS',
      'LICENSE_KEY',
      'PERPLEXITY_SEARCH_API_URL',
      'YOUTUBE_LOADER_PROXY_URL',
    ].map(
      (name) =>
        `extra.${name}: expected a secret role such as { secret: licenseKey }, got text; a secret never stands in a specification`,
    ),
  },
  {
    code: 'DuplicateWaiver',
    holds: { accept: [{ rule: 'ImageNotPinned', reason: 'tried out', until: '2027-03-31' }] },
    breaks: {
      accept: ['2027-03-31', '2027-06-30'].map((until) => ({ rule: 'ImageNotPinned', reason: 'tried out', until })),
    },
    says: ['accept[1].rule: expected one waiver of a rule, got a second one after accept[0]; keep one of them'],
  },
  {
    code: 'RoleTaken',
    holds: { extra: { LICENSE_KEY: { secret: 'shared' }, SOUGOU_API_SK: { secret: 'shared' } } },
    breaks: { extra: { LICENSE_KEY: { secret: 'signingKey' } } },
    says: [
      'extra.LICENSE_KEY: expected a role of its own, got signingKey; that role holds another secret: choose another name',
    ],
  },
  {
    code: 'SeparatorInValue',
    holds: { audit: { loggerNames: ['uvicorn.access', 'root'] } },
    breaks: { audit: { loggerNames: ['uvicorn.access,root'] } },
    says: [
      'audit.loggerNames[0]: expected no "," in it, got one; AUDIT_UVICORN_LOGGER_NAMES would be read as two: write two entries',
    ],
  },
];
