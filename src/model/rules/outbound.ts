import type { Deployment } from '../deployment';
import { rule } from './rule';
import type { Rule, Verdict } from './rule';

const whose = {
  services: 'model services and identity providers',
  toolServers: 'tool servers',
  tikaAndReranking: 'servers of Tika and of reranking',
  pages: 'fetched pages',
} as const;

function unverified({ web }: Deployment): readonly Verdict[] {
  return (Object.keys(whose) as (keyof typeof whose)[])
    .filter((key) => !web.verifyTls[key])
    .map((key) => ({
      path: ['web', 'verifyTls', key],
      message: `expected true, got false; anybody on the way could pose as one of the ${whose[key]}: give their authority in web.ca`,
    }));
}

/** Rules on what the application asks of others. */
export const outboundRules: readonly Rule[] = [
  {
    code: 'OutboundTlsUnverified',
    severity: 'error',
    reason: 'TLS without a look at the certificate encrypts to whoever answers.',
    fix: 'leave web.verifyTls on, and give a certificate authority of your own in web.ca',
    source: 'facts/open-webui.md §1.14; seeds/security-configuration.txt, "HTTPS Enforcement"',
    owasp: 'A02',
    check: unverified,
  },
  rule({
    code: 'LocalFetchOpen',
    severity: 'error',
    path: ['web', 'localFetch'],
    reason: 'Whoever can make the application fetch a page could read what only the private network may.',
    fix: 'leave web.localFetch off',
    source: 'facts/open-webui.md §1.14; seeds/security-configuration.txt, "OWASP Vulnerability Protection"',
    owasp: 'A10',
    check: ({ web }) =>
      web.localFetch
        ? 'expected false, got true; users and prompts could have services of the private network fetched'
        : undefined,
  }),
  rule({
    code: 'EgressOpen',
    severity: 'warning',
    path: ['web', 'fetch'],
    reason:
      'Pages lie at every public address, so the way out on port 443 stays open to all of them, and a prompt can ask for ' +
      'a page whose address carries a chat away.',
    fix: 'list the hosts in web.fetch with kind allowList, or leave it at none',
    source: 'facts/open-webui.md §4; open_webui/retrieval/web/utils.py',
    owasp: 'A10',
    check: ({ web }) =>
      web.fetch.kind === 'public'
        ? 'expected none or allowList, got public; every signed-in user and every prompt can reach every public address on port 443'
        : undefined,
  }),
  rule({
    code: 'RedirectsFollowed',
    severity: 'warning',
    path: ['web', 'redirects'],
    reason: 'An address that was looked at can answer with another one.',
    fix: 'leave web.redirects off',
    source: 'facts/open-webui.md §1.14',
    owasp: 'A10',
    check: ({ web }) =>
      web.redirects
        ? 'expected false, got true; a far side could send the application, and what it sends, to another address'
        : undefined,
  }),
  rule({
    code: 'VersionCheckOn',
    severity: 'warning',
    path: ['web', 'versionCheck'],
    reason: 'A third party learns of the deployment and its release, and an answer changes nothing here.',
    fix: 'leave web.versionCheck off, and follow the releases of this package',
    source: 'facts/open-webui.md §1.14; seeds/security-configuration.txt, "Environment Variable Security"',
    owasp: 'A05',
    check: ({ web }) =>
      web.versionCheck ? 'expected false, got true; api.github.com would learn of this deployment' : undefined,
  }),
  rule({
    code: 'OfflineModeOff',
    severity: 'warning',
    path: ['web', 'offline'],
    reason: 'Models and packages that are fetched at a start are not those that were checked with the image.',
    fix: 'leave web.offline on, and bring models in the image',
    source: 'facts/open-webui.md §1.14',
    owasp: 'A08',
    check: ({ web }) =>
      web.offline ? undefined : 'expected true, got false; a start could fetch models and packages that nobody checked',
  }),
  rule({
    code: 'ProfileImagesForwarded',
    severity: 'warning',
    path: ['web', 'profileImages', 'forwarding'],
    reason: 'A picture at another site tells that site who looks at it, from where and with which browser.',
    fix: 'leave web.profileImages.forwarding off',
    source: 'open_webui/routers/users.py',
    owasp: 'A01',
    check: ({ web }) =>
      web.profileImages.forwarding
        ? 'expected false, got true; a profile picture could send everybody’s browser to another site'
        : undefined,
  }),
  rule({
    code: 'AnswersCutShort',
    severity: 'warning',
    path: ['web', 'timeouts', 'requestSeconds'],
    reason: 'The time counts for the whole of a streamed answer, not for the silence in it.',
    fix: 'raise web.timeouts.requestSeconds',
    source: 'open_webui/utils/session_pool.py',
    check: ({ web, edge }) =>
      web.timeouts.requestSeconds < edge.streamTimeoutSeconds
        ? `expected at least edge.streamTimeoutSeconds (${edge.streamTimeoutSeconds}), got ${web.timeouts.requestSeconds}; longer answers would be cut off`
        : undefined,
  }),
];
