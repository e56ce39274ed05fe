import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ownBucketPrefix } from '../model/deployment';
import { logPrefixes } from './log-bucket';
import type { Binding, Client } from './binding';

/** Props of {@link Storage}. */
export interface StorageProps {
  /** Key that encrypts the files. */
  readonly encryptionKey: IKey;
  /** Bucket that takes the access logs. */
  readonly logBucket: s3.IBucket;
}

/** The bucket of uploaded files. It outlives the stack; what is deleted or overwritten is gone for good after 30 days. */
export class Storage extends Construct {
  /** The bucket itself. */
  public readonly bucket: s3.IBucket;
  private readonly encryptionKey: IKey;

  public constructor(scope: Construct, id: string, props: StorageProps) {
    super(scope, id);
    this.encryptionKey = props.encryptionKey;
    const bucket = new s3.Bucket(this, 'Bucket', {
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: props.encryptionKey,
      bucketKeyEnabled: true,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(7), noncurrentVersionExpiration: Duration.days(30) },
      ],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    logTo(bucket, props.logBucket);
    this.bucket = bucket;
  }

  /** Lets a client read and write files, and hands over the bucket's name. */
  public bind(client: Client): Binding {
    for (const statement of [this.objects(), this.list(), this.key()]) {
      client.grantPrincipal.addToPrincipalPolicy(statement);
    }
    return { endpoints: { bucket: this.bucket.bucketName } };
  }

  private objects(): iam.PolicyStatement {
    return new iam.PolicyStatement({
      actions: ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      resources: [this.bucket.arnForObjects(`${ownBucketPrefix}/*`)],
    });
  }

  private list(): iam.PolicyStatement {
    return new iam.PolicyStatement({
      actions: ['s3:ListBucket'],
      resources: [this.bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': [`${ownBucketPrefix}/*`] } },
    });
  }

  private key(): iam.PolicyStatement {
    return new iam.PolicyStatement({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [this.encryptionKey.keyArn],
    });
  }
}

/** Set on the resource itself: the CDK's own way of permitting it depends on a feature flag. */
function logTo(bucket: s3.Bucket, logBucket: s3.IBucket): void {
  const resource = bucket.node.defaultChild as s3.CfnBucket;
  resource.loggingConfiguration = { destinationBucketName: logBucket.bucketName, logFilePrefix: logPrefixes.uploads };
}
