import { Annotations, RemovalPolicy } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Deployment } from '../model';
import { awsOf } from '../model/deployment';

/**
 * One way out for all zones: two cost twice as much for the sake of one zone. Who wants them names a VPC of their own.
 */
const natGateways = 1;

/** Props of {@link Network}. */
export interface NetworkProps {
  /** Deployment that lives in it. */
  readonly deployment: Deployment;
  /** Key that encrypts the flow logs. */
  readonly encryptionKey: IKey;
}

/**
 * The network: a new VPC in two zones, or the one that the deployment names.
 *
 * A new VPC keeps its default security group as AWS makes it, because closing it takes a custom resource. Nothing uses it.
 */
export class Network extends Construct {
  /** The new VPC, or the given one. */
  public readonly vpc: ec2.IVpc;
  /** Where the load balancer is. */
  public readonly entry: ec2.SubnetSelection;
  /** Where the service is: no way in, a way out. */
  public readonly service: ec2.SubnetSelection = { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS };
  /** Where database and cache are: no way in, no way out. */
  public readonly data: ec2.SubnetSelection = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };

  public constructor(scope: Construct, id: string, props: NetworkProps) {
    super(scope, id);
    const { deployment, encryptionKey } = props;
    const given = awsOf(deployment).vpc;
    Annotations.of(this).acknowledgeWarning(
      '@aws-cdk/aws-ec2:noSubnetRouteTableId',
      'nothing here asks for route tables',
    );
    this.vpc = given
      ? ec2.Vpc.fromVpcAttributes(this, 'Vpc', { ...copyOf(given), vpcCidrBlock: given.cidr })
      : this.newVpc(encryptionKey);
    // A given VPC says itself which subnets are the load balancer's; in a new one an internal entry stays off the public subnets.
    const internal = deployment.exposure.kind === 'internal' && !given;
    this.entry = internal ? this.service : { subnetType: ec2.SubnetType.PUBLIC };
  }

  private newVpc(encryptionKey: IKey): ec2.IVpc {
    const vpc = new ec2.Vpc(this, 'Vpc', {
      maxAzs: 2,
      natGateways,
      restrictDefaultSecurityGroup: false,
      subnetConfiguration: [
        { name: 'Public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24, mapPublicIpOnLaunch: false },
        { name: 'Private', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
        { name: 'Isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
      ],
      gatewayEndpoints: { S3: { service: ec2.GatewayVpcEndpointAwsService.S3 } },
    });
    const logGroup = new logs.LogGroup(this, 'FlowLogs', {
      encryptionKey,
      retention: logs.RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    vpc.addFlowLog('FlowLog', { destination: ec2.FlowLogDestination.toCloudWatchLogs(logGroup) });
    return vpc;
  }
}

type GivenVpc = NonNullable<ReturnType<typeof awsOf>['vpc']>;

/** The CDK takes lists that it could change; the model's are frozen. */
function copyOf(given: GivenVpc) {
  return {
    vpcId: given.vpcId,
    availabilityZones: [...given.availabilityZones],
    publicSubnetIds: [...given.publicSubnetIds],
    privateSubnetIds: [...given.privateSubnetIds],
    isolatedSubnetIds: [...given.isolatedSubnetIds],
  };
}
