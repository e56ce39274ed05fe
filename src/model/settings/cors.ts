import { z } from 'zod';
import { text } from '../formats';
import { guide, setting, upstream } from './setting';
import type { DerivedVariables } from './setting';

/** The word that lets pages of every origin in. It is in the schema so that a rule can say what it does. */
export const everyOrigin = '*';

// Upstream asks for a scheme and a host alone; browsers compare character by character, so a path, a slash at the end, an
// upper-case letter or the port that goes without saying would never match.
const origin = text(
  'an origin such as https://portal.acme.example',
  /^(?:\*|(?!(?:http|wss?):)(?!https:\/\/[^:]*:443$)[a-z][a-z0-9+.-]*:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[1-9]\d{0,4})?)$/,
  'give scheme and host, lower case, without port 443, path or slash at the end; http is open to everybody on the way',
);

const scheme = text(
  'a scheme of its own such as app',
  /^(?!(?:https?|wss?|file|data|blob|javascript)$)[a-z][a-z0-9+.-]{1,30}$/,
  'give the name alone, lower case, without ://; https needs no mention',
);

/** Cross-origin requests. */
export const cors = z
  .strictObject({
    origins: z
      .array(origin)
      .min(1)
      .max(50)
      .optional()
      .describe(
        'Origins whose pages may call the API and open websockets, the deployment’s own among them. @default - https:// and the host',
      ),
    customSchemes: setting('CORS_ALLOW_CUSTOM_SCHEME', z.array(scheme).max(10).optional(), {
      meaning: 'Schemes of desktop and mobile clients, besides https, that an origin may have. @default - none',
      why: 'None is needed for browsers; a client’s own scheme is admitted by name.',
      source: guide('CORS'),
      needs: ['cors.origins'],
      separator: ';',
    }),
  })
  .prefault({})
  .describe('Pages of other origins that may call the API.');

/** Variables that are not one key’s value. */
export const corsVariables = {
  CORS_ALLOW_ORIGIN: {
    path: 'cors.origins',
    meaning: 'Origins whose pages may call the API and open websockets.',
    why: 'Upstream lets every page call it, with the visitor’s cookies; here the deployment’s own origin alone may.',
    source: `${guide('CORS')}; ${upstream('config.py')}`,
    value: ({ host, cors: { origins } }) => (origins ?? [`https://${host}`]).join(';'),
  },
} satisfies DerivedVariables;
