import { onAws } from '../fixtures';
import { aws, container, only, resources, synth, text } from './support';

const recreate = synth(onAws());
const rolling = synth(onAws({ rollout: 'rolling' }));

test.each([
  ['recreate', recreate, { MinimumHealthyPercent: 0, MaximumPercent: 100 }, 'DISABLED'],
  ['rolling', rolling, { MinimumHealthyPercent: 100, MaximumPercent: 200 }, 'ENABLED'],
])('rollout %s', (_, template, percentages, rebalancing) => {
  template.hasResourceProperties('AWS::ECS::Service', {
    DeploymentConfiguration: percentages,
    AvailabilityZoneRebalancing: rebalancing,
  });
});

test.each([
  ['recreate', recreate, 10, '10'],
  ['rolling', rolling, 120, '900'],
  [
    'rolling with long streams',
    synth(onAws({ rollout: 'rolling', edge: { streamTimeoutSeconds: 4000 } })),
    120,
    '3600',
  ],
])('drain of %s', (_, template, stop, drain) => {
  expect(container(template, 'app').properties.StopTimeout).toBe(stop);
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
    TargetGroupAttributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: drain }, {}, {}],
  });
});

test.each([
  [
    'rolls a failed deployment back',
    { DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: true, Rollback: true } } },
  ],
  ['admits no shell', { EnableExecuteCommand: false }],
  ['looks away for five minutes', { HealthCheckGracePeriodSeconds: 300 }],
  ['runs on the latest platform', { LaunchType: 'FARGATE', PlatformVersion: 'LATEST' }],
])('the service %s', (_, properties) => {
  recreate.hasResourceProperties('AWS::ECS::Service', properties);
});

test('a deployment leaves the number of replicas to the autoscaler', () => {
  expect(only(recreate, 'AWS::ECS::Service').Properties).not.toHaveProperty('DesiredCount');
});

test('the service waits for the database, the cache and the way out', () => {
  const { DependsOn = [] } = only(recreate, 'AWS::ECS::Service');
  const types = recreate.toJSON().Resources as Record<string, { Type: string }>;
  expect(DependsOn.map((id) => types[id]?.Type)).toEqual(
    expect.arrayContaining([
      'AWS::RDS::DBInstance',
      'AWS::ElastiCache::ReplicationGroup',
      'AWS::EC2::Route',
      'AWS::EC2::SecurityGroupIngress',
      'AWS::ElasticLoadBalancingV2::Listener',
    ]),
  );
});

test('replicas scale between their bounds by CPU and by requests', () => {
  const template = synth(onAws({ replicas: { min: 3, max: 5 }, size: 'large' }));
  template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', { MinCapacity: 3, MaxCapacity: 5 });
  const metrics = Object.values(resources(template, 'AWS::ApplicationAutoScaling::ScalingPolicy')).map(
    ({ Properties }) => Properties.TargetTrackingScalingPolicyConfiguration,
  );
  expect(metrics).toMatchObject([
    { PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' }, TargetValue: 60 },
    { PredefinedMetricSpecification: { PredefinedMetricType: 'ALBRequestCountPerTarget' }, TargetValue: 1000 },
  ]);
});

test.each([
  ['small', '1024', '3072'],
  ['standard', '1024', '4096'],
  ['large', '2048', '8192'],
] as const)('size %s', (size, cpu, memory) => {
  synth(onAws({ size })).hasResourceProperties('AWS::ECS::TaskDefinition', { Cpu: cpu, Memory: memory });
});

test.each([
  ['arm64', 'ARM64'],
  ['x86_64', 'X86_64'],
] as const)('architecture %s', (architecture, CpuArchitecture) => {
  synth(onAws({ aws: aws({ architecture }) })).hasResourceProperties('AWS::ECS::TaskDefinition', {
    RuntimePlatform: { CpuArchitecture, OperatingSystemFamily: 'LINUX' },
  });
});

test('the cluster has Container Insights', () => {
  recreate.hasResourceProperties('AWS::ECS::Cluster', {
    ClusterSettings: [{ Name: 'containerInsights', Value: 'enabled' }],
  });
});

test('the application may sign in to the database as its own role alone', () => {
  const policies = Object.values(resources(recreate, 'AWS::IAM::Policy')).flatMap(
    ({ Properties }) =>
      (Properties.PolicyDocument as { Statement: { Action: unknown; Resource: unknown }[] }).Statement,
  );
  const connect = policies.filter(({ Action }) => Action === 'rds-db:connect');
  expect(connect.map(({ Resource }) => text(Resource))).toEqual([
    'arn:${AWS::Partition}:rds-db:eu-central-1:${AWS::AccountId}:dbuser:${OpenWebUiDatabaseCluster65FAFE09.DBClusterResourceId}/openwebui',
  ]);
});
