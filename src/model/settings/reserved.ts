import { appPort } from '../flows';
import { byName } from '../value-at';

/** A variable that belongs to the package and that nobody sets. */
export interface Reserved {
  readonly value: string;
  readonly why: string;
}

/** Variables that follow from how the containers are built, not from a choice. */
export const reservedVariables = byName<Reserved>({
  ENV: { value: 'prod', why: 'in development mode the application shows every route to everybody' },
  DATA_DIR: { value: '/data', why: 'one of the two directories that can be written to' },
  HOME: { value: '/tmp', why: 'libraries write to the home directory, and root’s cannot be written to' },
  PORT: { value: String(appPort), why: 'the entry, the probes and the network rules know this port' },
  ENABLE_DB_MIGRATIONS: { value: 'false', why: '`prepare` migrates, once and under a lock' },
});

const otherStart = 'the start script of the image would take another way';
const oneServer = 'both engines share code.jupyter';
const byScheme = 'it follows from the scheme of the address in telemetry';
const feishu = 'the package knows neither the redirect address nor the way out of the network for this provider';
const pgcrypto = 'it needs an extension of the database that `prepare` does not create';
const signingKey = 'the signing key is a secret role';

/** Variables that are never set, and why. */
export const refusedVariables = byName<string>({
  ADMIN_USER_EMAIL: otherStart,
  ADMIN_USER_PASSWORD: otherStart,
  APP_ALLOWED_PRIVATE_ORIGINS: 'apps that people register would reach private addresses, over plain http as well',
  CODE_INTERPRETER_JUPYTER_AUTH: oneServer,
  CODE_INTERPRETER_JUPYTER_AUTH_PASSWORD: oneServer,
  CODE_INTERPRETER_JUPYTER_AUTH_TOKEN: oneServer,
  CODE_INTERPRETER_JUPYTER_TIMEOUT: oneServer,
  CODE_INTERPRETER_JUPYTER_URL: oneServer,
  DATABASE_SCHEMA: '`prepare` opens the schema public to the application, and no other',
  DATABASE_URL: 'the parts of the database’s address are given instead, and win over it',
  ENABLE_MFA:
    'the release does not start with it unless settings are kept in the database; ask for it at the identity provider',
  FEISHU_CLIENT_ID: feishu,
  FEISHU_CLIENT_SECRET: feishu,
  FEISHU_OAUTH_SCOPE: feishu,
  FEISHU_REDIRECT_URI: feishu,
  FROM_INIT_PY: 'it is for a start without the image',
  FRONTEND_BUILD_DIR:
    'the pages come with the image, and whatever lies in another directory would be served in their place',
  HOST: 'the entry and the probes know the address that the server listens on',
  OAUTH_ROLES_SEPARATOR: 'roles are written with the separator that the release takes without it',
  OTEL_LOGS_EXPORTER_OTLP_INSECURE: byScheme,
  OTEL_METRICS_EXPORTER_OTLP_INSECURE: byScheme,
  PGVECTOR_DB_URL: 'vectors are kept in the database of the deployment',
  PGVECTOR_PGCRYPTO: pgcrypto,
  PGVECTOR_PGCRYPTO_KEY: pgcrypto,
  PROFILE_IMAGE_ALLOWED_MIME_TYPES:
    'a picture of a kind that can hold scripts, such as svg, would be served from the address of the application',
  RESET_CONFIG_ON_START: 'every process would delete the settings in the database at each start',
  SPACE_HOST: otherStart,
  SPACE_ID: otherStart,
  STATIC_DIR: 'the application empties it at each start, where it can write to it',
  TERMINAL_PROXY_HEADERS: 'it writes over the headers that protect browsers',
  USE_OLLAMA_DOCKER: 'a second server would run in the container of the application',
  WEBSOCKET_REDIS_OPTIONS: 'it can turn off the check of the cache’s certificate',
  WEBUI_JWT_SECRET_KEY: signingKey,
  WEBUI_SECRET_KEY_FILE: signingKey,
  WEBUI_SECRET_KEY_LENGTH: signingKey,
});

/** Names that belong to something else than Open WebUI, and that nobody may set. */
export interface RefusedNames {
  readonly names: RegExp;
  /** What such a variable does. */
  readonly does: string;
  /** What to do instead. */
  readonly instead: string;
}

// In both cases: programs read some of them in small letters, and none is needed in these.
const families: readonly RefusedNames[] = [
  {
    names: /^(?:SSL_CERT_(?:FILE|DIR)|CURL_CA_BUNDLE|GRPC_DEFAULT_SSL_ROOTS_FILE_PATH)$/i,
    does: 'changes which certificates are trusted',
    instead: 'write web.ca',
  },
  {
    names: /^(?:HTTPS?|FTP|SOCKS|WSS?|GRPC|ALL|NO)_PROXY$/i,
    does: 'sends requests through a proxy',
    instead: 'there is no setting for one: leave it out',
  },
  {
    names: /^AWS_/i,
    does: 'changes who the deployment is at AWS, or which AWS it talks to',
    instead: 'both follow from where it runs: leave it out',
  },
  {
    names: /^PG[A-Z]+$/i,
    does: 'changes the connection to the database',
    instead: 'write what database has a key for',
  },
  {
    names: /^UVICORN_(?!WS_PER_MESSAGE_DEFLATE$)/i,
    does: 'is an option of the server',
    instead: 'write what process has a key for',
  },
  {
    names:
      /^(?:PATH|IFS|CDPATH|ENV|GLOBIGNORE|EXECIGNORE|SHELLOPTS|BASHOPTS|PS\d|PROMPT_COMMAND|POSIXLY_CORRECT|HOSTNAME|HOSTALIASES|LOCALDOMAIN|RES_OPTIONS|POD_NAME|TMPDIR|TMP|TEMP|NETRC|SSLKEYLOGFILE|GCONV_PATH|LOCPATH|NLSPATH|GLIBC_TUNABLES|PYTHON.*|(?:LD|BASH|MALLOC|NODE|OPENSSL|PREPARE|CERTIFICATE|SECRET)_.*)$/i,
    does: 'changes how programs start',
    instead: 'leave it out',
  },
];

/** What a name that no key decides would do to programs other than Open WebUI; undefined where it does nothing to them. */
export function refusedFamily(name: string): RefusedNames | undefined {
  return families.find(({ names }) => names.test(name));
}
