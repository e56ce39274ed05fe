import { z } from 'zod';
import type { DerivedVariables } from './setting';

/** What administrators reach. */
export const access = z.strictObject({}).prefault({}).describe('What administrators reach besides what they own.');

/** Variables that are not one key’s value. */
export const accessVariables = {} satisfies DerivedVariables;
