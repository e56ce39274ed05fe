import { coveragePage } from '../../scripts/coverage-page';
import { awsAnswers } from '../../src/constructs/answers';
import { kubernetesAnswers } from '../../src/k8s/answers';
import { platformManifests, tenantManifests } from '../../src/k8s/emit';
import { answerFor, demands } from '../../src/model';
import type { Answers, Demanded, DeploymentSpec, Target } from '../../src/model';
import { coverage, documents } from '../../src/model/coverage';
import type { Measure, MeasureAnswer, Shown } from '../../src/model/coverage';
import { ruleBook } from '../../src/model/rules/book';
import { catalogue } from '../../src/model/settings/catalogue';
import { synth } from '../constructs/support';
import { awsSpec, onAws, onKubernetes } from '../fixtures';
import inventory from './seed-inventory.json';

const named = coverage.map((measure) => [`${measure.section}, ${measure.lines.join(' ')}`, measure] as const);

const sections = (['hardening', 'configuration'] as const).flatMap((document) =>
  inventory[document].sections.map((section) => [document, section.section, section] as const),
);

const rowsOf = (document: Measure['document'], section: string): readonly Measure[] =>
  coverage.filter((row) => row.document === document && row.section === section);

describe('the table holds all of both documents', () => {
  test('sections are those of the documents, in their order', () => {
    const inOrder = [...new Set(coverage.map(({ document, section }) => `${document}: ${section}`))];
    expect(inOrder).toEqual(sections.map(([document, section]) => `${document}: ${section}`));
    expect(Object.keys(documents)).toEqual(Object.keys(inventory));
  });

  test.each(sections)('%s, %s: every line, variable and figure', (document, section, { lines, names, figures }) => {
    const rows = rowsOf(document, section);
    const sorted = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b);
    expect(sorted(rows.flatMap((row) => row.lines))).toEqual(lines);
    const answered = rows.flatMap((row) => row.names);
    expect(names.filter((name) => !answered.includes(name))).toEqual([]);
    // A figure may stand with its unit or its protocol: `72 bytes`, `TLS 1.2`.
    const written = rows.flatMap((row) => row.figures.flatMap((figure) => figure.split(' ')));
    expect(figures.filter((figure) => !written.includes(figure))).toEqual([]);
  });

  test('every measure is answered', () => {
    expect(coverage.filter(({ answers }) => answers.length === 0)).toEqual([]);
  });

  test.each([
    'fail2ban',
    'Connection throttling',
    'DDoS',
    'Malicious addresses',
    'Port scans',
    'unusual times',
    'unusual places',
    'File integrity',
    'MFA',
    'lockout',
    'Idle timeout',
    'Token binding',
  ])('%s: something of a target or the application, and the limit of it', (what) => {
    const rows = coverage.filter(({ measure }) => measure.includes(what));
    const kinds = rows.flatMap(({ answers }) => answers.map(({ kind }) => kind));
    expect(kinds).toContain('refusal');
    expect(kinds.some((kind) => ['demand', 'resource', 'setting'].includes(kind))).toBe(true);
  });
});

/** A specification in which everything that is a choice is chosen, so that nothing that the model can ask is missing. */
const everything: Partial<DeploymentSpec> = {
  auth: {
    ...awsSpec.auth,
    oidc: { issuer: 'https://login.acme.example', clientId: 'owui', allowedDomains: ['acme.example'] },
    ldap: { host: 'ldap.acme.example', bindDn: 'cn=owui', searchBase: 'dc=acme', cidrs: ['10.0.0.1/32'] },
  },
  edge: { adminCidrs: ['10.20.0.0/16'] },
};

const deployments = { aws: onAws(everything), kubernetes: onKubernetes(everything) };

const targetAnswers: Readonly<Record<Target, Answers>> = { aws: awsAnswers, kubernetes: kubernetesAnswers };

const demandsOf: Readonly<Record<Target, readonly Demanded[]>> = {
  aws: demands(deployments.aws, 'aws'),
  kubernetes: demands(deployments.kubernetes, 'kubernetes'),
};

/** What a target says of a demand; empty when the model asks nothing of that name. */
function statuses(target: Target, demand: string): string[] {
  return demandsOf[target]
    .filter(({ question, id, kind }) => [question, `${question}:${id}`, `${question}:${kind}`].includes(demand))
    .map((demanded) => answerFor(targetAnswers[target], demanded).status);
}

type Objects = readonly Readonly<Record<string, unknown>>[];

/** The database differs by size, so both kinds are looked at. */
function awsResources(): Objects {
  return [deployments.aws, onAws({ ...everything, size: 'small' })].flatMap((deployment) => {
    const { Resources } = synth(deployment).toJSON() as {
      Resources: Record<string, { Type: string; Properties?: Record<string, unknown> }>;
    };
    return Object.values(Resources).map(({ Type, Properties }) => ({ ...Properties, '': Type }));
  });
}

/** Resources and objects with their type under the empty key, which none of them has. */
const made: Readonly<Record<Target, Objects>> = {
  aws: awsResources(),
  kubernetes: [...tenantManifests(deployments.kubernetes), ...platformManifests([deployments.kubernetes])].map(
    (manifest) => ({ ...manifest, '': manifest.kind }),
  ),
};

