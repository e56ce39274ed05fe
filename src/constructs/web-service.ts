import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { IPrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Deployment, Party } from '../model';
import { awsOf } from '../model/deployment';
import { lifecycle, scaling } from '../model/container';
import { appPort } from '../model/flows';
import type { Binding, Client } from './binding';
import type { Cache } from './cache';
import { addContainers, appContainer } from './containers';
import type { Knowledge } from './container-variables';
import type { Database } from './database';
import { fargateSize } from './fargate-size';
import { allowOutside } from './flow-rules';
import { LogMetrics } from './log-metrics';
import type { Network } from './network';
import type { Secrets } from './secrets';
import type { Storage } from './storage';

/** Props of {@link WebService}. */
export interface WebServiceProps {
  /** Deployment that runs. */
  readonly deployment: Deployment;
  /** Network whose private subnets the tasks are in. */
  readonly network: Network;
  /** Database that the tasks connect to. */
  readonly database: Database;
  /** Cache that the tasks connect to. */
  readonly cache: Cache;
  /** Storage that the tasks read and write. */
  readonly storage: Storage;
  /** Secrets that the tasks read. */
  readonly secrets: Secrets;
  /** Key that encrypts the logs. */
  readonly encryptionKey: IKey;
}

/** How a change reaches the tasks. Sources: design.md, "Decisions"; facts/aws.md §5. */
interface Rollout {
  readonly minHealthyPercent: number;
  readonly maxHealthyPercent: number;
  readonly availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing;
  /** Between the last new request to a task and the signal to stop. */
  readonly drain: Duration;
}

function rolloutOf({ rollout, edge }: Deployment): Rollout {
  switch (rollout) {
    case 'recreate':
      return {
        minHealthyPercent: 0,
        maxHealthyPercent: 100,
        availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.DISABLED,
        drain: Duration.seconds(10),
      };
    case 'rolling':
      return {
        minHealthyPercent: 100,
        maxHealthyPercent: 200,
        availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.ENABLED,
        drain: Duration.seconds(Math.min(edge.streamTimeoutSeconds, 3600)),
      };
    default:
      return rollout satisfies never;
  }
}

/** Open WebUI on Fargate: `prepare`, then the application, between the fewest and the most replicas. */
export class WebService extends Construct implements Client, elb.IApplicationLoadBalancerTarget {
  /** What the model calls it. */
  public readonly party: Party = 'app';
  /** Security group of the tasks. */
  public readonly connections: ec2.Connections;
  /** Role of the tasks. */
  public readonly grantPrincipal: IPrincipal;
  /** How long a task that leaves is given for the answers it has begun. */
  public readonly drain: Duration;
  private readonly service: ecs.FargateService;

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: WebServiceProps,
  ) {
    super(scope, id);
    const { deployment } = props;
    const rollout = rolloutOf(deployment);
    const securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc: props.network.vpc,
      description: 'Tasks of Open WebUI',
      allowAllOutbound: false,
    });
    const task = this.taskDefinition();
    this.connections = new ec2.Connections({ securityGroups: [securityGroup] });
    this.grantPrincipal = task.taskRole.grantPrincipal;
    this.drain = rollout.drain;
    allowOutside(deployment, this);
    addContainers(task, { deployment, knowledge: this.knowledge(), logging: this.logging() });
    this.service = this.fargateService(task, securityGroup, rollout);
  }

  /** Puts the application's container behind a load balancer. */
  public attachToApplicationTargetGroup(targetGroup: elb.IApplicationTargetGroup): elb.LoadBalancerTargetProps {
    return this.service
      .loadBalancerTarget({ containerName: appContainer, containerPort: appPort })
      .attachToApplicationTargetGroup(targetGroup);
  }

  /** Lets the number of replicas follow CPU and requests. */
  public scaleWith(targetGroup: elb.ApplicationTargetGroup): void {
    const { min, max } = this.props.deployment.replicas;
    const replicas = this.service.autoScaleTaskCount({ minCapacity: min, maxCapacity: max });
    const scaleInCooldown = Duration.seconds(scaling.scaleInSeconds);
    replicas.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: scaling.cpuPercent, scaleInCooldown });
    replicas.scaleOnRequestCount('Requests', { targetGroup, requestsPerTarget: 1000, scaleInCooldown });
  }

  private taskDefinition(): ecs.FargateTaskDefinition {
    const { deployment } = this.props;
    const arm = awsOf(deployment).architecture === 'arm64';
    return new ecs.FargateTaskDefinition(this, 'Task', {
      ...fargateSize(deployment.cpu, deployment.memory),
      runtimePlatform: {
        cpuArchitecture: arm ? ecs.CpuArchitecture.ARM64 : ecs.CpuArchitecture.X86_64,
        operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
      },
    });
  }

  /** Binds what the application uses, and gathers what only this target knows. */
  private knowledge(): Knowledge {
    const { deployment, network, database, cache, storage, secrets } = this.props;
    const bindings = [database, cache, storage].map((service) => service.bind(this));
    const known = Object.assign({}, ...bindings.map(({ endpoints }) => endpoints)) as Knowledge['endpoints'];
    const handed = Object.assign({}, ...bindings.map((binding) => binding.secrets)) as NonNullable<Binding['secrets']>;
    return {
      endpoints: { ...known, region: awsOf(deployment).region, edgeCidrs: network.vpc.vpcCidrBlock },
      secretOf: (role) => handed[role] ?? secrets.of(role),
    };
  }

  private logging(): ecs.LogDriver {
    const { deployment, encryptionKey } = this.props;
    const logGroup = new logs.LogGroup(this, 'Logs', {
      encryptionKey,
      retention: logs.RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    new LogMetrics(this, 'LogMetrics', { deployment, logGroup });
    // The audit log is among these lines, so the application rather waits than loses one.
    return ecs.LogDrivers.awsLogs({ logGroup, streamPrefix: 'open-webui', mode: ecs.AwsLogDriverMode.BLOCKING });
  }

  private fargateService(
    taskDefinition: ecs.FargateTaskDefinition,
    securityGroup: ec2.ISecurityGroup,
    { minHealthyPercent, maxHealthyPercent, availabilityZoneRebalancing }: Rollout,
  ): ecs.FargateService {
    const { network, database, cache } = this.props;
    const service = new ecs.FargateService(this, 'Service', {
      cluster: this.cluster(),
      taskDefinition,
      securityGroups: [securityGroup],
      vpcSubnets: network.service,
      assignPublicIp: false,
      platformVersion: ecs.FargatePlatformVersion.LATEST,
      minHealthyPercent,
      maxHealthyPercent,
      availabilityZoneRebalancing,
      deploymentController: { type: ecs.DeploymentControllerType.ECS },
      circuitBreaker: { enable: true, rollback: true },
      healthCheckGracePeriod: Duration.seconds(lifecycle(this.props.deployment).startSeconds),
      enableExecuteCommand: false,
      enableECSManagedTags: true,
      propagateTags: ecs.PropagatedTagSource.SERVICE,
    });
    // The first task finds what it connects to, or the circuit breaker would roll the new stack back.
    const { internetConnectivityEstablished } = network.vpc.selectSubnets(network.service);
    service.node.findChild('Service').node.addDependency(database, cache, internetConnectivityEstablished);
    return service;
  }

  private cluster(): ecs.Cluster {
    return new ecs.Cluster(this, 'Cluster', {
      vpc: this.props.network.vpc,
      containerInsightsV2: ecs.ContainerInsights.ENABLED,
    });
  }
}
