import { awsAnswers } from '../constructs/answers';
import type { FleetFile, Located } from '../fleet-file';
import { kubernetesAnswers } from '../k8s/answers';
import { answerFor, connectionBudget, demands, expiredWaivers, findings, secrets, targetsOf } from '../model';
import type { Answer, Budget, Demanded, Deployment, SecretRole, Target } from '../model';

const answers = { aws: awsAnswers, kubernetes: kubernetesAnswers } as const;

/** A finding that `accept` waives. */
export interface Waived extends Located {
  readonly reason: string;
  readonly until: string;
}

/** What a target does otherwise than asked, or cannot do. */
export interface Deviation extends Demanded, Answer {}

/** One deployment on one target. */
export interface TargetReport {
  readonly target: Target;
  readonly connections: Budget;
  readonly secrets: readonly SecretRole[];
  readonly deviations: readonly Deviation[];
}

/** All that there is to say of one deployment. */
export interface TenantReport {
  readonly name: string;
  readonly host: string;
  readonly findings: readonly Located[];
  readonly waived: readonly Waived[];
  readonly targets: readonly TargetReport[];
}

function deviations(deployment: Deployment, target: Target): Deviation[] {
  return demands(deployment, target)
    .map((demanded) => ({ ...demanded, ...answerFor(answers[target], demanded) }))
    .filter(({ status }) => status !== 'enforced');
}

function inspectTenant(fleet: FleetFile, deployment: Deployment, asOf?: string): TenantReport {
  const { name, host } = deployment;
  const { open, waived } = findings(deployment);
  const expired = asOf === undefined ? [] : expiredWaivers(deployment, asOf);
  return {
    name,
    host,
    findings: [...open, ...expired].map((finding) => fleet.locate(name, finding, finding.severity)),
    waived: waived.map((finding) => ({
      ...fleet.locate(name, finding, finding.severity),
      reason: finding.reason,
      until: finding.until,
    })),
    targets: targetsOf(deployment).map((target) => ({
      target,
      connections: connectionBudget(deployment, target),
      secrets: secrets(deployment, target),
      deviations: deviations(deployment, target),
    })),
  };
}

/**
 * Looks at every deployment of a fleet without problems.
 *
 * @param asOf day on which waivers are judged; without it their end is not looked at
 */
export function inspect(fleet: FleetFile, asOf?: string): readonly TenantReport[] {
  return fleet.deployments.map((deployment) => inspectTenant(fleet, deployment, asOf));
}

/** Whether findings of these tenants stop synthesis. */
export function hasErrors(tenants: readonly TenantReport[]): boolean {
  return tenants.some((tenant) => tenant.findings.some(({ severity }) => severity === 'error'));
}
