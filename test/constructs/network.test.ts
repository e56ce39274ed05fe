import { onAws } from '../fixtures';
import { aws, only, resources, synth, tenant, text } from './support';

const vpc = {
  vpcId: 'vpc-0123456789abcdef0',
  cidr: '10.9.0.0/16',
  availabilityZones: ['eu-central-1a', 'eu-central-1b'],
  publicSubnetIds: ['subnet-0000000a', 'subnet-0000000b'],
  privateSubnetIds: ['subnet-0000001a', 'subnet-0000001b'],
  isolatedSubnetIds: ['subnet-0000002a', 'subnet-0000002b'],
};

describe('a new VPC', () => {
  const template = synth(onAws());

  test('spans two zones that are chosen where it is deployed', () => {
    const zones = Object.values(resources(template, 'AWS::EC2::Subnet')).map(({ Properties }) =>
      JSON.stringify(Properties.AvailabilityZone),
    );
    expect(new Set(zones)).toEqual(
      new Set([0, 1].map((zone) => JSON.stringify({ 'Fn::Select': [zone, { 'Fn::GetAZs': '' }] }))),
    );
    expect(zones).toHaveLength(6);
  });

  test('has one NAT gateway', () => {
    template.resourceCountIs('AWS::EC2::NatGateway', 1);
  });

  test('gives no public address by itself', () => {
    const open = Object.values(resources(template, 'AWS::EC2::Subnet')).filter(
      ({ Properties }) => Properties.MapPublicIpOnLaunch !== false,
    );
    expect(open).toEqual([]);
  });

  test('reaches S3 through a gateway', () => {
    template.hasResourceProperties('AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Gateway' });
  });

  test('logs all flows', () => {
    template.hasResourceProperties('AWS::EC2::FlowLog', { TrafficType: 'ALL', ResourceType: 'VPC' });
  });

  test('keeps its logs for a year, encrypted, and beyond the stack', () => {
    template.allResources('AWS::Logs::LogGroup', {
      Properties: { RetentionInDays: 365, KmsKeyId: { 'Fn::GetAtt': ['OpenWebUiKeyDE75C065', 'Arn'] } },
      DeletionPolicy: 'RetainExceptOnCreate',
    });
  });
});

describe('a given VPC', () => {
  const template = synth(onAws({ aws: aws({ vpc }) }));

  test('is not made', () => {
    template.resourceCountIs('AWS::EC2::VPC', 0);
  });

  test('has the load balancer in its public subnets', () => {
    expect(only(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer').Properties.Subnets).toEqual(vpc.publicSubnetIds);
  });

  test('has an internal load balancer there too', () => {
    const internal = synth(onAws({ exposure: { kind: 'internal' }, aws: aws({ vpc }) }));
    expect(only(internal, 'AWS::ElasticLoadBalancingV2::LoadBalancer').Properties).toMatchObject({
      Scheme: 'internal',
      Subnets: vpc.publicSubnetIds,
    });
  });

  test('has the service in its private subnets', () => {
    template.hasResourceProperties('AWS::ECS::Service', {
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: vpc.privateSubnetIds, AssignPublicIp: 'DISABLED' } },
    });
  });

  test('has the database and the cache in its isolated subnets', () => {
    expect(only(template, 'AWS::RDS::DBSubnetGroup').Properties.SubnetIds).toEqual(vpc.isolatedSubnetIds);
    expect(only(template, 'AWS::ElastiCache::SubnetGroup').Properties.SubnetIds).toEqual(vpc.isolatedSubnetIds);
  });

  test('lends its address range to the application, which believes its load balancer', () => {
    const definitions = JSON.stringify(only(template, 'AWS::ECS::TaskDefinition').Properties);
    expect(definitions).toContain('{"Name":"FORWARDED_ALLOW_IPS","Value":"10.9.0.0/16"}');
  });
});

test('an internal load balancer of a new VPC stays off the public subnets', () => {
  const { Properties } = only(synth(tenant('initech')), 'AWS::ElasticLoadBalancingV2::LoadBalancer');
  expect((Properties.Subnets as unknown[]).map(text).every((subnet) => subnet.includes('PrivateSubnet'))).toBe(true);
});
