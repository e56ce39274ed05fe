import { z } from 'zod';
import type { DerivedVariables } from './setting';

/** Uploaded files. */
export const uploads = z.strictObject({}).prefault({}).describe('Files that people upload.');

/** Variables that are not one key’s value. */
export const uploadsVariables = {} satisfies DerivedVariables;
