import type { completeAuth } from './settings/auth';
import type { ParsedSpec } from './spec';

/** Where a deployment is rendered to. */
export type Target = 'aws' | 'kubernetes';

/** The same type, with nothing in it to be changed. */
export type DeepReadonly<T> = T extends (infer E)[]
  ? readonly DeepReadonly<E>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

type Aws = Omit<NonNullable<ParsedSpec['aws']>, 'database' | 'cache'> & {
  readonly database: NonNullable<NonNullable<ParsedSpec['aws']>['database']>;
  readonly cache: NonNullable<NonNullable<ParsedSpec['aws']>['cache']>;
};

type WithPrefix<T> = T extends { readonly kind: 's3' } ? T & { readonly prefix: string } : T;

type Kubernetes = Omit<NonNullable<ParsedSpec['kubernetes']>, 'namespace' | 'database' | 'storage' | 'secrets'> & {
  readonly namespace: string;
  readonly database: NonNullable<ParsedSpec['kubernetes']>['database'] & {
    readonly name: string;
    readonly user: string;
  };
  readonly storage: WithPrefix<NonNullable<ParsedSpec['kubernetes']>['storage']>;
  readonly secrets: NonNullable<ParsedSpec['kubernetes']>['secrets'] & { readonly prefix: string };
};

/**
 * A hardened deployment: frozen, complete, plain values. Only {@link defineDeployment} makes one, so behind it there is
 * no default left to apply.
 */
export type Deployment = DeepReadonly<
  Omit<ParsedSpec, 'auth' | 'replicas' | 'aws' | 'kubernetes'> & {
    auth: ReturnType<typeof completeAuth>;
    replicas: { min: number; max: number };
    /** Thousandths of a core that each replica gets. */
    cpu: number;
    /** Memory in MiB that each replica gets. */
    memory: number;
    aws?: Aws;
    kubernetes?: Kubernetes;
  }
>;

/** The targets that a deployment describes. */
export function targetsOf(deployment: Deployment): readonly Target[] {
  return (['aws', 'kubernetes'] as const).filter((target) => deployment[target] !== undefined);
}

/** The AWS side of a deployment; throws where it has none. */
export function awsOf(deployment: Deployment): NonNullable<Deployment['aws']> {
  return sectionOf(deployment, 'aws');
}

/** The Kubernetes side of a deployment; throws where it has none. */
export function kubernetesOf(deployment: Deployment): NonNullable<Deployment['kubernetes']> {
  return sectionOf(deployment, 'kubernetes');
}

function sectionOf<T extends Target>(deployment: Deployment, target: T): NonNullable<Deployment[T]> {
  const section = deployment[target];
  if (!section)
    throw new Error(`${target}: expected a section, got nothing; the deployment ${deployment.name} is not made for it`);
  return section;
}

/** What tells one release from another in the names of database sessions: the tag, and the image behind it. */
export function releaseOf({ image: { tag, digest } }: Deployment): string {
  return digest === undefined ? tag : `${tag}@${digest.slice('sha256:'.length, 'sha256:'.length + 12)}`;
}

/** Name of the database and of the application's role on AWS, where the server is the deployment's own. */
export const ownDatabase = { name: 'openwebui', user: 'openwebui', port: 5432 } as const;

/** Prefix of every uploaded file on AWS, where the bucket is the deployment's own. */
export const ownBucketPrefix = 'uploads';
