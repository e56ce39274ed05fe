import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Construct } from 'constructs';
import type { Deployment } from '../model';
import { Cache } from './cache';
import { Database } from './database';
import { EncryptionKey } from './encryption-key';
import { LoadBalancer } from './load-balancer';
import { LogBucket } from './log-bucket';
import { Network } from './network';
import { Secrets } from './secrets';
import { Storage } from './storage';
import { WebAcl } from './web-acl';
import { WebService } from './web-service';

/** Props of {@link OpenWebUi}. */
export interface OpenWebUiProps {
  /** What is deployed; it needs a section `aws`. */
  readonly deployment: Deployment;
  /**
   * Certificate of the load balancer, in its region.
   *
   * @default - `aws.certificateArn` of the deployment; one of the two must be given
   */
  readonly certificate?: ICertificate;
}

/** A hardened Open WebUI on AWS, with everything that it needs. */
export class OpenWebUi extends Construct {
  /** Where people find it. */
  public readonly url: string;
  /** The VPC and where in it everything is. */
  public readonly network: Network;
  /** PostgreSQL. */
  public readonly database: Database;
  /** Valkey. */
  public readonly cache: Cache;
  /** Bucket of uploaded files. */
  public readonly storage: Storage;
  /** Secrets of the application. */
  public readonly secrets: Secrets;
  /** The application. */
  public readonly service: WebService;
  /** The entry. */
  public readonly loadBalancer: LoadBalancer;

  public constructor(scope: Construct, id: string, props: OpenWebUiProps) {
    super(scope, id);
    const { deployment, certificate } = props;
    const encryptionKey = new EncryptionKey(this, 'Key', `Data of Open WebUI ${deployment.name}`);
    const logBucket = new LogBucket(this, 'LogBucket');
    const network = (this.network = new Network(this, 'Network', { deployment, encryptionKey }));
    const secrets = (this.secrets = new Secrets(this, 'Secrets', { deployment, encryptionKey }));
    const database = (this.database = new Database(this, 'Database', { deployment, network, encryptionKey }));
    const password = secrets.of('redisPassword');
    const cache = (this.cache = new Cache(this, 'Cache', { deployment, network, encryptionKey, password }));
    const storage = (this.storage = new Storage(this, 'Storage', { encryptionKey, logBucket }));
    const backing = { network, database, cache, storage, secrets, encryptionKey };
    this.service = new WebService(this, 'Service', { deployment, ...backing });
    this.loadBalancer = new LoadBalancer(this, 'Entry', { deployment, network, logBucket, certificate });
    this.loadBalancer.serve(this.service);
    new WebAcl(this, 'WebAcl', { deployment, loadBalancer: this.loadBalancer, encryptionKey });
    this.url = `https://${deployment.host}`;
  }
}