/** Values at a path; lists are searched. */
function valuesAt(value: unknown, [key, ...rest]: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, key === undefined ? [] : [key, ...rest]));
  if (key === undefined) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return valuesAt((value as Record<string, unknown>)[key], rest);
}

const shows = (object: unknown, { at, is }: Shown): boolean =>
  valuesAt(object, at.split(' > ')).some((found) => JSON.stringify(found) === JSON.stringify(is));

const codes = ruleBook().map(({ code }) => code);

const variables = catalogue().map(({ variable }) => variable);

const isText = (text: string): boolean => /^\S.*[^\s.]$/.test(text);

/** What is wrong with an answer; nothing when what it refers to exists. */
function wrong(answer: MeasureAnswer): string | undefined {
  switch (answer.kind) {
    case 'setting':
      return variables.includes(answer.variable) ? undefined : `no setting ${answer.variable}`;
    case 'rule':
      return codes.includes(answer.code) ? undefined : `no rule ${answer.code}`;
    case 'demand': {
      const targets: readonly Target[] = answer.target === 'both' ? ['aws', 'kubernetes'] : [answer.target];
      const bad = targets.filter((target) => {
        const said = statuses(target, answer.demand);
        return said.length === 0 || said.includes('impossible');
      });
      return bad.length > 0 ? `${answer.demand} is not asked of, or not done by ${bad.join(', ')}` : undefined;
    }
    case 'resource': {
      const { target, what, how, shown } = answer;
      const found = made[target].filter((object) => object[''] === what);
      if (found.length === 0) return `no ${what} on ${target}`;
      if (!isText(how)) return `${what} without a word`;
      return shown && !found.some((object) => shows(object, shown))
        ? `no ${what} with ${JSON.stringify(shown)}`
        : undefined;
    }
    case 'upstream':
      return isText(answer.how) && isText(answer.file) && answer.word !== ''
        ? undefined
        : `${answer.file}: says nothing`;
    case 'refusal':
      return isText(answer.reason) && isText(answer.wayOut) ? undefined : `"${answer.reason}" has no way out`;
    case 'planned':
      return isText(answer.what) ? undefined : `${answer.command} does nothing`;
    default:
      return answer satisfies never;
  }
}

describe('every answer refers to something that exists', () => {
  test.each(named)('%s', (_, { answers }) => {
    expect(answers.map(wrong).filter((text) => text !== undefined)).toEqual([]);
  });

  test.each<[string, MeasureAnswer]>([
    ['no setting NO_SUCH', { kind: 'setting', variable: 'NO_SUCH' }],
    ['no rule NoSuch', { kind: 'rule', code: 'NoSuch' }],
    [
      'limit:noSuch is not asked of, or not done by aws, kubernetes',
      { kind: 'demand', target: 'both', demand: 'limit:noSuch' },
    ],
    [
      'header:Referrer-Policy is not asked of, or not done by aws',
      { kind: 'demand', target: 'both', demand: 'header:Referrer-Policy' },
    ],
    ['no AWS::No::Such on aws', { kind: 'resource', target: 'aws', what: 'AWS::No::Such', how: 'x y' }],
    [
      'no Service with {"at":"spec > type","is":"NodePort"}',
      {
        kind: 'resource',
        target: 'kubernetes',
        what: 'Service',
        how: 'x y',
        shown: { at: 'spec > type', is: 'NodePort' },
      },
    ],
    ['"why" has no way out', { kind: 'refusal', reason: 'why', wayOut: '' }],
  ])('fails with %s', (text, answer) => {
    expect(wrong(answer)).toBe(text);
  });
});

describe('words', () => {
  test.each(named)('%s', (_, { measure, note = 'None.', answers }) => {
    expect(measure).toMatch(/^\S.*[^\s.]$/);
    expect(note).toMatch(/^\S.*\.$/);
    const told = answers.map((answer) => JSON.stringify(answer));
    expect(new Set(told).size).toBe(told.length);
  });
});

describe('the page', () => {
  const lines = coveragePage().split('\n');

  test('holds every measure and note in a row of three cells', () => {
    const rows = lines.filter((line) => line.startsWith('| '));
    for (const line of rows) expect(line.split(/(?<!\\)\|/)).toHaveLength(5);
    const cells = rows.map((line) => line.split(/(?<!\\) \| /));
    for (const { measure, note = '' } of coverage) {
      const row = cells.find(([first = '', , last = '']) => first.startsWith(`| ${measure}`) && last.startsWith(note));
      expect({ measure, found: row !== undefined }).toEqual({ measure, found: true });
    }
  });

  test('marks what is planned, and says the limits with their way out', () => {
    const count = (text: string): number => lines.join('\n').split(text).length - 1;
    const having = (kind: MeasureAnswer['kind']): number =>
      coverage.flatMap(({ answers }) => answers).filter((answer) => answer.kind === kind).length;
    // Each is explained once before the tables.
    expect(count('**Planned**')).toBe(having('planned') + 1);
    expect(count('**Limit**')).toBe(having('refusal') + 1);
    expect(count('. Instead: ')).toBe(having('refusal'));
  });

  test('has every section of both documents', () => {
    const headings = lines.flatMap((line) => /^### (.*)$/.exec(line)?.slice(1) ?? []);
    expect(headings).toEqual(sections.map(([, section]) => section));
  });
});
