import { aws, demandOf, demands, kubernetes, planned, refusal, rules, section, settings, upstream } from './measure';
import type { Measure } from './measure';
import { alarms, siem } from './shared';

const collector = refusal(
  'the manifests hold nothing that collects logs',
  'the cluster’s own collector; lines are JSON on standard output, the audit log among them',
);

/** Rate limits, access logs and their rotation. */
export const limitsAndLogs: readonly Measure[] = [
  ...section('configuration', 'Rate Limiting Strategies', [
    {
      lines: [151],
      measure: 'Requests are limited, across replicas',
      answers: [
        ...settings('REDIS_URL'),
        ...demands('limit:signIn', 'limit:everything'),
        upstream('utils/rate_limit.py', 'class RateLimiter', 'counts in Redis'),
      ],
      note:
        'The release limits sign-in by e-mail address, second factors by address and the exchange of tokens, and ' +
        'nothing else. Everything else is limited at the entry.',
    },
    {
      lines: [154, 156],
      measure: 'Limits hold, if more loosely, while Redis is away',
      answers: [
        ...demands('limit:signIn', 'limit:everything'),
        upstream('utils/rate_limit.py', '_is_limited_memory', 'counts in each process by itself meanwhile'),
      ],
      note: 'The limits of the entries do not use Redis and hold as before.',
    },
    {
      lines: [155, 159],
      measure: 'A burst at the edge of a window is counted as well',
      answers: [
        ...demands('limit:signIn', 'limit:everything'),
        upstream('utils/rate_limit.py', 'num_buckets', 'adds up the parts of a window'),
      ],
    },
    {
      lines: [157],
      measure: 'How much of a limit is used can be asked',
      answers: [
        upstream('utils/rate_limit.py', 'get_count', 'knows it inside the program'),
        aws(
          'WAFv2::WebACL',
          'counts what each limit refuses as a metric',
          'Rules > VisibilityConfig > CloudWatchMetricsEnabled',
          true,
        ),
        refusal(
          'the release has no route that tells it, and Envoy Gateway’s counts are metrics of its proxies',
          'the metrics of the proxies, where the cluster gathers them',
        ),
      ],
    },
    {
      lines: [162],
      measure: 'The application limits',
      answers: [
        upstream('routers/auths.py', 'signin_rate_limiter', '15 sign-ins in 3 minutes for each e-mail address'),
        demandOf('aws', 'signal:rateLimited'),
      ],
      note:
        'Over the limit even the right password is refused, so anybody who goes on trying keeps a user out; sign-in ' +
        'at an identity provider is not affected.',
    },
    {
      lines: [163],
      measure: 'The proxy limits',
      answers: [...demands('limit:signIn', 'limit:everything')],
    },
    {
      lines: [164],
      measure: 'The network limits',
      answers: [
        aws('WAFv2::WebACL', 'limits before the load balancer', 'Rules > Name', 'Limit-everything'),
        ...demands('flow:clients-edge'),
        planned('AWS target', 'the rule group against floods, or Shield Advanced'),
        refusal(
          'a NetworkPolicy opens and closes, and counts nothing',
          'the firewall or load balancer before the cluster',
        ),
      ],
    },
    {
      lines: [166],
      measure: 'Limits differ by route and by user',
      answers: [
        ...demands('limit:signIn', 'limit:oauth', 'limit:uploads', 'limit:everything'),
        refusal(
          'an entry does not know roles, and the figures of the release are fixed',
          'figures for each kind of route in the section `edge` of the fleet file; quotas by key at the service that answers',
        ),
      ],
    },
  ]),
  ...section('configuration', 'Access Logging and Log Rotation', [
    {
      lines: [203],
      measure: 'Who did what is written down',
      answers: [
        ...settings('AUDIT_LOG_LEVEL', 'ENABLE_AUDIT_STDOUT', 'LOG_FORMAT'),
        ...rules('AuditLogOff', 'LogsTooQuiet', 'LogsUnwatched'),
        aws('ElasticLoadBalancingV2::LoadBalancer', 'writes every request and connection', 'LoadBalancerAttributes', {
          Key: 'connection_logs.s3.enabled',
          Value: 'true',
        }),
      ],
      note: 'The audit log is off unless it is asked for.',
    },
    {
      lines: [206],
      measure: 'The audit log goes where it lasts',
      names: ['DATA_DIR'],
      answers: [
        ...settings('AUDIT_LOGS_FILE_PATH', 'ENABLE_AUDIT_LOGS_FILE', 'ENABLE_AUDIT_STDOUT'),
        ...rules('AuditLogToFileOnly'),
      ],
      note: 'A file in DATA_DIR ends with its replica. The log goes to standard output.',
    },
    {
      lines: [207],
      measure: 'A log file is turned over at a size, such as 10MB',
      figures: ['10MB'],
      answers: [...settings('AUDIT_LOG_FILE_ROTATION_SIZE'), ...rules('AuditLogToFileOnly')],
      note: 'There is no file here; standard output is turned over by the platform.',
    },
    {
      lines: [208],
      measure: 'The level of the audit log is chosen',
      answers: [...settings('AUDIT_LOG_LEVEL'), ...rules('AuditLogOff', 'AuditLogPartial', 'AuditLogWithBodies')],
    },
    {
      lines: [209],
      measure: 'Noise is left out of the audit log by path',
      answers: [...settings('AUDIT_EXCLUDED_PATHS')],
      note: 'Chats and folders are left out by default; sign-in by password and sign-out are always in; sign-ins by LDAP and OAuth stand in the access log.',
    },
    {
      lines: [211, 215],
      measure: 'Logs are turned over, kept for a known time and then removed',
      answers: [
        aws('Logs::LogGroup', 'keeps lines for a year', 'RetentionInDays', 365),
        aws(
          'S3::Bucket',
          'keeps the load balancer’s logs for a year',
          'LifecycleConfiguration > Rules > ExpirationInDays',
          365,
        ),
        refusal(
          'on Kubernetes the node turns container logs over, and the collector decides how long it keeps them',
          'a retention in the cluster’s collector',
        ),
      ],
    },
    {
      lines: [214],
      measure: 'Logs cannot fill the disk of the data',
      answers: [
        ...settings('ENABLE_AUDIT_LOGS_FILE', 'ENABLE_AUDIT_STDOUT'),
        ...rules('AuditLogToFileOnly'),
        kubernetes(
          'Deployment',
          'gives each writable directory a bound',
          'spec > template > spec > volumes > emptyDir > sizeLimit',
          '2Gi',
        ),
      ],
    },
    {
      lines: [216],
      measure: 'Logs are gathered in one place',
      answers: [
        aws(
          'ECS::TaskDefinition',
          'writes to CloudWatch',
          'ContainerDefinitions > LogConfiguration > LogDriver',
          'awslogs',
        ),
        collector,
        siem,
      ],
    },
    {
      lines: [217],
      measure: 'Somebody looks at logs',
      answers: [
        demandOf('aws', 'signal:signInRefused'),
        demandOf('aws', 'signal:rateLimited'),
        refusal(
          'no package reads logs for people',
          'name who reads them, and how often, in the operator’s own runbook',
        ),
        ...alarms,
      ],
    },
    {
      lines: [218],
      measure: 'Only those who may read logs can',
      answers: [
        ...settings('ENABLE_AUDIT_LOGS_FILE'),
        aws('S3::Bucket', 'is closed to the public', 'PublicAccessBlockConfiguration > RestrictPublicBuckets', true),
        aws(
          'WAFv2::LoggingConfiguration',
          'leaves tokens out',
          'RedactedFields > SingleHeader > Name',
          'authorization',
        ),
        aws('WAFv2::LoggingConfiguration', 'leaves cookies out', 'RedactedFields > SingleHeader > Name', 'cookie'),
        collector,
      ],
    },
    {
      lines: [220],
      measure: 'Bodies are logged, up to a size, where somebody needs them',
      answers: [
        ...settings('MAX_BODY_LOG_SIZE', 'AUDIT_LOG_LEVEL'),
        ...rules('AuditLogWithBodies', 'DebugLogs', 'DiagnoseInLogs', 'WebsocketsLogged'),
      ],
      note:
        'The document advises bodies where security matters most. They hold chats, documents and keys, of which only ' +
        'passwords are blanked, so metadata is the default and more is a finding.',
    },
  ]),
];
