import { appPort } from '../flows';

/** A variable that belongs to the package and that nobody sets. */
export interface Reserved {
  readonly value: string;
  readonly why: string;
}

/** Variables that follow from how the containers are built, not from a choice. */
export const reservedVariables: Readonly<Record<string, Reserved>> = {
  ENV: { value: 'prod', why: 'in development mode the application shows every route to everybody' },
  DATA_DIR: { value: '/data', why: 'one of the two directories that can be written to' },
  HOME: { value: '/tmp', why: 'libraries write to the home directory, and root’s cannot be written to' },
  PORT: { value: String(appPort), why: 'the entry, the probes and the network rules know this port' },
  ENABLE_DB_MIGRATIONS: { value: 'false', why: '`prepare` migrates, once and under a lock' },
};

const otherStart = 'the start script of the image would take another way';
const oneServer = 'both engines share code.jupyter';

/** Variables that are never set, and why. */
export const refusedVariables: Readonly<Record<string, string>> = {
  ADMIN_USER_EMAIL: otherStart,
  ADMIN_USER_PASSWORD: otherStart,
  CODE_INTERPRETER_JUPYTER_AUTH: oneServer,
  CODE_INTERPRETER_JUPYTER_AUTH_PASSWORD: oneServer,
  CODE_INTERPRETER_JUPYTER_AUTH_TOKEN: oneServer,
  CODE_INTERPRETER_JUPYTER_TIMEOUT: oneServer,
  CODE_INTERPRETER_JUPYTER_URL: oneServer,
  DATABASE_URL: 'the parts of the database’s address are given instead, and win over it',
  ENABLE_MFA:
    'the release does not start with it unless settings are kept in the database; ask for it at the identity provider',
  FROM_INIT_PY: 'it is for a start without the image',
  HOST: 'the entry and the probes know the address that the server listens on',
  OAUTH_ROLES_SEPARATOR: 'roles are written with the separator that the release takes without it',
  PGVECTOR_DB_URL: 'vectors are kept in the database of the deployment',
  RESET_CONFIG_ON_START: 'every process would delete the settings in the database at each start',
  SPACE_HOST: otherStart,
  SPACE_ID: otherStart,
  STATIC_DIR: 'the application empties it at each start, where it can write to it',
  USE_OLLAMA_DOCKER: 'a second server would run in the container of the application',
  WEBUI_SECRET_KEY_FILE: 'the signing key is a secret role',
  WEBUI_SECRET_KEY_LENGTH: 'the signing key is a secret role',
};

/** Names of variables that change how a program starts, or that the targets hand their own things over in. */
export const refusedNames = /^(?:PATH|IFS|HOSTNAME|POD_NAME|PYTHON[A-Z]+|(?:LD|BASH|PREPARE|CERTIFICATE|SECRET)_.*)$/;
