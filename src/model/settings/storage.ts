import { kubernetesOf, ownBucketPrefix } from '../deployment';
import { facts } from './setting';
import type { DerivedVariables } from './setting';

const shared = 'Files on one replica’s disk would be missing on the others.';

/** Variables of the storage of uploaded files. */
export const storageVariables = {
  STORAGE_PROVIDER: {
    path: 'kubernetes.storage',
    meaning: 'Where uploaded files are kept.',
    why: shared,
    source: facts('1.13'),
    value: () => 's3',
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
    value: (deployment, target) =>
      target === 'aws' ? { endpoint: 'bucket' } : kubernetesOf(deployment).storage.bucket,
  },
  S3_REGION_NAME: {
    path: 'kubernetes.storage.region',
    meaning: 'Region of the bucket.',
    why: 'Signed requests are made for one region.',
    source: facts('1.13'),
    value: (deployment, target) =>
      target === 'aws' ? { endpoint: 'region' } : kubernetesOf(deployment).storage.region,
  },
  S3_KEY_PREFIX: {
    path: 'kubernetes.storage.prefix',
    meaning: 'Prefix of every key in the bucket.',
    why: 'Deployments that share a bucket stay apart.',
    source: facts('1.13'),
    value: (deployment, target) => (target === 'aws' ? ownBucketPrefix : kubernetesOf(deployment).storage.prefix),
  },
  S3_ENDPOINT_URL: {
    path: 'kubernetes.storage.endpoint',
    meaning: 'S3-compatible service other than Amazon’s.',
    why: 'It is left out where the bucket is at Amazon.',
    source: facts('1.13'),
    value: (deployment, target) => (target === 'aws' ? undefined : kubernetesOf(deployment).storage.endpoint),
  },
  S3_ACCESS_KEY_ID: {
    path: 'kubernetes.storage',
    meaning: 'Access key of the bucket.',
    why: 'On AWS the task’s role signs instead, and there is no key.',
    source: facts('1.13'),
    value: (_, target) => (target === 'aws' ? undefined : { secret: 'storageAccessKeyId' }),
  },
  S3_SECRET_ACCESS_KEY: {
    path: 'kubernetes.storage',
    meaning: 'Signs requests to the bucket.',
    why: 'On AWS the task’s role signs instead, and there is no key.',
    source: facts('1.13'),
    value: (_, target) => (target === 'aws' ? undefined : { secret: 'storageSecretAccessKey' }),
  },
} satisfies DerivedVariables;
