import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as rds from 'aws-cdk-lib/aws-rds';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Deployment, Party } from '../model';
import { awsOf, ownDatabase } from '../model/deployment';
import type { Binding, Client } from './binding';
import { allow } from './flow-rules';
import type { Network } from './network';

/** Release of PostgreSQL on an RDS instance. */
export const postgresVersion = rds.PostgresEngineVersion.VER_17_6;

/** Release of PostgreSQL on Aurora. */
export const auroraPostgresVersion = rds.AuroraPostgresEngineVersion.VER_17_6;

/** Administrator of the server; only `prepare` signs in as it. */
const administrator = 'dbadmin';

/** Two weeks: a mistake that nobody notices during a holiday can still be undone. */
const backupRetention = Duration.days(14);

/** Props of {@link Database}. */
export interface DatabaseProps {
  /** Deployment whose database it is. */
  readonly deployment: Deployment;
  /** Network whose isolated subnets it is in. */
  readonly network: Network;
  /** Key that encrypts storage, snapshots, the administrator's secret and query statistics. */
  readonly encryptionKey: IKey;
}

interface Server extends ec2.IConnectable {
  readonly host: string;
  readonly resourceId: string;
  readonly administratorSecret: ISecret;
}

type Spec<Kind> = Extract<ReturnType<typeof awsOf>['database'], { kind: Kind }>;

/**
 * PostgreSQL: an RDS instance, or Aurora Serverless v2 with a reader. It takes TLS alone, and the application signs in with
 * IAM tokens. Removing the stack leaves a snapshot: a retained server would keep the network from being removed.
 */
export class Database extends Construct implements ec2.IConnectable {
  /** What the model calls it. */
  public readonly party: Party = 'database';
  /** Its security group, with the port of PostgreSQL. */
  public readonly connections: ec2.Connections;
  /** User name and password of the administrator, as the fields `username` and `password`. RDS makes and rotates it. */
  public readonly administratorSecret: ISecret;
  private readonly server: Server;

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: DatabaseProps,
  ) {
    super(scope, id);
    const { database } = awsOf(props.deployment);
    this.server = database.kind === 'rds' ? this.instance(database) : this.cluster(database);
    this.connections = this.server.connections;
    this.administratorSecret = this.server.administratorSecret;
  }

  /** Lets a client connect as the application's role, and hands over where the server is. */
  public bind(client: Client): Binding {
    allow(this.props.deployment, client, this);
    const user = Stack.of(this).formatArn({
      service: 'rds-db',
      resource: 'dbuser',
      resourceName: `${this.server.resourceId}/${ownDatabase.user}`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    client.grantPrincipal.addToPrincipalPolicy(
      new iam.PolicyStatement({ actions: ['rds-db:connect'], resources: [user] }),
    );
    return {
      endpoints: { databaseHost: this.server.host },
      secrets: { databaseAdministrator: this.administratorSecret },
    };
  }

  private instance({ instanceClass, storageGiB, multiAz }: Spec<'rds'>): Server {
    const engine = rds.DatabaseInstanceEngine.postgres({ version: postgresVersion });
    const instance = new rds.DatabaseInstance(this, 'Instance', {
      ...this.common(engine),
      engine,
      instanceType: new ec2.InstanceType(instanceClass.replace('db.', '')),
      multiAz,
      storageType: rds.StorageType.GP3,
      allocatedStorage: storageGiB,
      maxAllocatedStorage: storageGiB * 4,
      backupRetention,
      caCertificate: rds.CaCertificate.RDS_CA_RSA2048_G1,
      publiclyAccessible: false,
      autoMinorVersionUpgrade: true,
      cloudwatchLogsExports: ['postgresql', 'upgrade'],
      port: ownDatabase.port,
    });
    return {
      connections: instance.connections,
      host: instance.dbInstanceEndpointAddress,
      resourceId: made(instance.instanceResourceId),
      administratorSecret: made(instance.secret),
    };
  }

  private cluster({ minCapacity, maxCapacity }: Spec<'aurora'>): Server {
    const engine = rds.DatabaseClusterEngine.auroraPostgres({ version: auroraPostgresVersion });
    const node = {
      caCertificate: rds.CaCertificate.RDS_CA_RSA2048_G1,
      publiclyAccessible: false,
      autoMinorVersionUpgrade: true,
      enablePerformanceInsights: true,
      performanceInsightEncryptionKey: this.props.encryptionKey,
    };
    const cluster = new rds.DatabaseCluster(this, 'Cluster', {
      ...this.common(engine),
      engine,
      serverlessV2MinCapacity: minCapacity,
      serverlessV2MaxCapacity: maxCapacity,
      writer: rds.ClusterInstance.serverlessV2('Writer', node),
      readers: [rds.ClusterInstance.serverlessV2('Reader', { ...node, scaleWithWriter: true })],
      backup: { retention: backupRetention },
      cloudwatchLogsExports: ['postgresql'],
      port: ownDatabase.port,
    });
    return {
      connections: cluster.connections,
      host: cluster.clusterEndpoint.hostname,
      resourceId: cluster.clusterResourceIdentifier,
      administratorSecret: made(cluster.secret),
    };
  }

  /** What both kinds of server have. */
  private common(engine: rds.IEngine) {
    const { network, encryptionKey } = this.props;
    return {
      vpc: network.vpc,
      vpcSubnets: network.data,
      securityGroups: [this.securityGroup()],
      credentials: rds.Credentials.fromUsername(administrator, { encryptionKey }),
      manageMasterUserPassword: true,
      iamAuthentication: true,
      parameterGroup: new rds.ParameterGroup(this, 'Parameters', {
        engine,
        description: 'PostgreSQL of Open WebUI: TLS alone',
        parameters: { 'rds.force_ssl': '1' },
      }),
      storageEncrypted: true,
      storageEncryptionKey: encryptionKey,
      copyTagsToSnapshot: true,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.SNAPSHOT,
      databaseInsightsMode: rds.DatabaseInsightsMode.STANDARD,
      enablePerformanceInsights: true,
      performanceInsightRetention: rds.PerformanceInsightRetention.DEFAULT,
      performanceInsightEncryptionKey: encryptionKey,
      monitoringInterval: Duration.minutes(1),
    };
  }

  private securityGroup(): ec2.SecurityGroup {
    return new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc: this.props.network.vpc,
      description: 'PostgreSQL of Open WebUI',
      allowAllOutbound: false,
    });
  }
}

/** The CDK types as optional what it always makes for a server of one's own. */
function made<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the CDK made less of the database than expected');
  return value;
}
