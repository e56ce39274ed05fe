import { z } from 'zod';

/** Variables beyond the catalogue. */
export const extra = z
  .record(z.string(), z.string())
  .default({})
  .describe('Variables of Open WebUI beyond those that have a key here.');
