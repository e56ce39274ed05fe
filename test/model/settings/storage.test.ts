import { filesPlace } from '../../../src/model/settings/storage';
import { changed, roles, variables, waysOut } from './on-kubernetes';
import { written as onAmazon } from './written';

const names = /^(STORAGE|S3|GCS|GOOGLE_APPLICATION|AZURE_STORAGE)_/;
const gcs = { kubernetes: { storage: { kind: 'gcs', bucket: 'acme_files' } } };
const azure = {
  kubernetes: { storage: { kind: 'azure', endpoint: 'https://acme.blob.core.windows.net', container: 'open-webui' } },
};
const s3 = {
  kubernetes: {
    storage: {
      kind: 's3',
      endpoint: 'https://minio.acme.example:9000',
      prefix: 'teams/chat',
      addressingStyle: 'path',
      accelerate: true,
      tagging: true,
      cidrs: ['10.60.3.0/28'],
    },
  },
};

test('a bucket at Amazon, with keys as roles and nothing about people in tags', () => {
  expect(variables({}, names)).toEqual({
    STORAGE_PROVIDER: 's3',
    STORAGE_LOCAL_CACHE: 'false',
    S3_BUCKET_NAME: 'acme-open-webui',
    S3_REGION_NAME: 'eu-central-1',
    S3_KEY_PREFIX: 'acme/',
    S3_ACCESS_KEY_ID: '<storageAccessKeyId>',
    S3_SECRET_ACCESS_KEY: '<storageSecretAccessKey>',
    S3_USE_ACCELERATE_ENDPOINT: 'false',
    S3_ENABLE_TAGGING: 'false',
  });
});

test('a service that speaks like Amazon’s, with everything that can be chosen', () => {
  expect(variables(s3, names)).toMatchObject({
    S3_ENDPOINT_URL: 'https://minio.acme.example:9000',
    S3_KEY_PREFIX: 'teams/chat/',
    S3_ADDRESSING_STYLE: 'path',
    S3_USE_ACCELERATE_ENDPOINT: 'true',
    S3_ENABLE_TAGGING: 'true',
  });
});

test('Google Cloud Storage with its credentials as a role, and nothing of S3', () => {
  expect(variables(gcs, names)).toEqual({
    STORAGE_PROVIDER: 'gcs',
    STORAGE_LOCAL_CACHE: 'false',
    GCS_BUCKET_NAME: 'acme_files',
    GOOGLE_APPLICATION_CREDENTIALS_JSON: '<gcsCredentials>',
  });
});

test('Azure Blob Storage with its key as a role, and nothing of S3', () => {
  expect(variables(azure, names)).toEqual({
    STORAGE_PROVIDER: 'azure',
    STORAGE_LOCAL_CACHE: 'false',
    AZURE_STORAGE_ENDPOINT: 'https://acme.blob.core.windows.net',
    AZURE_STORAGE_CONTAINER_NAME: 'open-webui',
    AZURE_STORAGE_KEY: '<azureStorageKey>',
  });
});

test.each([
  ['s3', {}, ['storageAccessKeyId', 'storageSecretAccessKey']],
  ['gcs', gcs, ['gcsCredentials']],
  ['azure', azure, ['azureStorageKey']],
])('%s has its own roles and no others', (_, changes, expected) => {
  const all = ['storageAccessKeyId', 'storageSecretAccessKey', 'gcsCredentials', 'azureStorageKey'];
  expect(roles(changes).filter((role) => all.includes(role))).toEqual(expected);
});

test.each([
  [{}, ['app-storage s3.eu-central-1.amazonaws.com 443 everywhere']],
  [s3, ['app-storage minio.acme.example 9000 10.60.3.0/28']],
  [gcs, ['app-storage storage.googleapis.com 443 everywhere', 'app-storage-2 oauth2.googleapis.com 443 everywhere']],
  [azure, ['app-storage acme.blob.core.windows.net 443 everywhere']],
])('%j opens the way to it', (changes, expected) => {
  expect(waysOut(changes, /^app-storage/)).toEqual(expected);
});

test('a place is a bucket and a prefix that ends; where the release knows no prefix it is the whole bucket', () => {
  const place = (changes: object) => {
    const { kubernetes } = changed(changes);
    return kubernetes && filesPlace(kubernetes.storage);
  };
  expect([place({}), place(gcs), place(azure)]).toEqual([
    { bucket: 's3.eu-central-1.amazonaws.com acme-open-webui', prefix: 'acme/' },
    { bucket: 'storage.googleapis.com acme_files', prefix: '' },
    { bucket: 'acme.blob.core.windows.net open-webui', prefix: '' },
  ]);
});

test('on AWS files are in the deployment’s own bucket, behind a prefix that ends with a slash', () => {
  const values = ['STORAGE_PROVIDER', 'S3_KEY_PREFIX', 'S3_BUCKET_NAME', 'S3_ACCESS_KEY_ID', 'GCS_BUCKET_NAME'];
  expect(values.map((name) => onAmazon({}, name))).toEqual(['s3', 'uploads/', 'bucket', undefined, undefined]);
});
