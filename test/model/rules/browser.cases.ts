import type { Case } from './case';

const own = 'https://chat.acme.example';
const policy = (contentSecurityPolicy: object) => ({ headers: { contentSecurityPolicy } });
const inPolicy = 'headers.contentSecurityPolicy';

const cors: readonly Case[] = [
  {
    code: 'CorsWildcard',
    holds: { cors: { origins: [own, 'https://portal.acme.example:8443'] } },
    breaks: { cors: { origins: ['*'] } },
    says: ['cors.origins: expected a list of origins, got *; every page would call the API with its visitor’s cookies'],
  },
  {
    code: 'CorsWildcardBesideOthers',
    holds: { cors: { origins: ['*'] } },
    breaks: { cors: { origins: [own, '*'] } },
    says: ['cors.origins[1]: expected * alone or a list of origins, got it beside 1 more; list the origins'],
  },
  {
    code: 'CorsWithoutOwnOrigin',
    holds: { cors: { origins: [own] } },
    breaks: { cors: { origins: ['https://portal.acme.example'] } },
    says: [
      'cors.origins: expected https://chat.acme.example among the origins, got 1 without it; the page’s own websockets would be refused',
    ],
  },
  {
    code: 'CorsUnknownScheme',
    holds: { cors: { origins: [own, 'app://localhost'], customSchemes: ['app'] } },
    breaks: { cors: { origins: [own, 'app://localhost'] } },
    says: ['cors.origins[1]: expected https or a scheme of cors.customSchemes, got app; add app to cors.customSchemes'],
  },
];

const names = Array.from({ length: 40 }, (_, index) => `content-delivery-${index}.acme.example`);

