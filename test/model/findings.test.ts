import { expiredWaivers, findings } from '../../src/model';
import type { DeploymentSpec } from '../../src/model';
import { findingRules, problemRules } from '../../src/model/rules';
import { onAws } from '../fixtures';
import { versions } from '../../src/model/versions';

const pinned = { digest: `sha256:${'0123456789abcdef'.repeat(4)}` };
const clean: Partial<DeploymentSpec> = { image: pinned };
const waiver = (rule: string) => ({ rule, reason: 'example', until: '2027-12-31' });

function codes(changes: Partial<DeploymentSpec>): string[] {
  return findings(onAws(changes)).open.map(({ code }) => code);
}

test('a deployment that loosens nothing has no finding', () => {
  expect(findings(onAws(clean))).toEqual({ open: [], waived: [] });
});

test.each([
  [
    'ImageNotPinned',
    'error',
    {},
    `expected the digest of ghcr.io/open-webui/open-webui:${versions.openWebUiTag}, got nothing; take it from the registry, or accept ImageNotPinned with a reason`,
  ],
  [
    'UncheckedRelease',
    'warning',
    { image: { ...pinned, tag: 'v0.13.0' } },
    `expected ${versions.openWebUiTag}, got "v0.13.0"; this version of the package was not checked against it`,
  ],
  [
    'RollingRollout',
    'warning',
    { ...clean, rollout: 'rolling' },
    'expected recreate, got rolling; a release that migrates the database will not roll out',
  ],
  [
    'PublicExposure',
    'warning',
    { ...clean, exposure: { kind: 'public' }, edge: { adminCidrs: ['10.20.0.0/16'] } },
    'expected internal or allowList, got public; only the sign-in of Open WebUI protects models, tools and chats',
  ],
] satisfies [string, string, Partial<DeploymentSpec>, string][])(
  'finds %s as %s',
  (code, severity, changes, message) => {
    expect(findings(onAws(changes)).open).toEqual([expect.objectContaining({ code, severity, message })]);
  },
);

test('a waiver takes its finding away and keeps its reason', () => {
  const { open, waived } = findings(onAws({ accept: [waiver('ImageNotPinned')] }));
  expect(open).toEqual([]);
  expect(waived).toEqual([expect.objectContaining({ code: 'ImageNotPinned', reason: 'example', until: '2027-12-31' })]);
});

test('a waiver that matches nothing is a finding', () => {
  expect(findings(onAws({ ...clean, accept: [waiver('ImageNotPinned')] })).open).toEqual([
    {
      code: 'WaiverUnused',
      severity: 'warning',
      path: ['accept', 0],
      message: 'expected a finding ImageNotPinned, got none; remove the waiver',
    },
  ]);
});

test('a waiver ends after its last day, and its end never stops synthesis', () => {
  const deployment = onAws({ accept: [waiver('ImageNotPinned')] });
  expect(expiredWaivers(deployment, '2027-12-31')).toEqual([]);
  expect(expiredWaivers(deployment, '2028-01-01')).toEqual([
    {
      code: 'WaiverExpired',
      severity: 'warning',
      path: ['accept', 0, 'until'],
      message: 'expected 2028-01-01 or later, got 2027-12-31; renew the waiver of ImageNotPinned or mend its cause',
    },
  ]);
  expect(codes({ accept: [waiver('ImageNotPinned')] })).toEqual([]);
});

test('codes are unique, and every rule says why and from where', () => {
  const rules = [...findingRules, ...problemRules];
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  for (const { reason, source } of rules) {
    expect(reason).toMatch(/^[A-Z].+\.$/);
    expect(source).not.toBe('');
  }
});
