import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { managedGroups } from './web-acl-rules';

type Statement = CfnWebACL.StatementProperty;

/** Units that the price of an ACL includes. facts/aws.md §3. */
const included = 1500;

type Rate = CfnWebACL.RateBasedStatementProperty;
type Regex = CfnWebACL.RegexMatchStatementProperty;
type Bytes = CfnWebACL.ByteMatchStatementProperty;

function transformations(statement: Regex | Bytes): number {
  const each = statement.textTransformations as CfnWebACL.TextTransformationProperty[];
  return 10 * each.filter(({ type }) => type !== 'NONE').length;
}

function nested(statement: Statement): readonly Statement[] {
  const { andStatement, orStatement, notStatement } = statement;
  return [
    ...(((andStatement as CfnWebACL.AndStatementProperty | undefined)?.statements as Statement[] | undefined) ?? []),
    ...(((orStatement as CfnWebACL.OrStatementProperty | undefined)?.statements as Statement[] | undefined) ?? []),
    ...(notStatement ? [(notStatement as CfnWebACL.NotStatementProperty).statement as Statement] : []),
  ];
}

/**
 * Capacity units of a statement. WAF counts a transformation of the same part of a request once in an ACL; here each
 * counts, so that the sum is never too small.
 */
function unitsOf(statement: Statement): number {
  const { rateBasedStatement, managedRuleGroupStatement, regexMatchStatement, byteMatchStatement } = statement;
  if (rateBasedStatement) {
    const scope = (rateBasedStatement as Rate).scopeDownStatement as Statement | undefined;
    return 2 + (scope ? unitsOf(scope) : 0);
  }
  if (managedRuleGroupStatement) {
    const { name } = managedRuleGroupStatement as CfnWebACL.ManagedRuleGroupStatementProperty;
    return managedGroups.find((group) => group.name === name)?.capacity ?? Infinity;
  }
  if (regexMatchStatement) return 3 + transformations(regexMatchStatement as Regex);
  if (byteMatchStatement) return 2 + transformations(byteMatchStatement as Bytes);
  if (statement.ipSetReferenceStatement || statement.labelMatchStatement) return 1;
  return nested(statement).reduce((sum, each) => sum + unitsOf(each), 0);
}

/** Capacity units of rules that {@link webAclRules} makes. */
export function capacityOf(rules: readonly CfnWebACL.RuleProperty[]): number {
  return rules.reduce((sum, { statement }) => sum + unitsOf(statement as Statement), 0);
}

/**
 * Rules that the price of an ACL includes.
 *
 * @throws Error when they take more capacity units
 */
export function affordable(rules: readonly CfnWebACL.RuleProperty[]): CfnWebACL.RuleProperty[] {
  const units = capacityOf(rules);
  if (units > included) {
    throw new Error(`rules: expected at most ${included} capacity units, got ${units}; join paths into one rule`);
  }
  return [...rules];
}
