import type { Deployment } from '../deployment';
import { policyOf, runsPyodide } from '../headers';
import type { ContentSecurityPolicy } from '../settings/content-security-policy';
import { valueAt } from '../value-at';
import type { Verdict } from './rule';

/** A Content-Security-Policy. */
export type Policy = ContentSecurityPolicy;

/** A directive that lists sources. */
export type Directive = Exclude<keyof Policy, 'reportTo'>;

/** What is wrong with one directive. */
export function at(directive: Directive, expected: string, got: readonly string[], breaks: string): Verdict {
  return {
    path: ['headers', 'contentSecurityPolicy', directive],
    message: `expected ${expected}, got ${got.join(' ')}; ${breaks}`,
  };
}

/** A hash or strict-dynamic makes browsers leave unsafe-inline aside. */
const inline = (list: readonly string[]): boolean =>
  list.includes('unsafe-inline') && !list.some((one) => /^(?:sha\d|strict-dynamic)/.test(one));

/** Headers with which the page of the release does not start or gets no answers. */
export function breaksPage(deployment: Deployment): readonly Verdict[] {
  const { host, headers } = deployment;
  if (headers.omit.includes('Content-Security-Policy')) return [];
  const policy = policyOf(deployment);
  const has = (list: readonly string[], ...sources: readonly string[]) => sources.some((one) => list.includes(one));
  const itself = ['self', host, `https://${host}`, 'https:', '*'];
  const scripts: readonly Directive[] = policy.scriptSrcElem ? ['scriptSrcElem'] : ['scriptSrc'];
  const styles: readonly Directive[] = [
    policy.styleSrcElem ? 'styleSrcElem' : 'styleSrc',
    policy.styleSrcAttr ? 'styleSrcAttr' : 'styleSrc',
  ];
  const check = (
    directives: readonly Directive[],
    holds: (list: readonly string[]) => boolean,
    expected: string,
    breaks: string,
  ) =>
    [...new Set(directives)].flatMap((directive): Verdict[] => {
      const list = policy[directive] ?? [];
      return holds(list) ? [] : [at(directive, expected, list, breaks)];
    });
  return [
    ...check(scripts, (list) => has(list, ...itself), 'self', 'the page could not load its scripts'),
    ...check(
      scripts,
      inline,
      'unsafe-inline without a hash or strict-dynamic',
      'the page starts with scripts in its HTML, and stays empty',
    ),
    ...check(styles, inline, 'unsafe-inline without a hash', 'the page sets styles in its HTML and by its scripts'),
    ...check(['connectSrc'], (list) => has(list, ...itself), 'self', 'the page could not call its API'),
    ...check(
      ['connectSrc'],
      (list) => has(list, `wss://${host}`, 'wss:', '*'),
      `wss://${host}`,
      'answers come by websocket, and not every browser takes self for one',
    ),
  ];
}

/** Sources without which a part of the page does not work. */
const parts: readonly (readonly [directive: Directive, source: string, breaks: string])[] = [
  ['scriptSrc', 'unsafe-eval', 'charts and previews of documents evaluate code'],
  ['imgSrc', 'data:', 'pictures of profiles and models are data: addresses'],
  ['imgSrc', 'blob:', 'previews of pictures are blob: addresses'],
  ['mediaSrc', 'blob:', 'answers that are read out are blob: addresses'],
  ['workerSrc', 'self', 'previews of PDF files are drawn by a worker'],
  ['workerSrc', 'blob:', 'pictures from phones (HEIC) are converted by such a worker'],
  ['frameSrc', 'self', 'files inside a chat are frames of the page’s own'],
  ['frameAncestors', 'self', 'files inside a chat are frames of the page’s own'],
];

/** Switches that let a browser ask far sides itself. */
const outside = [
  ['features', 'googleDrive'],
  ['features', 'oneDrive'],
  ['features', 'directIntegrations'],
  ['models', 'directConnections'],
] as const;

function breaksPolicyParts(deployment: Deployment): readonly Verdict[] {
  const { headers } = deployment;
  if (headers.omit.includes('Content-Security-Policy')) return [];
  const policy: Policy = headers.contentSecurityPolicy;
  return [
    ...parts.flatMap(([directive, source, breaks]): Verdict[] => {
      const list = policy[directive] ?? [];
      return list.includes(source) ? [] : [at(directive, source, list, breaks)];
    }),
    ...outside
      .filter((path) => policy.connectSrc === undefined && valueAt(deployment, path) === true)
      .map((path) => at('connectSrc', `the far side of ${path.join('.')}`, ['the default'], 'the policy refuses it')),
  ];
}

/** Headers with which a part of the page does not work. */
export function breaksFeature(deployment: Deployment): readonly Verdict[] {
  const { headers } = deployment;
  const { frameOptions, embedderPolicy, resourcePolicy, omit } = headers;
  const broken: readonly (readonly [key: string, is: boolean, message: string])[] = [
    [
      'frameOptions',
      frameOptions === 'DENY' && !omit.includes('X-Frame-Options'),
      'expected SAMEORIGIN, got DENY; files inside a chat are frames of the page’s own, and other sites are kept out by both',
    ],
    [
      'embedderPolicy',
      embedderPolicy === 'require-corp',
      'expected it unset, got require-corp; pictures of other sites and Python in the browser send no header that it asks for',
    ],
    [
      'resourcePolicy',
      resourcePolicy !== undefined &&
        resourcePolicy !== 'cross-origin' &&
        !omit.includes('Cross-Origin-Resource-Policy') &&
        runsPyodide(deployment),
      `expected cross-origin or nothing, got ${resourcePolicy ?? 'nothing'}; Python in the browser runs in a frame without an origin and could not load`,
    ],
  ];
  return [
    ...broken.filter(([, is]) => is).map(([key, , message]) => ({ path: ['headers', key], message })),
    ...breaksPolicyParts(deployment),
  ];
}
