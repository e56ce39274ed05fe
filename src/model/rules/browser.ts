import type { Rule } from './rule';

/** Rules on browser. */
export const browserRules: readonly Rule[] = [];
