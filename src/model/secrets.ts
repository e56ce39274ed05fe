import type { Deployment, Target } from './deployment';

/** A secret that a deployment needs, by what it is for. The model knows roles, never values. */
export interface SecretRole {
  /** Name of the role: `signingKey`, `openaiKeyAzure`. Letters and digits only. */
  readonly name: string;
  /** `generated` once by the target and then kept, or `supplied` by a person. */
  readonly origin: 'generated' | 'supplied';
  /** Characters of a generated value: letters and digits only, so that it needs no quoting anywhere. */
  readonly length: number;
  /** Who reads it. Nobody else may. */
  readonly readers: readonly ('app' | 'prepare')[];
  /** What it is for. */
  readonly purpose: string;
  /** What changing it does to users and data. */
  readonly rotation: string;
}

/** 64 characters: a key of 44 that is not base64 of 32 bytes stops the application. facts/open-webui.md §0.1. */
const keyLength = 64;

type Readers = SecretRole['readers'];

function generated(name: string, readers: Readers, purpose: string, rotation: string, length = keyLength): SecretRole {
  return { name, origin: 'generated', length, readers, purpose, rotation };
}

function supplied(name: string, readers: Readers, purpose: string, rotation: string): SecretRole {
  return { name, origin: 'supplied', length: keyLength, readers, purpose, rotation };
}

const both: Readers = ['app', 'prepare'];

const byProvider = 'change it at the provider, store it, restart the replicas';

const byServer = 'change it on the server, store it, restart the replicas';

const keys: readonly SecretRole[] = [
  generated(
    'signingKey',
    both,
    'signs sign-in tokens and encrypts valves; shared by all replicas',
    'everybody signs in again; encrypted valves can no longer be read',
  ),
  generated(
    'oauthClientInfoKey',
    both,
    'encrypts the registrations of OAuth clients in the database',
    'stored registrations can no longer be read',
  ),
  generated(
    'oauthSessionTokenKey',
    both,
    'encrypts OAuth tokens in the database',
    'stored tokens can no longer be read; people sign in again',
  ),
  generated(
    'adminPassword',
    both,
    'first administrator’s password, used while there is no user',
    'no effect after the first start; change it in the application',
    32,
  ),
];

function backing(target: Target): readonly SecretRole[] {
  const redis = 'signs the application in to Redis';
  if (target === 'aws') {
    return [
      generated(
        'databaseAdministrator',
        ['prepare'],
        'user name and password of the server’s administrator, kept and rotated by RDS',
        'no effect: prepare reads it when it needs it',
      ),
      generated(
        'redisPassword',
        ['app'],
        redis,
        'the cache takes a new value only when its user changes in the template; then restart the replicas',
      ),
    ];
  }
  return [
    supplied('databasePassword', both, 'signs the application in to PostgreSQL', byServer),
    supplied('redisPassword', ['app'], redis, byServer),
    supplied('storageAccessKeyId', ['app'], 'names the access key of the bucket', byProvider),
    supplied('storageSecretAccessKey', ['app'], 'signs requests to the bucket', byProvider),
  ];
}

/** Role of the key of an OpenAI-compatible service. It does not move when services are added or removed. */
export function openaiKeyRole({ name, url }: Deployment['models']['openai'][number]): string {
  const words = (name ?? new URL(url).hostname).split(/[^A-Za-z0-9]+/);
  return ['openaiKey', ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}

/** Every secret role of a deployment on a target. */
export function secrets(deployment: Deployment, target: Target): readonly SecretRole[] {
  const { auth, models, rag } = deployment;
  const app: Readers = ['app'];
  return [
    ...keys,
    ...backing(target),
    ...models.openai.map((service) => supplied(openaiKeyRole(service), app, `key of ${service.url}`, byProvider)),
    supplied('embeddingKey', app, `key of ${rag.embedding.url}`, byProvider),
    ...(auth.oidc ? [supplied('oidcClientSecret', app, `client secret at ${auth.oidc.issuer}`, byProvider)] : []),
    ...(auth.ldap ? [supplied('ldapBindPassword', app, `password of ${auth.ldap.bindDn}`, byServer)] : []),
  ];
}
