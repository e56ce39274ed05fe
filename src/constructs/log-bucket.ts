import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** Prefixes of what is written to the bucket. */
export const logPrefixes = { access: 'access', connections: 'connections', uploads: 'uploads/' } as const;

/**
 * Where the load balancer and the bucket of uploads write their access logs. S3 encrypts it by itself, because load
 * balancers cannot write with a customer's key. The permissions are written here, because the CDK's need a literal region
 * or a feature flag.
 */
export class LogBucket extends s3.Bucket {
  public constructor(scope: Construct, id: string) {
    super(scope, id, {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [{ expiration: Duration.days(365), noncurrentVersionExpiration: Duration.days(30) }],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const { account } = Stack.of(this);
    const { access, connections, uploads } = logPrefixes;
    this.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('logdelivery.elasticloadbalancing.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [access, connections].map((prefix) => this.arnForObjects(`${prefix}/AWSLogs/${account}/*`)),
      }),
    );
    this.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('logging.s3.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [this.arnForObjects(`${uploads}*`)],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );
  }
}
