import type { Rule } from './rule';

/** Rules on settings. */
export const settingRules: readonly Rule[] = [];
