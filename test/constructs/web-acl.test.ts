import { edge } from '../../src/model';
import { affordable, capacityOf } from '../../src/constructs/web-acl-capacity';
import { managedGroups, webAclRules } from '../../src/constructs/web-acl-rules';
import { onAws } from '../fixtures';
import { everything, only, synth, text } from './support';

const template = synth(onAws());

interface Rule {
  readonly Name: string;
  readonly Priority: number;
  readonly Action?: unknown;
  readonly OverrideAction?: unknown;
  readonly Statement: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly VisibilityConfig: unknown;
}

const rules = only(template, 'AWS::WAFv2::WebACL').Properties.Rules as Rule[];

const named = (name: string): Rule => {
  const rule = rules.find(({ Name }) => Name === name);
  if (!rule) throw new Error(`no rule ${name}`);
  return rule;
};

const patternOf = (rule: Rule): string =>
  JSON.parse((/"RegexString":("(?:[^"\\]|\\.)*")/.exec(JSON.stringify(rule.Statement)) ?? [])[1] ?? '""') as string;

test('rules are tried in this order', () => {
  expect([...rules].sort((a, b) => a.Priority - b.Priority).map(({ Name }) => Name)).toEqual([
    'IdentityHeaders',
    'BlockedPaths',
    'Limit-signIn',
    'Limit-everything',
    'AWSManagedRulesAmazonIpReputationList',
    'AWSManagedRulesKnownBadInputsRuleSet',
    'AWSManagedRulesCommonRuleSet',
    'AWSManagedRulesSQLiRuleSet',
    'AWSManagedRulesLinuxRuleSet',
    'CredentialBodies',
  ]);
});

test('what no rule refuses is let in', () => {
  template.hasResourceProperties('AWS::WAFv2::WebACL', { DefaultAction: { Allow: {} }, Scope: 'REGIONAL' });
});

test('the ACL stands before the load balancer', () => {
  template.hasResourceProperties('AWS::WAFv2::WebACLAssociation', {
    ResourceArn: { Ref: 'OpenWebUiEntryLoadBalancer79056137' },
  });
});

test.each(managedGroups.map((group) => [group.name, group] as const))(
  '%s counts its rules on bodies alone',
  (name, { bodies }) => {
    const rule = named(name);
    expect(rule.OverrideAction).toEqual({ None: {} });
    expect(rule.Statement.ManagedRuleGroupStatement).toMatchObject({
      VendorName: 'AWS',
      RuleActionOverrides: Object.keys(bodies).map((body) => ({ Name: body, ActionToUse: { Count: {} } })),
    });
    for (const body of Object.keys(bodies)) expect(body).toMatch(/_BODY$/);
  },
);

test('bodies that those rules counted are refused where people sign in', () => {
  const rule = named('CredentialBodies');
  expect(rule.Action).toEqual({ Block: {} });
  expect(text(rule.Statement)).toContain('awswaf:managed:aws:sql-database:SQLi_Body');
  expect(text(rule.Statement).match(/awswaf:managed:aws:/g)).toHaveLength(
    managedGroups.flatMap(({ bodies }) => Object.keys(bodies)).length,
  );
  expect(new RegExp(patternOf(rule)).test('/api/v1/auths/signin')).toBe(true);
  expect(new RegExp(patternOf(rule)).test('/api/v1/chats/new')).toBe(false);
});

test.each([
  ['/ready', true],
  ['/ready/', true],
  ['/health/db', true],
  ['/openapi.json', true],
  ['/openapixjson', false],
  ['/health', false],
  ['/readyroom', false],
  ['/c/ready', false],
  ['/', false],
])('path %s is refused: %s', (path, refused) => {
  expect(new RegExp(patternOf(named('BlockedPaths'))).test(path)).toBe(refused);
});

const credentialPaths = edge(onAws()).limits.flatMap(({ paths }) => paths);
const blockedPaths = edge(onAws()).blockedPaths.map(({ path }) => path);

test.each([
  ['Limit-signIn', credentialPaths],
  ['CredentialBodies', credentialPaths],
  ['BlockedPaths', blockedPaths],
])('%s sees a path that ends in an encoded newline, which the application ignores', (name, paths) => {
  const pattern = new RegExp(patternOf(named(name)));
  expect(paths).not.toEqual([]);
  for (const path of paths) {
    for (const end of ['%0A', '%0a', '/%0A', '%0A/', '%0D%0A']) {
      expect(decodeURIComponent(path + end).toLowerCase()).toMatch(pattern);
    }
  }
});

test('paths are compared as the application reads them', () => {
  expect(named('BlockedPaths').Statement.RegexMatchStatement?.TextTransformations).toEqual([
    { Type: 'URL_DECODE', Priority: 0 },
    { Type: 'NORMALIZE_PATH', Priority: 1 },
    { Type: 'LOWERCASE', Priority: 2 },
  ]);
});

test('patterns are as long as WAF takes them', () => {
  const all = webAclRules(edge(everything()), ['set']).map((rule) => JSON.stringify(rule.statement));
  const patterns = all.flatMap((statement) => [...statement.matchAll(/"regexString":"([^"]*)"/g)]);
  expect(patterns.length).toBeGreaterThan(3);
  for (const [, pattern = ''] of patterns) expect(pattern.length).toBeLessThanOrEqual(512);
});

test('there is no rule on administrators’ paths where every address may use them', () => {
  expect(rules.map(({ Name }) => Name)).not.toContain('AdminPaths');
  template.resourceCountIs('AWS::WAFv2::IPSet', 0);
});

test('a single family of addresses needs no choice between sets', () => {
  const one = synth(onAws({ edge: { adminCidrs: ['10.20.0.0/16'] } }));
  expect(JSON.stringify(only(one, 'AWS::WAFv2::WebACL'))).toContain(
    '{"NotStatement":{"Statement":{"IPSetReferenceStatement":',
  );
});

describe('capacity', () => {
  const group = (name: string): number =>
    capacityOf(webAclRules(edge(onAws()), []).filter((rule) => rule.name === name));

  test.each([
    ['IdentityHeaders', 3],
    ['BlockedPaths', 33],
    ['Limit-signIn', 37],
    ['Limit-everything', 2],
    ['AWSManagedRulesCommonRuleSet', 700],
    ['CredentialBodies', 43],
  ])('of %s is %d', (name, units) => {
    expect(group(name)).toBe(units);
  });

  test('of the largest ACL is within the price', () => {
    const largest = webAclRules(edge(everything()), ['v4', 'v6']);
    expect(capacityOf(largest)).toBe(1478);
    expect(affordable(largest)).toEqual(largest);
  });

  test('fails above what the price includes', () => {
    const largest = webAclRules(edge(everything()), ['v4', 'v6']);
    expect(() => affordable([...largest, ...largest])).toThrow(
      new Error('rules: expected at most 1500 capacity units, got 2956; join paths into one rule'),
    );
  });
});

test('no request is sampled, because samples show cookies', () => {
  for (const { VisibilityConfig } of rules) {
    expect(VisibilityConfig).toMatchObject({ SampledRequestsEnabled: false, CloudWatchMetricsEnabled: true });
  }
});

test('the log hides what signs people in', () => {
  template.hasResourceProperties('AWS::WAFv2::LoggingConfiguration', {
    RedactedFields: [{ SingleHeader: { Name: 'authorization' } }, { SingleHeader: { Name: 'cookie' } }],
  });
});

test('the log is named as WAF wants it, and as no later stack', () => {
  template.hasResourceProperties('AWS::Logs::LogGroup', {
    LogGroupName: { 'Fn::Join': ['', ['aws-waf-logs-acme-', {}]] },
  });
});
