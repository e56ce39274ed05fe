import { formatLocated, readFleet } from '../fleet-file';
import type { Located } from '../fleet-file';
import { describeBudget } from '../model';
import type { SecretRole } from '../model';
import { exitCode } from './exit-code';
import { hasErrors, inspect } from './inspect';
import type { Deviation, TenantReport } from './inspect';
import { toSarif } from './sarif';
import { count, sayLines } from './say';

function describeDeviations(deviations: readonly Deviation[]): string[] {
  const byAnswer = new Map<string, string[]>();
  for (const { question, id, status, how } of deviations) {
    const key = `${status}: ${question} %: ${how}`;
    byAnswer.set(key, [...(byAnswer.get(key) ?? []), id]);
  }
  return [...byAnswer].map(([key, ids]) => `    ${key.replace('%', () => ids.join(', '))}`);
}

/** Roles by the longest age that a value may have, the shortest first. */
function describeAges(secrets: readonly SecretRole[]): string[] {
  const byAge = new Map<string, string[]>();
  for (const { name, rotateEvery } of secrets) {
    if (rotateEvery !== undefined) byAge.set(rotateEvery, [...(byAge.get(rotateEvery) ?? []), name]);
  }
  return [...byAge]
    .sort(([one], [other]) => parseInt(one, 10) - parseInt(other, 10))
    .map(([age, roles]) => `    rotate every ${age}: ${roles.join(', ')}`);
}

function describeTenant({ name, host, waived, targets }: TenantReport): string[] {
  return [
    `${name} (${host})`,
    ...waived.map(({ code, reason, until }) => `  waived until ${until}: ${code}: ${reason}`),
    ...targets.flatMap(({ target, connections, secrets, deviations }) => [
      `  ${target}: ${describeBudget(connections)}`,
      ...describeAges(secrets),
      ...describeDeviations(deviations),
    ]),
  ];
}

function table(problems: readonly Located[], tenants: readonly TenantReport[], asOf: string): string[] {
  if (problems.length > 0) return [...problems.map(formatLocated), count(problems.length, 'problem')];
  const findings = tenants.flatMap((tenant) => tenant.findings);
  return [
    ...tenants.flatMap(describeTenant),
    ...findings.map(formatLocated),
    `${count(tenants.length, 'tenant')}, ${count(findings.length, 'finding')} as of ${asOf}`,
  ];
}

/** How `owui check` judges and speaks. */
export interface CheckOptions {
  readonly format: 'table' | 'json' | 'sarif';
  /** Whether warnings are errors. */
  readonly strict: boolean;
  /** Day on which waivers are judged. */
  readonly asOf: string;
}

const asError = (finding: Located): Located => ({ ...finding, severity: 'error' });

/** `owui check`: says what is wrong and what is loosened, and returns the exit code. */
export function check(file: string, { format, strict, asOf }: CheckOptions): number {
  const fleet = readFleet(file);
  const inspected = fleet.problems.length > 0 ? [] : inspect(fleet, asOf);
  const tenants = strict
    ? inspected.map((tenant) => ({ ...tenant, findings: tenant.findings.map(asError) }))
    : inspected;
  const said = [...fleet.problems, ...tenants.flatMap(({ findings }) => findings)];
  switch (format) {
    case 'json':
      process.stdout.write(`${JSON.stringify({ asOf, problems: fleet.problems, tenants }, undefined, 2)}\n`);
      break;
    case 'sarif':
      process.stdout.write(`${JSON.stringify(toSarif(said), undefined, 2)}\n`);
      break;
    default:
      sayLines(table(fleet.problems, tenants, asOf));
  }
  return fleet.problems.length > 0 || hasErrors(tenants) ? exitCode.badInput : exitCode.fine;
}
