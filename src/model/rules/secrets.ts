import type { Rule } from './rule';

/** Rules on secrets. */
export const secretRules: readonly Rule[] = [];
