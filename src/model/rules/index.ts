import type { Deployment } from '../deployment';
import type { Finding, Problem } from '../problem';
import { sortProblems } from '../problem';
import { sessionRules } from './sessions';
import { oauthRules } from './oauth';
import { directoryRules } from './directories';
import { apiKeyRules } from './api-keys';
import { secretRules } from './secrets';
import { browserRules } from './browser';
import { accessRules } from './access';
import { dataRules } from './data';
import { codeRules } from './code';
import { outboundRules } from './outbound';
import { auditRules } from './audit';
import { settingRules } from './settings';
import { accountRules } from './accounts';
import { awsRules } from './aws';
import { capacityRules } from './capacity';
import { exposureRules } from './exposure';
import { kubernetesRules } from './kubernetes';
import { modelRules } from './models';
import { rangeRules } from './ranges';
import { releaseRules } from './release';
import type { Rule } from './rule';
import { applyWaivers, waiverRules } from './waivers';

const all: readonly Rule[] = [
  ...sessionRules,
  ...oauthRules,
  ...directoryRules,
  ...apiKeyRules,
  ...secretRules,
  ...browserRules,
  ...accessRules,
  ...dataRules,
  ...codeRules,
  ...outboundRules,
  ...auditRules,
  ...settingRules,
  ...accountRules,
  ...awsRules,
  ...capacityRules,
  ...exposureRules,
  ...kubernetesRules,
  ...modelRules,
  ...rangeRules,
  ...releaseRules,
];

/** Rules that `accept` can waive. */
export const findingRules: readonly Rule[] = all.filter(({ severity }) => severity !== 'problem');

/** Rules whose breach is a problem. */
export const problemRules: readonly Rule[] = [
  ...all.filter(({ severity }) => severity === 'problem'),
  ...waiverRules(findingRules),
];

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
  const found = findingRules.flatMap(({ code, severity, check }): Finding[] =>
    severity === 'problem' ? [] : check(deployment).map((verdict) => ({ code, severity, ...verdict })),
  );
  const { open, waived } = applyWaivers(deployment, found);
  return { open: sortProblems(open), waived: sortProblems(waived) };
}

export { expiredWaivers } from './waivers';
export type { Rule, Verdict } from './rule';
