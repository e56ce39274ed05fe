import type { Case } from './case';

export const secretCases: readonly Case[] = [
  {
    code: 'UnknownRotationRole',
    holds: {
      extra: { LICENSE_KEY: { secret: 'licenseKey' } },
      secrets: { rotateEvery: { licenseKey: '30d', signingKey: '90d' } },
    },
    breaks: { secrets: { rotateEvery: { signinKey: '90d' } } },
    says: ['secrets.rotateEvery.signinKey: unknown secret role; did you mean signingKey?'],
  },
  {
    code: 'ValvesNotEncrypted',
    holds: { secrets: { valveEncryption: true } },
    breaks: { secrets: { valveEncryption: false } },
    says: [
      'secrets.valveEncryption: expected true, got false; keys of other services would lie in the database in plain text',
    ],
  },
];
