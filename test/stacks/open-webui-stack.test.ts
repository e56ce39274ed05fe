import { createRequire } from 'node:module';
import { App, Aws } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { permissions } from '../constructs/permissions';
import { everything, resources, synth, tenant } from '../constructs/support';
import { onAws } from '../fixtures';
import { OpenWebUiStack } from '../../src/stacks';
import { versions } from '../../src/model/versions';

const stateful = [
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::KMS::Key',
  'AWS::Logs::LogGroup',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::S3::Bucket',
  'AWS::SecretsManager::Secret',
];

const variants = [
  ['acme', synth(tenant('acme'))],
  ['initech', synth(tenant('initech'))],
  ['everything', synth(everything())],
] as const;

const [[, acme], [, initech]] = variants;

test('logical ids of stateful resources never change, with an RDS instance', () => {
  expect(stateful.flatMap((type) => Object.keys(resources(acme, type)))).toEqual([
    'OpenWebUiCacheGroup0434375A',
    'OpenWebUiKeyDE75C065',
    'OpenWebUiNetworkFlowLogsEA61C8D8',
    'OpenWebUiServiceLogs32F5BEE5',
    'OpenWebUiWebAclLogsFEAA7ED0',
    'OpenWebUiDatabaseInstance0D5A5CA7',
    'OpenWebUiLogBucketBE458B59',
    'OpenWebUiStorageBucket5DB02E88',
    'OpenWebUiSecretsSigningKey0EE8A47D',
    'OpenWebUiSecretsOauthClientInfoKey95FCF8B9',
    'OpenWebUiSecretsOauthSessionTokenKey2533359B',
    'OpenWebUiSecretsAdminPassword318921EE',
    'OpenWebUiSecretsRedisPassword783EE41D',
    'OpenWebUiSecretsOpenaiKeyApiOpenaiCom2A6573E4',
    'OpenWebUiSecretsEmbeddingKeyF1663986',
  ]);
});

test('logical ids of stateful resources never change, with Aurora', () => {
  expect(stateful.flatMap((type) => Object.keys(resources(initech, type)))).toEqual([
    'OpenWebUiCacheGroup0434375A',
    'OpenWebUiKeyDE75C065',
    'OpenWebUiNetworkFlowLogsEA61C8D8',
    'OpenWebUiServiceLogs32F5BEE5',
    'OpenWebUiWebAclLogsFEAA7ED0',
    'OpenWebUiDatabaseCluster65FAFE09',
    'OpenWebUiDatabaseClusterWriter9649B869',
    'OpenWebUiDatabaseClusterReader50DC582B',
    'OpenWebUiLogBucketBE458B59',
    'OpenWebUiStorageBucket5DB02E88',
    'OpenWebUiSecretsSigningKey0EE8A47D',
    'OpenWebUiSecretsOauthClientInfoKey95FCF8B9',
    'OpenWebUiSecretsOauthSessionTokenKey2533359B',
    'OpenWebUiSecretsAdminPassword318921EE',
    'OpenWebUiSecretsLdapBindPassword844A1493',
    'OpenWebUiSecretsRedisPassword783EE41D',
    'OpenWebUiSecretsOpenaiKeyVllmInitechExampleEEC82780',
    'OpenWebUiSecretsEmbeddingKeyF1663986',
  ]);
});

