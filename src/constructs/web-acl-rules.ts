import type * as waf from 'aws-cdk-lib/aws-wafv2';
import type { Edge, RateLimit } from '../model';
import { anyMethod, conditions, otherSpelling } from '../model/routes';
import type { Condition, Route } from '../model/routes';

type Statement = waf.CfnWebACL.StatementProperty;
type Rule = Omit<waf.CfnWebACL.RuleProperty, 'priority'>;

/** AWS's rule groups, with their capacity units and their rules on bodies and on queries. facts/aws.md §3. */
export const managedGroups = [
  { name: 'AWSManagedRulesAmazonIpReputationList', capacity: 25, label: '', bodies: [], queries: [] },
  {
    name: 'AWSManagedRulesKnownBadInputsRuleSet',
    capacity: 200,
    label: 'known-bad-inputs',
    bodies: ['JavaDeserializationRCE_BODY', 'Log4JRCE_BODY', 'ReactJSRCE_BODY'],
    queries: [],
  },
  {
    name: 'AWSManagedRulesCommonRuleSet',
    capacity: 700,
    label: 'core-rule-set',
    bodies: [
      'CrossSiteScripting_BODY',
      'EC2MetaDataSSRF_BODY',
      'GenericLFI_BODY',
      'GenericRFI_BODY',
      'SizeRestrictions_BODY',
    ],
    queries: [
      'CrossSiteScripting_QUERYARGUMENTS',
      'EC2MetaDataSSRF_QUERYARGUMENTS',
      'GenericLFI_QUERYARGUMENTS',
      'GenericRFI_QUERYARGUMENTS',
      'RestrictedExtensions_QUERYARGUMENTS',
      'SizeRestrictions_QUERYSTRING',
    ],
  },
  {
    name: 'AWSManagedRulesSQLiRuleSet',
    capacity: 200,
    label: 'sql-database',
    bodies: ['SQLi_BODY', 'SQLiExtendedPatterns_BODY'],
    queries: ['SQLi_QUERYARGUMENTS', 'SQLiExtendedPatterns_QUERYARGUMENTS'],
  },
  {
    name: 'AWSManagedRulesLinuxRuleSet',
    capacity: 200,
    label: 'linux-os',
    bodies: [],
    queries: ['LFI_QUERYSTRING'],
  },
] as const;

/** Longest regular expression that WAF takes, less its anchors. */
const longest = 512 - '^$'.length;

/** Paths are compared as they were sent: another spelling of one has been refused by then. */
function path(regexString: string): Statement {
  return {
    regexMatchStatement: {
      fieldToMatch: { uriPath: {} },
      regexString,
      textTransformations: [{ type: 'NONE', priority: 0 }],
    },
  };
}

const and = (...statements: Statement[]): Statement => ({ andStatement: { statements } });

/** WAF takes no `or` of fewer than two. */
function or(statements: Statement[]): Statement {
  const [only] = statements;
  return statements.length === 1 && only ? only : { orStatement: { statements } };
}

const not = (statement: Statement): Statement => ({ notStatement: { statement } });

/** Sampled requests would show cookies and tokens to everybody who may open the console. */
const visible = (metricName: string): waf.CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

function rule(name: string, statement: Statement, action: waf.CfnWebACL.RuleActionProperty = { block: {} }): Rule {
  return { name, statement, action, visibilityConfig: visible(name) };
}

/** Headers beyond the 8 KB or 200 that WAF sees could hide one, so they are refused. */
function identityHeaders(names: readonly string[]): Rule {
  return rule('IdentityHeaders', {
    regexMatchStatement: {
      fieldToMatch: {
        headers: {
          matchPattern: { includedHeaders: names.map((name) => name.toLowerCase()) },
          matchScope: 'KEY',
          oversizeHandling: 'MATCH',
        },
      },
      regexString: '.+',
      textTransformations: [{ type: 'NONE', priority: 0 }],
    },
  });
}

/** Refused with the number that clients understand, and with the time after which they may come again. */
const tooMany: waf.CfnWebACL.RuleActionProperty = {
  block: { customResponse: { responseCode: 429, responseHeaders: [{ name: 'Retry-After', value: '60' }] } },
};

const byMethod = (method: string): Statement => ({
  byteMatchStatement: {
    fieldToMatch: { method: {} },
    positionalConstraint: 'EXACTLY',
    searchString: method,
    textTransformations: [{ type: 'NONE', priority: 0 }],
  },
});

const meets = ({ method, pattern }: Condition): Statement =>
  method === undefined ? path(`^${pattern}$`) : and(byMethod(method), path(`^${pattern}$`));

/** A request to one of the routes. */
const to = (routes: readonly Route[]): Statement => or(conditions(routes, longest).map(meets));

function limit({ id, perMinute, routes }: RateLimit): Rule {
  return rule(
    `Limit-${id}`,
    {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        limit: perMinute,
        evaluationWindowSec: 60,
        scopeDownStatement: routes.length > 0 ? to(routes) : undefined,
      },
    },
    tooMany,
  );
}

/** Rules on bodies and queries only count: two rules of ours decide where they block. */
function managed({ name, bodies, queries }: (typeof managedGroups)[number]): Rule {
  return {
    name,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: [...bodies, ...queries].map((each) => ({ name: each, actionToUse: { count: {} } })),
      },
    },
    visibilityConfig: visible(name),
  };
}

/** A label is called as its rule, but for the end. */
const labelOf = (name: string): string =>
  name
    .replace(/_BODY$/, '_Body')
    .replace(/_QUERYARGUMENTS$/, '_QueryArguments')
    .replace(/_QUERYSTRING$/, '_QueryString');

/** What the counting rules on one part of a request have found. */
function found(kind: 'bodies' | 'queries'): Statement {
  const labels = managedGroups.flatMap(({ label, [kind]: names }) =>
    names.map((name: string) => `awswaf:managed:aws:${label}:${labelOf(name)}`),
  );
  return or(labels.map((key): Statement => ({ labelMatchStatement: { scope: 'LABEL', key } })));
}

function administratorsOnly({ adminRoutes, ordinaryRoutes }: Edge, adminSets: readonly string[]): Rule {
  const admins = adminSets.map((arn): Statement => ({ ipSetReferenceStatement: { arn } }));
  const others = ordinaryRoutes.length > 0 ? [not(to(ordinaryRoutes))] : [];
  return rule('AdminRoutes', and(to(adminRoutes), ...others, not(or(admins))));
}

/** What the edge asks for, as rules of an ACL in the order in which they are tried. Admin sets are the ARNs of IP sets. */
export function webAclRules(edge: Edge, adminSets: readonly string[]): readonly waf.CfnWebACL.RuleProperty[] {
  const { limits, blockedPaths, configurationRoutes } = edge;
  const rules = [
    identityHeaders(edge.identityHeaders),
    // First of all that compare paths: they take none that is spelled otherwise.
    rule('BlockedPaths', or([path(otherSpelling), to(blockedPaths.map((blocked) => anyMethod(blocked.path)))])),
    ...(configurationRoutes.length > 0 ? [rule('ConfigurationRoutes', to(configurationRoutes))] : []),
    ...(adminSets.length > 0 ? [administratorsOnly(edge, adminSets)] : []),
    ...limits.map(limit),
    ...managedGroups.map(managed),
    rule('ScreenedBodies', and(found('bodies'), to(edge.screenedRoutes))),
    rule('Queries', and(found('queries'), not(to(edge.callbackRoutes)))),
  ];
  return rules.map((each, priority) => ({ ...each, priority }));
}
