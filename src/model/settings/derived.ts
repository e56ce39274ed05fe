import { accessVariables } from './access';
import { accountVariables } from './accounts';
import { apiKeyVariables } from './api-keys';
import { auditVariables } from './audit';
import { codeVariables } from './code';
import { corsVariables } from './cors';
import { databaseVariables } from './database';
import { featureVariables } from './features';
import { headerVariables } from './headers';
import { ldapVariables } from './ldap';
import { logsVariables } from './logs';
import { modelVariables } from './models';
import { oauthVariables } from './oauth';
import { permissionsVariables } from './permissions';
import { pluginsVariables } from './plugins';
import { processVariables } from './process';
import { redisVariables } from './redis';
import { retrievalVariables } from './retrieval';
import { scimVariables } from './scim';
import { secretKeyVariables } from './secret-keys';
import { sessionVariables } from './sessions';
import type { DerivedVariables } from './setting';
import { sharingVariables } from './sharing';
import { storageVariables } from './storage';
import { telemetryVariables } from './telemetry';
import { trustedHeaderVariables } from './trusted-headers';
import { uploadsVariables } from './uploads';
import { vectorStoreVariables } from './vector-store';
import { webVariables } from './web';
import { webAddressVariables } from './web-address';
import { websocketVariables } from './websocket';

/** Derived variables, area by area. */
export const areas: readonly DerivedVariables[] = [
  secretKeyVariables,
  accountVariables,
  sessionVariables,
  oauthVariables,
  ldapVariables,
  webAddressVariables,
  headerVariables,
  databaseVariables,
  redisVariables,
  storageVariables,
  modelVariables,
  retrievalVariables,
  featureVariables,
  processVariables,
  auditVariables,
  accessVariables,
  apiKeyVariables,
  codeVariables,
  corsVariables,
  logsVariables,
  permissionsVariables,
  pluginsVariables,
  scimVariables,
  sharingVariables,
  telemetryVariables,
  trustedHeaderVariables,
  uploadsVariables,
  vectorStoreVariables,
  webVariables,
  websocketVariables,
];

/** Every variable that is not one leaf’s value, by name. */
export const derivedVariables: DerivedVariables = Object.assign({}, ...areas) as DerivedVariables;
