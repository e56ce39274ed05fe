import { flows } from '../../../src/model';
import { onAws } from '../../fixtures';
import { rolesAdded, written } from './written';

test.each([
  ['SCARF_NO_ANALYTICS', 'true'],
  ['DO_NOT_TRACK', 'true'],
  ['ANONYMIZED_TELEMETRY', 'false'],
  ['ENABLE_OTEL', 'false'],
  ['ENABLE_OTEL_TRACES', undefined],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', undefined],
])('%s is %s by default', (name, value) => {
  expect(written({}, name)).toBe(value);
});

const grpc = { otel: { endpoint: 'https://otel.acme.example:4317' } };
const http = { otel: { endpoint: 'https://otel.acme.example:4318/', protocol: 'http' } } as const;

test.each([
  ['ENABLE_OTEL', 'true', 'true'],
  ['ENABLE_OTEL_TRACES', 'false', 'false'],
  ['ENABLE_OTEL_METRICS', 'true', 'true'],
  ['ENABLE_OTEL_LOGS', 'false', 'false'],
  ['OTEL_OTLP_SPAN_EXPORTER', 'grpc', 'http'],
  ['OTEL_EXPORTER_OTLP_INSECURE', 'false', 'false'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'https://otel.acme.example:4317', 'https://otel.acme.example:4318/v1/traces'],
  [
    'OTEL_METRICS_EXPORTER_OTLP_ENDPOINT',
    'https://otel.acme.example:4317',
    'https://otel.acme.example:4318/v1/metrics',
  ],
  ['OTEL_LOGS_EXPORTER_OTLP_ENDPOINT', 'https://otel.acme.example:4317', 'https://otel.acme.example:4318/v1/logs'],
  ['OTEL_TRACES_SAMPLER', 'parentbased_always_on', 'parentbased_always_on'],
  ['OTEL_METRICS_EXPORT_INTERVAL_MILLIS', '10000', '10000'],
  ['OTEL_SERVICE_NAME', undefined, undefined],
  ['OTEL_BASIC_AUTH_USERNAME', undefined, undefined],
])('with a collector %s is %s over gRPC and %s over HTTP', (name, overGrpc, overHttp) => {
  expect([written({ telemetry: grpc }, name), written({ telemetry: http }, name)]).toEqual([overGrpc, overHttp]);
});

test('without TLS the exporter is told so by the scheme', () => {
  const telemetry = { otel: { endpoint: 'http://otel.acme.example:4317', cidrs: ['10.0.0.0/28'] } };
  expect(written({ telemetry }, 'OTEL_EXPORTER_OTLP_INSECURE')).toBe('true');
  expect(flows(onAws({ telemetry }), 'aws').find(({ id }) => id === 'app-telemetry')).toMatchObject({
    host: 'otel.acme.example',
    port: 4317,
    cidrs: ['10.0.0.0/28'],
  });
});

test('name and password of the collector are roles, where it asks for them', () => {
  const telemetry = { otel: { ...grpc.otel, auth: 'basic' } } as const;
  expect(rolesAdded({ telemetry: grpc })).toEqual([]);
  expect(rolesAdded({ telemetry })).toEqual(['otelUsername', 'otelPassword']);
  expect(written({ telemetry }, 'OTEL_BASIC_AUTH_USERNAME')).toBe('<otelUsername>');
  expect(written({ telemetry }, 'OTEL_BASIC_AUTH_PASSWORD')).toBe('<otelPassword>');
});
