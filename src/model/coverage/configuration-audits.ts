import { aws, demandOf, demands, planned, refusal, rules, section, settings } from './measure';
import type { Measure } from './measure';
import { alarms, database, guardDuty } from './shared';

const notOurs = (what: string, wayOut: string) => refusal(`${what} is no part of a deployment’s description`, wayOut);

/** Audits: what they look at, and how often. */
export const audits: readonly Measure[] = [
  ...section('configuration', 'Security Audits', [
    {
      lines: [463],
      measure: 'Audits are regular, by programs and by people',
      answers: [
        ...rules('WaiverExpired', 'WaiverUnused'),
        planned('owui audit', 'a look at a running deployment from outside'),
        planned('owui report', 'one page for the people who review'),
      ],
      note: '`owui check` reads a fleet file in a moment, so that it can run on every change.',
    },
    {
      lines: [466],
      measure: 'Configuration is reviewed against the rules',
      answers: [
        ...rules('PersistentConfigOn', 'HeaderMissing', 'CorsWildcard', 'OpenSignUp'),
        planned('owui audit', 'whether what runs is what was promised'),
        planned('owui diff', 'what a change does'),
      ],
      note: 'While the variables decide, nobody can change configuration past the review.',
    },
    {
      lines: [467],
      measure: 'Dependencies in Python and JavaScript are scanned',
      answers: [
        ...rules('ImageNotPinned', 'UncheckedRelease', 'PipAtStart'),
        notOurs(
          'what the image is made of',
          'a scanner at the registry, which reads the list that comes with the image',
        ),
      ],
    },
    {
      lines: [468],
      measure: 'Code is analysed',
      answers: [
        ...rules('PluginsEnabled'),
        notOurs(
          'the code of the release',
          'the project’s own analysis and its advisories; review plugins before they are uploaded',
        ),
      ],
    },
    {
      lines: [469],
      measure: 'The running deployment is attacked on purpose',
      answers: [
        planned('proof by running', 'requests that must be refused, against the real application and gateway'),
        notOurs('a penetration test', 'testers of the operator’s own, against a deployment made from the same file'),
      ],
    },
    {
      lines: [470],
      measure: 'Access control is verified',
      answers: [
        ...rules('OpenSignUp', 'ModelAccessBypass', 'AdminBypass', 'AdminChatAccess', 'RolesClaimMissing'),
        refusal(
          'who has which role is in the database and at the identity provider',
          'the identity provider’s review of access, and the list of users in the application',
        ),
      ],
    },
    {
      lines: [471],
      measure: 'Logs are complete, protected and read',
      answers: [
        ...settings('AUDIT_LOG_LEVEL'),
        ...rules('AuditLogOff', 'AuditLogToFileOnly', 'AuditLogWithBodies'),
        aws('Logs::LogGroup', 'keeps lines for a year', 'RetentionInDays', 365),
        demandOf('aws', 'signal:signInRefused'),
      ],
    },
    {
      lines: [474],
      measure: 'Scans by programs: continuous or daily',
      figures: ['continuous', 'daily'],
      answers: [
        ...rules('WaiverExpired'),
        planned('owui audit', 'an exit code that a daily job can act on'),
        guardDuty,
      ],
      note: '`owui check --as-of` finds waivers that have ended; run it daily and on every change.',
    },
    {
      lines: [475],
      measure: 'Reviews of configuration: weekly, and after changes that matter',
      figures: ['weekly'],
      answers: [
        ...rules('WaiverUnused', 'WaiverExpired'),
        planned('owui diff', 'what changed since the last review'),
        planned('owui report', 'the page to review'),
      ],
    },
    {
      lines: [476],
      measure: 'Penetration tests: quarterly, and after major releases',
      figures: ['quarterly'],
      answers: [notOurs('a penetration test', 'testers of the operator’s own, on a date in the operator’s calendar')],
    },
    {
      lines: [477],
      measure: 'A whole assessment: annually',
      figures: ['annually'],
      answers: [
        planned('owui report', 'what an assessor asks for first'),
        notOurs('an assessment', 'an assessor of the operator’s own; this table and docs/rules.md say what there is'),
      ],
    },
    {
      lines: [480],
      measure: 'The signing key is strong, and not old',
      answers: [
        ...settings('WEBUI_SECRET_KEY'),
        ...rules('LiteralSecret', 'UnknownRotationRole'),
        ...demands('secret:signingKey'),
      ],
    },
    {
      lines: [481],
      measure: 'HTTPS works, with a valid certificate',
      answers: [
        ...demands('entry:minimumTls'),
        planned('owui audit', 'protocols and certificate as seen from outside'),
      ],
    },
    {
      lines: [482],
      measure: 'Security headers arrive as they should',
      answers: [
        ...settings('HSTS', 'CONTENT_SECURITY_POLICY', 'XFRAME_OPTIONS'),
        ...rules('HeaderMissing', 'HeaderBreaksPage'),
        planned('owui audit', 'the headers as seen from outside'),
      ],
    },
    {
      lines: [483],
      measure: 'Rate limits work',
      answers: [
        ...demands('limit:signIn', 'limit:everything'),
        planned('proof by running', 'the limits against the real gateway'),
        planned('owui audit', 'the limits as seen from outside'),
      ],
    },
    {
      lines: [484],
      measure: 'Nobody has more rights than needed',
      answers: [
        ...settings('DEFAULT_USER_ROLE', 'USER_PERMISSIONS_FEATURES_API_KEYS'),
        ...rules('AdminBypass', 'ModelAccessBypass', 'AdminChatAccess', 'AdminExport'),
        refusal(
          'who has which role is in the database',
          'the list of users in the application, gone through by a person',
        ),
      ],
    },
    {
      lines: [485],
      measure: 'Audit logs are read for what is suspicious',
      answers: [
        ...rules('AuditLogOff'),
        demandOf('aws', 'signal:signInRefused'),
        refusal(
          'no package reads logs for people',
          'name who reads them, and how often, in the operator’s own runbook',
        ),
        ...alarms,
      ],
    },
    {
      lines: [486],
      measure: 'Backups can be restored',
      answers: [
        ...database('keeps backups for 14 days', 'BackupRetentionPeriod', 14),
        ...database('leaves its snapshots tagged', 'CopyTagsToSnapshot', true),
        refusal(
          'nobody can verify a restore but by doing it, and on Kubernetes backups are the server’s operator’s',
          'restore into a second deployment made from the same file, on a date in the operator’s calendar',
        ),
        planned('AWS target', 'a restore from a snapshot or a point in time, and its steps'),
        planned('Kubernetes target', 'a database of the cluster’s own, with backups'),
      ],
      note: 'Configuration needs no backup beside the repository: the same file gives the same deployment.',
    },
    {
      lines: [488],
      measure: 'What was found is written down and followed up, and everybody concerned knows',
      answers: [
        ...rules('WaiverExpired', 'WaiverUnused'),
        planned('owui report', 'findings, waivers with reason and end, and what a target cannot do, to hand on'),
      ],
      note:
        'This table is the inventory of controls; `owui check --format sarif` hands findings to the tools that follow ' +
        'them up.',
    },
  ]),
];
