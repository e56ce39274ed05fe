import type { Case } from './case';

export const exposureCases: readonly Case[] = [
  {
    code: 'PublicExposure',
    holds: { exposure: { kind: 'internal' } },
    breaks: { exposure: { kind: 'public' } },
    says: [
      'exposure.kind: expected internal or allowList, got public; only the sign-in of Open WebUI protects models, tools and chats',
    ],
  },
  {
    code: 'AdminPathsOpen',
    holds: { exposure: { kind: 'public' }, edge: { adminCidrs: ['10.20.0.0/16'] } },
    breaks: { exposure: { kind: 'public' } },
    says: [
      'edge.adminCidrs: expected address ranges with exposure public, got an empty list; the routes of administrators would be open to every address',
    ],
  },
  {
    code: 'LooseSignInLimit',
    holds: { edge: { signInPerMinute: 100 } },
    breaks: { edge: { signInPerMinute: 101 } },
    says: ['edge.signInPerMinute: expected at most 100, got 101; one address could try that many passwords a minute'],
  },
  {
    code: 'ConfigurationRoutesOpen',
    holds: { edge: { configurationRoutes: 'refused' } },
    breaks: { edge: { configurationRoutes: 'open' } },
    says: [
      'edge.configurationRoutes: expected refused, got open; what is saved there is lost in every other process, and undone at the next start',
    ],
  },
];
