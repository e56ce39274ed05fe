import { z } from 'zod';
import type { DerivedVariables } from './setting';

/** Running code. */
export const code = z.strictObject({}).prefault({}).describe('Code that models or people write, and where it runs.');

/** Variables that are not one key’s value. */
export const codeVariables = {} satisfies DerivedVariables;
