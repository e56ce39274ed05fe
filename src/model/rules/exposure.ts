import { rule } from './rule';
import type { Rule } from './rule';

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
