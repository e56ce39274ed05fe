import type { Deployment } from '../deployment';
import { suggest } from '../messages';
import type { Finding } from '../problem';
import type { Rule } from './rule';

type Waived = Finding & { readonly reason: string; readonly until: string };

/** Rules on `accept` itself. A waiver of a rule that does not exist can only be a mistake. */
export function waiverRules(waivable: readonly Rule[]): readonly Rule[] {
  const known = waivable.map(({ code }) => code);
  return [
    {
      code: 'UnknownRule',
      severity: 'problem',
      reason: 'A waiver names the finding that it accepts.',
      fix: 'write the code as `owui check` prints it',
      source: 'docs/decisions.md',
      check: ({ accept }) =>
        accept.flatMap(({ rule }, index) =>
          known.includes(rule)
            ? []
            : [{ path: ['accept', index, 'rule'], message: `unknown rule; ${suggest(rule, known)}` }],
        ),
    },
    {
      code: 'DuplicateWaiver',
      severity: 'problem',
      reason:
        'The first waiver of a rule serves for all its findings, so a second one, with its reason and its end, says nothing.',
      fix: 'keep one of the two',
      source: 'docs/decisions.md',
      check: ({ accept }) =>
        accept.flatMap(({ rule }, index) => {
          const first = accept.findIndex((other) => other.rule === rule);
          return first === index
            ? []
            : [
                {
                  path: ['accept', index, 'rule'],
                  message: `expected one waiver of a rule, got a second one after accept[${first}]; keep one of them`,
                },
              ];
        }),
    },
  ];
}

/** Separates what is waived from what is open. A waiver that matches nothing is itself a finding. */
export function applyWaivers(
  { accept }: Deployment,
  all: readonly Finding[],
): { open: readonly Finding[]; waived: readonly Waived[] } {
  const open: Finding[] = [];
  const waived: Waived[] = [];
  for (const finding of all) {
    const waiver = accept.find(({ rule }) => rule === finding.code);
    if (waiver) waived.push({ ...finding, reason: waiver.reason, until: waiver.until });
    else open.push(finding);
  }
  accept.forEach(({ rule }, index) => {
    if (all.some(({ code }) => code === rule)) return;
    open.push({
      code: 'WaiverUnused',
      severity: 'warning',
      path: ['accept', index],
      message: `expected a finding ${rule}, got none; remove the waiver`,
    });
  });
  return { open, waived };
}

/**
 * Waivers whose end has passed. Asked by `owui check --as-of` alone: yesterday’s commit still synthesizes.
 *
 * @param asOf day in the form 2027-03-31
 */
export function expiredWaivers({ accept }: Deployment, asOf: string): readonly Finding[] {
  return accept.flatMap(({ rule, until }, index): Finding[] =>
    until < asOf
      ? [
          {
            code: 'WaiverExpired',
            severity: 'warning',
            path: ['accept', index, 'until'],
            message: `expected ${asOf} or later, got ${until}; renew the waiver of ${rule} or mend its cause`,
          },
        ]
      : [],
  );
}
