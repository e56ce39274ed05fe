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

interface HeaderFacts {
  readonly header: string;
  readonly pattern?: string;
  readonly ignoreCase?: boolean;
  readonly values?: readonly string[];
}

const headers: Readonly<Record<string, HeaderFacts>> = parsing.headers;

const { duration, origins } = parsing;

function isOrigin(origin: string, schemes: readonly string[]): boolean {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)$/.exec(origin);
  return parts !== null && schemes.includes(parts[1] ?? '');
}

/** What upstream’s own checks of headers, lifetimes and origins ask of a value that they would refuse. */
function refused(variable: string, value: string, custom: readonly string[]): string | undefined {
  const { pattern, ignoreCase, values } = headers[variable] ?? {};
  if (pattern !== undefined && !new RegExp(pattern, ignoreCase ? 'i' : '').test(value)) return pattern;
  if (values && !values.includes(value)) return values.join(', ');
  if (
    variable === 'JWT_EXPIRES_IN' &&
    (duration.never.includes(value) || !new RegExp(`^(?:${duration.pattern})+$`).test(value))
  )
    return 'a duration with an end';
  const schemes = [...origins.schemes, ...custom];
  if (
    variable === origins.variable &&
    !origins.any.includes(value) &&
    !value.split(';').every((one) => isOrigin(one, schemes))
  )
    return `origins of ${schemes.join(', ')}`;
  return undefined;
}

function misread(deployment: Deployment, target: Target): string[] {
  const custom = deployment.cors.customSchemes ?? [];
  return Object.entries(environment(deployment, target)).flatMap(([variable, parts]) => {
    const value = text(parts);
    if (value.includes(unknown)) return [];
    const separator = upstreamSeparator(variable);
    const empty = separator !== undefined && value.split(separator).length > 1 && value.split(separator).includes('');
    const expected = empty
      ? 'no empty member'
      : (expectedByUpstream(variable, value) ?? refused(variable, value, custom));
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
