import type { Rule } from './rule';

/** Rules on audit. */
export const auditRules: readonly Rule[] = [];
