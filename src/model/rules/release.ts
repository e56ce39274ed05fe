import { versions } from '../versions';
import { rule } from './rule';
import type { Rule } from './rule';

/** Rules on the image and how it is replaced. */
export const releaseRules: readonly Rule[] = [
  rule({
    code: 'ImageNotPinned',
    severity: 'error',
    path: ['image', 'digest'],
    reason: 'A tag can be moved to another image; a digest cannot.',
    fix: 'write the digest that the registry gives for the tag',
    source: 'facts/open-webui.md §4',
    check: ({ image }) =>
      image.digest === undefined
        ? `expected the digest of ${image.repository}:${image.tag}, got nothing; take it from the registry, or accept ImageNotPinned with a reason`
        : undefined,
  }),
  rule({
    code: 'UncheckedRelease',
    severity: 'warning',
    path: ['image', 'tag'],
    reason: 'Settings, prepare and the probe were checked against one release.',
    fix: 'take the release that this version of the package was checked against',
    source: 'docs/decisions.md',
    check: ({ image }) =>
      image.tag === versions.openWebUiTag
        ? undefined
        : `expected ${versions.openWebUiTag}, got "${image.tag}"; this version of the package was not checked against it`,
  }),
  rule({
    code: 'RollingRollout',
    severity: 'warning',
    path: ['rollout'],
    reason:
      'Open WebUI supports no two releases on one database; a rolling change that migrates is refused by prepare.',
    fix: 'leave rollout at recreate',
    source: 'facts/open-webui.md §0.1',
    check: ({ rollout }) =>
      rollout === 'rolling'
        ? 'expected recreate, got rolling; a release that migrates the database will not roll out'
        : undefined,
  }),
];
