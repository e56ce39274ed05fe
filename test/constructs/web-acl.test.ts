import { edge } from '../../src/model';
import type { Route } from '../../src/model/routes';
import { affordable, capacityOf } from '../../src/constructs/web-acl-capacity';
import { managedGroups, webAclRules } from '../../src/constructs/web-acl-rules';
import { onAws } from '../fixtures';
import { routes as everyRoute } from '../../src/model/upstream/all-routes.json';
import { everything, only, synth, text } from './support';
import { meets, wafRule, wafRules } from './waf';

const template = synth(onAws());
const guarded = synth(everything());

const lines = (routes: readonly Route[]): string[] => routes.map(({ method, path }) => `${method} ${path}`);

const request = (line: string): { method: string; path: string } => {
  const [method = '', path = ''] = line.split(' ');
  return { method, path: path.replaceAll(/\{[^}]*\}/g, 'x1') };
};

test('rules are tried in this order', () => {
  expect(wafRules(template).map(({ Name }) => Name)).toEqual([
    'IdentityHeaders',
    'BlockedPaths',
    'ConfigurationRoutes',
    'Limit-signIn',
    'Limit-oauth',
    'Limit-uploads',
    'Limit-everything',
    'AWSManagedRulesAmazonIpReputationList',
    'AWSManagedRulesKnownBadInputsRuleSet',
    'AWSManagedRulesCommonRuleSet',
    'AWSManagedRulesSQLiRuleSet',
    'AWSManagedRulesLinuxRuleSet',
    'ScreenedBodies',
    'Queries',
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

test.each(['IdentityHeaders', 'BlockedPaths', 'ConfigurationRoutes', 'ScreenedBodies', 'Queries'])(
  '%s refuses',
  (name) => {
    expect(wafRule(template, name).Action).toEqual({ Block: {} });
  },
);

describe('managed rules', () => {
  test.each(managedGroups.map((group) => [group.name, group] as const))(
    'of %s count on bodies and queries alone',
    (name, { bodies, queries }) => {
      const rule = wafRule(template, name);
      const counting: readonly string[] = [...bodies, ...queries];
      expect(rule.OverrideAction).toEqual({ None: {} });
      expect(rule.Statement.ManagedRuleGroupStatement).toMatchObject({
        VendorName: 'AWS',
        RuleActionOverrides: counting.map((each) => ({ Name: each, ActionToUse: { Count: {} } })),
      });
      for (const each of bodies) expect(each).toMatch(/_BODY$/);
      for (const each of queries) expect(each).toMatch(/_QUERY(?:STRING|ARGUMENTS)$/);
    },
  );

  const all = (kind: 'bodies' | 'queries'): number => managedGroups.flatMap(({ [kind]: names }) => [...names]).length;

  test('every rule that counts has a label that one of ours reads', () => {
    const labels = (name: string): readonly string[] =>
      text(wafRule(template, name).Statement).match(/awswaf:managed:aws:[a-z-]+:\w+/g) ?? [];
    expect(labels('ScreenedBodies')).toHaveLength(all('bodies'));
    expect(labels('ScreenedBodies')).toContain('awswaf:managed:aws:sql-database:SQLi_Body');
    expect(labels('Queries')).toHaveLength(all('queries'));
    expect(labels('Queries')).toContain('awswaf:managed:aws:core-rule-set:GenericRFI_QueryArguments');
    expect(labels('Queries')).toContain('awswaf:managed:aws:linux-os:LFI_QueryString');
  });

  const body = ['awswaf:managed:aws:core-rule-set:CrossSiteScripting_Body'];
  const query = ['awswaf:managed:aws:core-rule-set:SizeRestrictions_QueryString'];

  test('bodies that they counted are refused where nobody has signed in', () => {
    const rule = wafRule(template, 'ScreenedBodies');
    const refused = everyRoute.filter((line) => meets(rule, { ...request(line), labels: body }));
    expect(refused).toEqual(lines(edge(onAws()).screenedRoutes).sort());
    expect(refused).toContain('POST /api/v1/auths/signin');
    expect(refused).not.toContain('POST /api/chat/completions');
    expect(everyRoute.filter((line) => meets(rule, request(line)))).toEqual([]);
    expect(everyRoute.filter((line) => meets(rule, { ...request(line), labels: query }))).toEqual([]);
  });

  test('queries that they counted are refused, but those of OAuth callbacks', () => {
    const rule = wafRule(template, 'Queries');
    const passed = everyRoute.filter((line) => !meets(rule, { ...request(line), labels: query }));
    expect(passed).toEqual([
      'GET /oauth/clients/{client_id}/callback',
      'GET /oauth/{provider}/callback',
      'GET /oauth/{provider}/login/callback',
    ]);
    expect(everyRoute.filter((line) => meets(rule, request(line)))).toEqual([]);
    expect(everyRoute.filter((line) => meets(rule, { ...request(line), labels: body }))).toEqual([]);
  });
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
  for (const method of ['GET', 'HEAD', 'POST']) {
    expect(meets(wafRule(template, 'BlockedPaths'), { method, path })).toBe(refused);
  }
});

describe('spelling', () => {
  const odd = wafRule(template, 'BlockedPaths');

  test('comes before every rule that compares a path', () => {
    const names = wafRules(guarded).map(({ Name }) => Name);
    const comparing = wafRules(guarded).filter(({ Statement }) => text(Statement).includes('"UriPath"'));
    expect(comparing.length).toBeGreaterThan(6);
    for (const { Name } of comparing) expect(names.indexOf(Name)).toBeGreaterThanOrEqual(names.indexOf('BlockedPaths'));
  });

  test.each([
    '/re%61dy',
    '/ready%0A',
    '/ready%0a',
    '/health%2Fdb',
    '/health%2fdb',
    '/ready#x',
    '/api/v1/auths/sign%69n',
  ])('refuses %s, which the application reads as another path', (path) => {
    expect(meets(odd, { method: 'GET', path })).toBe(true);
  });

  test('of no route of the release but the blocked ones is refused', () => {
    expect(everyRoute.filter((line) => meets(odd, request(line)))).toEqual(['GET /health/db', 'GET /ready']);
  });

  test.each(['/a%20b', '/caf%C3%A9', '/a%5B0%5D'])('lets %s through', (path) => {
    expect(meets(odd, { method: 'GET', path })).toBe(false);
  });
});

describe('configuration', () => {
  test('routes are refused, and no other', () => {
    const refused = everyRoute.filter((line) => meets(wafRule(template, 'ConfigurationRoutes'), request(line)));
    expect(refused).toEqual(lines(edge(onAws()).configurationRoutes));
  });

  test('routes are open where they are to be', () => {
    const open = webAclRules(edge(onAws({ edge: { configurationRoutes: 'open' } })), []);
    expect(open.map(({ name }) => name)).not.toContain('ConfigurationRoutes');
  });
});

describe('administrators', () => {
  test('have no rule where every address may be theirs', () => {
    expect(wafRules(template).map(({ Name }) => Name)).not.toContain('AdminRoutes');
    template.resourceCountIs('AWS::WAFv2::IPSet', 0);
  });

  test('routes are refused to other addresses, and no other route is', () => {
    const rule = wafRule(guarded, 'AdminRoutes');
    expect(everyRoute.filter((line) => meets(rule, request(line)))).toEqual(lines(edge(everything()).adminRoutes));
    expect(everyRoute.filter((line) => meets(rule, { ...request(line), administrator: true }))).toEqual([]);
  });

  test.each([
    ['GET', '/api/v1/users/0f3a', true],
    ['GET', '/api/v1/users/search', false],
    ['GET', '/api/v1/configs/banners', false],
    ['POST', '/api/v1/configs/banners', true],
    ['GET', '/api/v1/configs/export/', true],
    ['GET', '/api/v1/users/0f3a/profile/image', false],
  ])('%s %s is refused to other addresses: %s', (method, path, refused) => {
    expect(meets(wafRule(guarded, 'AdminRoutes'), { method, path })).toBe(refused);
  });

  test('of a single family of addresses need no choice between sets', () => {
    const one = synth(onAws({ edge: { adminCidrs: ['10.20.0.0/16'] } }));
    expect(JSON.stringify(only(one, 'AWS::WAFv2::WebACL'))).toContain(
      '{"NotStatement":{"Statement":{"IPSetReferenceStatement":',
    );
  });
});

test.each(edge(onAws()).limits.map(({ id, routes }) => [id, routes] as const))(
  'the limit %s counts its routes alone',
  (id, routes) => {
    const counted = everyRoute.filter((line) => meets(wafRule(template, `Limit-${id}`), request(line)));
    if (id === 'everything') expect(counted).toEqual(everyRoute);
    else if (id === 'oauth') expect(counted).toEqual(everyRoute.filter((line) => line.includes(' /oauth/')));
    else expect(counted).toEqual(lines(routes));
    expect(counted).not.toEqual([]);
  },
);

test('patterns are as long as WAF takes them', () => {
  const all = webAclRules(edge(everything()), ['set']).map((rule) => JSON.stringify(rule.statement));
  const patterns = all.flatMap((statement) => [...statement.matchAll(/"regexString":"((?:[^"\\]|\\.)*)"/g)]);
  expect(patterns.length).toBeGreaterThan(12);
  for (const [, pattern = ''] of patterns) expect(pattern.length).toBeLessThanOrEqual(512);
});

describe('capacity', () => {
  const group = (name: string): number =>
    capacityOf(webAclRules(edge(everything()), ['v4', 'v6']).filter((rule) => rule.name === name));

  test.each([
    ['IdentityHeaders', 3],
    ['BlockedPaths', 6],
    ['ConfigurationRoutes', 25],
    ['AdminRoutes', 52],
    ['Limit-signIn', 7],
    ['Limit-oauth', 5],
    ['Limit-everything', 2],
    ['AWSManagedRulesCommonRuleSet', 700],
    ['ScreenedBodies', 15],
    ['Queries', 14],
  ])('of %s is %d', (name, units) => {
    expect(group(name)).toBe(units);
  });

  test('counts every transformation', () => {
    const textTransformations = ['URL_DECODE', 'LOWERCASE'].map((type, priority) => ({ type, priority }));
    const statement = {
      regexMatchStatement: { fieldToMatch: { uriPath: {} }, regexString: '^/x', textTransformations },
    };
    const visibilityConfig = { metricName: 'x', cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false };
    expect(capacityOf([{ name: 'x', priority: 0, statement, visibilityConfig }])).toBe(23);
  });

  test('of the largest ACL is within the price', () => {
    const largest = webAclRules(edge(everything()), ['v4', 'v6']);
    expect(capacityOf(largest)).toBe(1461);
    expect(affordable(largest)).toEqual(largest);
  });

  test('fails above what the price includes', () => {
    const largest = webAclRules(edge(everything()), ['v4', 'v6']);
    expect(() => affordable([...largest, ...largest])).toThrow(
      new Error('rules: expected at most 1500 capacity units, got 2922; join paths into one rule'),
    );
  });
});

test('no request is sampled, because samples show cookies', () => {
  for (const { VisibilityConfig } of wafRules(template)) {
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