const policies: readonly Case[] = [
  {
    code: 'HeaderTooLong',
    holds: policy({ fontSrc: ['self', 'data:', ...names.slice(0, 10)] }),
    breaks: policy({ fontSrc: names }),
    says: [`${inPolicy}: expected at most 1024 characters for a load balancer, got 1695; name fewer sources`],
  },
  {
    code: 'HeaderBreaksPage',
    holds: policy({ scriptSrc: ['self', 'unsafe-inline', 'unsafe-eval'] }),
    breaks: policy({
      scriptSrc: ['sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', 'unsafe-inline', 'unsafe-eval'],
      styleSrc: ['self'],
      connectSrc: ['api.acme.example'],
    }),
    says: [
      `${inPolicy}.connectSrc: expected self, got api.acme.example; the page could not call its API`,
      `${inPolicy}.connectSrc: expected wss://chat.acme.example, got api.acme.example; answers come by websocket, and not every browser takes self for one`,
      `${inPolicy}.scriptSrc: expected self, got sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU= unsafe-inline unsafe-eval; the page could not load its scripts`,
      `${inPolicy}.scriptSrc: expected unsafe-inline without a hash or strict-dynamic, got sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU= unsafe-inline unsafe-eval; the page starts with scripts in its HTML, and stays empty`,
      `${inPolicy}.styleSrc: expected unsafe-inline without a hash, got self; the page sets styles in its HTML and by its scripts`,
    ],
  },
  {
    code: 'HeaderBreaksFeature',
    holds: { headers: { resourcePolicy: 'same-origin' }, code: { execution: false, interpreter: false } },
    breaks: {
      headers: {
        frameOptions: 'DENY',
        embedderPolicy: 'require-corp',
        resourcePolicy: 'same-site',
        contentSecurityPolicy: {
          scriptSrc: ['self', 'unsafe-inline'],
          imgSrc: ['self'],
          mediaSrc: ['self'],
          workerSrc: ['none'],
          frameSrc: ['none'],
          frameAncestors: ['none'],
        },
      },
      features: { googleDrive: true },
      models: { directConnections: true },
    },
    says: [
      `${inPolicy}.connectSrc: expected the far side of features.googleDrive, got the default; the policy refuses it`,
      `${inPolicy}.connectSrc: expected the far side of models.directConnections, got the default; the policy refuses it`,
      `${inPolicy}.frameAncestors: expected self, got none; files inside a chat are frames of the page’s own`,
      `${inPolicy}.frameSrc: expected self, got none; files inside a chat are frames of the page’s own`,
      `${inPolicy}.imgSrc: expected blob:, got self; previews of pictures are blob: addresses`,
      `${inPolicy}.imgSrc: expected data:, got self; pictures of profiles and models are data: addresses`,
      `${inPolicy}.mediaSrc: expected blob:, got self; answers that are read out are blob: addresses`,
      `${inPolicy}.scriptSrc: expected unsafe-eval, got self unsafe-inline; charts and previews of documents evaluate code`,
      `${inPolicy}.workerSrc: expected blob:, got none; pictures from phones (HEIC) are converted by such a worker`,
      `${inPolicy}.workerSrc: expected self, got none; previews of PDF files are drawn by a worker`,
      'headers.embedderPolicy: expected it unset, got require-corp; pictures of other sites and Python in the browser send no header that it asks for',
      'headers.frameOptions: expected SAMEORIGIN, got DENY; files inside a chat are frames of the page’s own, and other sites are kept out by both',
      'headers.resourcePolicy: expected cross-origin or nothing, got same-site; Python in the browser runs in a frame without an origin and could not load',
    ],
  },
  {
    code: 'OpenContentSecurityPolicy',
    holds: policy({ scriptSrc: ['self', 'unsafe-inline', 'unsafe-eval', 'cdn.acme.example'] }),
    breaks: policy({ scriptSrc: ['self', 'unsafe-inline', 'unsafe-eval', 'https:'], frameAncestors: ['self', '*'] }),
    says: [
      `${inPolicy}.frameAncestors: expected hosts by name, got *; every site is one of these sources`,
      `${inPolicy}.scriptSrc: expected hosts by name, got https:; every site is one of these sources`,
    ],
  },
  {
    code: 'OpenContentSecurityPolicy',
    holds: {
      headers: {
        contentSecurityPolicy: { connectSrc: ['self', 'wss://chat.acme.example', 'api.acme.example'] },
        iframeContentSecurityPolicy: { imgSrc: ['data:', 'blob:', 'pictures.acme.example'] },
      },
    },
    breaks: {
      headers: {
        contentSecurityPolicy: {
          connectSrc: ['self', 'https:', 'wss:'],
          defaultSrc: ['*'],
          workerSrc: ['self', 'blob:', 'data:'],
          fontSrc: ['https:'],
          mediaSrc: ['self', 'blob:', 'https:'],
          styleSrc: ['self', 'unsafe-inline', 'https:'],
          frameSrc: ['self', '*'],
        },
        iframeContentSecurityPolicy: {
          connectSrc: ['*'],
          imgSrc: ['data:', 'blob:', 'https:'],
          mediaSrc: ['*'],
          scriptSrc: ['unsafe-inline', 'https:'],
        },
      },
    },
    says: [
      ['contentSecurityPolicy.connectSrc', 'https: wss:'],
      ['contentSecurityPolicy.defaultSrc', '*'],
      ['contentSecurityPolicy.fontSrc', 'https:'],
      ['contentSecurityPolicy.frameSrc', '*'],
      ['contentSecurityPolicy.mediaSrc', 'https:'],
      ['contentSecurityPolicy.styleSrc', 'https:'],
      ['contentSecurityPolicy.workerSrc', 'data:'],
      ['iframeContentSecurityPolicy.connectSrc', '*'],
      ['iframeContentSecurityPolicy.imgSrc', 'https:'],
      ['iframeContentSecurityPolicy.mediaSrc', '*'],
      ['iframeContentSecurityPolicy.scriptSrc', 'https:'],
    ].map(
      ([place = '', got = '']) =>
        `headers.${place}: expected hosts by name, got ${got}; every site is one of these sources`,
    ),
  },
];

