import type { Rule } from './rule';

/** Rules on sessions. */
export const sessionRules: readonly Rule[] = [];
