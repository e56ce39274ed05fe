import type { Rule } from './rule';

/** Rules on data. */
export const dataRules: readonly Rule[] = [];