const headers: readonly Case[] = [
  {
    code: 'OpenImageSources',
    holds: policy({ imgSrc: ['self', 'data:', 'blob:', 'pictures.acme.example'] }),
    breaks: policy({ imgSrc: ['self', 'data:', 'blob:', 'https:'] }),
    says: [`${inPolicy}.imgSrc: expected hosts by name, got https:; the address of a picture can carry a chat away`],
  },
  {
    code: 'HeaderMissing',
    holds: { headers: { omit: ['Cross-Origin-Resource-Policy'] } },
    breaks: {
      headers: {
        omit: [
          'Strict-Transport-Security',
          'X-Frame-Options',
          'X-Content-Type-Options',
          'Referrer-Policy',
          'Permissions-Policy',
          'Content-Security-Policy',
          'Cross-Origin-Opener-Policy',
          'X-Download-Options',
          'X-Permitted-Cross-Domain-Policies',
        ],
      },
    },
    says: [
      'headers.omit[0]: expected the header Strict-Transport-Security, got none; a browser may be led to speak without TLS',
      'headers.omit[1]: expected the header X-Frame-Options, got none; other sites can show the page in a frame and catch clicks',
      'headers.omit[2]: expected the header X-Content-Type-Options, got none; an uploaded file can be run as a script',
      'headers.omit[3]: expected the header Referrer-Policy, got none; other sites may learn which chat a visitor comes from',
      'headers.omit[4]: expected the header Permissions-Policy, got none; frames and scripts may ask for every feature of the browser',
      'headers.omit[5]: expected the header Content-Security-Policy, got none; injected scripts load from and send to everywhere',
      'headers.omit[6]: expected the header Cross-Origin-Opener-Policy, got none; a window of another site keeps hold of this one',
      'headers.omit[7]: expected the header X-Download-Options, got none; an old browser opens a download with the rights of the page',
      'headers.omit[8]: expected the header X-Permitted-Cross-Domain-Policies, got none; old plugins may read data of the page for other sites',
    ],
  },
  {
    code: 'HeaderLoosened',
    holds: {
      headers: {
        referrerPolicy: 'no-referrer',
        openerPolicy: 'same-origin',
        permissionsPolicy: { camera: 'none' },
        cacheControl: ['private', 'no-cache'],
      },
    },
    breaks: {
      headers: {
        referrerPolicy: 'unsafe-url',
        openerPolicy: 'unsafe-none',
        crossDomainPolicies: 'master-only',
        permissionsPolicy: { camera: 'self', geolocation: 'self', usb: 'self' },
        cacheControl: ['public', 'max-age=60'],
      },
    },
    says: [
      'headers.cacheControl: expected private or no-store, got public; a cache on the way could answer one person with chats of another',
      'headers.crossDomainPolicies: expected the default, got master-only; old plugins may read data of the page for other sites',
      'headers.openerPolicy: expected the default, got unsafe-none; a window of another site keeps hold of this one',
      'headers.permissionsPolicy.geolocation: expected none, got self; an injected script could ask for what the page never uses',
      'headers.permissionsPolicy.usb: expected none, got self; an injected script could ask for what the page never uses',
      'headers.referrerPolicy: expected the default, got unsafe-url; other sites learn which chat a visitor comes from',
    ],
  },
  {
    code: 'HeaderLoosened',
    holds: { headers: { openerPolicy: 'unsafe-none', omit: ['Cross-Origin-Opener-Policy'] } },
    breaks: { headers: { referrerPolicy: 'no-referrer-when-downgrade' } },
    says: [
      'headers.referrerPolicy: expected the default, got no-referrer-when-downgrade; other sites learn which chat a visitor comes from',
    ],
  },
  {
    code: 'WeakHsts',
    holds: { headers: { strictTransportSecurity: { maxAgeSeconds: 63072000, preload: true } } },
    breaks: { headers: { strictTransportSecurity: { maxAgeSeconds: 86400, preload: true } } },
    says: [
      'headers.strictTransportSecurity.maxAgeSeconds: expected at least 31536000, got 86400; a browser forgets within the year',
      'headers.strictTransportSecurity.preload: expected a year and includeSubDomains with it, got preload alone; browsers take no such entry',
    ],
  },
  {
    code: 'UnknownReportingEndpoint',
    holds: {
      headers: {
        reportingEndpoints: { csp: 'https://reports.acme.example/csp' },
        contentSecurityPolicyReportOnly: { defaultSrc: ['self'], reportTo: 'csp' },
      },
    },
    breaks: { headers: { contentSecurityPolicyReportOnly: { defaultSrc: ['self'], reportTo: 'csp' } } },
    says: [
      'headers.contentSecurityPolicyReportOnly.reportTo: expected a name of headers.reportingEndpoints, got csp; add its address there',
    ],
  },
  {
    code: 'UnknownReportingEndpoint',
    holds: {
      headers: {
        reportingEndpoints: { constructor: 'https://reports.acme.example/csp' },
        contentSecurityPolicy: { reportTo: 'constructor' },
      },
    },
    breaks: { headers: { contentSecurityPolicy: { reportTo: 'constructor' } } },
    says: [
      'headers.contentSecurityPolicy.reportTo: expected a name of headers.reportingEndpoints, got constructor; add its address there',
    ],
  },
];

export const browserCases: readonly Case[] = [...cors, ...policies, ...headers];
