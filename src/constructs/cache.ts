import { CfnDynamicReference, CfnDynamicReferenceService } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Deployment, Party } from '../model';
import { ownCache } from '../model/container';
import { awsOf } from '../model/deployment';
import type { Binding, Client } from './binding';
import { allow } from './flow-rules';
import type { Network } from './network';

/** Release of Valkey, and the family of its parameters. */
export const valkey = { version: '8.1', family: 'valkey8' } as const;

/**
 * Everything that the pinned release sends, and CLIENT LIST for the probe. `@dangerous` holds the rest of what manages a
 * server; INFO is part of it, and redis-py asks for it.
 */
const accessString = 'on ~* &* +@all -@admin -@dangerous +info +client|list';

/** Props of {@link Cache}. */
export interface CacheProps {
  /** Deployment whose cache it is. */
  readonly deployment: Deployment;
  /** Network whose isolated subnets it is in. */
  readonly network: Network;
  /** Key that encrypts data and snapshots at rest. */
  readonly encryptionKey: IKey;
  /** Password of the application's user. */
  readonly password: ISecret;
}

/**
 * Valkey with one replica in another zone: TLS alone, one user, and nothing evicted, because an evicted revocation would
 * bring a sign-out back to life.
 */
export class Cache extends Construct implements ec2.IConnectable {
  /** What the model calls it. */
  public readonly party: Party = 'cache';
  /** Its security group. */
  public readonly connections: ec2.Connections;
  private readonly group: elasticache.CfnReplicationGroup;

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: CacheProps,
  ) {
    super(scope, id);
    const securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc: props.network.vpc,
      description: 'Valkey of Open WebUI',
      allowAllOutbound: false,
    });
    this.connections = new ec2.Connections({ securityGroups: [securityGroup] });
    this.group = this.replicationGroup(securityGroup);
  }

  /** Lets a client connect, and hands over where the primary is. */
  public bind(client: Client): Binding {
    allow(this.props.deployment, client, this);
    return { endpoints: { cacheHost: this.group.attrPrimaryEndPointAddress, cachePort: String(ownCache.port) } };
  }

  private replicationGroup(securityGroup: ec2.SecurityGroup): elasticache.CfnReplicationGroup {
    const { deployment, encryptionKey } = this.props;
    return new elasticache.CfnReplicationGroup(this, 'Group', {
      replicationGroupDescription: `Valkey of Open WebUI ${deployment.name}`,
      engine: 'valkey',
      engineVersion: valkey.version,
      cacheNodeType: awsOf(deployment).cache.nodeType,
      clusterMode: 'disabled',
      numNodeGroups: 1,
      replicasPerNodeGroup: 1,
      automaticFailoverEnabled: true,
      multiAzEnabled: true,
      port: ownCache.port,
      transitEncryptionEnabled: true,
      transitEncryptionMode: 'required',
      atRestEncryptionEnabled: true,
      kmsKeyId: encryptionKey.keyArn,
      userGroupIds: [this.userGroup().ref],
      cacheParameterGroupName: this.parameterGroup().ref,
      cacheSubnetGroupName: this.subnetGroup().ref,
      securityGroupIds: [securityGroup.securityGroupId],
      snapshotRetentionLimit: 7,
      autoMinorVersionUpgrade: true,
    });
  }

  /** A group of Valkey needs no default user: nobody enters without a name. */
  private userGroup(): elasticache.CfnUserGroup {
    const { deployment, password } = this.props;
    // A reference that CloudFormation resolves; the value is never in the template.
    const reference = new CfnDynamicReference(
      CfnDynamicReferenceService.SECRETS_MANAGER,
      `${password.secretArn}:SecretString:::`,
    );
    const member = new elasticache.CfnUser(this, 'User', {
      engine: 'valkey',
      userId: deployment.name,
      userName: ownCache.user,
      accessString,
      authenticationMode: { Type: 'password', Passwords: [reference.toString()] },
    });
    return new elasticache.CfnUserGroup(this, 'UserGroup', {
      engine: 'valkey',
      userGroupId: deployment.name,
      userIds: [member.ref],
    });
  }

  private parameterGroup(): elasticache.CfnParameterGroup {
    return new elasticache.CfnParameterGroup(this, 'Parameters', {
      cacheParameterGroupFamily: valkey.family,
      description: 'Valkey of Open WebUI: nothing is evicted',
      properties: { 'maxmemory-policy': 'noeviction' },
    });
  }

  private subnetGroup(): elasticache.CfnSubnetGroup {
    const { vpc, data } = this.props.network;
    return new elasticache.CfnSubnetGroup(this, 'Subnets', {
      description: 'Valkey of Open WebUI',
      subnetIds: vpc.selectSubnets(data).subnetIds,
    });
  }
}
