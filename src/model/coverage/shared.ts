import { aws, planned, refusal } from './measure';
import type { MeasureAnswer } from './measure';

/** A rule group of AWS in the web firewall, by its name behind `AWSManagedRules`. */
export const group = (name: string, how: string): MeasureAnswer =>
  aws('WAFv2::WebACL', how, 'Rules > Name', `AWSManagedRules${name}`);

/** The web firewall that Kubernetes does not have yet. */
export const webFirewall = planned('Kubernetes target', 'a web firewall at the gateway with the OWASP core rule set');

/** What looks into running tasks on AWS. */
export const guardDuty = planned('AWS target', 'GuardDuty, with what it sees inside the tasks, once an account');

/** What looks into running pods. */
export const falco = planned(
  'Kubernetes target',
  'rules for Falco: shells, writes outside of the paths, unexpected egress',
);

/** Delivery of logs to a tool that correlates them. */
export const siem = planned('AWS target', 'delivery of logs to a SIEM');

/** Alarms that only need somebody to tell. */
export const alarms: readonly MeasureAnswer[] = [
  planned('AWS target', 'an alarm on it'),
  planned('Kubernetes target', 'rules for Loki on the lines of access and audit'),
];

/** The step-by-step ways to change each secret. */
export const runbooks: readonly MeasureAnswer[] = [
  planned('AWS target', 'a runbook of rotation for each role'),
  planned('Kubernetes target', 'a runbook of rotation for each role'),
];

/** What a new VPC writes down. */
export const flowLogs = aws('EC2::FlowLog', 'writes down every connection of a new VPC', 'TrafficType', 'ALL');

/** Nothing learns habits. */
export const noHabits = refusal(
  'nothing here learns what is usual',
  'conditions and risk rules of the identity provider, or a SIEM that learns from the logs',
);

/** The database of the AWS target: an instance for the size small, a cluster for the others. */
export function database(how: string, at: string, is: string | number | boolean): MeasureAnswer[] {
  return ['RDS::DBInstance', 'RDS::DBCluster'].map((type) => aws(type, how, at, is));
}

/** What makes that database refuse connections without TLS. */
export const databaseTls: readonly MeasureAnswer[] = ['RDS::DBParameterGroup', 'RDS::DBClusterParameterGroup'].map(
  (type) => aws(type, 'refuses connections without TLS', 'Parameters > rds.force_ssl', '1'),
);
