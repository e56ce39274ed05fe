import { z } from 'zod';
import type { DerivedVariables } from './setting';

/** Permissions of ordinary users. */
export const permissions = z.strictObject({}).prefault({}).describe('What users who are no administrators may do.');

/** Variables that are not one key’s value. */
export const permissionsVariables = {} satisfies DerivedVariables;
