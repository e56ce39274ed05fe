import type { Deployment } from '../deployment';
import { targetsOf } from '../deployment';
import { suggest } from '../messages';
import { secrets } from '../secrets';
import { rule } from './rule';
import type { Rule, Verdict } from './rule';

function unknownRoles(deployment: Deployment): readonly Verdict[] {
  const targets = targetsOf(deployment);
  const known = targets.flatMap((target) => secrets(deployment, target).map(({ name }) => name));
  return Object.keys(deployment.secrets.rotateEvery)
    .filter((role) => targets.length > 0 && !known.includes(role))
    .map((role) => ({
      path: ['secrets', 'rotateEvery', role],
      message: `unknown secret role; ${suggest(role, [...new Set(known)])}`,
    }));
}

/** Rules on secrets. */
export const secretRules: readonly Rule[] = [
  {
    code: 'UnknownRotationRole',
    severity: 'problem',
    reason: 'An age for a role that does not exist watches nothing.',
    fix: 'name a role of the deployment, or leave the entry out',
    source: 'docs/decisions.md',
    check: unknownRoles,
  },
  rule({
    code: 'ValvesNotEncrypted',
    severity: 'error',
    path: ['secrets', 'valveEncryption'],
    reason: 'Settings of tools and functions hold keys of other services, and every backup of the database holds them.',
    fix: 'leave valveEncryption on',
    source: 'seeds/hardening-open-webui.txt, "Secret Key"; facts/open-webui.md §1.2',
    owasp: 'A02',
    check: ({ secrets: { valveEncryption } }) =>
      valveEncryption
        ? undefined
        : 'expected true, got false; keys of other services would lie in the database in plain text',
  }),
];
