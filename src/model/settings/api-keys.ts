import { z } from 'zod';
import { text } from '../formats';
import { guide, setting, upstream } from './setting';
import type { DerivedVariables } from './setting';
import { headerName } from './trusted-headers';

const endpoint = text(
  'a path such as /api/chat/completions',
  /^\/[A-Za-z0-9._~/-]*[A-Za-z0-9._~-]$/,
  'begin with a slash and end without one; what lies below is allowed too',
);

/** Keys with which programs act for a user. */
export const apiKeys = z
  .strictObject({
    enabled: setting('ENABLE_API_KEYS', z.boolean().default(false), {
      meaning: 'Whether users can have an API key. Besides administrators, those with the permission for it.',
      why: 'A key has the rights of its user and never ends.',
      source: guide('API Keys'),
    }),
    endpointRestrictions: setting('ENABLE_API_KEYS_ENDPOINT_RESTRICTIONS', z.boolean().default(true), {
      meaning: 'Whether a key opens the listed routes alone.',
      why: 'A stolen key of an administrator would administer.',
      source: guide('Endpoint restrictions'),
      needs: ['auth.apiKeys.enabled'],
    }),
    allowedEndpoints: setting('API_KEYS_ALLOWED_ENDPOINTS', z.array(endpoint).max(200).optional(), {
      meaning: 'Routes that a key opens, with everything below them. @default - none',
      why: 'List what programs call; nothing is allowed by itself.',
      source: guide('Endpoint restrictions'),
      separator: ',',
      needs: ['auth.apiKeys.endpointRestrictions'],
    }),
    header: setting('CUSTOM_API_KEY_HEADER', headerName.optional(), {
      meaning: 'Header that carries a key, besides Authorization. @default - x-api-key',
      why: 'A proxy that uses Authorization for itself leaves another header to the keys.',
      source: upstream('env.py'),
    }),
  })
  .prefault({})
  .describe('API keys.');

/** Variables that are not one key’s value. */
export const apiKeyVariables = {} satisfies DerivedVariables;
