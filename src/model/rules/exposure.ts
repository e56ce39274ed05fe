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
    check: ({ exposure }) =>
      exposure.kind === 'public'
        ? 'expected internal or allowList, got public; only the sign-in of Open WebUI protects models, tools and chats'
        : undefined,
  }),
];
