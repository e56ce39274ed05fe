import { aws, demandOf, demands, kubernetes, planned, refusal, rules, section, settings } from './measure';
import type { Measure } from './measure';
import { alarms, flowLogs, group, noHabits, siem, webFirewall } from './shared';

/** Alerts and the web firewall. */
export const alerts: readonly Measure[] = [
  ...section('configuration', 'Firewall and Intrusion Detection', [
    {
      lines: [447],
      measure: 'An alert on many failed sign-ins',
      answers: [demandOf('aws', 'signal:signInRefused'), ...alarms],
    },
    {
      lines: [448],
      measure: 'An alert on sign-ins at unusual times or from unusual places',
      answers: [...demands('entry:allowedCidrs'), noHabits, siem],
    },
    {
      lines: [449],
      measure: 'An alert on floods from one source',
      answers: [
        ...demands('limit:everything'),
        aws('WAFv2::WebACL', 'counts what it refuses', 'Rules > VisibilityConfig > MetricName', 'Limit-everything'),
        ...alarms,
        planned('Kubernetes target', 'rules for Prometheus'),
      ],
    },
    {
      lines: [450],
      measure: 'An alert on access to sensitive routes',
      answers: [
        ...settings('AUDIT_LOG_LEVEL'),
        ...rules('AuditLogOff', 'AdminPathsOpen'),
        ...demands('blockedPath'),
        ...alarms,
      ],
    },
    {
      lines: [451],
      measure: 'An alert on changes of roles and rights',
      answers: [...settings('AUDIT_LOG_LEVEL'), ...rules('AuditLogOff', 'AuditLogToFileOnly'), ...alarms],
      note: 'At the level metadata the audit log says who changed which user, not what; roles of an identity provider change there.',
    },
    {
      lines: [454],
      measure: 'WAF: SQL injection',
      answers: [group('SQLiRuleSet', 'refuses it in path, query and cookies'), webFirewall],
      note: 'In bodies it is refused where people sign in and counted elsewhere, because chats are full of SQL and code.',
    },
    {
      lines: [455],
      measure: 'WAF: cross-site scripting',
      answers: [
        group('CommonRuleSet', 'refuses it in path, query and cookies'),
        ...settings('CONTENT_SECURITY_POLICY'),
        webFirewall,
      ],
    },
    {
      lines: [456],
      measure: 'WAF: path traversal',
      answers: [
        ...demands('entry:spelling'),
        group('CommonRuleSet', 'refuses it in path and query'),
        group('LinuxRuleSet', 'refuses requests for files of the system'),
        kubernetes(
          'ClientTrafficPolicy',
          'refuses escaped slashes',
          'spec > path > escapedSlashesAction',
          'RejectRequest',
        ),
        webFirewall,
      ],
    },
    {
      lines: [457],
      measure: 'WAF: remote code execution',
      answers: [
        group('KnownBadInputsRuleSet', 'refuses known ways to run commands'),
        ...rules('PluginsEnabled', 'PipAtStart'),
        webFirewall,
      ],
    },
    {
      lines: [458],
      measure: 'WAF: server-side request forgery',
      answers: [
        group('CommonRuleSet', 'refuses metadata addresses in path, query and cookies'),
        ...rules('MetadataAddressReachable', 'EgressOpen'),
        webFirewall,
      ],
    },
    {
      lines: [460],
      measure: 'Logs of firewall and detection are reviewed, and rules follow the threats',
      answers: [
        aws('WAFv2::LoggingConfiguration', 'writes the web firewall’s decisions down'),
        flowLogs,
        refusal(
          'a review is a person’s work',
          'AWS keeps the rule groups up to date by itself; a review belongs into the operator’s calendar',
        ),
        planned('AWS target', 'a first week in which the web firewall only counts'),
      ],
    },
  ]),
];
