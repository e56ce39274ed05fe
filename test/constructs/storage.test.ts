import { onAws } from '../fixtures';
import { container, resources, synth, text } from './support';

const template = synth(onAws());
const files = { 'Fn::GetAtt': ['OpenWebUiStorageBucket5DB02E88', 'Arn'] };

const storage = (properties: object): void => {
  template.hasResource('AWS::S3::Bucket', {
    Properties: { ...properties, LoggingConfiguration: { LogFilePrefix: 'uploads/' } },
  });
};

test('files are encrypted with the key', () => {
  const algorithm = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { 'Fn::GetAtt': ['OpenWebUiKeyDE75C065', 'Arn'] } };
  storage({
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ BucketKeyEnabled: true, ServerSideEncryptionByDefault: algorithm }],
    },
  });
});

test('files have versions, which are gone after 30 days', () => {
  storage({
    VersioningConfiguration: { Status: 'Enabled' },
    LifecycleConfiguration: { Rules: [{ NoncurrentVersionExpiration: { NoncurrentDays: 30 } }] },
  });
});

test('no bucket is public, and every one outlives the stack', () => {
  template.allResources('AWS::S3::Bucket', {
    Properties: {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    },
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
  });
});

test('no bucket is reached without TLS', () => {
  const policies = Object.values(resources(template, 'AWS::S3::BucketPolicy')).map(({ Properties }) =>
    JSON.stringify(Properties),
  );
  expect(policies).toHaveLength(2);
  for (const policy of policies) {
    expect(policy).toContain('{"Action":"s3:*","Condition":{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny"');
  }
});

test('files are not reached with TLS older than 1.2', () => {
  expect(JSON.stringify(resources(template, 'AWS::S3::BucketPolicy'))).toContain(
    '{"Action":"s3:*","Condition":{"NumericLessThan":{"s3:TlsVersion":1.2}},"Effect":"Deny"',
  );
});

test('the application reads and writes below its prefix alone', () => {
  const prefix = container(template, 'app').environment.S3_KEY_PREFIX ?? '';
  expect(prefix).toBe('uploads/');
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: [
        { Action: 'rds-db:connect' },
        {
          Action: ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:PutObject'],
          Resource: { 'Fn::Join': ['', [files, `/${prefix}*`]] },
        },
        { Action: 's3:ListBucket', Condition: { StringLike: { 's3:prefix': [`${prefix}*`] } }, Resource: files },
        { Action: ['kms:Decrypt', 'kms:GenerateDataKey'] },
      ],
    },
  });
});

test('load balancers and S3 write their logs below their prefixes', () => {
  const [policy] = Object.entries(resources(template, 'AWS::S3::BucketPolicy')).filter(([id]) => id.includes('Log'));
  const { Statement } = policy?.[1].Properties.PolicyDocument as {
    Statement: { Principal: { Service?: string }; Resource: unknown }[];
  };
  const written = Statement.filter(({ Principal }) => Principal.Service !== undefined).map(
    ({ Principal, Resource }) => [Principal.Service, [Resource].flat().map(text)],
  );
  const bucket = '${OpenWebUiLogBucketBE458B59.Arn}';
  expect(written).toEqual([
    [
      'logdelivery.elasticloadbalancing.amazonaws.com',
      [`${bucket}/access/AWSLogs/\${AWS::AccountId}/*`, `${bucket}/connections/AWSLogs/\${AWS::AccountId}/*`],
    ],
    ['logging.s3.amazonaws.com', [`${bucket}/uploads/*`]],
  ]);
});
