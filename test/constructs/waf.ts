import type { Template } from 'aws-cdk-lib/assertions';
import { only } from './support';

/** A rule of an ACL as it is in a template. */
export interface WafRule {
  readonly Name: string;
  readonly Priority: number;
  readonly Action?: Readonly<Record<string, unknown>>;
  readonly OverrideAction?: unknown;
  readonly Statement: Statement;
  readonly VisibilityConfig: unknown;
}

type Statement = Readonly<Record<string, unknown>>;

/** Rules of the only ACL, in the order in which they are tried. */
export function wafRules(template: Template): readonly WafRule[] {
  const rules = only(template, 'AWS::WAFv2::WebACL').Properties.Rules as WafRule[];
  return [...rules].sort((a, b) => a.Priority - b.Priority);
}

/** A rule by its name. */
export function wafRule(template: Template, name: string): WafRule {
  const found = wafRules(template).find(({ Name }) => Name === name);
  if (!found) throw new Error(`no rule ${name}`);
  return found;
}

/** Values of a key anywhere below. */
export function deep(value: unknown, key: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Record<string, unknown>).flatMap(([name, below]) => [
    ...(name === key ? [below] : []),
    ...deep(below, key),
  ]);
}

/** What a rule can look at in a request. */
export interface WafRequest {
  readonly method: string;
  readonly path: string;
  /** What managed rules have found. */
  readonly labels?: readonly string[];
  /** Whether the address is in every set. */
  readonly administrator?: boolean;
}

function applies(statement: Statement, request: WafRequest): boolean {
  const [[kind, value] = ['', {}]] = Object.entries(statement) as [string, Record<string, unknown>][];
  const nested = (value.Statements ?? [value.Statement]) as Statement[];
  switch (kind) {
    case 'AndStatement':
      return nested.every((each) => applies(each, request));
    case 'OrStatement':
      return nested.some((each) => applies(each, request));
    case 'NotStatement':
      return !nested.some((each) => applies(each, request));
    case 'RateBasedStatement':
      return value.ScopeDownStatement === undefined || applies(value.ScopeDownStatement as Statement, request);
    case 'LabelMatchStatement':
      return (request.labels ?? []).includes(value.Key as string);
    case 'IPSetReferenceStatement':
      return request.administrator === true;
    case 'ByteMatchStatement':
      expect(value).toMatchObject({ FieldToMatch: { Method: {} }, PositionalConstraint: 'EXACTLY' });
      return value.SearchString === request.method;
    default:
      // WAF sees the path as it was sent, and does not ask for a match from end to end.
      expect([kind, value.FieldToMatch]).toEqual(['RegexMatchStatement', { UriPath: {} }]);
      expect(value.TextTransformations).toEqual([{ Type: 'NONE', Priority: 0 }]);
      return new RegExp(value.RegexString as string).test(request.path);
  }
}

/** Whether a request meets a rule. */
export const meets = ({ Statement: statement }: WafRule, request: WafRequest): boolean => applies(statement, request);
