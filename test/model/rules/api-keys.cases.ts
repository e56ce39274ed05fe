import type { Case } from './case';

const allowedEndpoints = ['/api/chat/completions', '/api/v1/models'];

export const apiKeyCases: readonly Case[] = [
  {
    code: 'ApiKeysUnrestricted',
    holds: { auth: { apiKeys: { enabled: true, allowedEndpoints } } },
    breaks: { auth: { apiKeys: { enabled: true, endpointRestrictions: false, allowedEndpoints } } },
    says: [
      'auth.apiKeys.endpointRestrictions: expected true with API keys, got false; a stolen key would open everything that its user may do',
    ],
  },
  {
    code: 'ApiKeysUnrestricted',
    holds: { auth: { apiKeys: { enabled: false, endpointRestrictions: false } } },
    breaks: { auth: { apiKeys: { enabled: true, allowedEndpoints: [...allowedEndpoints, '/api/v1'] } } },
    says: [
      'auth.apiKeys.allowedEndpoints[2]: expected the routes that programs call, got /api/v1; everything below it would be allowed',
    ],
  },
  {
    code: 'ApiKeysOpenNothing',
    holds: { auth: { apiKeys: { enabled: true, endpointRestrictions: false } } },
    breaks: { auth: { apiKeys: { enabled: true } } },
    says: [
      'auth.apiKeys.allowedEndpoints: expected the routes that programs call, got none; every request with a key would be refused',
    ],
  },
];
