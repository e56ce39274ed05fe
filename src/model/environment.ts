import { connectionBudget } from './budget';
import { ownCache } from './container';
import { kubernetesOf, ownBucketPrefix, ownDatabase, releaseOf } from './deployment';
import type { Deployment, Target } from './deployment';
import { certificatePath } from './files';
import { appPort } from './flows';
import { securityHeaders } from './headers';
import { openaiKeyRole } from './secrets';
import { complete } from './variables';
import type { Draft, Endpoint, Environment, Part, Value } from './variables';

const secret = (name: string): Part => ({ secret: name });
const endpoint = (name: Endpoint): Part => ({ endpoint: name });

function database(deployment: Deployment, target: Target): Draft {
  const { pool, vectorPool } = connectionBudget(deployment, target).demand;
  const common: Draft = {
    DATABASE_TYPE: 'postgresql',
    DATABASE_POOL_SIZE: pool.size,
    DATABASE_POOL_MAX_OVERFLOW: pool.overflow,
    PGVECTOR_POOL_SIZE: vectorPool?.size,
    PGVECTOR_POOL_MAX_OVERFLOW: vectorPool?.overflow,
    PGSSLMODE: 'verify-full',
    PGSSLROOTCERT: certificatePath(deployment, target, 'databaseCa'),
    PGAPPNAME: [`open-webui ${releaseOf(deployment)} `, endpoint('instanceName')],
  };
  if (target === 'aws') {
    return {
      ...common,
      DATABASE_ENABLE_IAM_TOKEN_AUTH: true,
      DATABASE_HOST: endpoint('databaseHost'),
      DATABASE_PORT: ownDatabase.port,
      DATABASE_NAME: ownDatabase.name,
      DATABASE_USER: ownDatabase.user,
      AWS_DEFAULT_REGION: endpoint('region'),
    };
  }
  const { host, port, name, user } = kubernetesOf(deployment).database;
  return {
    ...common,
    DATABASE_HOST: host,
    DATABASE_PORT: port,
    DATABASE_NAME: name,
    DATABASE_USER: user,
    DATABASE_PASSWORD: secret('databasePassword'),
  };
}

/** Every connection carries the replica’s name, so that the probe finds its own among those that Redis lists. */
function redisUrl(deployment: Deployment, target: Target): Value {
  const password = secret('redisPassword');
  const name: Value = ['?client_name=', endpoint('instanceName')];
  if (target === 'aws') {
    return [
      `rediss://${ownCache.user}:`,
      password,
      '@',
      endpoint('cacheHost'),
      ':',
      endpoint('cachePort'),
      '/0',
      ...name,
    ];
  }
  const { host, port, username = '', ca } = kubernetesOf(deployment).redis;
  const trust = ca === undefined ? [] : [`&ssl_ca_certs=${certificatePath(deployment, target, 'redisCa')}`];
  return [`rediss://${username}:`, password, `@${host}:${port}/0`, ...name, ...trust];
}

function storage(deployment: Deployment, target: Target): Draft {
  const common: Draft = { STORAGE_PROVIDER: 's3', STORAGE_LOCAL_CACHE: false };
  if (target === 'aws') {
    return {
      ...common,
      S3_BUCKET_NAME: endpoint('bucket'),
      S3_REGION_NAME: endpoint('region'),
      S3_KEY_PREFIX: ownBucketPrefix,
    };
  }
  const { bucket, region, prefix, endpoint: url } = kubernetesOf(deployment).storage;
  return {
    ...common,
    S3_BUCKET_NAME: bucket,
    S3_REGION_NAME: region,
    S3_KEY_PREFIX: prefix,
    S3_ENDPOINT_URL: url,
    S3_ACCESS_KEY_ID: secret('storageAccessKeyId'),
    S3_SECRET_ACCESS_KEY: secret('storageSecretAccessKey'),
  };
}

