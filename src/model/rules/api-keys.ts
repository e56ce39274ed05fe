import type { Rule } from './rule';

/** Rules on api-keys. */
export const apiKeyRules: readonly Rule[] = [];
