import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/**
 * The deployment's own key: it encrypts the database, the cache, uploaded files, secrets and logs. It outlives the stack,
 * or what the stack leaves behind could never be read again.
 */
export class EncryptionKey extends kms.Key {
  public constructor(scope: Construct, id: string, description: string) {
    super(scope, id, {
      description,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.addToResourcePolicy(this.useByLogs());
    this.addToResourcePolicy(grantsByServicesAlone());
  }

  /** CloudWatch Logs uses the key by itself, for groups of this account and region alone. */
  private useByLogs(): iam.PolicyStatement {
    const stack = Stack.of(this);
    return new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': stack.formatArn({
            service: 'logs',
            resource: 'log-group:*',
          }),
        },
      },
    });
  }
}

/** A grant outlives the permission of the one who made it, so only services of AWS make them. */
function grantsByServicesAlone(): iam.PolicyStatement {
  return new iam.PolicyStatement({
    effect: iam.Effect.DENY,
    principals: [new iam.AnyPrincipal()],
    actions: ['kms:CreateGrant'],
    resources: ['*'],
    conditions: { BoolIfExists: { 'kms:GrantIsForAWSResource': 'false', 'aws:PrincipalIsAWSService': 'false' } },
  });
}
