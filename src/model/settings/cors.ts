import { z } from 'zod';
import type { DerivedVariables } from './setting';

/** Cross-origin requests. */
export const cors = z.strictObject({}).prefault({}).describe('Pages of other origins that may call the API.');

/** Variables that are not one key’s value. */
export const corsVariables = {} satisfies DerivedVariables;
