import { z } from 'zod';
import type { DerivedVariables } from './setting';

/** Logs. */
export const logs = z.strictObject({}).prefault({}).describe('Log of the application.');

/** Variables that are not one key’s value. */
export const logsVariables = {} satisfies DerivedVariables;
