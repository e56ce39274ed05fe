import type { Template } from 'aws-cdk-lib/assertions';
import { resources, text } from './support';

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

/** What the roles of a template may do. */
export function permissions(template: Template): readonly { readonly action: string; readonly resource: string }[] {
  return Object.values(resources(template, 'AWS::IAM::Policy'))
    .flatMap(({ Properties }) => (Properties.PolicyDocument as { Statement: Statement[] }).Statement)
    .flatMap(({ Action, Resource }) =>
      [Action].flat().flatMap((action) => [Resource].flat().map((resource) => ({ action, resource: text(resource) }))),
    );
}
