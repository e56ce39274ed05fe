import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findings, tryDefineDeployment } from '../../src/model';
import { merge } from '../../src/model/fleet';
import { formatProblem } from '../../src/model/problem';
import type { Finding, Problem } from '../../src/model/problem';
import { findingRules, problemRules } from '../../src/model/rules';
import { refusals } from '../../src/model/rules/refusals';
import { awsSpec, kubernetesSpec } from '../fixtures';
import type { Case, Changes } from './rules/case';
import { cases } from './rules/cases';

/** Folders of fleet files that show one rule each, and that mend it where they hold. */
const faults = readdirSync(join(__dirname, '../faults'));

function specOf(changes: Changes, { on = 'aws' }: Case): unknown {
  const merged = merge(on === 'aws' ? awsSpec : kubernetesSpec, changes);
  return JSON.parse(JSON.stringify(merged, (_, value: unknown) => value ?? undefined));
}

function said(changes: Changes, one: Case): string[] {
  const { deployment, problems } = tryDefineDeployment(specOf(changes, one));
  const all: readonly (Problem | Finding)[] = deployment ? findings(deployment).open : problems;
  return all.filter((other) => other.code === one.code).map(formatProblem);
}

/** What is wrong with a case besides the rule that it shows. */
function otherProblems(changes: Changes, one: Case): string[] {
  const { problems } = tryDefineDeployment(specOf(changes, one));
  return problems.filter(({ code }) => code !== one.code).map((other) => `${other.code} ${formatProblem(other)}`);
}

describe.each(cases.map((one) => [one.code, one] as const))('%s', (_, one) => {
  test('says nothing where it holds', () => {
    expect({ said: said(one.holds, one), problems: otherProblems(one.holds, one) }).toEqual({ said: [], problems: [] });
  });

  test('says so where it is broken', () => {
    expect(said(one.breaks, one)).toEqual(one.says);
  });
});

test('every rule has a case', () => {
  const shown = [...cases.map(({ code }) => code), ...faults];
  const rules = [...findingRules, ...problemRules, ...refusals].map(({ code }) => code);
  expect(rules.filter((code) => !shown.includes(code))).toEqual([]);
});

test('every rule says why, what to do and where it is known from', () => {
  for (const { code, reason, fix, source } of [...findingRules, ...problemRules, ...refusals]) {
    expect({
      code,
      reason: /^[A-Z].*\.$/.test(reason),
      fix: /^\S.*[^.]$/.test(fix),
      source: source.length > 8,
    }).toEqual({
      code,
      reason: true,
      fix: true,
      source: true,
    });
  }
});
