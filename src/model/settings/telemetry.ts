import { z } from 'zod';
import type { Deployment } from '../deployment';
import { farSideCidrs, line, serviceUrl } from '../formats';
import { facts, rotation, setting, upstream } from './setting';
import type { DerivedVariables } from './setting';

const source = facts('1.12');

const otel = z.strictObject({
  endpoint: serviceUrl.describe('Base URL of the collector, such as https://otel.acme.example:4317.'),
  protocol: setting('OTEL_OTLP_SPAN_EXPORTER', z.enum(['grpc', 'http']).default('grpc'), {
    meaning: 'How the collector is spoken to.',
    why: 'Take http where something between the two does not pass gRPC on.',
    source,
  }),
  traces: setting('ENABLE_OTEL_TRACES', z.boolean().default(false), {
    meaning: 'Whether requests, statements and calls of others are traced.',
    why: 'The release writes commands to Redis into traces with their values, and parts of answers are among them.',
    source: upstream('utils/telemetry/instrumentors.py'),
  }),
  metrics: setting('ENABLE_OTEL_METRICS', z.boolean().default(true), {
    meaning: 'Whether requests and users are counted.',
    why: 'Numbers alone are sent.',
    source,
  }),
  logs: setting('ENABLE_OTEL_LOGS', z.boolean().default(false), {
    meaning: 'Whether the log goes to the collector as well.',
    why: 'The platform takes it from standard output already; the audit log never goes this way.',
    source,
  }),
  serviceName: setting('OTEL_SERVICE_NAME', line.optional(), {
    meaning: 'Name under which the application reports. @default - open-webui',
    why: 'Tenants that share a collector need names of their own.',
    source,
  }),
  sampler: setting(
    'OTEL_TRACES_SAMPLER',
    z
      .enum([
        'always_on',
        'always_off',
        'traceidratio',
        'parentbased_always_on',
        'parentbased_always_off',
        'parentbased_traceidratio',
      ])
      .default('parentbased_always_on'),
    {
      meaning: 'Which requests are traced.',
      why: 'It is the release’s own default: all that nobody before it left out.',
      source: upstream('env.py'),
    },
  ),
  exportIntervalMilliseconds: setting(
    'OTEL_METRICS_EXPORT_INTERVAL_MILLIS',
    z.int().min(1000).max(3_600_000).default(10_000),
    {
      meaning: 'Milliseconds between two reports of metrics.',
      why: 'Each report asks the database for the number of users.',
      source: upstream('utils/telemetry/metrics.py'),
    },
  ),
  auth: z
    .enum(['basic'])
    .optional()
    .describe('How the application signs in: basic, with the roles `otelUsername` and `otelPassword`. @default - not'),
  cidrs: farSideCidrs('the collector'),
});

/** Telemetry. */
export const telemetry = z
  .strictObject({
    otel: otel.optional().describe('Collector of OpenTelemetry. @default - none, and nothing is sent'),
  })
  .prefault({})
  .describe('Traces and metrics.');

/** Over gRPC one address takes all; over HTTP each kind has a path of its own, which upstream does not add. */
const endpointOf =
  (path: string) =>
  ({ telemetry: { otel: collector } }: Deployment) =>
    collector &&
    (collector.protocol === 'http' ? `${collector.endpoint.replace(/\/$/, '')}${path}` : collector.endpoint);

const privacy = { path: 'telemetry', source, why: 'Nobody outside learns that this deployment exists.' } as const;

const address = {
  path: 'telemetry.otel.endpoint',
  why: 'What is not described is off.',
  source: upstream('utils/telemetry/setup.py'),
} as const;

const credential = {
  path: 'telemetry.otel.auth',
  why: 'It is a secret role, never text.',
  source: upstream('utils/telemetry/setup.py'),
} as const;

/** Variables that are not one key’s value. */
export const telemetryVariables = {
  SCARF_NO_ANALYTICS: { ...privacy, meaning: 'Keeps libraries from counting installations.', value: () => true },
  DO_NOT_TRACK: { ...privacy, meaning: 'Keeps libraries from reporting their use.', value: () => true },
  ANONYMIZED_TELEMETRY: {
    ...privacy,
    meaning: 'Whether the vector store’s library reports its use.',
    value: () => false,
  },
  ENABLE_OTEL: {
    ...address,
    meaning: 'Whether anything goes to a collector.',
    value: ({ telemetry: { otel: collector } }) => collector !== undefined,
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    ...address,
    meaning: 'Where traces go.',
    value: endpointOf('/v1/traces'),
  },
  OTEL_METRICS_EXPORTER_OTLP_ENDPOINT: {
    ...address,
    meaning: 'Where metrics go.',
    value: endpointOf('/v1/metrics'),
  },
  OTEL_LOGS_EXPORTER_OTLP_ENDPOINT: {
    ...address,
    meaning: 'Where logs go.',
    value: endpointOf('/v1/logs'),
  },
  OTEL_EXPORTER_OTLP_INSECURE: {
    ...address,
    meaning: 'Whether the collector is spoken to without TLS.',
    why: 'It follows from the scheme of the address, so that the two cannot disagree.',
    value: ({ telemetry: { otel: collector } }) => collector && new URL(collector.endpoint).protocol === 'http:',
  },
  OTEL_BASIC_AUTH_USERNAME: {
    ...credential,
    meaning: 'Name with which the application signs in to the collector.',
    secret: {
      role: 'otelUsername',
      origin: 'supplied',
      purpose: 'name at the collector of telemetry',
      rotation: rotation.byServer,
    },
  },
  OTEL_BASIC_AUTH_PASSWORD: {
    ...credential,
    meaning: 'Password with which the application signs in to the collector.',
    secret: {
      role: 'otelPassword',
      origin: 'supplied',
      purpose: 'password at the collector of telemetry',
      rotation: rotation.byServer,
    },
  },
} satisfies DerivedVariables;
