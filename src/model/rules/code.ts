import type { Rule } from './rule';

/** Rules on code. */
export const codeRules: readonly Rule[] = [];
