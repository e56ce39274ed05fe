import type { Rule } from './rule';

/** Rules on access. */
export const accessRules: readonly Rule[] = [];
