import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { secrets } from '../model';
import type { Deployment, SecretRole } from '../model';
import { awsOf } from '../model/deployment';

/** The role whose secret RDS makes. */
const madeByRds = 'databaseAdministrator';

/** Props of {@link Secrets}. */
export interface SecretsProps {
  /** Deployment that reads the secrets. */
  readonly deployment: Deployment;
  /** Key that encrypts the secrets. */
  readonly encryptionKey: IKey;
}

/**
 * One secret in Secrets Manager for each role of the model, or the one that the deployment names. Secrets that are made here
 * outlive the stack: without the signing keys, what the database holds encrypted can never be read again.
 */
export class Secrets extends Construct {
  /** Secrets by role, all but the database administrator's. */
  public readonly byRole: Readonly<Record<string, secretsmanager.ISecret>>;
  /** Roles whose secret holds a random value until a person puts the real one. */
  public readonly toFillIn: readonly string[];
  private readonly encryptionKey: IKey;

  public constructor(scope: Construct, id: string, props: SecretsProps) {
    super(scope, id);
    this.encryptionKey = props.encryptionKey;
    const given = awsOf(props.deployment).secrets;
    const roles = secrets(props.deployment, 'aws').filter(({ name }) => name !== madeByRds);
    this.byRole = Object.fromEntries(roles.map((role) => [role.name, this.secretOf(role, given[role.name])]));
    this.toFillIn = roles
      .filter(({ name, origin }) => origin === 'supplied' && given[name] === undefined)
      .map(({ name }) => name);
  }

  /** The secret of a role. */
  public of(role: string): secretsmanager.ISecret {
    const secret = this.byRole[role];
    if (!secret) throw new Error(`role: expected one of ${Object.keys(this.byRole).join(', ')}, got ${role}`);
    return secret;
  }

  private secretOf(role: SecretRole, arn: string | undefined): secretsmanager.ISecret {
    const id = pascalCase(role.name);
    if (arn !== undefined) return secretsmanager.Secret.fromSecretCompleteArn(this, id, arn);
    return new secretsmanager.Secret(this, id, {
      description: describe(role),
      encryptionKey: this.encryptionKey,
      generateSecretString: { excludePunctuation: true, passwordLength: role.length },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}

function describe({ name, origin, purpose }: SecretRole): string {
  const what = `${name}: ${purpose}`;
  return origin === 'generated'
    ? what
    : `${what}. Random until you put the real value: aws secretsmanager put-secret-value, then restart the service`;
}

/** Construct ids are PascalCase; the names of roles are the model's. */
export function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
