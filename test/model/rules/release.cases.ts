import type { Case } from './case';
import { versions } from '../../../src/model/versions';

const digest = `sha256:${'0'.repeat(64)}`;

export const releaseCases: readonly Case[] = [
  {
    code: 'ImageNotPinned',
    holds: { image: { digest } },
    breaks: {},
    says: [
      `image.digest: expected the digest of ghcr.io/open-webui/open-webui:${versions.openWebUiTag}, got nothing; take it from the registry, or accept ImageNotPinned with a reason`,
    ],
  },
  {
    code: 'UncheckedRelease',
    holds: { image: { tag: versions.openWebUiTag } },
    breaks: { image: { tag: 'v0.13.0' } },
    says: [
      `image.tag: expected ${versions.openWebUiTag}, got "v0.13.0"; this version of the package was not checked against it`,
    ],
  },
  {
    code: 'RollingRollout',
    holds: { rollout: 'recreate' },
    breaks: { rollout: 'rolling' },
    says: ['rollout: expected recreate, got rolling; a release that migrates the database will not roll out'],
  },
  {
    code: 'SqlcipherCannotStart',
    on: 'kubernetes',
    holds: { kubernetes: { database: { kind: 'external' } } },
    breaks: { kubernetes: { database: { kind: 'sqlcipher' } } },
    says: [
      'kubernetes.database.kind: expected external, got sqlcipher; the release cannot start with it: take PostgreSQL, and encrypt its disk',
    ],
  },
  {
    code: 'DatabaseIncomplete',
    on: 'kubernetes',
    holds: {},
    breaks: { kubernetes: { database: { host: null } } },
    says: [
      'kubernetes.database.host: expected the database server, got nothing; with a part of the address missing, the release would take SQLite: name the server',
    ],
  },
  {
    code: 'RedisMissing',
    on: 'kubernetes',
    holds: {},
    breaks: { kubernetes: { redis: null } },
    says: [
      'kubernetes.redis: expected a Redis or Valkey server, got nothing; without it signing out revokes nothing, and processes do not meet: name a server with TLS',
    ],
  },
  {
    code: 'SqliteRefused',
    on: 'kubernetes',
    holds: { kubernetes: { database: { kind: 'external' } } },
    breaks: { kubernetes: { database: { kind: 'sqlite' } } },
    says: [
      'kubernetes.database.kind: expected external, got sqlite; a file on one replica is missing on the others: take PostgreSQL',
    ],
  },
];
