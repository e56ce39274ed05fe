import { byCodePoint } from '../problem';
import { otherGuidance } from './guidance';
import type { Guidance } from './guidance';
import { findingRules, problemRules } from './index';
import { refusals } from './refusals';

/** What every code of a deployment or a fleet means, in the order of the codes. */
export function ruleBook(): readonly Guidance[] {
  const rules = [...findingRules, ...problemRules, ...refusals].map(
    ({ code, severity, reason, fix, source, owasp }): Guidance => ({
      code,
      severity,
      reason,
      fix,
      source,
      owasp,
      waivable: severity !== 'problem',
    }),
  );
  return [...rules, ...otherGuidance].sort((a, b) => byCodePoint(a.code, b.code));
}
