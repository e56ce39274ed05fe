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
    code: 'ApiKeysReachAdministration',
    holds: {
      auth: {
        apiKeys: {
          enabled: true,
          allowedEndpoints: [...allowedEndpoints, '/api/models', '/api/v1/knowledge', '/api/v1/users/search'],
        },
      },
    },
    breaks: {
      auth: {
        apiKeys: {
          enabled: true,
          allowedEndpoints: [
            ...allowedEndpoints,
            '/api/v1/auths',
            '/api/v1/configs',
            '/api/v1/functions',
            '/api/v1/groups/id/5c1e',
            '/api/v1/models/delete/all',
            '/openai',
          ],
        },
      },
    },
    says: [
      ['/api/v1/auths', 'POST /api/v1/auths/add'],
      ['/api/v1/configs', 'GET /api/v1/configs/code_execution'],
      ['/api/v1/functions', 'DELETE /api/v1/functions/id/{id}/delete'],
      ['/api/v1/groups/id/5c1e', 'DELETE /api/v1/groups/id/{id}/delete'],
      ['/api/v1/models/delete/all', 'DELETE /api/v1/models/delete/all'],
      ['/openai', 'GET /openai/config'],
    ].map(
      ([endpoint = '', route = ''], index) =>
        `auth.apiKeys.allowedEndpoints[${index + 2}]: expected the routes that programs call, got ${endpoint}; it opens ${route} to keys`,
    ),
  },
  {
    code: 'ApiKeysReachAdministration',
    holds: { auth: { apiKeys: { enabled: false, allowedEndpoints: ['/api/v1/users'] } } },
    breaks: { auth: { apiKeys: { enabled: true, allowedEndpoints: ['/api/v1/users'] } } },
    says: [
      'auth.apiKeys.allowedEndpoints[0]: expected the routes that programs call, got /api/v1/users; it opens POST /api/v1/users/{user_id}/update to keys',
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
