import fc from 'fast-check';
import { environment, secrets, targetsOf, tryDefineDeployment } from '../../src/model';
import type { Deployment, Target, Value } from '../../src/model';
import { merge } from '../../src/model/fleet';
import { catalogue } from '../../src/model/settings';
import type { Entry } from '../../src/model/settings';
import parsing from '../../src/model/upstream/parsing.json';
import { expectedByUpstream, upstreamSeparator } from '../../src/model/upstream-variables';
import { awsSpec, kubernetesSpec } from '../fixtures';
import { SpecArbitrary } from './arbitrary-spec';
import { samples } from './samples';

const both = merge(awsSpec, { kubernetes: kubernetesSpec.kubernetes });

/** Stands for a value that only the target or the secret’s store knows. */
const unknown = '\u0000';

const text = (value: Value): string => value.map((part) => (typeof part === 'string' ? part : unknown)).join('');

const headers: Readonly<Record<string, { header: string; pattern?: string; values?: readonly string[] }>> =
  parsing.headers;

/** What upstream’s own checks of headers, lifetimes and origins say of a value. */
function refused(variable: string, value: string): string | undefined {
  const header = headers[variable];
  if (header?.pattern !== undefined && !new RegExp(header.pattern, 'i').test(value))
    return 'a value that its pattern takes';
  if (header?.values && !header.values.includes(value)) return header.values.join(', ');
  if (variable === 'JWT_EXPIRES_IN' && !new RegExp(`^(?:${parsing.duration.pattern})+$`).test(value))
    return 'a duration';
  if (variable === parsing.origins.variable && !value.split(';').every((origin) => URL.canParse(origin)))
    return 'origins';
  return undefined;
}

function misread(deployment: Deployment, target: Target): string[] {
  return Object.entries(environment(deployment, target)).flatMap(([variable, parts]) => {
    const value = text(parts);
    if (value.includes(unknown)) return [];
    const separator = upstreamSeparator(variable);
    const empty = separator !== undefined && value.split(separator).length > 1 && value.split(separator).includes('');
    const expected = empty ? 'no empty member' : (expectedByUpstream(variable, value) ?? refused(variable, value));
    return expected === undefined ? [] : [`${variable}: expected ${expected}, got ${JSON.stringify(value)}`];
  });
}

function unknownRoles(deployment: Deployment, target: Target): string[] {
  const roles = secrets(deployment, target).map(({ name }) => name);
  const used = Object.values(environment(deployment, target)).flatMap((parts) =>
    parts.flatMap((part) => (typeof part === 'object' && 'secret' in part ? [part.secret] : [])),
  );
  return used.filter((role) => !roles.includes(role));
}

const arbitrary = new SpecArbitrary(samples);

/** Much is written only where there is an identity provider. */
const provider = {
  auth: { oidc: { issuer: 'https://login.acme.example', clientId: 'owui', allowedDomains: ['acme.example'] } },
};

const define = (changes: object, signedOn: boolean): Deployment | undefined =>
  tryDefineDeployment(merge(signedOn ? merge(both, provider) : both, changes)).deployment;

const variablesOf = (deployment: Deployment): string[] =>
  targetsOf(deployment).flatMap((target) => Object.keys(environment(deployment, target)));

test('what a thousand random deployments write is what the release reads', () => {
  fc.assert(
    fc.property(arbitrary.changes(), fc.boolean(), (changes, signedOn) => {
      const deployment = define(changes, signedOn);
      fc.pre(deployment !== undefined);
      for (const target of targetsOf(deployment)) {
        expect(misread(deployment, target)).toEqual([]);
        expect(unknownRoles(deployment, target)).toEqual([]);
      }
    }),
    { numRuns: 1000, seed: 20261122, maxSkipsPerRun: 20 },
  );
});

/** Whether some deployment with values at the keys of an entry sets its variable. */
function reached({ variable, path, needs = [] }: Entry): boolean {
  const changes = arbitrary.changesAt(path, ...needs);
  const sets = (change: object): boolean => {
    const deployment = define(change, true);
    return deployment !== undefined && variablesOf(deployment).includes(variable);
  };
  // The first of a sample are simple values on purpose; few entries need more than those.
  return [10, 1500].some((numRuns) => fc.sample(changes, { numRuns, seed: 20261122 }).some(sets));
}

test('every entry of the catalogue is reached from the specification', () => {
  const plain = define({}, true);
  const always = plain === undefined ? [] : variablesOf(plain);
  const others = catalogue().filter(({ variable }) => !always.includes(variable));
  expect(others.length).toBeGreaterThan(100);
  expect(others.filter((entry) => !reached(entry)).map(({ variable, path }) => `${variable} at ${path}`)).toEqual([]);
});
