import type { Deployment } from '../deployment';
import { rule } from './rule';
import type { Rule, Verdict } from './rule';

function openRanges({ exposure }: Deployment): readonly Verdict[] {
  if (exposure.kind === 'public') return [];
  return exposure.cidrs.flatMap((cidr, index) =>
    cidr.endsWith('/0')
      ? [
          {
            path: ['exposure', 'cidrs', index],
            message: `expected a range narrower than every address, got "${cidr}"; say kind: public if that is meant`,
          },
        ]
      : [],
  );
}

/** Rules on who reaches the deployment. */
export const exposureRules: readonly Rule[] = [
  {
    code: 'AllowListIsOpen',
    severity: 'problem',
    reason: 'A list that admits every address is no list.',
    source: 'seeds/hardening-open-webui.txt, introduction',
    check: openRanges,
  },
  rule({
    code: 'PublicExposure',
    severity: 'warning',
    path: ['exposure', 'kind'],
    reason: 'Open WebUI was made for private networks. In public, its own sign-in is all that protects it.',
    source: 'seeds/hardening-open-webui.txt, introduction',
    check: ({ exposure }) =>
      exposure.kind === 'public'
        ? 'expected internal or allowList, got public; only the sign-in of Open WebUI protects models, tools and chats'
        : undefined,
  }),
];
