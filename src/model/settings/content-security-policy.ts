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

/** Sources of a directive; `without` is what browsers go by where a policy does not say it. */
const sources = (what: string, without: string) =>
  z
    .array(source)
    .min(1)
    .max(40)
    .refine((list) => list.length === 1 || !list.includes('none'))
    .meta({ expected: 'a list of sources, or none alone', fix: 'none beside another source means nothing' })
    .describe(`${what} @default - ${without}`);

/** Name of a place that browsers report to. */
export const endpointName = text('a name such as csp', /^[a-z][a-z0-9_.-]{0,40}$/, 'begin with a lower-case letter');

const directives = {
  defaultSrc: sources('What has no directive of its own.', 'not said'),
  scriptSrc: sources('Scripts.', 'defaultSrc'),
  scriptSrcElem: sources('Scripts in elements, where they differ from scriptSrc.', 'scriptSrc'),
  scriptSrcAttr: sources('Scripts in attributes such as onclick, where they differ from scriptSrc.', 'scriptSrc'),
  workerSrc: sources('Workers.', 'scriptSrc'),
  styleSrc: sources('Styles.', 'defaultSrc'),
  styleSrcElem: sources('Styles in elements, where they differ from styleSrc.', 'styleSrc'),
  styleSrcAttr: sources('Styles in attributes, where they differ from styleSrc.', 'styleSrc'),
  imgSrc: sources(
    'Pictures. Those of other sites can carry away what a model was made to write into their addresses.',
    'defaultSrc',
  ),
  mediaSrc: sources('Sound and video.', 'defaultSrc'),
  fontSrc: sources('Fonts.', 'defaultSrc'),
  connectSrc: sources('Requests and websockets of scripts.', 'defaultSrc'),
  frameSrc: sources('Frames inside the page.', 'defaultSrc'),
  manifestSrc: sources('The manifest of the installed page.', 'defaultSrc'),
  objectSrc: sources('Plugins of the browser.', 'defaultSrc'),
  baseUri: sources('Base of relative addresses.', 'not said'),
  formAction: sources('Where forms are sent.', 'not said'),
  frameAncestors: sources('Who may show the page in a frame.', 'not said'),
};

/** A directive that our own policies say: its default takes the place of the browser’s. */
const said = (directive: ReturnType<typeof sources>, list: string[]) =>
  directive.default(list).describe(directive.description?.split(' @default - ')[0] ?? '');

const bare = z
  .strictObject({
    ...directives,
    reportTo: endpointName.describe(
      'Name among reportingEndpoints to which browsers report what they refused. @default - none',
    ),
  })
  .partial();

/** What browsers are told of the page: each directive that a person writes takes the place of the default’s. */
export const contentSecurityPolicy = bare
  .extend({
    defaultSrc: said(directives.defaultSrc, ['self']),
    scriptSrc: said(directives.scriptSrc, ['self', 'unsafe-inline', 'unsafe-eval', 'wasm-unsafe-eval', 'blob:']),
    workerSrc: said(directives.workerSrc, ['self', 'blob:']),
    styleSrc: said(directives.styleSrc, ['self', 'unsafe-inline']),
    imgSrc: said(directives.imgSrc, ['self', 'data:', 'blob:']),
    mediaSrc: said(directives.mediaSrc, ['self', 'data:', 'blob:']),
    fontSrc: said(directives.fontSrc, ['self', 'data:']),
    connectSrc: directives.connectSrc
      .optional()
      .describe('Requests and websockets of scripts. @default - self, wss:// of the host, blob: and data:'),
    frameSrc: said(directives.frameSrc, ['self', 'blob:', 'data:']),
    objectSrc: said(directives.objectSrc, ['none']),
    baseUri: said(directives.baseUri, ['self']),
    formAction: said(directives.formAction, ['self']),
    frameAncestors: said(directives.frameAncestors, ['self']),
  })
  .prefault({})
  .describe(
    'Content-Security-Policy. A directive that is given takes the place of the default’s; the others keep theirs.',
  );

/** A policy that is only tried: it has no defaults. */
export const reportOnlyPolicy = bare
  .optional()
  .describe(
    'Content-Security-Policy-Report-Only: a policy whose breaches are reported and not refused. @default - not sent',
  );

/** What is said inside frames for HTML that models, tools and files bring. A policy in the page knows no frame-ancestors and no reports. */
export const iframePolicy = bare
  .omit({ frameAncestors: true, reportTo: true })
  .extend({
    defaultSrc: said(directives.defaultSrc, ['none']),
    scriptSrc: said(directives.scriptSrc, ['unsafe-inline', 'unsafe-eval', 'blob:']),
    styleSrc: said(directives.styleSrc, ['unsafe-inline']),
    imgSrc: said(directives.imgSrc, ['data:', 'blob:']),
    mediaSrc: said(directives.mediaSrc, ['data:', 'blob:']),
    fontSrc: said(directives.fontSrc, ['data:']),
    baseUri: said(directives.baseUri, ['none']),
    formAction: said(directives.formAction, ['none']),
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
