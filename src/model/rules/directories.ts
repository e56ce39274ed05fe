import type { Rule } from './rule';

/** Rules on directories. */
export const directoryRules: readonly Rule[] = [];
