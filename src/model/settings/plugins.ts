import { z } from 'zod';
import type { DerivedVariables } from './setting';

/** Plugins. */
export const plugins = z.strictObject({}).prefault({}).describe('Python that administrators add.');

/** Variables that are not one key’s value. */
export const pluginsVariables = {} satisfies DerivedVariables;
