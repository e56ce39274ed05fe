import { z } from 'zod';
import type { DerivedVariables } from './setting';

/** Telemetry. */
export const telemetry = z.strictObject({}).prefault({}).describe('Traces and metrics.');

/** Variables that are not one key’s value. */
export const telemetryVariables = {} satisfies DerivedVariables;
