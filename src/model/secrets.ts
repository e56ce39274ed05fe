import type { Deployment, Target } from './deployment';
import { derivedVariables } from './settings/derived';
import { storageRoles } from './settings/storage';
import { rotation } from './settings/setting';
import type { SecretOf } from './settings/setting';
import { suppliedRoles } from './settings/supplied-roles';
import { valueAt } from './value-at';

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
  /** Longest age, such as `180d`; undefined where it needs none. */
  readonly rotateEvery?: string;
}

/** 64 characters: a key of 44 that is not base64 of 32 bytes stops the application. facts/open-webui.md §0.1. */
const keyLength = 64;

/** Half a year: seeds/security-configuration.txt, "Security Audits", asks for rotation and names no age. */
const longestAge = '180d';

type Role = Omit<SecretOf, 'prepare'> & { readonly readers?: SecretRole['readers'] };

const databaseAdministrator: Role = {
  role: 'databaseAdministrator',
  origin: 'generated',
  readers: ['prepare'],
  purpose: 'user name and password of the server’s administrator, kept and rotated by RDS',
  rotation: 'no effect: prepare reads it when it needs it',
  ageless: true,
};

/** The release puts such a password into a URL as it is. */
const unencoded = 'of letters, digits and - . _ ~ alone';

const redisPassword = {
  role: 'redisPassword',
  purpose: `signs the application in to Redis; ${unencoded}`,
} as const;

function backing(deployment: Deployment, target: Target): readonly Role[] {
  if (target === 'aws') {
    return [
      databaseAdministrator,
      {
        ...redisPassword,
        origin: 'generated',
        rotation: 'the cache takes a new value only when its user changes in the template; then restart the replicas',
      },
    ];
  }
  return [
    {
      role: 'databasePassword',
      origin: 'supplied',
      readers: ['app', 'prepare'],
      purpose: `signs the application in to PostgreSQL; ${unencoded}`,
      rotation: rotation.byServer,
    },
    { ...redisPassword, origin: 'supplied', readers: ['app', 'prepare'], rotation: rotation.byServer },
    ...storageRoles(deployment),
  ];
}

/** Secrets that parts of the specification call for. */
function called(deployment: Deployment): readonly Role[] {
  return Object.values(derivedVariables).flatMap(({ path, secret }): Role[] => {
    if (secret === undefined || valueAt(deployment, path.split('.')) === undefined) return [];
    const { prepare, ...role } = secret;
    return [{ ...role, readers: prepare ? ['app', 'prepare'] : ['app'] }];
  });
}

/** Every secret role of a deployment on a target. */
export function secrets(deployment: Deployment, target: Target): readonly SecretRole[] {
  const { rotateEvery } = deployment.secrets;
  const roles: readonly Role[] = [...called(deployment), ...backing(deployment, target), ...suppliedRoles(deployment)];
  return roles.map(({ role, origin, purpose, length = keyLength, readers = ['app'], rotation: effect, ageless }) => ({
    name: role,
    origin,
    length,
    readers,
    purpose,
    rotation: effect,
    rotateEvery: rotateEvery[role] ?? (ageless ? undefined : longestAge),
  }));
}