function signIn(deployment: Deployment, target: Target): Draft {
  const { admin, defaultRole, passwordLogin, tokenLifetime, oidc, ldap } = deployment.auth;
  return {
    WEBUI_AUTH: true,
    WEBUI_SECRET_KEY: secret('signingKey'),
    OAUTH_CLIENT_INFO_ENCRYPTION_KEY: secret('oauthClientInfoKey'),
    OAUTH_SESSION_TOKEN_ENCRYPTION_KEY: secret('oauthSessionTokenKey'),
    WEBUI_ADMIN_EMAIL: admin.email,
    WEBUI_ADMIN_NAME: admin.name,
    WEBUI_ADMIN_PASSWORD: secret('adminPassword'),
    ENABLE_SIGNUP: false,
    ENABLE_INITIAL_ADMIN_SIGNUP: false,
    DEFAULT_USER_ROLE: defaultRole,
    ENABLE_LOGIN_FORM: passwordLogin,
    ENABLE_PASSWORD_AUTH: passwordLogin,
    JWT_EXPIRES_IN: tokenLifetime,
    ENABLE_OAUTH_ID_TOKEN_COOKIE: false,
    ...(oidc && {
      ENABLE_OAUTH_SIGNUP: true,
      OAUTH_MERGE_ACCOUNTS_BY_EMAIL: false,
      OPENID_PROVIDER_URL: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      OPENID_REDIRECT_URI: `https://${deployment.host}/oauth/oidc/callback`,
      OAUTH_CLIENT_ID: oidc.clientId,
      OAUTH_CLIENT_SECRET: secret('oidcClientSecret'),
      OAUTH_CODE_CHALLENGE_METHOD: 'S256',
      OAUTH_PROVIDER_NAME: oidc.providerName,
      OAUTH_ALLOWED_DOMAINS: oidc.allowedDomains.join(','),
      ENABLE_OAUTH_ROLE_MANAGEMENT: oidc.roles !== undefined,
      OAUTH_ROLES_CLAIM: oidc.roles?.claim,
      OAUTH_ALLOWED_ROLES: oidc.roles && [...oidc.roles.user, ...oidc.roles.admin].join(','),
      OAUTH_ADMIN_ROLES: oidc.roles?.admin.join(','),
    }),
    ...(ldap && {
      ENABLE_LDAP: true,
      LDAP_SERVER_HOST: ldap.host,
      LDAP_SERVER_PORT: ldap.port,
      LDAP_USE_TLS: true,
      LDAP_VALIDATE_CERT: true,
      LDAP_CA_CERT_FILE: certificatePath(deployment, target, 'ldapCa'),
      LDAP_APP_DN: ldap.bindDn,
      LDAP_APP_PASSWORD: secret('ldapBindPassword'),
      LDAP_SEARCH_BASE: ldap.searchBase,
      LDAP_SEARCH_FILTER: ldap.searchFilter,
      LDAP_ATTRIBUTE_FOR_USERNAME: ldap.usernameAttribute,
      LDAP_ATTRIBUTE_FOR_MAIL: ldap.mailAttribute,
    }),
  };
}

/** Whoever passes a request on before it reaches the application: the gateway’s pods, and the proxies before them. */
function trustedHops(deployment: Deployment): readonly string[] {
  const { podCidrs, entry } = kubernetesOf(deployment);
  return entry.clientAddress.kind === 'trustedProxies' ? [...podCidrs, ...entry.clientAddress.cidrs] : podCidrs;
}

function browser(deployment: Deployment, target: Target): Draft {
  const { sessionSameSite, authSameSite } = deployment.cookies;
  const origin = `https://${deployment.host}`;
  return {
    WEBUI_URL: origin,
    CORS_ALLOW_ORIGIN: origin,
    WEBUI_SESSION_COOKIE_SAME_SITE: sessionSameSite,
    WEBUI_SESSION_COOKIE_SECURE: true,
    WEBUI_AUTH_COOKIE_SAME_SITE: authSameSite,
    WEBUI_AUTH_COOKIE_SECURE: true,
    FORWARDED_ALLOW_IPS: target === 'aws' ? endpoint('edgeCidrs') : trustedHops(deployment).join(','),
    ...Object.fromEntries(securityHeaders(deployment).map(({ variable, value }) => [variable, value])),
  };
}

