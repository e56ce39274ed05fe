import { aws, demands, kubernetes, planned, refusal, rules, section, settings, upstream } from './measure';
import type { Measure } from './measure';
import { database } from './shared';

/** What the security document says of variables and secrets. */
export const variables: readonly Measure[] = [
  ...section('configuration', 'Environment Variable Security', [
    {
      lines: [126],
      measure: 'People start from a template in which what matters is set',
      answers: [
        planned('owui init', 'a fleet file to start from, in which what must be decided is asked'),
        planned('owui import', 'a fleet file from an .env file that is in use'),
      ],
    },
    {
      lines: [129],
      measure: 'The signing key is strong and random',
      answers: [...settings('WEBUI_SECRET_KEY'), ...rules('LiteralSecret'), ...demands('secret:signingKey')],
    },
    {
      lines: [130],
      measure: 'API keys are on only where they are needed',
      answers: [...settings('ENABLE_API_KEYS'), ...rules('ApiKeysUnrestricted')],
    },
    {
      lines: [131, 139],
      measure: 'Origins are listed one by one, never *',
      answers: [
        ...settings('CORS_ALLOW_ORIGIN'),
        ...rules('CorsWildcard', 'CorsWildcardBesideOthers', 'CorsWithoutOwnOrigin'),
      ],
    },
    {
      lines: [132],
      measure: 'Only the entry says where a request comes from',
      answers: [...settings('FORWARDED_ALLOW_IPS'), ...demands('flow:edge-app')],
    },
    {
      lines: [134],
      measure: 'A malformed value is noticed',
      figures: ['31536000'],
      answers: [
        ...rules('ExtraMalformed', 'BadFormat', 'NotOneOf', 'WrongType'),
        upstream('utils/security_headers.py', 'set_hsts', 'replaces a malformed value with its own'),
      ],
      note:
        'The release replaces malformed headers without a word, and reads every switch that is not the word true as ' +
        'off. Here a malformed value is a problem before anything is written.',
    },
    {
      lines: [137],
      measure: 'No secret is ever committed',
      answers: [
        ...rules('LiteralSecret'),
        ...demands('secret'),
        kubernetes('ExternalSecret', 'fetches secrets from a store, so that no manifest holds one'),
        aws(
          'ECS::TaskDefinition',
          'refers to secrets and holds none',
          'ContainerDefinitions > Secrets > Name',
          'WEBUI_SECRET_KEY',
        ),
        planned('owui init', 'entries for .env and its like in .gitignore'),
      ],
    },
    {
      lines: [138],
      measure: 'Secrets are long and random',
      answers: [
        ...rules('LiteralSecret'),
        aws('SecretsManager::Secret', 'makes them', 'GenerateSecretString > PasswordLength', 64),
        kubernetes('Password', 'makes them', 'spec > length', 64),
        refusal(
          'a value that a person supplies is never seen here, so nobody can say how strong it is',
          'leave keys to be generated; the step before the application refuses keys that it could not use',
        ),
      ],
    },
    {
      lines: [140],
      measure: 'Security headers fit the deployment',
      answers: [
        ...settings('CONTENT_SECURITY_POLICY', 'PERMISSIONS_POLICY', 'XFRAME_OPTIONS'),
        ...rules('HeaderMissing', 'HeaderBreaksPage'),
      ],
    },
    {
      lines: [141],
      measure: 'Keys and tokens change from time to time',
      answers: [
        ...demands('secret:signingKey'),
        refusal(
          'nothing here knows when a value was last changed',
          '`owui check` says how often each secret is to change, and the store says how old it is',
        ),
        ...settings('WEBUI_SECRET_KEY', 'JWT_EXPIRES_IN'),
        aws('KMS::Key', 'changes every year', 'EnableKeyRotation', true),
        ...database('changes its administrator’s password by itself', 'ManageMasterUserPassword', true),
        refusal(
          'an API key of the application has no end, and no variable gives it one',
          'keep keys off, or let them open few routes; a user replaces a key by hand',
        ),
      ],
      note: '`owui check` says how often each secret is to change; `secrets.rotateEvery` gives a role an age of its own.',
    },
    {
      lines: [143],
      measure: 'Nothing is reported to others, and no key is left empty',
      names: ['SCARF_NO_ANALYTICS', 'DO_NOT_TRACK'],
      answers: [
        upstream('Dockerfile', 'SCARF_NO_ANALYTICS=true', 'the image sets it, and nothing here changes it'),
        upstream('Dockerfile', 'DO_NOT_TRACK=true', 'the image sets it, and nothing here changes it'),
        ...settings('OFFLINE_MODE', 'ENABLE_VERSION_UPDATE_CHECK', 'WEBUI_SECRET_KEY'),
        ...rules('VersionCheckOn', 'OfflineModeOff', 'TelemetryUnencrypted'),
      ],
      note: 'The program reads neither of the two variables; what it sends is closed by the settings and by the egress rules.',
    },
  ]),
];
