import type { Template } from 'aws-cdk-lib/assertions';
import { awsAnswers } from '../../src/constructs/answers';
import { headerAttributes } from '../../src/constructs/load-balancer';
import { managedGroups } from '../../src/constructs/web-acl-rules';
import { answerFor, demands, edge, environment, prepare, secrets, signals } from '../../src/model';
import type { Deployment, Question } from '../../src/model';
import type { Route } from '../../src/model/routes';
import { expectedSecurityGroupRules, securityGroupRules } from './security-group-rules';
import { container, everything, only, resources, synth, tenant, text } from './support';
import { expectVariable, expectVariables, reference } from './variables';
import type { Subject } from './variables';
import { deep, meets, wafRule } from './waf';
import type { WafRule } from './waf';

function subject(deployment: Deployment): Subject {
  return { deployment, template: synth(deployment) };
}

const subjects: readonly (readonly [string, Subject])[] = [
  ['acme', subject(tenant('acme'))],
  ['initech', subject(tenant('initech'))],
  ['everything', subject(everything())],
];

const blocks = ({ Action }: WafRule): void => {
  expect(Action).toEqual({ Block: {} });
};

/** A request to a route, its parameters filled in. */
const requestTo = ({ method, path }: Route): { method: string; path: string } => ({
  method: method === '*' ? 'GET' : method,
  path: path.replaceAll(/\{[^}]*\}/g, 'x1'),
});

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
  managedRules: ({ template }) => {
    for (const { name } of managedGroups) expect(wafRule(template, name).OverrideAction).toEqual({ None: {} });
  },
  spelling: ({ template }) => {
    const rule = wafRule(template, 'BlockedPaths');
    blocks(rule);
    for (const path of ['/%61', '/%0A', '/a%2Fb', '/a#b']) expect(meets(rule, { method: 'GET', path })).toBe(true);
    expect(meets(rule, { method: 'GET', path: '/a%20b' })).toBe(false);
  },
  adminCidrs: ({ deployment, template }) => {
    const rule = wafRule(template, 'AdminRoutes');
    const { adminRoutes, adminCidrs } = edge(deployment);
    const sets = resources(template, 'AWS::WAFv2::IPSet');
    expect(Object.values(sets).flatMap(({ Properties }) => Properties.Addresses)).toEqual(adminCidrs);
    expect(deep(rule.Statement, 'IPSetReferenceStatement').map((each) => text((each as { Arn: unknown }).Arn))).toEqual(
      Object.keys(sets).map((id) => `\${${id}.Arn}`),
    );
    blocks(rule);
    for (const route of adminRoutes) {
      const sent = requestTo(route);
      expect([sent, meets(rule, sent), meets(rule, { ...sent, administrator: true })]).toEqual([sent, true, false]);
    }
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
  limit: ({ deployment, template }, id) => {
    const limit = edge(deployment).limits.find((each) => each.id === id);
    const rule = wafRule(template, `Limit-${id}`);
    expect(rule.Statement.RateBasedStatement).toMatchObject({
      AggregateKeyType: 'IP',
      EvaluationWindowSec: 60,
      Limit: limit?.perMinute,
    });
    expect(deep(rule.Action, 'ResponseCode')).toEqual([429]);
    expect(deep(rule.Action, 'ResponseHeaders')).toEqual([[{ Name: 'Retry-After', Value: '60' }]]);
    for (const route of limit?.routes ?? []) expect([route, meets(rule, requestTo(route))]).toEqual([route, true]);
    expect(meets(rule, { method: 'GET', path: '/api/v1/chats/' })).toBe(limit?.routes.length === 0);
  },
  header: ({ deployment, template }, id) => {
    const set = attributes(template, 'AWS::ElasticLoadBalancingV2::Listener', 'ListenerAttributes');
    const header = edge(deployment).headers.find(({ name }) => name === id);
    expect(set[headerAttributes[id] ?? '']).toBe(header?.value);
  },
  blockedPath: (where, id) => {
    const rule = wafRule(where.template, 'BlockedPaths');
    blocks(rule);
    expect(meets(rule, { method: 'GET', path: id })).toBe(true);
  },
  configurationRoute: ({ template }, id) => {
    const rule = wafRule(template, 'ConfigurationRoutes');
    const [method = '', path = ''] = id.split(' ');
    blocks(rule);
    expect(meets(rule, requestTo({ method, path }))).toBe(true);
    expect(meets(rule, requestTo({ method: 'GET', path }))).toBe(false);
  },
  identityHeader: (where, id) => {
    const rule = wafRule(where.template, 'IdentityHeaders');
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
