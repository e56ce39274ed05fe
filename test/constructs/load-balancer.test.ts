import { App, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { onAws } from '../fixtures';
import { aws, only, synth } from './support';

const template = synth(onAws());
const arn = 'arn:aws:acm:eu-central-1:111122223333:certificate/11111111-0000-4000-8000-000000000000';
const given = Certificate.fromCertificateArn(new Stack(new App(), 'Other'), 'Certificate', arn);

const attribute = (key: string): unknown =>
  (
    only(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer').Properties.LoadBalancerAttributes as {
      Key: string;
      Value: unknown;
    }[]
  ).find(({ Key }) => Key === key)?.Value;

test.each([
  ['allowList', { kind: 'allowList', cidrs: ['203.0.113.0/24'] }, 'internet-facing'],
  ['public', { kind: 'public' }, 'internet-facing'],
  ['internal', { kind: 'internal' }, 'internal'],
] as const)('exposure %s', (_, exposure, Scheme) => {
  synth(onAws({ exposure })).hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme });
});

test.each([
  ['routing.http.drop_invalid_header_fields.enabled', 'true'],
  ['routing.http.desync_mitigation_mode', 'strictest'],
  ['routing.http.xff_header_processing.mode', 'append'],
  ['deletion_protection.enabled', 'true'],
  ['access_logs.s3.enabled', 'true'],
  ['access_logs.s3.prefix', 'access'],
  ['connection_logs.s3.enabled', 'true'],
  ['connection_logs.s3.prefix', 'connections'],
])('attribute %s is %s', (key, value) => {
  expect(attribute(key)).toBe(value);
});

test('logs go to the log bucket, whose policy comes first', () => {
  expect(attribute('access_logs.s3.bucket')).toEqual({ Ref: 'OpenWebUiLogBucketBE458B59' });
  expect(attribute('connection_logs.s3.bucket')).toEqual({ Ref: 'OpenWebUiLogBucketBE458B59' });
  expect(only(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer').DependsOn).toContain(
    'OpenWebUiLogBucketPolicyBC2CF54B',
  );
});

test('the only listener is on port 443', () => {
  expect(only(template, 'AWS::ElasticLoadBalancingV2::Listener').Properties).toMatchObject({
    Port: 443,
    Protocol: 'HTTPS',
  });
});

test('the listener hides what serves', () => {
  expect(only(template, 'AWS::ElasticLoadBalancingV2::Listener').Properties.ListenerAttributes).toContainEqual({
    Key: 'routing.http.response.server.enabled',
    Value: 'false',
  });
});

test('targets are asked for /health and share the load by open requests', () => {
  expect(only(template, 'AWS::ElasticLoadBalancingV2::TargetGroup').Properties).toMatchObject({
    HealthCheckPath: '/health',
    Matcher: { HttpCode: '200' },
    Port: 8080,
    TargetType: 'ip',
  });
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
    TargetGroupAttributes: [{}, {}, { Key: 'load_balancing.algorithm.type', Value: 'least_outstanding_requests' }],
  });
});

test('the group of the load balancer lets nothing else out', () => {
  template.hasResourceProperties('AWS::EC2::SecurityGroup', {
    GroupDescription: 'Load balancer of Open WebUI',
    SecurityGroupEgress: [{ CidrIp: '127.0.0.1/32', Description: 'nowhere', IpProtocol: '-1' }],
  });
});

test('the certificate may be a prop', () => {
  synth(onAws({ aws: { region: 'eu-central-1' } }), { certificate: given }).hasResourceProperties(
    'AWS::ElasticLoadBalancingV2::Listener',
    { Certificates: [{ CertificateArn: arn }] },
  );
});

test('fails when there are two certificates', () => {
  const own = aws()?.certificateArn ?? '';
  expect(() => synth(onAws(), { certificate: given })).toThrow(
    new Error(`aws.certificateArn: expected nothing beside the prop certificate, got "${own}"; give one of the two`),
  );
});

test('fails when there is no certificate', () => {
  expect(() => synth(onAws({ aws: { region: 'eu-central-1' } }))).toThrow(
    new Error('aws.certificateArn: expected the ARN of a certificate, got nothing; give it or the prop certificate'),
  );
});
