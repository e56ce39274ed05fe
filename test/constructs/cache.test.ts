import { onAws } from '../fixtures';
import { aws, only, synth, text } from './support';

const template = synth(onAws({ name: 'acme', aws: aws({ cache: { nodeType: 'cache.t4g.medium' } }) }));

test.each([
  ['is Valkey', { Engine: 'valkey', EngineVersion: '8.1' }],
  ['has the node type', { CacheNodeType: 'cache.t4g.medium' }],
  ['is one group', { ClusterMode: 'disabled', NumNodeGroups: 1 }],
  ['has a replica in another zone', { ReplicasPerNodeGroup: 1, MultiAZEnabled: true, AutomaticFailoverEnabled: true }],
  ['takes TLS alone', { TransitEncryptionEnabled: true, TransitEncryptionMode: 'required' }],
  [
    'is encrypted with the key',
    { AtRestEncryptionEnabled: true, KmsKeyId: { 'Fn::GetAtt': ['OpenWebUiKeyDE75C065', 'Arn'] } },
  ],
  ['keeps snapshots for a week', { SnapshotRetentionLimit: 7 }],
  ['listens where the flow says', { Port: 6379 }],
])('%s', (_, properties) => {
  template.hasResourceProperties('AWS::ElastiCache::ReplicationGroup', properties);
});

test('nothing is evicted', () => {
  template.hasResourceProperties('AWS::ElastiCache::ParameterGroup', {
    CacheParameterGroupFamily: 'valkey8',
    Properties: { 'maxmemory-policy': 'noeviction' },
  });
});

test('the only user is the one that the application signs in as', () => {
  const { Properties } = only(template, 'AWS::ElastiCache::User');
  expect(Properties).toMatchObject({ UserName: 'openwebui', UserId: 'acme', Engine: 'valkey' });
  template.hasResourceProperties('AWS::ElastiCache::UserGroup', { UserIds: [{ Ref: 'OpenWebUiCacheUser59D704B4' }] });
});

test('the user may not manage the server, but may ask who listens', () => {
  template.hasResourceProperties('AWS::ElastiCache::User', {
    AccessString: 'on ~* &* +@all -@admin -@dangerous +info +client|list',
  });
});

test('the password is a reference that CloudFormation resolves', () => {
  const { Passwords } = only(template, 'AWS::ElastiCache::User').Properties.AuthenticationMode as {
    Passwords: unknown[];
  };
  expect(Passwords.map(text)).toEqual([
    '{{resolve:secretsmanager:${OpenWebUiSecretsRedisPassword783EE41D}:SecretString:::}}',
  ]);
});
