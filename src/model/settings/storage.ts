import { z } from 'zod';
import { kubernetesOf, ownBucketPrefix } from '../deployment';
import type { Deployment, Target } from '../deployment';
import { farSideCidrs, issuerUrl, serviceUrl, text } from '../formats';
import type { Part } from '../variables';
import { facts, rotation, setting, upstream } from './setting';
import type { DerivedVariables, SecretOf } from './setting';

const provider = upstream('storage/provider.py');

const ranges = farSideCidrs('the service');

const s3 = z.strictObject({
  kind: z.literal('s3').describe('Amazon S3, or a service that speaks like it.'),
  bucket: text(
    'a bucket name',
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    'use lower-case letters, digits, dots and hyphens',
  ).describe('Bucket for uploaded files.'),
  region: text('a region such as eu-central-1', /^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'take it from the provider').describe(
    'Region of the bucket.',
  ),
  endpoint: serviceUrl.optional().describe('S3-compatible service. @default - Amazon S3'),
  prefix: text('a key prefix', /^[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*$/, 'no slash at the beginning or end')
    .optional()
    .describe('Prefix of every key. @default - the name of the deployment'),
  addressingStyle: setting('S3_ADDRESSING_STYLE', z.enum(['auto', 'virtual', 'path']).optional(), {
    meaning: 'Whether the bucket stands in the name of the host or in the path. @default - the library’s choice',
    why: 'Left to the library; services other than Amazon’s often need `path`.',
    source: provider,
  }),
  accelerate: setting('S3_USE_ACCELERATE_ENDPOINT', z.boolean().default(false), {
    meaning: 'Whether files travel through the edge network of Amazon.',
    why: 'Files stay in the region that was chosen, and on the way that the network rules know.',
    source: provider,
  }),
  tagging: setting('S3_ENABLE_TAGGING', z.boolean().default(false), {
    meaning: 'Whether each file carries its owner as tags.',
    why: 'The tags are the name and e-mail address of a person, for everybody who may list the bucket.',
    source: provider,
  }),
  cidrs: ranges,
});

const gcs = z.strictObject({
  kind: z.literal('gcs').describe('Google Cloud Storage. Its credentials are the role `gcsCredentials`.'),
  bucket: text(
    'a bucket name',
    /^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/,
    'use lower-case letters, digits, dots, hyphens and underscores',
  ).describe('Bucket of this deployment alone: the release knows no prefix here.'),
  cidrs: ranges,
});

const azure = z.strictObject({
  kind: z.literal('azure').describe('Azure Blob Storage. The key of the account is the role `azureStorageKey`.'),
  endpoint: issuerUrl
    .meta({ expected: 'an https URL such as https://acme.blob.core.windows.net' })
    .describe('Endpoint of the storage account.'),
  container: text(
    'the name of a container',
    /^[a-z0-9](?:-?[a-z0-9]){2,62}$/,
    'use lower-case letters, digits and single hyphens',
  ).describe('Container of this deployment alone: the release knows no prefix here.'),
  cidrs: ranges,
});

/** Where uploaded files are kept, outside the cluster. */
export const storage = z.discriminatedUnion('kind', [s3, gcs, azure]);

type Storage = ReturnType<typeof kubernetesOf>['storage'];
type Of<Kind extends Storage['kind']> = Extract<Storage, { readonly kind: Kind }>;

/** Addresses that a kind of storage is reached at, the place where keys are changed for tokens among them. */
export function storageUrls(used: Storage): readonly string[] {
  switch (used.kind) {
    case 's3':
      return [used.endpoint ?? `https://s3.${used.region}.amazonaws.com`];
    case 'gcs':
      return ['https://storage.googleapis.com', 'https://oauth2.googleapis.com'];
    case 'azure':
      return [used.endpoint];
  }
}

/** Where files lie: the bucket of a service, and the beginning of every key in it; empty where the release knows none. */
export function filesPlace(used: Storage): { readonly bucket: string; readonly prefix: string } {
  const [url = ''] = storageUrls(used);
  const name = used.kind === 'azure' ? used.container : used.bucket;
  return { bucket: `${new URL(url).host} ${name}`, prefix: used.kind === 's3' ? `${used.prefix}/` : '' };
}

const byProvider = { origin: 'supplied', rotation: rotation.byProvider } as const;

const rolesOf: Readonly<Record<Storage['kind'], readonly SecretOf[]>> = {
  s3: [
    { role: 'storageAccessKeyId', purpose: 'names the access key of the bucket', ...byProvider },
    { role: 'storageSecretAccessKey', purpose: 'signs requests to the bucket', ...byProvider },
  ],
  gcs: [{ role: 'gcsCredentials', purpose: 'key of the service account of the bucket, the whole JSON', ...byProvider }],
  azure: [{ role: 'azureStorageKey', purpose: 'key of the storage account', ...byProvider }],
};

/** Secrets of the storage that a deployment on Kubernetes uses. */
export function storageRoles(deployment: Deployment): readonly SecretOf[] {
  return rolesOf[kubernetesOf(deployment).storage.kind];
}

const shared = 'Files on one replica’s disk would be missing on the others.';
const noKey = 'On AWS the task’s role signs instead, and there is no key.';

/** A value where files are in a bucket of S3: the target’s own, or the one that is described. */
const inS3 =
  (own: Part | undefined, described: (used: Of<'s3'>) => string | Part | undefined) =>
  (deployment: Deployment, target: Target): Part | undefined => {
    if (target === 'aws') return own;
    const used = kubernetesOf(deployment).storage;
    return used.kind === 's3' ? described(used) : undefined;
  };

/** A value where files are in a kind of storage that only Kubernetes uses. */
const elsewhere =
  <Kind extends 'gcs' | 'azure'>(kind: Kind, described: (used: Of<Kind>) => Part) =>
  (deployment: Deployment, target: Target): Part | undefined => {
    if (target === 'aws') return undefined;
    const used = kubernetesOf(deployment).storage;
    return used.kind === kind ? described(used as Of<Kind>) : undefined;
  };

/** Variables of the storage of uploaded files. */
export const storageVariables = {
  STORAGE_PROVIDER: {
    path: 'kubernetes.storage.kind',
    meaning: 'Where uploaded files are kept.',
    why: shared,
    source: facts('1.13'),
    value: (deployment, target) => (target === 'aws' ? 's3' : kubernetesOf(deployment).storage.kind),
  },
  STORAGE_LOCAL_CACHE: {
    path: 'kubernetes.storage',
    meaning: 'Whether replicas keep copies of files that they have read.',
    why: 'Copies fill the small disk of a replica, and outlive a file that was deleted.',
    source: facts('1.13'),
    value: () => false,
  },
  S3_BUCKET_NAME: {
    path: 'kubernetes.storage.bucket',
    meaning: 'Bucket for uploaded files.',
    why: shared,
    source: facts('1.13'),
    value: inS3({ endpoint: 'bucket' }, ({ bucket }) => bucket),
  },
  S3_REGION_NAME: {
    path: 'kubernetes.storage.region',
    meaning: 'Region of the bucket.',
    why: 'Signed requests are made for one region.',
    source: facts('1.13'),
    value: inS3({ endpoint: 'region' }, ({ region }) => region),
  },
  S3_KEY_PREFIX: {
    path: 'kubernetes.storage.prefix',
    meaning: 'Prefix of every key in the bucket.',
    why: 'Deployments that share a bucket stay apart. It ends with a slash: without one, deleting all files of `acme` would also delete those of `acme-2`.',
    source: provider,
    value: inS3(`${ownBucketPrefix}/`, (used) => filesPlace(used).prefix),
  },
  S3_ENDPOINT_URL: {
    path: 'kubernetes.storage.endpoint',
    meaning: 'S3-compatible service other than Amazon’s.',
    why: 'It is left out where the bucket is at Amazon.',
    source: facts('1.13'),
    value: inS3(undefined, ({ endpoint }) => endpoint),
  },
  S3_ACCESS_KEY_ID: {
    path: 'kubernetes.storage',
    meaning: 'Access key of the bucket.',
    why: noKey,
    source: facts('1.13'),
    value: inS3(undefined, () => ({ secret: 'storageAccessKeyId' })),
  },
  S3_SECRET_ACCESS_KEY: {
    path: 'kubernetes.storage',
    meaning: 'Signs requests to the bucket.',
    why: noKey,
    source: facts('1.13'),
    value: inS3(undefined, () => ({ secret: 'storageSecretAccessKey' })),
  },
  GCS_BUCKET_NAME: {
    path: 'kubernetes.storage.bucket',
    meaning: 'Bucket of Google Cloud Storage for uploaded files.',
    why: shared,
    source: provider,
    value: elsewhere('gcs', ({ bucket }) => bucket),
  },
  GOOGLE_APPLICATION_CREDENTIALS_JSON: {
    path: 'kubernetes.storage.kind',
    meaning: 'Key of the service account that reads and writes the bucket.',
    why: 'It is a secret role, never text; without it the release would ask the metadata service, which is closed.',
    source: provider,
    value: elsewhere('gcs', () => ({ secret: 'gcsCredentials' })),
  },
  AZURE_STORAGE_ENDPOINT: {
    path: 'kubernetes.storage.endpoint',
    meaning: 'Endpoint of the Azure storage account.',
    why: 'It is https alone.',
    source: provider,
    value: elsewhere('azure', ({ endpoint }) => endpoint),
  },
  AZURE_STORAGE_CONTAINER_NAME: {
    path: 'kubernetes.storage.container',
    meaning: 'Container of Azure Blob Storage for uploaded files.',
    why: shared,
    source: provider,
    value: elsewhere('azure', ({ container }) => container),
  },
  AZURE_STORAGE_KEY: {
    path: 'kubernetes.storage.kind',
    meaning: 'Key of the storage account.',
    why: 'It is a secret role, never text; without it the release would ask the metadata service, which is closed.',
    source: provider,
    value: elsewhere('azure', () => ({ secret: 'azureStorageKey' })),
  },
} satisfies DerivedVariables;
