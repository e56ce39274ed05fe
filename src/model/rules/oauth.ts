import type { Rule } from './rule';

/** Rules on oauth. */
export const oauthRules: readonly Rule[] = [];
