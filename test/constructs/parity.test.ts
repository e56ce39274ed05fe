import type { Template } from 'aws-cdk-lib/assertions';
import { awsAnswers } from '../../src/constructs/answers';
import { headerAttributes } from '../../src/constructs/load-balancer';
import { answerFor, demands, edge, environment, prepare, secrets, signals } from '../../src/model';
import type { Deployment, Question } from '../../src/model';
import { expectedSecurityGroupRules, securityGroupRules } from './security-group-rules';
import { container, everything, only, resources, synth, tenant, text } from './support';
import { expectVariable, expectVariables, reference } from './variables';
import type { Subject } from './variables';

function subject(deployment: Deployment): Subject {
  return { deployment, template: synth(deployment) };
}

const subjects: readonly (readonly [string, Subject])[] = [
  ['acme', subject(tenant('acme'))],
  ['initech', subject(tenant('initech'))],
  ['everything', subject(everything())],
];

interface WafRule {
  readonly Name: string;
  readonly Priority: number;
  readonly Action?: Readonly<Record<string, unknown>>;
  readonly Statement: Readonly<Record<string, unknown>>;
}

const wafRules = ({ template }: Subject): readonly WafRule[] =>
  only(template, 'AWS::WAFv2::WebACL').Properties.Rules as WafRule[];

function wafRule(where: Subject, name: string): WafRule {
  const found = wafRules(where).find(({ Name }) => Name === name);
  if (!found) throw new Error(`no rule ${name}`);
  return found;
}

/** Values of a key anywhere below. */
function deep(value: unknown, key: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Record<string, unknown>).flatMap(([name, below]) => [
    ...(name === key ? [below] : []),
    ...deep(below, key),
  ]);
}

const blocks = ({ Action }: WafRule): void => {
  expect(Action).toEqual({ Block: {} });
};

const pattern = (rule: WafRule): RegExp => new RegExp(String(deep(rule.Statement, 'RegexString')[0]));

const attributes = (template: Template, type: string, key: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    (only(template, type).Properties[key] as { Key: string; Value: unknown }[]).map((each) => [each.Key, each.Value]),
  );

