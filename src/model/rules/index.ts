import type { Deployment } from '../deployment';
import type { Finding, Problem } from '../problem';
import { sortProblems } from '../problem';
import { authRules } from './auth';
import { awsRules } from './aws';
import { capacityRules } from './capacity';
import { exposureRules } from './exposure';
import { kubernetesRules } from './kubernetes';
import { modelRules } from './models';
import { rangeRules } from './ranges';
import { releaseRules } from './release';
import type { Rule } from './rule';
import { applyWaivers, waiverRules } from './waivers';

/** Rules that `accept` can waive. */
export const findingRules: readonly Rule[] = [...exposureRules, ...releaseRules].filter(
  ({ severity }) => severity !== 'problem',
);

const unsorted: readonly Rule[] = [
  ...authRules,
  ...awsRules,
  ...capacityRules,
  ...exposureRules,
  ...kubernetesRules,
  ...modelRules,
  ...rangeRules,
  ...waiverRules(findingRules),
];

/** Rules whose breach is a problem. */
export const problemRules: readonly Rule[] = unsorted.filter(({ severity }) => severity === 'problem');

/** Every problem of a deployment that its schema alone cannot see. */
export function problemsOf(deployment: Deployment): readonly Problem[] {
  return problemRules.flatMap(({ code, check }) => check(deployment).map((verdict) => ({ code, ...verdict })));
}

/** What remains of the findings of a deployment after its waivers. */
export interface Findings {
  /** Findings that nobody waived, sorted by place. */
  readonly open: readonly Finding[];
  /** Findings that `accept` waives, with the waiver’s reason and end. */
  readonly waived: readonly (Finding & { readonly reason: string; readonly until: string })[];
}

/** Every loosened hardening of a deployment. */
export function findings(deployment: Deployment): Findings {
  const all = findingRules.flatMap(({ code, severity, check }): Finding[] =>
    severity === 'problem' ? [] : check(deployment).map((verdict) => ({ code, severity, ...verdict })),
  );
  const { open, waived } = applyWaivers(deployment, all);
  return { open: sortProblems(open), waived: sortProblems(waived) };
}

export { expiredWaivers } from './waivers';
export type { Rule, Verdict } from './rule';
