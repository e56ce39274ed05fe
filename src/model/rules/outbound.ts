import type { Rule } from './rule';

/** Rules on outbound. */
export const outboundRules: readonly Rule[] = [];
