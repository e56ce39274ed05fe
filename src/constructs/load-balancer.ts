import { Duration } from 'aws-cdk-lib';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import { edge } from '../model';
import type { Deployment, Party } from '../model';
import { awsOf } from '../model/deployment';
import { appPort, edgePort } from '../model/flows';
import { allow, allowClients } from './flow-rules';
import { logPrefixes } from './log-bucket';
import type { LogBucket } from './log-bucket';
import type { Network } from './network';
import type { WebService } from './web-service';

/** Props of {@link LoadBalancer}. */
export interface LoadBalancerProps {
  /** Deployment whose entry it is. */
  readonly deployment: Deployment;
  /** Network that it leads into. */
  readonly network: Network;
  /** Where access logs and connection logs go. */
  readonly logBucket: LogBucket;
  /**
   * Certificate of the listener.
   *
   * @default - `aws.certificateArn` of the deployment; one of the two must be given
   */
  readonly certificate?: ICertificate;
}

/** The headers that a listener of a load balancer can set, with its attributes. facts/aws.md §4. */
export const headerAttributes: Readonly<Record<string, string>> = {
  'Strict-Transport-Security': 'routing.http.response.strict_transport_security.header_value',
  'Content-Security-Policy': 'routing.http.response.content_security_policy.header_value',
  'X-Content-Type-Options': 'routing.http.response.x_content_type_options.header_value',
  'X-Frame-Options': 'routing.http.response.x_frame_options.header_value',
};

/** The entry: TLS alone, on port 443 alone. */
export class LoadBalancer extends Construct implements ec2.IConnectable {
  /** What the model calls it. */
  public readonly party: Party = 'edge';
  /** Its security group. */
  public readonly connections: ec2.Connections;
  /** ARN of the load balancer. */
  public readonly arn: string;
  /** Name that AWS gave it: the one of the deployment must point at it. */
  public readonly dnsName: string;
  private readonly listener: elb.ApplicationListener;
  private readonly securityGroup: ec2.SecurityGroup;

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: LoadBalancerProps,
  ) {
    super(scope, id);
    this.securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc: props.network.vpc,
      description: 'Load balancer of Open WebUI',
      allowAllOutbound: false,
    });
    const loadBalancer = this.loadBalancer();
    this.connections = loadBalancer.connections;
    this.arn = loadBalancer.loadBalancerArn;
    this.dnsName = loadBalancer.loadBalancerDnsName;
    this.listener = this.tlsListener(loadBalancer);
    allowClients(props.deployment, this);
  }

  /** Passes requests on to the service, which scales with them. */
  public serve(service: WebService): void {
    const { deployment, network } = this.props;
    // Before the target group, which would describe the same rule in its own words.
    allow(deployment, this, service);
    keepOutboundClosed(this.securityGroup);
    const targetGroup = new elb.ApplicationTargetGroup(this, 'Targets', {
      vpc: network.vpc,
      targetType: elb.TargetType.IP,
      protocol: elb.ApplicationProtocol.HTTP,
      port: appPort,
      targets: [service],
      deregistrationDelay: service.drain,
      loadBalancingAlgorithmType: elb.TargetGroupLoadBalancingAlgorithmType.LEAST_OUTSTANDING_REQUESTS,
      healthCheck: {
        protocol: elb.Protocol.HTTP,
        path: '/health',
        healthyHttpCodes: '200',
        interval: Duration.seconds(10),
        timeout: Duration.seconds(5),
        healthyThresholdCount: 2,
        unhealthyThresholdCount: 3,
      },
    });
    this.listener.addTargetGroups('App', { targetGroups: [targetGroup] });
    service.scaleWith(targetGroup);
  }

  private loadBalancer(): elb.ApplicationLoadBalancer {
    const { deployment, network, logBucket } = this.props;
    const loadBalancer = new elb.ApplicationLoadBalancer(this, 'LoadBalancer', {
      vpc: network.vpc,
      vpcSubnets: network.entry,
      internetFacing: deployment.exposure.kind !== 'internal',
      securityGroup: this.securityGroup,
      http2Enabled: true,
      idleTimeout: Duration.seconds(edge(deployment).streamTimeoutSeconds),
      dropInvalidHeaderFields: true,
      desyncMitigationMode: elb.DesyncMitigationMode.STRICTEST,
      xffHeaderProcessingMode: elb.XffHeaderProcessingMode.APPEND,
      wafFailOpen: false,
      deletionProtection: true,
    });
    for (const [kind, prefix] of [
      ['access_logs', logPrefixes.access],
      ['connection_logs', logPrefixes.connections],
    ] as const) {
      loadBalancer.setAttribute(`${kind}.s3.enabled`, 'true');
      loadBalancer.setAttribute(`${kind}.s3.bucket`, logBucket.bucketName);
      loadBalancer.setAttribute(`${kind}.s3.prefix`, prefix);
    }
    if (logBucket.policy) loadBalancer.node.addDependency(logBucket.policy);
    return loadBalancer;
  }

  private tlsListener(loadBalancer: elb.ApplicationLoadBalancer): elb.ApplicationListener {
    const { deployment, certificate } = this.props;
    const listener = loadBalancer.addListener('Tls', {
      port: edgePort,
      protocol: elb.ApplicationProtocol.HTTPS,
      sslPolicy: elb.SslPolicy.TLS13_12_RES_PQ,
      certificates: [chosen(deployment, certificate)],
      open: false,
    });
    listener.setAttribute('routing.http.response.server.enabled', 'false');
    for (const { name, value } of edge(deployment).headers) {
      const attribute = headerAttributes[name];
      if (attribute !== undefined) listener.setAttribute(attribute, value);
    }
    return listener;
  }
}

/**
 * EC2 gives a new group a rule that lets everything out, and takes it back for certain only when the group itself names
 * another one. The rule to the service is a resource of its own, so the group names one that leads nowhere.
 */
function keepOutboundClosed(securityGroup: ec2.SecurityGroup): void {
  securityGroup.addEgressRule(ec2.Peer.ipv4('127.0.0.1/32'), ec2.Port.allTraffic(), 'nowhere');
}

function chosen(deployment: Deployment, certificate: ICertificate | undefined): elb.IListenerCertificate {
  const { certificateArn } = awsOf(deployment);
  if (certificateArn !== undefined && certificate) {
    throw new Error(
      `aws.certificateArn: expected nothing beside the prop certificate, got "${certificateArn}"; give one of the two`,
    );
  }
  const arn = certificateArn ?? certificate?.certificateArn;
  if (arn === undefined) {
    throw new Error(
      'aws.certificateArn: expected the ARN of a certificate, got nothing; give it or the prop certificate',
    );
  }
  return elb.ListenerCertificate.fromArn(arn);
}
