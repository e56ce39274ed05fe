import { z } from 'zod';
import type { DerivedVariables } from './setting';

/** Requests to the web. */
export const web = z.strictObject({}).prefault({}).describe('What the application asks of other servers.');

/** Variables that are not one key’s value. */
export const webVariables = {} satisfies DerivedVariables;
