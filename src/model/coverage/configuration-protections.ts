import { aws, demandOf, demands, kubernetes, planned, refusal, rules, section, settings, upstream } from './measure';
import type { Measure } from './measure';
import { falco, group, guardDuty, webFirewall } from './shared';

/** The protections that the security document lists beside the OWASP Top 10. */
export const protections: readonly Measure[] = [
  ...section('configuration', 'OWASP Vulnerability Protection', [
    {
      lines: [325],
      measure: 'Foreign scripts do not run',
      answers: [...settings('CONTENT_SECURITY_POLICY'), ...demands('header:Content-Security-Policy')],
    },
    {
      lines: [326, 334],
      measure: 'Nobody lures clicks through a frame',
      answers: [...settings('XFRAME_OPTIONS'), ...demands('header:X-Frame-Options')],
    },
    {
      lines: [327],
      measure: 'Content types are not guessed',
      answers: [...settings('XCONTENT_TYPE'), ...demands('header:X-Content-Type-Options')],
    },
    {
      lines: [328],
      measure: 'Abuse runs into limits',
      answers: [...demands('limit:signIn', 'limit:everything')],
    },
    {
      lines: [329],
      measure: 'Passwords and other input are checked',
      answers: [
        ...settings('ENABLE_PASSWORD_VALIDATION', 'RAG_FILE_MAX_SIZE', 'RAG_ALLOWED_FILE_EXTENSIONS'),
        ...rules('NoPasswordRules', 'WeakPasswordPattern', 'UploadExceedsMemory', 'EveryFileType'),
        ...demands('limit:uploads', 'entry:spelling'),
      ],
    },
    {
      lines: [330],
      measure: 'Sessions end',
      answers: [...settings('JWT_EXPIRES_IN'), ...rules('LongTokenLifetime', 'EndlessToken')],
    },
    {
      lines: [333],
      measure: 'CSRF: other sites cannot act for a user',
      answers: [
        ...settings('WEBUI_AUTH_COOKIE_SAME_SITE', 'CORS_ALLOW_ORIGIN'),
        ...rules('CorsWildcard'),
        refusal('the release has no CSRF tokens', 'sign-in cookies are strict, and foreign origins are refused'),
      ],
    },
    {
      lines: [335],
      measure: 'Errors and headers tell little',
      answers: [
        ...demands('blockedPath'),
        aws('ElasticLoadBalancingV2::Listener', 'says nothing of the server', 'ListenerAttributes', {
          Key: 'routing.http.response.server.enabled',
          Value: 'false',
        }),
        kubernetes(
          'ClientTrafficPolicy',
          'removes the name of the server',
          'spec > headers > lateResponseHeaders > remove',
          'Server',
        ),
        upstream('main.py', "docs_url='/docs' if ENV == 'dev' else None", 'lists its routes in development alone'),
      ],
    },
    {
      lines: [336],
      measure: 'Nobody leaves a folder by its path',
      answers: [
        ...demands('entry:spelling'),
        group('CommonRuleSet', 'refuses it in path and query'),
        kubernetes(
          'ClientTrafficPolicy',
          'refuses escaped slashes',
          'spec > path > escapedSlashesAction',
          'RejectRequest',
        ),
        upstream('main.py', 'path-traversal', 'looks at paths of files that it serves'),
        webFirewall,
      ],
    },
    {
      lines: [337],
      measure: 'Nobody runs commands',
      answers: [
        ...settings('ENABLE_PIP_INSTALL_FRONTMATTER_REQUIREMENTS', 'ENABLE_PLUGINS'),
        ...rules('PluginsEnabled', 'PipAtStart', 'UsersRunServerCode', 'CodeRunsOnServer', 'CodeOutsideFrame'),
        group('LinuxRuleSet', 'refuses requests for files of the system'),
        group('KnownBadInputsRuleSet', 'refuses known ways to run commands'),
        kubernetes(
          'Deployment',
          'leaves a process that was taken over no rights',
          'spec > template > spec > containers > securityContext > capabilities > drop',
          'ALL',
        ),
        aws(
          'ECS::TaskDefinition',
          'leaves it none either',
          'ContainerDefinitions > LinuxParameters > Capabilities > Drop',
          'ALL',
        ),
        refusal(
          'a plugin is a program that administrators upload, so an administrator can run anything inside the container',
          'plugins off, few administrators, and a container without rights',
        ),
      ],
    },
    {
      lines: [339],
      measure: 'Infrastructure and tests back the application up',
      answers: [
        aws('WAFv2::WebACLAssociation', 'puts the web firewall before the load balancer'),
        demandOf('aws', 'signal:signInRefused'),
        webFirewall,
        guardDuty,
        falco,
        planned('owui audit', 'a look at a running deployment from outside'),
      ],
    },
  ]),
];
