import { configuration } from './configuration';
import { hardening } from './hardening';
import type { Measure } from './measure';

/** Every measure of both documents, in their order, with what answers it. */
export const coverage: readonly Measure[] = [...hardening, ...configuration];