const entryChecks: Readonly<Record<string, (where: Subject) => void>> = {
  minimumTls: ({ template }) => {
    const { Properties } = only(template, 'AWS::ElasticLoadBalancingV2::Listener');
    expect(Properties).toMatchObject({ Protocol: 'HTTPS', SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09' });
  },
  streamTimeout: ({ deployment, template }) => {
    const set = attributes(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer', 'LoadBalancerAttributes');
    expect(set['idle_timeout.timeout_seconds']).toBe(String(edge(deployment).streamTimeoutSeconds));
  },
  allowedCidrs: (where) => {
    const from = securityGroupRules(where.template).filter((rule) => rule.startsWith('edge from '));
    const allowed = edge(where.deployment).allowedCidrs ?? [];
    expect(from.map((rule) => rule.split(' ')[2]).sort()).toEqual([...allowed].sort());
  },
  adminCidrs: (where) => {
    const rule = wafRule(where, 'AdminPaths');
    const sets = resources(where.template, 'AWS::WAFv2::IPSet');
    expect(Object.values(sets).flatMap(({ Properties }) => Properties.Addresses)).toEqual(
      edge(where.deployment).adminCidrs,
    );
    expect(deep(rule.Statement, 'IPSetReferenceStatement').map((each) => text((each as { Arn: unknown }).Arn))).toEqual(
      Object.keys(sets).map((id) => `\${${id}.Arn}`),
    );
    blocks(rule);
    for (const path of edge(where.deployment).adminPaths) expect(`${path}x`).toMatch(pattern(rule));
  },
};

/** The field `msg` of a line as the application of the pinned release wrote it. docs/decisions.md. */
const accessLine = (request: string, status: number): string => `203.0.113.9:40530 - "${request} HTTP/1.1" ${status}`;

const checks: Readonly<Record<Question, (where: Subject, id: string) => void>> = {
  variable: (where, id) => {
    const value = environment(where.deployment, 'aws')[id] ?? [];
    expectVariable(where, container(where.template, 'app'), id, value);
  },
  secret: (where, id) => {
    const role = secrets(where.deployment, 'aws').find(({ name }) => name === id);
    const readers = (['app', 'prepare'] as const).filter((name) =>
      Object.values(container(where.template, name).secrets).some((from) => from.startsWith(reference(where, id))),
    );
    expect(readers).toEqual(role?.readers);
  },
  flow: (where) => {
    expect(securityGroupRules(where.template)).toEqual(expectedSecurityGroupRules(where.deployment));
  },
  limit: (where, id) => {
    const limit = edge(where.deployment).limits.find((each) => each.id === id);
    const rule = wafRule(where, `Limit-${id}`);
    expect(rule.Statement.RateBasedStatement).toMatchObject({
      AggregateKeyType: 'IP',
      EvaluationWindowSec: 60,
      Limit: limit?.perMinute,
    });
    expect(deep(rule.Action, 'ResponseCode')).toEqual([429]);
    expect(deep(rule.Action, 'ResponseHeaders')).toEqual([[{ Name: 'Retry-After', Value: '60' }]]);
    expect(deep(rule.Statement, 'SearchString')).toEqual(limit?.methods);
    for (const path of limit?.paths ?? []) expect(path).toMatch(pattern(rule));
    expect(deep(rule.Statement, 'RegexString')).toHaveLength(limit?.paths.length ? 1 : 0);
  },
  header: ({ deployment, template }, id) => {
    const set = attributes(template, 'AWS::ElasticLoadBalancingV2::Listener', 'ListenerAttributes');
    const header = edge(deployment).headers.find(({ name }) => name === id);
    expect(set[headerAttributes[id] ?? '']).toBe(header?.value);
  },
  blockedPath: (where, id) => {
    const rule = wafRule(where, 'BlockedPaths');
    blocks(rule);
    expect(id).toMatch(pattern(rule));
  },
  identityHeader: (where, id) => {
    const rule = wafRule(where, 'IdentityHeaders');
    blocks(rule);
    expect(rule.Statement).toMatchObject({
      RegexMatchStatement: { FieldToMatch: { Headers: { MatchScope: 'KEY', OversizeHandling: 'MATCH' } } },
    });
    expect(deep(rule.Statement, 'IncludedHeaders')[0]).toContain(id.toLowerCase());
  },
  signal: ({ template, deployment }, id) => {
    const filters = Object.values(resources(template, 'AWS::Logs::MetricFilter')).map(({ Properties }) => Properties);
    const [filter] = filters.filter(({ MetricTransformations }) =>
      deep(MetricTransformations, 'MetricName').includes(id),
    );
    expect(deep(filter?.MetricTransformations, 'MetricNamespace')).toEqual([`OpenWebUI/${deployment.name}`]);
    const { method, paths, statuses } = signals.find((signal) => signal.id === id) ?? { paths: [], statuses: [] };
    const patterns = [...String(filter?.FilterPattern).matchAll(/%([^%]+)%/g)].map(
      ([, regex]) => new RegExp(regex ?? ''),
    );
    const counted = (line: string) => patterns.filter((regex) => regex.test(line)).length;
    for (const path of paths) {
      for (const status of statuses) expect(counted(accessLine(`${method} ${path}`, status))).toBe(1);
      expect(counted(accessLine(`${method} ${path}`, 200))).toBe(0);
      expect(counted(accessLine(`GET ${path}`, statuses[0] ?? 0))).toBe(0);
    }
    expect(patterns).toHaveLength(paths.length * statuses.length);
  },
  entry: (where, id) => {
    const check = entryChecks[id];
    if (!check) throw new Error(`nothing asserts the entry's ${id}`);
    check(where);
  },
};

describe.each(subjects)('%s', (_, where) => {
  const demanded = demands(where.deployment, 'aws');

  test('every demand has an answer', () => {
    for (const each of demanded) expect(answerFor(awsAnswers, each).how).not.toBe('');
  });

  test.each(
    demanded
      .filter((each) => answerFor(awsAnswers, each).status !== 'impossible')
      .map((each) => [each.question, each.id]),
  )('%s %s is rendered', (question, id) => {
    checks[question](where, id);
  });

  test('the application has no other variable', () => {
    expectVariables(where, 'app', environment(where.deployment, 'aws'));
  });

  test('prepare has its own variables and no other', () => {
    expectVariables(where, 'prepare', prepare(where.deployment, 'aws').environment);
  });

  test('the listener sets only headers that the answers claim', () => {
    const claimed = demanded.filter(
      (each) => each.question === 'header' && answerFor(awsAnswers, each).status === 'enforced',
    );
    expect(claimed.map(({ id }) => id).sort()).toEqual(Object.keys(headerAttributes).sort());
  });
});

test('no answer is left over', () => {
  const used = new Set(
    subjects.flatMap(([, { deployment }]) =>
      demands(deployment, 'aws').map(({ question, kind }) =>
        `${question}:${kind}` in awsAnswers ? `${question}:${kind}` : question,
      ),
    ),
  );
  expect(Object.keys(awsAnswers).filter((key) => !used.has(key))).toEqual([]);
});
