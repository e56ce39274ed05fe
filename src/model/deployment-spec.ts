// Generated from spec.ts by `npm run generate`; change it there.

/** One deployment as a person writes it. Everything that is optional has a hardened default. */
export interface DeploymentSpec {
  /** Name of the deployment: its stack, namespace and folder are called so. */
  readonly name: string;
  /** Public name of the deployment, as its certificate and its users know it. */
  readonly host: string;
  /** Container image. */
  readonly image?: {
    /** Where the image is pulled from. @default "ghcr.io/open-webui/open-webui" */
    readonly repository?: string;
    /** Tag of the image. Settings are checked against the default. @default "v0.12.4" */
    readonly tag?: string;
    /** Digest of the image. Without it the deployment has the finding ImageNotPinned. */
    readonly digest?: string;
  };
  /** Replicas, CPU, memory, database and cache in one word. @default "standard" */
  readonly size?: 'small' | 'standard' | 'large';
  /** Who can reach the deployment. There is no silent default: Open WebUI was made for trusted networks. */
  readonly exposure:
    | {
        /** Only private networks reach the deployment. */
        readonly kind: 'internal';
        /** Private address ranges that may connect. @default ["10.0.0.0/8","172.16.0.0/12","192.168.0.0/16"] */
        readonly cidrs?: readonly string[];
      }
    | {
        /** Only the listed address ranges reach the deployment. */
        readonly kind: 'allowList';
        /** Address ranges that may connect. */
        readonly cidrs: readonly string[];
      }
    | {
        /** Every address reaches the sign-in page. */
        readonly kind: 'public';
      };
  /** Number of replicas. @default - by size: small 1 to 2, standard 2 to 4, large 3 to 8 */
  readonly replicas?: {
    /** Fewest replicas. */
    readonly min: number;
    /** Most replicas that the autoscaler starts. */
    readonly max: number;
  };
  /** Uvicorn processes in each replica. @default 1 */
  readonly workers?: number;
  /** How a change reaches the replicas. Open WebUI supports no two releases on one database at once. @default "recreate" */
  readonly rollout?: 'recreate' | 'rolling';
  /** Who can sign in, and how. */
  readonly auth: {
    /** First administrator, created before anybody can sign up as one. The password is the role `adminPassword`. */
    readonly admin: {
      /** E-mail address of the first administrator. */
      readonly email: string;
      /** Display name of the first administrator. @default "Admin" */
      readonly name?: string;
    };
    /** Whether people sign in with a password kept by Open WebUI. LDAP needs it on as well. @default true */
    readonly passwordLogin?: boolean;
    /** Role of a new user. A pending one waits for an administrator. @default "pending" */
    readonly defaultRole?: 'pending' | 'user';
    /** How long a sign-in lasts. @default "24h" */
    readonly tokenLifetime?: string;
    /** Sign-in through an OpenID Connect provider. */
    readonly oidc?: {
      /** Issuer of the identity provider, without `/.well-known/openid-configuration`. */
      readonly issuer: string;
      /** Client id that the identity provider gave out. The secret is the role `oidcClientSecret`. */
      readonly clientId: string;
      /** Name on the sign-in button. @default "SSO" */
      readonly providerName?: string;
      /** Domains of the e-mail addresses that may sign in. */
      readonly allowedDomains: readonly string[];
      /** Roles from the identity provider. Without it, new users get `auth.defaultRole`. */
      readonly roles?: {
        /** Claim that carries the roles; a dot descends. @default "roles" */
        readonly claim?: string;
        /** Values of the claim that make an ordinary user. */
        readonly user: readonly string[];
        /** Values of the claim that make an administrator. */
        readonly admin: readonly string[];
      };
      /** Address ranges of the identity provider, where it has fixed ones. */
      readonly cidrs?: readonly string[];
    };
    /** Sign-in through an LDAP directory. */
    readonly ldap?: {
      /** Directory server. The connection is LDAPS with a verified certificate; StartTLS is not supported. */
      readonly host: string;
      /** LDAPS port of the directory server. @default 636 */
      readonly port?: number;
      /** Distinguished name that searches the directory. Its password is the role `ldapBindPassword`. */
      readonly bindDn: string;
      /** Where the search for users begins. */
      readonly searchBase: string;
      /** Filter that a user must match besides the name. @default "" */
      readonly searchFilter?: string;
      /** Attribute that holds the name a user signs in with. @default "uid" */
      readonly usernameAttribute?: string;
      /** Attribute that holds the e-mail address. @default "mail" */
      readonly mailAttribute?: string;
      /** Certificates that sign the directory server’s. Default: the image’s own. */
      readonly ca?: string;
      /** Address ranges of the directory server. */
      readonly cidrs: readonly string[];
    };
  };
  /** Cookies. They are always Secure. */
  readonly cookies?: {
    /** SameSite of `owui-session`. OIDC needs lax. @default "lax" */
    readonly sessionSameSite?: 'lax' | 'strict';
    /** SameSite of `token` and the other sign-in cookies. @default "strict" */
    readonly authSameSite?: 'lax' | 'strict';
  };
  /** Pages of other origins that may call the API. */
  readonly cors?: {};
  /** Security headers of every answer. */
  readonly headers?: {};
  /** What administrators reach besides what they own. */
  readonly access?: {};
  /** What leaves a user’s own account. */
  readonly sharing?: {};
  /** What users who are no administrators may do. */
  readonly permissions?: {};
  /** Features of the application. */
  readonly features?: {};
  /** Where answers come from. What is not listed is switched off. */
  readonly models?: {
    /** OpenAI-compatible services. @default [] */
    readonly openai?: readonly {
      /** Base URL of an OpenAI-compatible service. Its key is a secret role, never a value. */
      readonly url: string;
      /** Name that the role of its key is made of: `azure` makes `openaiKeyAzure`. @default - the host of the URL */
      readonly name?: string;
      /** Address ranges of the service. Needed where it has a private address. */
      readonly cidrs?: readonly string[];
    }[];
  };
  /** Retrieval from uploaded documents. */
  readonly rag: {
    /** How documents become vectors. */
    readonly embedding: {
      /** Service that computes embeddings: any OpenAI-compatible one. */
      readonly engine: 'openai';
      /** Base URL of the embedding service. @default "https://api.openai.com/v1" */
      readonly url?: string;
      /** Embedding model. */
      readonly model: string;
      /** Length of the model’s vectors. It can never change; pgvector silently cuts longer vectors. */
      readonly dimensions: number;
      /** Address ranges of the embedding service. Needed where it has a private address. */
      readonly cidrs?: readonly string[];
    };
  };
  /** Files that people upload. */
  readonly uploads?: {};
  /** Code that models or people write, and where it runs. */
  readonly code?: {};
  /** Python that administrators add. */
  readonly plugins?: {};
  /** What the application asks of other servers. */
  readonly web?: {};
  /** Connection pools. */
  readonly database?: {
    /** Pool of each of the two engines of a process. @default - the largest that fits */
    readonly pool?: {
      /** Connections that an engine keeps open. */
      readonly size: number;
      /** Connections that an engine may open on top of `size` while it is busy. */
      readonly overflow: number;
    };
    /** Pool of the pgvector engine of a process. @default {"size":3,"overflow":2} */
    readonly vectorPool?: {
      /** Connections that an engine keeps open. */
      readonly size: number;
      /** Connections that an engine may open on top of `size` while it is busy. */
      readonly overflow: number;
    };
  };
  /** How the application uses Redis, and websockets that meet in it. */
  readonly redis?: {};
  /** How each process runs. */
  readonly process?: {};
  /** What the entry enforces before a request reaches the application. */
  readonly edge?: {
    /** Address ranges that may use administrators’ routes. Empty: all that can connect. @default [] */
    readonly adminCidrs?: readonly string[];
    /** Sign-in attempts per client address and minute. An office behind one address shares them. @default 20 */
    readonly signInPerMinute?: number;
    /** Requests of all kinds per client address and minute. @default 2000 */
    readonly requestsPerMinute?: number;
    /** How long, in seconds, an open answer may stay silent while a model thinks. @default 900 */
    readonly streamTimeoutSeconds?: number;
  };
  /** Audit log. */
  readonly audit?: {
    /** What the audit log on standard output holds. Above metadata it holds chats and keys. @default "metadata" */
    readonly level?: 'none' | 'metadata' | 'request' | 'requestResponse';
  };
  /** Log of the application. */
  readonly logs?: {};
  /** Traces and metrics. */
  readonly telemetry?: {};
  /** Variables of Open WebUI beyond those that have a key here. */
  readonly extra?: Readonly<Record<string, string>>;
  /** Secrets. Values never stand here: a deployment names roles. */
  readonly secrets?: {
    /** Longest age of a secret in days, by role. @default - 180d for each */
    readonly rotateEvery?: Readonly<Record<string, string>>;
  };
  /** Where and how the deployment runs on AWS. */
  readonly aws?: {
    /** Account to deploy to. @default - the account of the credentials at deploy time */
    readonly account?: string;
    /** Region to deploy to. */
    readonly region:
      | 'af-south-1'
      | 'ap-east-1'
      | 'ap-northeast-1'
      | 'ap-northeast-2'
      | 'ap-northeast-3'
      | 'ap-south-1'
      | 'ap-south-2'
      | 'ap-southeast-1'
      | 'ap-southeast-2'
      | 'ap-southeast-3'
      | 'ap-southeast-4'
      | 'ca-central-1'
      | 'eu-central-1'
      | 'eu-central-2'
      | 'eu-north-1'
      | 'eu-south-1'
      | 'eu-south-2'
      | 'eu-west-1'
      | 'eu-west-2'
      | 'eu-west-3'
      | 'me-central-1'
      | 'me-south-1'
      | 'sa-east-1'
      | 'us-east-1'
      | 'us-east-2'
      | 'us-west-1'
      | 'us-west-2';
    /** Certificate of the load balancer. @default - a prop of the stack */
    readonly certificateArn?: string;
    /** Network that exists already. @default - a new VPC in two zones */
    readonly vpc?: {
      /** VPC that exists already. */
      readonly vpcId: string;
      /** Address range of the VPC. */
      readonly cidr: string;
      /** Zones, in the order of the subnets. */
      readonly availabilityZones: readonly string[];
      /** One subnet a zone for the load balancer. */
      readonly publicSubnetIds: readonly string[];
      /** One subnet a zone for the service, with a way out. */
      readonly privateSubnetIds: readonly string[];
      /** One subnet a zone for database and cache, without a way out. */
      readonly isolatedSubnetIds: readonly string[];
    };
    /** PostgreSQL. @default - by size: small RDS db.t4g.small, standard Aurora with 1 to 8 ACUs, large Aurora with 2 to 32 */
    readonly database?:
      | {
          /** One RDS instance, with a standby in another zone where `multiAz` says so. */
          readonly kind: 'rds';
          /** Instance class. It decides how many connections fit. */
          readonly instanceClass:
            | 'db.t4g.micro'
            | 'db.t4g.small'
            | 'db.t4g.medium'
            | 'db.t4g.large'
            | 'db.t4g.xlarge'
            | 'db.t4g.2xlarge'
            | 'db.t3.micro'
            | 'db.t3.small'
            | 'db.t3.medium'
            | 'db.t3.large'
            | 'db.t3.xlarge'
            | 'db.t3.2xlarge'
            | 'db.m6g.large'
            | 'db.m6g.xlarge'
            | 'db.m6g.2xlarge'
            | 'db.m6g.4xlarge'
            | 'db.m7g.large'
            | 'db.m7g.xlarge'
            | 'db.m7g.2xlarge'
            | 'db.m7g.4xlarge'
            | 'db.m8g.large'
            | 'db.m8g.xlarge'
            | 'db.m8g.2xlarge'
            | 'db.m8g.4xlarge'
            | 'db.r6g.large'
            | 'db.r6g.xlarge'
            | 'db.r6g.2xlarge'
            | 'db.r6g.4xlarge'
            | 'db.r7g.large'
            | 'db.r7g.xlarge'
            | 'db.r7g.2xlarge'
            | 'db.r7g.4xlarge'
            | 'db.r8g.large'
            | 'db.r8g.xlarge'
            | 'db.r8g.2xlarge'
            | 'db.r8g.4xlarge';
          /** Storage in GiB at the start. It grows to four times that. @default 50 */
          readonly storageGiB?: number;
          /** Whether a standby waits in another zone. @default true */
          readonly multiAz?: boolean;
        }
      | {
          /** Aurora Serverless v2 with a reader in another zone. */
          readonly kind: 'aurora';
          /** Least capacity in ACUs of about 2 GiB. */
          readonly minCapacity: number;
          /** Most capacity in ACUs. It decides how many connections fit. */
          readonly maxCapacity: number;
        };
    /** Valkey. @default - by size: small cache.t4g.micro, standard cache.t4g.small, large cache.m7g.large */
    readonly cache?: {
      /** Node type of the Valkey group. */
      readonly nodeType:
        | 'cache.t4g.micro'
        | 'cache.t4g.small'
        | 'cache.t4g.medium'
        | 'cache.m7g.large'
        | 'cache.m7g.xlarge'
        | 'cache.r7g.large';
    };
    /** Processor of the Fargate tasks. @default "arm64" */
    readonly architecture?: 'arm64' | 'x86_64';
    /** Secrets that exist already, by role. Others are made by the stack. */
    readonly secrets?: Readonly<Record<string, string>>;
  };
  /** Where and how the deployment runs on Kubernetes. */
  readonly kubernetes?: {
    /** Namespace. @default - the name of the deployment */
    readonly namespace?: string;
    /** How requests enter the cluster. */
    readonly entry: {
      /** Gateway API with the policies of Envoy Gateway. */
      readonly kind: 'envoyGateway';
      /** How the gateway learns a client’s address. A wrong answer lets clients evade limits and allow-lists. */
      readonly clientAddress:
        | {
            /** Clients connect to the gateway itself. */
            readonly kind: 'direct';
          }
        | {
            /** A load balancer in front appends to X-Forwarded-For. */
            readonly kind: 'trustedProxies';
            /** Address ranges of the load balancer. */
            readonly cidrs: readonly string[];
          };
      /** Gateway of the platform that the listeners attach to. @default {"name":"owui","namespace":"owui-gateway"} */
      readonly gateway?: {
        readonly name: string;
        readonly namespace: string;
      };
      /** Secret of type kubernetes.io/tls in the tenant’s namespace, kept by cert-manager or by hand. @default "tls" */
      readonly certificateSecret?: string;
    };
    /** Address ranges of the cluster’s pods. Only they may name a client’s address to the application. */
    readonly podCidrs: readonly string[];
    /** PostgreSQL. */
    readonly database: {
      /** A PostgreSQL server outside the cluster, with TLS and pgvector. */
      readonly kind: 'external';
      /** Server, by the name in its certificate. */
      readonly host: string;
      /** Port of the server. @default 5432 */
      readonly port?: number;
      /** Database. @default - the name of the deployment, with underscores */
      readonly name?: string;
      /** Role of the application. @default - the name of the deployment, with underscores */
      readonly user?: string;
      /** `max_connections` of the server. */
      readonly maxConnections: number;
      /** Connections that the provider and other clients keep, besides the 3 for superusers. @default 2 */
      readonly reservedConnections?: number;
      /** Connections of this deployment on a server that deployments share. */
      readonly connectionShare?: number;
      /** Certificates that sign the server’s. Default: the image’s own. */
      readonly ca?: string;
      /** Address ranges of the server. */
      readonly cidrs: readonly string[];
    };
    /** Redis. */
    readonly redis: {
      /** Redis or Valkey server of this deployment alone, with TLS and a password. */
      readonly host: string;
      /** TLS port of the server. @default 6379 */
      readonly port?: number;
      /** ACL user. @default - the server’s default user */
      readonly username?: string;
      /** Certificates that sign the server’s. Default: the image’s own. */
      readonly ca?: string;
      /** Address ranges of the server. */
      readonly cidrs: readonly string[];
    };
    /** Object storage. */
    readonly storage: {
      /** Bucket for uploaded files. */
      readonly bucket: string;
      /** Region of the bucket. */
      readonly region: string;
      /** S3-compatible service. @default - Amazon S3 */
      readonly endpoint?: string;
      /** Prefix of every key. @default - the name of the deployment */
      readonly prefix?: string;
      /** Address ranges of the service. Needed where it has a private address. */
      readonly cidrs?: readonly string[];
    };
    /** Where secrets come from. */
    readonly secrets: {
      /** Store of the External Secrets Operator. It must allow writing: generated keys are pushed once. */
      readonly store: {
        /** Kind of the store. @default "SecretStore" */
        readonly kind?: 'SecretStore' | 'ClusterSecretStore';
        /** Name of the store. */
        readonly name: string;
      };
      /** Path of the secrets in the store. @default - the name of the deployment */
      readonly prefix?: string;
    };
  };
  /** Findings that are waived, each with a reason and an end. @default [] */
  readonly accept?: readonly {
    /** Code of the finding. */
    readonly rule: string;
    /** Why it is acceptable here. */
    readonly reason: string;
    /** Last day of the waiver. */
    readonly until: string;
  }[];
}
