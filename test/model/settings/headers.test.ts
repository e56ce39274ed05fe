import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { environment, securityHeaders, tryDefineDeployment } from '../../../src/model';
import type { DeploymentSpec } from '../../../src/model';
import { formatProblem } from '../../../src/model/problem';
import parsing from '../../../src/model/upstream/parsing.json';
import { awsSpec, onAws } from '../../fixtures';

type Headers = NonNullable<DeploymentSpec['headers']>;

const sent = (headers: Headers = {}, changes: Partial<DeploymentSpec> = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(securityHeaders(onAws({ ...changes, headers })).map(({ name, value }) => [name, value]));

const policy = (contentSecurityPolicy: Headers['contentSecurityPolicy']): string | undefined =>
  sent({ contentSecurityPolicy })['Content-Security-Policy'];

test('what is sent by default', () => {
  expect(sent()).toEqual({
    'Strict-Transport-Security': 'max-age=31536000;includeSubDomains',
    'X-Frame-Options': 'SAMEORIGIN',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy':
      'accelerometer=(),autoplay=(self),camera=(self),clipboard-read=(self),clipboard-write=(self),fullscreen=(self),geolocation=(),gyroscope=(),magnetometer=(),microphone=(self),midi=(),payment=(),picture-in-picture=(),sync-xhr=(),usb=(),xr-spatial-tracking=()',
    'X-Download-Options': 'noopen',
    'X-Permitted-Cross-Domain-Policies': 'none',
    'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
    'Content-Security-Policy':
      "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob:; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' wss://chat.acme.example blob: data:; frame-src 'self' blob: data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'",
  });
});

test.each<[header: string, headers: Headers, value: string | undefined]>([
  [
    'Strict-Transport-Security',
    { strictTransportSecurity: { maxAgeSeconds: 0, includeSubDomains: false } },
    'max-age=0',
  ],
  [
    'Strict-Transport-Security',
    { strictTransportSecurity: { maxAgeSeconds: 63072000, preload: true } },
    'max-age=63072000;includeSubDomains;preload',
  ],
  ['X-Frame-Options', { frameOptions: 'DENY' }, 'DENY'],
  ['Referrer-Policy', { referrerPolicy: 'no-referrer' }, 'no-referrer'],
  ['X-Permitted-Cross-Domain-Policies', { crossDomainPolicies: 'master-only' }, 'master-only'],
  ['Cross-Origin-Opener-Policy', { openerPolicy: 'same-origin' }, 'same-origin'],
  ['Cross-Origin-Resource-Policy', { resourcePolicy: 'cross-origin' }, 'cross-origin'],
  ['Cross-Origin-Embedder-Policy', { embedderPolicy: 'credentialless' }, 'credentialless'],
  ['Cache-Control', { cacheControl: ['private', 'max-age=600'] }, 'private, max-age=600'],
  [
    'Reporting-Endpoints',
    { reportingEndpoints: { csp: 'https://reports.acme.example/csp', other: 'https://reports.acme.example/' } },
    'csp="https://reports.acme.example/csp", other="https://reports.acme.example/"',
  ],
  [
    'Content-Security-Policy-Report-Only',
    {
      reportingEndpoints: { csp: 'https://reports.acme.example/csp' },
      contentSecurityPolicyReportOnly: { scriptSrc: ['self', 'report-sample'], reportTo: 'csp' },
    },
    "script-src 'self' 'report-sample'; report-uri https://reports.acme.example/csp; report-to csp",
  ],
  ['Content-Security-Policy-Report-Only', { contentSecurityPolicyReportOnly: {} }, undefined],
])('%s of %j', (header, headers, value) => {
  expect(sent(headers)[header]).toBe(value);
});

test.each(Object.keys({ ...sent(), 'Cross-Origin-Resource-Policy': '' }))('%s can be left out', (name) => {
  const omit = [name] as NonNullable<Headers['omit']>;
  expect(Object.keys(sent({ omit }))).toEqual(Object.keys(sent()).filter((one) => one !== name));
});

test.each<[string, DeploymentSpec['code'], string | undefined]>([
  ['Python runs in the browser', {}, undefined],
  ['only models run Python in the browser', { execution: false }, undefined],
  ['nothing runs in the browser', { execution: false, interpreter: false }, 'same-origin'],
])('files cannot be embedded elsewhere unless %s', (_, code, value) => {
  expect(sent({}, { code })['Cross-Origin-Resource-Policy']).toBe(value);
});

test('a directive takes the place of the default’s, and the others keep theirs', () => {
  const changed = policy({ imgSrc: ['self', '*.acme.example'], connectSrc: ['self'] });
  const before = policy({});
  expect(changed).toBe(
    before
      ?.replace("img-src 'self' data: blob:", "img-src 'self' *.acme.example")
      .replace("connect-src 'self' wss://chat.acme.example blob: data:", "connect-src 'self'"),
  );
});

test('keywords and hashes are quoted, hosts and schemes are not', () => {
  const fontSrc = ['self', 'https://cdn.acme.example:8443/fonts/', 'data:', 'sha256-abc=', 'acme.example', '*'];
  expect(policy({ fontSrc })).toContain(
    "; font-src 'self' https://cdn.acme.example:8443/fonts/ data: 'sha256-abc=' acme.example *; ",
  );
});

test('frames with HTML of models may neither load nor send anything', () => {
  const { IFRAME_CSP } = environment(onAws(), 'aws');
  expect(IFRAME_CSP).toEqual([
    "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; style-src 'unsafe-inline'; img-src data: blob:; media-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'",
  ]);
});

function problems(headers: unknown): string[] {
  return tryDefineDeployment({ ...awsSpec, headers }).problems.map(formatProblem);
}

const source = 'expected a source such as self, blob:, cdn.acme.example or sha256-…';
const quotes =
  'write keywords without quotes; a nonce must differ in every answer, and these headers are the same in all';

test.each([
  ["'self'", '"\'self\'"'],
  ['nonce-abc', '"nonce-abc"'],
  ['self; script-src *', '"self; script-src *"'],
  ['a.example,b.example', '"a.example,b.example"'],
  ['a.example\nb.example', 'text of several lines'],
  ['http:', '"http:"'],
  ['http://a.example', '"http://a.example"'],
])('fails for the source %j', (bad, shown) => {
  expect(problems({ contentSecurityPolicy: { imgSrc: [bad] } })).toEqual([
    `headers.contentSecurityPolicy.imgSrc[0]: ${source}, got ${shown}; ${quotes}`,
  ]);
});

test('fails for none beside another source', () => {
  expect(problems({ contentSecurityPolicy: { objectSrc: ['none', 'self'] } })).toEqual([
    'headers.contentSecurityPolicy.objectSrc: expected a list of sources, or none alone, got a list of 2; none beside another source means nothing',
  ]);
});

test.each([
  [{ permissionsPolicy: { displayCapture: 'self' } }, 'headers.permissionsPolicy.displayCapture'],
  [{ permissionsPolicy: { camera: 'https://a.example' } }, 'headers.permissionsPolicy.camera'],
  [{ cacheControl: ['no-store, private'] }, 'headers.cacheControl[0]'],
  [{ reportingEndpoints: { csp: 'http://reports.acme.example' } }, 'headers.reportingEndpoints.csp'],
  [{ reportingEndpoints: { csp: 'https://reports.acme.example/"' } }, 'headers.reportingEndpoints.csp'],
  [{ strictTransportSecurity: { maxAgeSeconds: -1 } }, 'headers.strictTransportSecurity.maxAgeSeconds'],
])('fails for %j', (headers, place) => {
  expect(problems(headers).map((problem) => problem.split(': ')[0])).toEqual([place]);
});

const sources = fc
  .uniqueArray(
    fc.constantFrom(
      'self',
      'unsafe-inline',
      'https:',
      'blob:',
      '*.a.example',
      'https://b.example:81/c/',
      'sha256-abc=',
    ),
    { minLength: 1 },
  )
  .map((list): readonly string[] => list);
const directives = { scriptSrc: sources, imgSrc: sources, connectSrc: sources, frameAncestors: sources };
const switches = fc.constantFrom('none' as const, 'self' as const);

const anyHeaders: Arbitrary<Headers> = fc.record(
  {
    strictTransportSecurity: fc.record({
      maxAgeSeconds: fc.nat(63072000),
      includeSubDomains: fc.boolean(),
      preload: fc.boolean(),
    }),
    frameOptions: fc.constantFrom('SAMEORIGIN', 'DENY'),
    referrerPolicy: fc.constantFrom('no-referrer', 'origin', 'same-origin', 'unsafe-url'),
    permissionsPolicy: fc.record(
      { camera: switches, clipboardRead: switches, pictureInPicture: switches, xrSpatialTracking: switches },
      { requiredKeys: [] },
    ),
    contentSecurityPolicy: fc.record(directives, { requiredKeys: [] }),
    contentSecurityPolicyReportOnly: fc.record(directives, { requiredKeys: [] }),
    crossDomainPolicies: fc.constantFrom('none', 'master-only', 'by-content-type', 'by-ftp-filename'),
    openerPolicy: fc.constantFrom('same-origin-allow-popups', 'same-origin', 'unsafe-none'),
    resourcePolicy: fc.constantFrom('same-origin', 'same-site', 'cross-origin'),
    embedderPolicy: fc.constantFrom('unsafe-none', 'credentialless', 'require-corp'),
    cacheControl: fc.array(
      fc.oneof(
        fc.constantFrom('public', 'private', 'no-store', 'immutable', 'proxy-revalidate'),
        fc.nat(999999999).map((age) => `s-maxage=${age}`),
      ),
      { minLength: 1, maxLength: 8 },
    ),
  },
  { requiredKeys: [] },
);

interface Accepted {
  readonly header: string;
  readonly pattern?: string;
  readonly ignoreCase?: boolean;
  readonly values?: readonly string[];
}

test('nothing that can be written is something that upstream would replace', () => {
  const known: Readonly<Record<string, Accepted>> = parsing.headers;
  fc.assert(
    fc.property(anyHeaders, (headers) => {
      for (const { name, variable, value } of securityHeaders(onAws({ headers }))) {
        const {
          header,
          pattern = '^[\\x20-\\x7e]+$',
          ignoreCase,
          values = [value],
        } = known[variable] ?? { header: 'none' };
        expect({ variable, name }).toEqual({ variable, name: header });
        expect(value).toMatch(new RegExp(pattern, ignoreCase ? 'i' : ''));
        expect(values).toContain(value);
      }
    }),
    { seed: 20260801, numRuns: 100 },
  );
});

test('the application and the edges send the same', () => {
  fc.assert(
    fc.property(anyHeaders, (headers) => {
      const deployment = onAws({ headers });
      const variables = environment(deployment, 'aws');
      const told = Object.keys(parsing.headers).filter((variable) => variable in variables);
      expect(told.map((variable) => [variable, variables[variable]]).sort()).toEqual(
        securityHeaders(deployment)
          .map(({ variable, value }) => [variable, [value]])
          .sort(),
      );
    }),
    { seed: 20260801, numRuns: 30 },
  );
});
