import type { Case } from './case';

export const outboundCases: readonly Case[] = [
  {
    code: 'OutboundTlsUnverified',
    holds: { web: { verifyTls: { services: true, toolServers: true, tikaAndReranking: true, pages: true } } },
    breaks: { web: { verifyTls: { services: false, toolServers: false, tikaAndReranking: false, pages: false } } },
    says: [
      'web.verifyTls.pages: expected true, got false; anybody on the way could pose as one of the fetched pages: give their authority in web.ca',
      'web.verifyTls.services: expected true, got false; anybody on the way could pose as one of the model services and identity providers: give their authority in web.ca',
      'web.verifyTls.tikaAndReranking: expected true, got false; anybody on the way could pose as one of the servers of Tika and of reranking: give their authority in web.ca',
      'web.verifyTls.toolServers: expected true, got false; anybody on the way could pose as one of the tool servers: give their authority in web.ca',
    ],
  },
  {
    code: 'LocalFetchOpen',
    holds: { web: { localFetch: false } },
    breaks: { web: { localFetch: true } },
    says: [
      'web.localFetch: expected false, got true; users and prompts could have services of the private network fetched',
    ],
  },
  {
    code: 'EgressOpen',
    holds: { web: { fetch: { kind: 'allowList', hosts: ['docs.acme.example'] } } },
    breaks: { web: { fetch: { kind: 'public' } } },
    says: [
      'web.fetch: expected none or allowList, got public; every signed-in user and every prompt can reach every public address on port 443',
    ],
  },
  {
    code: 'RedirectsFollowed',
    holds: { web: { redirects: false } },
    breaks: { web: { redirects: true } },
    says: [
      'web.redirects: expected false, got true; a far side could send the application, and what it sends, to another address',
    ],
  },
  {
    code: 'VersionCheckOn',
    holds: { web: { versionCheck: false } },
    breaks: { web: { versionCheck: true } },
    says: ['web.versionCheck: expected false, got true; api.github.com would learn of this deployment'],
  },
  {
    code: 'OfflineModeOff',
    holds: { web: { offline: true } },
    breaks: { web: { offline: false } },
    says: ['web.offline: expected true, got false; a start could fetch models and packages that nobody checked'],
  },
  {
    code: 'ProfileImagesForwarded',
    holds: { web: { profileImages: { forwarding: false } } },
    breaks: { web: { profileImages: { forwarding: true } } },
    says: [
      'web.profileImages.forwarding: expected false, got true; a profile picture could send everybody’s browser to another site',
    ],
  },
  {
    code: 'AnswersCutShort',
    holds: { web: { timeouts: { requestSeconds: 900 } } },
    breaks: { web: { timeouts: { requestSeconds: 899 } } },
    says: [
      'web.timeouts.requestSeconds: expected at least edge.streamTimeoutSeconds (900), got 899; longer answers would be cut off',
    ],
  },
  {
    code: 'PlainHttpToEverybody',
    holds: {
      code: { jupyter: { url: 'http://jupyter.acme.example', cidrs: ['10.0.0.0/28'] } },
      web: { search: { engine: { kind: 'service', service: 'brave' } } },
    },
    breaks: {
      code: { jupyter: { url: 'http://jupyter.acme.example' } },
      plugins: {
        toolServers: [{ name: 'search', url: 'http://tools.acme.example' }],
        terminals: [{ name: 'build', url: 'http://terminal.acme.example' }],
      },
      telemetry: { otel: { endpoint: 'http://otel.acme.example:4317' } },
      web: { search: { engine: { kind: 'searxng', url: 'http://search.acme.example' } } },
    },
    says: [
      'code.jupyter.cidrs',
      'plugins.toolServers[0].cidrs',
      'plugins.terminals[0].cidrs',
      'web.search.engine.cidrs',
      'telemetry.otel.cidrs',
    ].map(
      (path) => `${path}: expected the address ranges of a service without TLS, got nothing; give them, or use https`,
    ),
  },
];
