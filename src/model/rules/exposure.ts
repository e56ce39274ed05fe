import { rule } from './rule';
import type { Rule } from './rule';

/** People behind one address who sign in within a minute: more than any office has. */
const mostSignIns = 100;

/** Rules on who reaches the deployment. */
export const exposureRules: readonly Rule[] = [
  rule({
    code: 'PublicExposure',
    severity: 'warning',
    path: ['exposure', 'kind'],
    reason: 'Open WebUI was made for private networks. In public, its own sign-in is all that protects it.',
    fix: 'put the deployment behind an allow-list, a VPN or a zero-trust proxy',
    source: 'seeds/hardening-open-webui.txt, introduction',
    owasp: 'A04',
    check: ({ exposure }) =>
      exposure.kind === 'public'
        ? 'expected internal or allowList, got public; only the sign-in of Open WebUI protects models, tools and chats'
        : undefined,
  }),
  rule({
    code: 'AdminPathsOpen',
    severity: 'error',
    path: ['edge', 'adminCidrs'],
    reason: 'Administrators come from few places; a stolen password of one should be of no use from elsewhere.',
    fix: 'give the address ranges that administrators come from',
    source: 'seeds/hardening-open-webui.txt, introduction and "Roles"',
    owasp: 'A01',
    check: ({ exposure, edge: { adminCidrs } }) =>
      exposure.kind === 'public' && adminCidrs.length === 0
        ? 'expected address ranges with exposure public, got an empty list; the routes of administrators would be open to every address'
        : undefined,
  }),
  rule({
    code: 'LooseSignInLimit',
    severity: 'warning',
    path: ['edge', 'signInPerMinute'],
    reason:
      'The application limits sign-in per e-mail address only, so one address could try a password on every user.',
    fix: 'leave edge.signInPerMinute at its default, or at the number of people behind one address',
    source: 'facts/open-webui.md §1.3; docs/decisions.md',
    owasp: 'A07',
    check: ({ edge: { signInPerMinute } }) =>
      signInPerMinute > mostSignIns
        ? `expected at most ${mostSignIns}, got ${signInPerMinute}; one address could try that many passwords a minute`
        : undefined,
  }),
  rule({
    code: 'ConfigurationRoutesOpen',
    severity: 'error',
    path: ['edge', 'configurationRoutes'],
    reason: 'What an administrator saves there holds in one process until it ends, so replicas differ.',
    fix: 'leave configurationRoutes at refused, and change the fleet file instead',
    source: 'facts/open-webui.md §1.1',
    owasp: 'A05',
    check: ({ edge: { configurationRoutes } }) =>
      configurationRoutes === 'open'
        ? 'expected refused, got open; what is saved there is lost in every other process, and undone at the next start'
        : undefined,
  }),
];