/** Joins what belongs to several services with the semicolons that Open WebUI splits at. facts/open-webui.md §1.0. */
function bySemicolon(parts: readonly Part[]): Value {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [';', part]));
}

function models({ models: { openai }, rag: { embedding } }: Deployment): Draft {
  return {
    ENABLE_OLLAMA_API: false,
    ENABLE_OPENAI_API: openai.length > 0,
    ...(openai.length > 0 && {
      OPENAI_API_BASE_URLS: openai.map(({ url }) => url).join(';'),
      OPENAI_API_KEYS: bySemicolon(openai.map((service) => secret(openaiKeyRole(service)))),
    }),
    VECTOR_DB: 'pgvector',
    PGVECTOR_CREATE_EXTENSION: false,
    PGVECTOR_INDEX_METHOD: 'hnsw',
    PGVECTOR_INITIALIZE_MAX_VECTOR_LENGTH: embedding.dimensions,
    PGVECTOR_USE_HALFVEC: embedding.dimensions > 2000,
    RAG_EMBEDDING_ENGINE: embedding.engine,
    RAG_EMBEDDING_MODEL: embedding.model,
    RAG_EMBEDDING_MODEL_AUTO_UPDATE: false,
    RAG_EMBEDDING_MODEL_TRUST_REMOTE_CODE: false,
    RAG_RERANKING_MODEL_AUTO_UPDATE: false,
    RAG_RERANKING_MODEL_TRUST_REMOTE_CODE: false,
    RAG_OPENAI_API_BASE_URL: embedding.url,
    RAG_OPENAI_API_KEY: secret('embeddingKey'),
  };
}

const auditLevels = {
  none: 'NONE',
  metadata: 'METADATA',
  request: 'REQUEST',
  requestResponse: 'REQUEST_RESPONSE',
} as const;

/** Every variable of the application’s container. */
export function environment(deployment: Deployment, target: Target): Environment {
  const url = redisUrl(deployment, target);
  return complete({
    ENV: 'prod',
    DATA_DIR: '/data',
    HOME: '/tmp',
    PORT: appPort,
    UVICORN_WORKERS: deployment.workers,
    /** Above the load balancer’s idle timeout, or it reuses connections that the application has just closed. */
    UVICORN_TIMEOUT_KEEP_ALIVE: deployment.edge.streamTimeoutSeconds + 5,
    ENABLE_PERSISTENT_CONFIG: false,
    ENABLE_DB_MIGRATIONS: false,
    ...signIn(deployment, target),
    ...browser(deployment, target),
    ...database(deployment, target),
    REDIS_URL: url,
    REDIS_KEY_PREFIX: deployment.name,
    REDIS_SOCKET_KEEPALIVE: true,
    REDIS_HEALTH_CHECK_INTERVAL: 30,
    WEBSOCKET_MANAGER: 'redis',
    WEBSOCKET_REDIS_URL: url,
    ...storage(deployment, target),
    ...models(deployment),
    OFFLINE_MODE: true,
    ENABLE_VERSION_UPDATE_CHECK: false,
    ENABLE_PIP_INSTALL_FRONTMATTER_REQUIREMENTS: false,
    ENABLE_COMMUNITY_SHARING: false,
    ENABLE_DIRECT_CONNECTIONS: false,
    ENABLE_PROFILE_IMAGE_URL_FORWARDING: false,
    AUDIT_LOG_LEVEL: auditLevels[deployment.audit.level],
    ENABLE_AUDIT_STDOUT: true,
    ENABLE_AUDIT_LOGS_FILE: false,
    LOG_FORMAT: 'json',
  });
}
