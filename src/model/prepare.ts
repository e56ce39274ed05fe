import { connectionBudget } from './budget';
import { releaseOf } from './deployment';
import type { Deployment, Target } from './deployment';
import { environment } from './environment';
import { prepareScript } from './prepare-script';
import type { Environment, Value } from './variables';

/** The step that runs before the application, in every target. */
export interface Prepare {
  /** Python 3 program, run in `/app/backend` of the application’s image. */
  readonly script: string;
  /** Variables of its container. */
  readonly environment: Environment;
}

/** How long, in seconds, `prepare` waits for other releases to leave the database. */
const timeoutSeconds = 900;

/** The application’s variables that the database, its migrations and the keys need; beginnings of names end in an underscore. */
const needed = [
  'AWS_DEFAULT_REGION',
  'CORS_ALLOW_',
  'DATABASE_ENABLE_IAM_TOKEN_AUTH',
  'DATABASE_HOST',
  'DATABASE_NAME',
  'DATABASE_PASSWORD',
  'DATABASE_POOL_',
  'DATABASE_PORT',
  'DATABASE_TYPE',
  'DATABASE_USER',
  'DATA_DIR',
  'HOME',
  'OAUTH_CLIENT_INFO_ENCRYPTION_KEY',
  'OAUTH_SESSION_TOKEN_ENCRYPTION_KEY',
  'OFFLINE_MODE',
  'PGAPPNAME',
  'PGSSLMODE',
  'PGSSLROOTCERT',
  'PGVECTOR_',
  'VECTOR_DB',
  'WEBUI_ADMIN_PASSWORD',
  'WEBUI_SECRET_KEY',
] as const;

/** What prepares the database of a deployment on a target. */
export function prepare(deployment: Deployment, target: Target): Prepare {
  const shared = Object.entries(environment(deployment, target)).filter(([name]) =>
    needed.some((one) => name === one || (one.endsWith('_') && name.startsWith(one))),
  );
  const own: [string, Value][] = [
    ['PREPARE_RELEASE', [releaseOf(deployment)]],
    ['PREPARE_TIMEOUT_SECONDS', [String(timeoutSeconds)]],
  ];
  // Only on AWS is the server the deployment’s own; elsewhere its administrator runs the SQL of the platform output.
  const administrator: [string, Value][] =
    target === 'aws'
      ? [
          ['PREPARE_ADMIN_USER', [{ secret: 'databaseAdministrator', field: 'username' }]],
          ['PREPARE_ADMIN_PASSWORD', [{ secret: 'databaseAdministrator', field: 'password' }]],
          ['PREPARE_CONNECTION_LIMIT', [String(connectionBudget(deployment, target).usable)]],
        ]
      : // The application puts it into a URL; a bad one would be noticed by nobody but the connections that fail.
        [['PREPARE_REDIS_PASSWORD', [{ secret: 'redisPassword' }]]];
  return { script: prepareScript, environment: Object.fromEntries([...shared, ...own, ...administrator]) };
}
