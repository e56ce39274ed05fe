import { z } from 'zod';
import type { DeepReadonly } from '../deployment';
import { text } from '../formats';
import { kebab } from './kebab';

/** Words of a Content-Security-Policy. They are written bare here, because a bare `self` in a policy would be a host of that name. */
const keywords = [
  'none',
  'self',
  'unsafe-inline',
  'unsafe-eval',
  'wasm-unsafe-eval',
  'unsafe-hashes',
  'strict-dynamic',
  'report-sample',
];

const hash = 'sha(?:256|384|512)-[A-Za-z0-9+/_-]+={0,2}';
const scheme = '(?:https|wss|data|blob|mediastream|filesystem):';
const host =
  '(?:(?:https|wss)://)?(?:\\*\\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9-]*[a-z0-9](?::[1-9]\\d{0,4})?';
const path = '(?:/[A-Za-z0-9._~%/-]*)?';

const source = text(
  'a source such as self, blob:, cdn.acme.example or sha256-…',
  new RegExp(`^(?:\\*|${keywords.join('|')}|${hash}|${scheme}|${host}${path})$`),
  'write keywords without quotes; a nonce must differ in every answer, and these headers are the same in all',
);

const sources = (what: string) =>
  z
    .array(source)
    .min(1)
    .max(40)
    .refine((list) => list.length === 1 || !list.includes('none'))
    .meta({ expected: 'a list of sources, or none alone', fix: 'none beside another source means nothing' })
    .describe(what);

/** Name of a place that browsers report to. */
export const endpointName = text('a name such as csp', /^[a-z][a-z0-9_.-]{0,40}$/, 'begin with a lower-case letter');

const directives = {
  defaultSrc: sources('What has no directive of its own.'),
  scriptSrc: sources('Scripts.'),
  scriptSrcElem: sources('Scripts in elements, where they differ from scriptSrc.'),
  scriptSrcAttr: sources('Scripts in attributes such as onclick, where they differ from scriptSrc.'),
  workerSrc: sources('Workers.'),
  styleSrc: sources('Styles.'),
  styleSrcElem: sources('Styles in elements, where they differ from styleSrc.'),
  styleSrcAttr: sources('Styles in attributes, where they differ from styleSrc.'),
  imgSrc: sources('Pictures. Those of other sites can carry away what a model was made to write into their addresses.'),
  mediaSrc: sources('Sound and video.'),
  fontSrc: sources('Fonts.'),
  connectSrc: sources('Requests and websockets of scripts.'),
  frameSrc: sources('Frames inside the page.'),
  manifestSrc: sources('The manifest of the installed page.'),
  objectSrc: sources('Plugins of the browser.'),
  baseUri: sources('Base of relative addresses.'),
  formAction: sources('Where forms are sent.'),
  frameAncestors: sources('Who may show the page in a frame.'),
};

const bare = z
  .strictObject({
    ...directives,
    reportTo: endpointName.describe('Name among reportingEndpoints to which browsers report what they refused.'),
  })
  .partial();

/** What browsers are told of the page: each directive that a person writes takes the place of the default’s. */
export const contentSecurityPolicy = bare
  .extend({
    defaultSrc: directives.defaultSrc.default(['self']),
    scriptSrc: directives.scriptSrc.default(['self', 'unsafe-inline', 'unsafe-eval', 'wasm-unsafe-eval', 'blob:']),
    workerSrc: directives.workerSrc.default(['self', 'blob:']),
    styleSrc: directives.styleSrc.default(['self', 'unsafe-inline']),
    imgSrc: directives.imgSrc.default(['self', 'data:', 'blob:']),
    mediaSrc: directives.mediaSrc.default(['self', 'data:', 'blob:']),
    fontSrc: directives.fontSrc.default(['self', 'data:']),
    connectSrc: directives.connectSrc
      .optional()
      .describe('Requests and websockets of scripts. @default - self, wss:// of the host, blob: and data:'),
    frameSrc: directives.frameSrc.default(['self', 'blob:', 'data:']),
    objectSrc: directives.objectSrc.default(['none']),
    baseUri: directives.baseUri.default(['self']),
    formAction: directives.formAction.default(['self']),
    frameAncestors: directives.frameAncestors.default(['self']),
  })
  .prefault({})
  .describe(
    'Content-Security-Policy. A directive that is given takes the place of the default’s; the others keep theirs.',
  );

/** A policy that is only tried: it has no defaults. */
export const reportOnlyPolicy = bare
  .optional()
  .describe('Content-Security-Policy-Report-Only: a policy whose breaches are reported and not refused.');

/** What is said inside frames for HTML that models, tools and files bring. A policy in the page knows no frame-ancestors and no reports. */
export const iframePolicy = bare
  .omit({ frameAncestors: true, reportTo: true })
  .extend({
    defaultSrc: directives.defaultSrc.default(['none']),
    scriptSrc: directives.scriptSrc.default(['unsafe-inline', 'unsafe-eval', 'blob:']),
    styleSrc: directives.styleSrc.default(['unsafe-inline']),
    imgSrc: directives.imgSrc.default(['data:', 'blob:']),
    mediaSrc: directives.mediaSrc.default(['data:', 'blob:']),
    fontSrc: directives.fontSrc.default(['data:']),
    baseUri: directives.baseUri.default(['none']),
    formAction: directives.formAction.default(['none']),
  })
  .prefault({})
  .describe(
    'Policy of the frames that show HTML of models, tools and files. A directive that is given takes the place of the default’s.',
  );

/** A policy after parsing. */
export type ContentSecurityPolicy = DeepReadonly<z.output<typeof bare>>;

const quoted = new RegExp(`^(?:${keywords.join('|')}|${hash})$`);

/** The policy as browsers read it. `endpoints` are the addresses behind the names that `reportTo` may say. */
export function writeContentSecurityPolicy(
  { reportTo, ...policy }: ContentSecurityPolicy,
  endpoints: Readonly<Record<string, string>> = {},
): string {
  const rest = Object.keys(directives).flatMap((name) => {
    const list = policy[name as keyof typeof directives];
    return list ? [[kebab(name), ...list.map((one) => (quoted.test(one) ? `'${one}'` : one))]] : [];
  });
  const address = reportTo !== undefined && Object.hasOwn(endpoints, reportTo) ? endpoints[reportTo] : undefined;
  // Not every browser knows report-to yet; those that do leave report-uri aside.
  const reports =
    reportTo === undefined
      ? []
      : [...(address === undefined ? [] : [['report-uri', address]]), ['report-to', reportTo]];
  return [...rest, ...reports].map((directive) => directive.join(' ')).join('; ');
}
