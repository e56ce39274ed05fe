import type { Deployment } from '../deployment';
import type { Path } from '../problem';

/** What a rule says of one place. */
export interface Verdict {
  readonly path: Path;
  /** `expected …, got …; fix`, computed from the values that were judged. */
  readonly message: string;
}

/** A rule of hardening as data. */
export interface Rule {
  /** Stable name; public API. */
  readonly code: string;
  /** `problem` cannot work; `error` and `warning` are loosened hardenings, which `accept` can waive. */
  readonly severity: 'problem' | 'error' | 'warning';
  /** Why it matters, in plain words. */
  readonly reason: string;
  /** What to do about it. */
  readonly fix: string;
  /** Where that is known from: a seed’s section where there is one, else the facts or a decision. */
  readonly source: string;
  /** Item of the OWASP Top 10 of 2021 that it belongs to, such as `A05`. seeds/security-configuration.txt, "OWASP Vulnerability Protection". */
  readonly owasp?: 'A01' | 'A02' | 'A03' | 'A04' | 'A05' | 'A06' | 'A07' | 'A08' | 'A09' | 'A10';
  /** Every place of the deployment that breaks the rule. */
  readonly check: (deployment: Deployment) => readonly Verdict[];
}

/** A rule that judges one place: no message means that it holds. */
export function rule(
  definition: Omit<Rule, 'check'> & { path: Path; check: (deployment: Deployment) => string | undefined },
): Rule {
  const { path, check, ...rest } = definition;
  return {
    ...rest,
    check: (deployment) => {
      const message = check(deployment);
      return message === undefined ? [] : [{ path, message }];
    },
  };
}
