import { z } from 'zod';
import { text } from '../formats';
import { facts, guide, setting } from './setting';
import type { DerivedVariables } from './setting';

/** What is asked of secrets, whatever the target. */
export const secretsSpec = z
  .strictObject({
    valveEncryption: setting('ENABLE_VALVE_ENCRYPTION', z.boolean().default(true), {
      meaning: 'Whether the settings of tools and functions, keys among them, are encrypted in the database.',
      why: 'Whoever reads a backup finds no keys of other services. What was stored in plain text can still be read.',
      source: facts('1.2'),
    }),
    rotateEvery: z
      .record(z.string(), text('a number of days such as 90d', /^[1-9]\d{0,3}d$/, 'write it as 90d'))
      .default({})
      .describe('Longest age of a secret in days, by role. @default - 180d for each'),
  })
  .prefault({})
  .describe('Secrets. Values never stand here: a deployment names roles.');

/** Keys that all replicas share. Each is a role of its own, so that changing one loses nothing of the others. */
export const secretKeyVariables = {
  WEBUI_SECRET_KEY: {
    path: 'secrets',
    meaning: 'Signs sign-in tokens.',
    why: 'All replicas share one of 64 characters: one of 44 that is not base64 of 32 bytes stops the application.',
    source: guide('Secret Key'),
    secret: {
      role: 'signingKey',
      origin: 'generated',
      purpose: 'signs sign-in tokens and encrypts valves; shared by all replicas',
      rotation: 'everybody signs in again; encrypted valves can no longer be read',
      prepare: true,
    },
  },
  OAUTH_CLIENT_INFO_ENCRYPTION_KEY: {
    path: 'secrets',
    meaning: 'Encrypts the registrations of OAuth clients in the database.',
    why: 'A key of its own survives a change of the signing key.',
    source: facts('1.2'),
    secret: {
      role: 'oauthClientInfoKey',
      origin: 'generated',
      purpose: 'encrypts the registrations of OAuth clients in the database',
      rotation: 'stored registrations can no longer be read',
      prepare: true,
    },
  },
  OAUTH_SESSION_TOKEN_ENCRYPTION_KEY: {
    path: 'secrets',
    meaning: 'Encrypts OAuth tokens in the database.',
    why: 'A key of its own survives a change of the signing key.',
    source: facts('1.2'),
    secret: {
      role: 'oauthSessionTokenKey',
      origin: 'generated',
      purpose: 'encrypts OAuth tokens in the database',
      rotation: 'stored tokens can no longer be read; people sign in again',
      prepare: true,
    },
  },
} satisfies DerivedVariables;
