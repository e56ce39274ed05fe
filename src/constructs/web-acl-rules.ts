import type * as waf from 'aws-cdk-lib/aws-wafv2';
import type { Edge, RateLimit } from '../model';

type Statement = waf.CfnWebACL.StatementProperty;
type Rule = Omit<waf.CfnWebACL.RuleProperty, 'priority'>;

/** AWS's rule groups, with their capacity units and the rules that read bodies. facts/aws.md §3. */
export const managedGroups = [
  { name: 'AWSManagedRulesAmazonIpReputationList', capacity: 25, label: '', bodies: {} },
  {
    name: 'AWSManagedRulesKnownBadInputsRuleSet',
    capacity: 200,
    label: 'known-bad-inputs',
    bodies: {
      JavaDeserializationRCE_BODY: 'JavaDeserializationRCE_Body',
      Log4JRCE_BODY: 'Log4JRCE_Body',
      ReactJSRCE_BODY: 'ReactJSRCE_Body',
    },
  },
  {
    name: 'AWSManagedRulesCommonRuleSet',
    capacity: 700,
    label: 'core-rule-set',
    bodies: {
      CrossSiteScripting_BODY: 'CrossSiteScripting_Body',
      EC2MetaDataSSRF_BODY: 'EC2MetaDataSSRF_Body',
      GenericLFI_BODY: 'GenericLFI_Body',
      GenericRFI_BODY: 'GenericRFI_Body',
      SizeRestrictions_BODY: 'SizeRestrictions_Body',
    },
  },
  {
    name: 'AWSManagedRulesSQLiRuleSet',
    capacity: 200,
    label: 'sql-database',
    bodies: { SQLi_BODY: 'SQLi_Body', SQLiExtendedPatterns_BODY: 'SQLiExtendedPatterns_Body' },
  },
  { name: 'AWSManagedRulesLinuxRuleSet', capacity: 200, label: '', bodies: {} },
] as const;

/** Matches a path as the application reads it, whatever it is written like: decoded, without dots, in lower case. */
function path(pattern: string): Statement {
  return {
    regexMatchStatement: {
      fieldToMatch: { uriPath: {} },
      regexString: pattern,
      textTransformations: ['URL_DECODE', 'NORMALIZE_PATH', 'LOWERCASE'].map((type, priority) => ({ type, priority })),
    },
  };
}

function anyOf(paths: readonly string[]): string {
  const escaped = paths.map((text) => text.toLowerCase().replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return `(?:${escaped.join('|')})`;
}

/** The application overlooks a newline at the end of a path. */
const exactly = (paths: readonly string[]): Statement => path(String.raw`^${anyOf(paths)}[\s/]*$`);

const below = (prefixes: readonly string[]): Statement => path(`^${anyOf(prefixes)}`);

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

function limit({ id, perMinute, paths, methods }: RateLimit): Rule {
  const scope = [
    ...(methods.length > 0 ? [or(methods.map(byMethod))] : []),
    ...(paths.length > 0 ? [exactly(paths)] : []),
  ];
  const [first] = scope;
  return rule(
    `Limit-${id}`,
    {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        limit: perMinute,
        evaluationWindowSec: 60,
        scopeDownStatement: scope.length > 1 ? and(...scope) : first,
      },
    },
    tooMany,
  );
}

/** Rules on bodies only count: prompts, code and notes are full of what they look for. */
function managed({ name, bodies }: (typeof managedGroups)[number]): Rule {
  return {
    name,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: Object.keys(bodies).map((body) => ({ name: body, actionToUse: { count: {} } })),
      },
    },
    visibilityConfig: visible(name),
  };
}

/** No prompt is sent to where people sign in, so there the rules on bodies block after all. */
function credentialBodies(paths: readonly string[]): Rule {
  const labels = managedGroups.flatMap(({ label, bodies }) =>
    Object.values(bodies).map((body: string) => `awswaf:managed:aws:${label}:${body}`),
  );
  const matches = labels.map((key): Statement => ({ labelMatchStatement: { scope: 'LABEL', key } }));
  return rule('CredentialBodies', and(or(matches), exactly(paths)));
}

/** What the edge asks for, as rules of an ACL in the order in which they are tried. Admin sets are the ARNs of IP sets. */
export function webAclRules(edge: Edge, adminSets: readonly string[]): readonly waf.CfnWebACL.RuleProperty[] {
  const { limits, blockedPaths, adminPaths } = edge;
  const admins = adminSets.map((arn): Statement => ({ ipSetReferenceStatement: { arn } }));
  const credentialPaths = limits.find(({ id }) => id === 'signIn')?.paths ?? [];
  const rules = [
    identityHeaders(edge.identityHeaders),
    rule('BlockedPaths', exactly(blockedPaths.map((blocked) => blocked.path))),
    ...(admins.length > 0 ? [rule('AdminPaths', and(below(adminPaths), not(or(admins))))] : []),
    ...limits.map(limit),
    ...managedGroups.map(managed),
    credentialBodies(credentialPaths),
  ];
  return rules.map((each, priority) => ({ ...each, priority }));
}
