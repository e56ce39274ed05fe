import type { Deployment } from '../deployment';
import { leavesOf } from '../settings/leaves';
import type { Leaf } from '../settings/leaves';
import { deploymentSpec } from '../spec';
import { valueAt } from '../value-at';
import { extraRules } from './extra';
import { processRules } from './process';
import type { Rule, Verdict } from './rule';

let lists: readonly Leaf[] | undefined;

/** Members of lists that upstream would read as two. */
function split(deployment: Deployment): readonly Verdict[] {
  lists ??= leavesOf(deploymentSpec).filter(({ setting }) => setting.separator !== undefined);
  return lists.flatMap(({ path, setting: { separator = ',', variable } }): Verdict[] => {
    const members = valueAt(deployment, path);
    if (!Array.isArray(members)) return [];
    return members.flatMap((member: unknown, index): Verdict[] =>
      String(member).includes(separator)
        ? [
            {
              path: [...path, index],
              message: `expected no ${JSON.stringify(separator)} in it, got one; ${variable} would be read as two: write two entries`,
            },
          ]
        : [],
    );
  });
}

/** Rules on settings as such. */
export const settingRules: readonly Rule[] = [
  ...processRules,
  ...extraRules,
  {
    code: 'SeparatorInValue',
    severity: 'problem',
    reason: 'The release splits lists at a separator and knows no way to quote it.',
    fix: 'write each member as an entry of its own',
    source: 'facts/open-webui.md §1.0',
    check: split,
  },
];
