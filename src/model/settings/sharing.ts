import { z } from 'zod';
import type { DerivedVariables } from './setting';

/** Sharing and export. */
export const sharing = z.strictObject({}).prefault({}).describe('What leaves a user’s own account.');

/** Variables that are not one key’s value. */
export const sharingVariables = {} satisfies DerivedVariables;
