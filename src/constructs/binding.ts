import type { IConnectable } from 'aws-cdk-lib/aws-ec2';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Endpoint, Party } from '../model';

/** Somebody who uses a backing service: the application. */
export interface Client extends IConnectable, IGrantable {
  /** What the model calls it. */
  readonly party: Party;
}

/** What a backing service hands to a client: what only it knows of the model's endpoints and secret roles. */
export interface Binding {
  /** Values of the model's endpoints. */
  readonly endpoints?: Partial<Readonly<Record<Endpoint, string>>>;
  /** Secrets that the service makes itself, by role. */
  readonly secrets?: Readonly<Record<string, ISecret>>;
}