describe.each(variants)('%s', (_, template) => {
  const json = template.toJSON() as Record<string, Record<string, { Type: string; DependsOn?: string[] }>>;

  test('holds no value of a secret', () => {
    const text = JSON.stringify(json);
    expect(text).not.toMatch(/"(?:SecretString|MasterUserPassword|AuthToken|Password)":/);
    expect(text.match(/\{\{resolve:[a-z-]+:/g)).toEqual(['{{resolve:secretsmanager:']);
  });

  test('has no custom resource, no function, no parameter and no asset', () => {
    const types = Object.values(json.Resources ?? {}).map(({ Type }) => Type);
    expect(types.filter((type) => /^(?:Custom::|AWS::Lambda|AWS::CloudFormation)/.test(type))).toEqual([]);
    expect(json).not.toHaveProperty('Parameters');
    expect(JSON.stringify(json)).not.toContain('cdk-hnb659fds-assets');
  });

  test('lets roles act on named resources alone', () => {
    const open = permissions(template).filter(({ action, resource }) => resource === '*' || action.includes('*'));
    expect(open).toEqual([]);
  });

  test('has less than half of the resources that a stack may have', () => {
    expect(Object.keys(json.Resources ?? {}).length).toBeLessThan(120);
  });

  test('never makes the cache wait for the database', () => {
    const all = json.Resources ?? {};
    const reached = new Set<string>();
    const visit = (id: string): void => {
      if (reached.has(id)) return;
      reached.add(id);
      const text = JSON.stringify(all[id]);
      for (const other of Object.keys(all)) if (text.includes(`"${other}"`)) visit(other);
    };
    Object.keys(resources(template, 'AWS::ElastiCache::ReplicationGroup')).forEach(visit);
    expect([...reached].filter((id) => all[id]?.Type.startsWith('AWS::RDS::'))).toEqual([]);
  });
});

const allFlags = createRequire(__filename)('aws-cdk-lib/recommended-feature-flags.json') as Record<string, unknown>;

test('the template does not depend on feature flags but for how policies are written', () => {
  const flagged = Template.fromStack(
    new OpenWebUiStack(new App({ context: allFlags }), 'Tenant', {
      deployment: tenant('acme'),
    }),
  );
  const shape = (template: Template): unknown =>
    Object.entries(template.toJSON().Resources as Record<string, { Type: string; DeletionPolicy?: string }>).map(
      ([id, { Type, DeletionPolicy }]) => [id, Type, DeletionPolicy],
    );
  expect(shape(flagged)).toEqual(shape(acme));
});

test('the same input gives the same template', () => {
  expect(synth(tenant('acme')).toJSON()).toEqual(acme.toJSON());
});

describe('the stack', () => {
  const stack = new OpenWebUiStack(new App(), 'Tenant', { deployment: tenant('acme') });

  test('is named as its tenant and protected', () => {
    expect(stack.stackName).toBe('acme');
    expect(stack.terminationProtection).toBe(true);
    expect(stack.tags.tagValues()).toEqual({ tenant: 'acme' });
  });

  test('says what it is', () => {
    expect(acme.toJSON().Description).toBe(`Open WebUI ${versions.openWebUiTag} at chat.acme.example, hardened`);
  });

  test('is where the deployment says', () => {
    expect([stack.account, stack.region]).toEqual(['111122223333', 'eu-central-1']);
  });

  test('asks nothing of the account', () => {
    const app = new App();
    new OpenWebUiStack(app, 'Tenant', { deployment: tenant('acme') });
    expect(app.synth().manifest.missing).toBeUndefined();
  });

  test('warns of nothing', () => {
    expect(Annotations.fromStack(stack).findWarning('*', Match.anyValue())).toEqual([]);
  });
});

test('without an account it is deployed to that of the credentials', () => {
  const stack = new OpenWebUiStack(new App(), 'Tenant', { deployment: onAws() });
  expect(stack.account).toBe(Aws.ACCOUNT_ID);
});

test('env adds the account that the deployment leaves open', () => {
  const env = { account: '999988887777', region: 'eu-central-1' };
  expect(new OpenWebUiStack(new App(), 'Tenant', { deployment: onAws(), env }).account).toBe('999988887777');
});

test.each([
  ['account', { account: '999988887777' }, '111122223333', '999988887777'],
  ['region', { region: 'us-east-1' }, 'eu-central-1', 'us-east-1'],
])('fails when env has another %s', (key, env, own, given) => {
  expect(() => new OpenWebUiStack(new App(), 'Tenant', { deployment: tenant('acme'), env })).toThrow(
    new Error(`env.${key}: expected "${own}" as in aws.${key}, got "${given}"; leave one of the two out`),
  );
});

test('fails when the deployment is not made for AWS', () => {
  const deployment = { ...tenant('acme'), aws: undefined };
  expect(() => new OpenWebUiStack(new App(), 'Tenant', { deployment })).toThrow(
    new Error('aws: expected a section, got nothing; the deployment acme is not made for it'),
  );
});

test('outputs name the address, the load balancer and the secrets to fill in', () => {
  const outputs = initech.toJSON().Outputs as Record<string, { Value: unknown }>;
  expect(Object.keys(outputs)).toEqual([
    'Url',
    'LoadBalancerDnsName',
    'SecretToFillInLdapBindPassword',
    'SecretToFillInOpenaiKeyVllmInitechExample',
    'SecretToFillInEmbeddingKey',
  ]);
  expect(outputs.Url?.Value).toBe('https://chat.initech.example');
});
