import { Database, EncryptionKey, Network } from '../../src/constructs';
import { onAws } from '../fixtures';
import { aws, only, resources, synthOf } from './support';
import type { DeploymentSpec } from '../../src/model';

const rds: DeploymentSpec['aws'] = aws({ database: { kind: 'rds', instanceClass: 'db.t4g.medium' } });
const aurora: DeploymentSpec['aws'] = aws({ database: { kind: 'aurora', minCapacity: 0.5, maxCapacity: 16 } });

function synth(section: DeploymentSpec['aws']) {
  return synthOf((scope) => {
    const deployment = onAws({ aws: section });
    const encryptionKey = new EncryptionKey(scope, 'Key', 'test');
    const network = new Network(scope, 'Network', { deployment, encryptionKey });
    return new Database(scope, 'Database', { deployment, network, encryptionKey });
  });
}

const key = { 'Fn::GetAtt': ['Key961B73FD', 'Arn'] };

const kinds = [
  ['RDS', synth(rds), 'AWS::RDS::DBInstance', 'AWS::RDS::DBParameterGroup'],
  ['Aurora', synth(aurora), 'AWS::RDS::DBCluster', 'AWS::RDS::DBClusterParameterGroup'],
] as const;

describe.each(kinds)('%s', (_, template, type, parameters) => {
  test.each([
    ['is PostgreSQL 17', { EngineVersion: '17.6' }],
    ['is encrypted with the key', { StorageEncrypted: true, KmsKeyId: key }],
    ['is protected from deletion', { DeletionProtection: true }],
    ['takes IAM tokens', { EnableIAMDatabaseAuthentication: true }],
    ['has its administrator kept by RDS', { ManageMasterUserPassword: true, MasterUserSecret: { KmsKeyId: key } }],
    ['has an administrator of no common name', { MasterUsername: 'dbadmin' }],
    ['keeps backups for 14 days', { BackupRetentionPeriod: 14 }],
    ['copies tags to snapshots', { CopyTagsToSnapshot: true }],
    ['has Database Insights', { DatabaseInsightsMode: 'standard' }],
  ])('%s', (__, properties) => {
    template.hasResourceProperties(type, properties);
  });

  test('never has a password in the template', () => {
    expect(only(template, type).Properties).not.toHaveProperty('MasterUserPassword');
  });

  test('takes TLS alone', () => {
    template.hasResourceProperties(parameters, { Parameters: { 'rds.force_ssl': '1' } });
  });

  test('leaves a snapshot when it is removed or replaced', () => {
    template.hasResource(type, { DeletionPolicy: 'Snapshot', UpdateReplacePolicy: 'Snapshot' });
  });

  test('is watched every minute', () => {
    template.hasResourceProperties('AWS::RDS::DBInstance', { MonitoringInterval: 60 });
  });

  test('has the certificate that the application verifies, no public address, and small upgrades by itself', () => {
    template.allResourcesProperties('AWS::RDS::DBInstance', {
      CACertificateIdentifier: 'rds-ca-rsa2048-g1',
      PubliclyAccessible: false,
      AutoMinorVersionUpgrade: true,
    });
  });
});

test('an instance has its class, a standby, and storage that grows to four times', () => {
  synth(rds).hasResourceProperties('AWS::RDS::DBInstance', {
    DBInstanceClass: 'db.t4g.medium',
    MultiAZ: true,
    StorageType: 'gp3',
    AllocatedStorage: '50',
    MaxAllocatedStorage: 200,
    EnableCloudwatchLogsExports: ['postgresql', 'upgrade'],
  });
});

test('an instance without multiAz has no standby', () => {
  const section = aws({ database: { kind: 'rds', instanceClass: 'db.t4g.medium', multiAz: false } });
  synth(section).hasResourceProperties('AWS::RDS::DBInstance', { MultiAZ: false });
});

test('a cluster has its capacities, a writer and a reader', () => {
  const template = synth(aurora);
  template.hasResourceProperties('AWS::RDS::DBCluster', {
    ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 16 },
    EnableCloudwatchLogsExports: ['postgresql'],
  });
  expect(Object.keys(resources(template, 'AWS::RDS::DBInstance'))).toHaveLength(2);
});
