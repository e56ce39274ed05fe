import { aws, demandOf, demands, kubernetes, planned, refusal, rules, section, settings } from './measure';
import type { Measure } from './measure';
import { alarms, falco, flowLogs, group, guardDuty, noHabits, webFirewall } from './shared';

/** Firewall and intrusion detection. */
export const firewall: readonly Measure[] = [
  ...section('configuration', 'Firewall and Intrusion Detection', [
    {
      lines: [424],
      measure: 'The network keeps out what the application would have to fend off',
      answers: [
        ...rules('PublicExposure', 'EgressOpen'),
        ...demands('flow:clients-edge', 'flow:edge-app'),
        kubernetes('NetworkPolicy', 'closes everything that no flow opens'),
        aws('EC2::SecurityGroup', 'closes everything that no flow opens'),
      ],
    },
    {
      lines: [427],
      measure: 'From outside only port 443 is open',
      figures: ['443'],
      answers: [
        ...demands('flow:clients-edge'),
        aws('ElasticLoadBalancingV2::Listener', 'is the only one', 'Port', 443),
        kubernetes('ListenerSet', 'listens there for the application', 'spec > listeners > port', 443),
      ],
      note: 'On Kubernetes port 80 answers as well, with nothing but the redirect.',
    },
    {
      lines: [428],
      measure: 'Port 8080 of the application is reached through the entry alone',
      figures: ['8080'],
      answers: [
        ...demands('flow:edge-app'),
        aws(
          'ECS::Service',
          'gives tasks no public address',
          'NetworkConfiguration > AwsvpcConfiguration > AssignPublicIp',
          'DISABLED',
        ),
        kubernetes('Service', 'is known inside the cluster alone', 'spec > type', 'ClusterIP'),
        kubernetes('NetworkPolicy', 'admits the pods of the gateway alone', 'spec > ingress > ports > port', 8080),
      ],
    },
    {
      lines: [429],
      measure: 'Ollama is reached by the application alone',
      answers: [
        ...settings('ENABLE_OLLAMA_API'),
        refusal(
          'neither target runs Ollama, and closing one of the operator’s own is the operator’s task',
          'keep it off, or in a network that the application alone reaches',
        ),
        planned('Kubernetes target', 'an Ollama without a way out that the application alone reaches'),
      ],
    },
    {
      lines: [430],
      measure: 'Egress: the application connects to what it needs and to nothing else',
      answers: [
        ...rules('EgressOpen', 'MetadataAddressReachable', 'DirectConnections', 'DirectIntegrations'),
        ...demands('flow:app-models', 'flow:app-embedding', 'flow:app-storage', 'flow:app-dns'),
        aws('EC2::SecurityGroupEgress', 'opens what a flow asks for'),
        kubernetes('NetworkPolicy', 'closes what no flow opens', 'spec > policyTypes', 'Egress'),
        planned('AWS target', 'a list of the names that may be resolved, and egress without the internet'),
        planned('Kubernetes target', 'egress by name, where the cluster’s network can do it'),
      ],
      note: 'Security groups and NetworkPolicies know no names: a far side without fixed addresses is every public one on its port.',
    },
    {
      lines: [431],
      measure: 'The application has a network of its own',
      answers: [
        aws(
          'EC2::VPC',
          'holds one deployment, where none is given, with database and cache in subnets without a way to the internet',
        ),
        aws('RDS::DBSubnetGroup', 'takes the subnets without a way to the internet'),
        kubernetes(
          'Namespace',
          'holds one tenant',
          'metadata > labels > pod-security.kubernetes.io/enforce',
          'restricted',
        ),
        kubernetes('NetworkPolicy', 'closes it towards other tenants'),
        ...demands('flow:app-database', 'flow:app-cache'),
      ],
    },
    {
      lines: [434],
      measure: 'Brute force is slowed down before the application',
      answers: [
        ...demands('limit:signIn'),
        aws('WAFv2::WebACL', 'counts sign-ins by address', 'Rules > Name', 'Limit-signIn'),
      ],
    },
    {
      lines: [435],
      measure: 'Malicious addresses are refused',
      answers: [
        group('AmazonIpReputationList', 'refuses addresses that AWS knows to be malicious'),
        ...demands('entry:allowedCidrs'),
        planned('AWS target', 'block-lists of the operator’s own in the web ACL'),
        refusal(
          'Envoy Gateway has no list of malicious addresses',
          'an allow-list, or a web firewall or provider before the cluster that has such lists',
        ),
      ],
    },
    {
      lines: [436],
      measure: 'Administration is open to few addresses',
      answers: [...rules('AdminPathsOpen'), ...demands('entry:adminCidrs')],
    },
    {
      lines: [437],
      measure: 'Port scans and unusual connections are noticed',
      answers: [
        flowLogs,
        ...demands('flow:clients-edge'),
        guardDuty,
        refusal(
          'nothing looks for scans: flow logs write refused connections down, and a NetworkPolicy drops them without a word',
          'an analysis of the flow logs; on Kubernetes, a network plugin that logs what it drops; a given VPC brings its own logs',
        ),
      ],
    },
    {
      lines: [440],
      measure: 'Network intrusion detection (NIDS) looks for attacks in traffic',
      answers: [
        aws('WAFv2::WebACL', 'looks at requests after TLS', 'Rules > Name', 'AWSManagedRulesKnownBadInputsRuleSet'),
        flowLogs,
        guardDuty,
        webFirewall,
        refusal(
          'no sensor reads packets: traffic is encrypted, and neither target owns the network',
          'the network’s own detection; the web firewall sees requests after TLS',
        ),
      ],
    },
    {
      lines: [441],
      measure: 'Host intrusion detection (HIDS) watches system calls and files',
      answers: [
        aws('ECS::TaskDefinition', 'cannot write to its image', 'ContainerDefinitions > ReadonlyRootFilesystem', true),
        kubernetes(
          'Deployment',
          'may use the calls of the runtime’s profile alone',
          'spec > template > spec > securityContext > seccompProfile > type',
          'RuntimeDefault',
        ),
        guardDuty,
        falco,
        refusal(
          'no agent runs beside the application today',
          'an agent of the platform: GuardDuty for Fargate, Falco or its like on the nodes',
        ),
      ],
    },
    {
      lines: [442],
      measure: 'Logs are searched for suspicious sign-ins',
      answers: [demandOf('aws', 'signal:signInRefused'), demandOf('aws', 'signal:rateLimited'), ...alarms],
      note: 'They are read from the access log: the audit log holds neither results nor sign-ins by LDAP and OAuth.',
    },
    {
      lines: [443],
      measure: 'File integrity: files of the application and its configuration do not change unseen',
      answers: [
        ...rules('ImageNotPinned', 'PersistentConfigOn', 'PipAtStart'),
        aws('ECS::TaskDefinition', 'cannot write to its image', 'ContainerDefinitions > ReadonlyRootFilesystem', true),
        kubernetes(
          'Deployment',
          'cannot write to its image',
          'spec > template > spec > containers > securityContext > readOnlyRootFilesystem',
          true,
        ),
        refusal(
          'nothing compares files of a running container',
          'there is nothing to compare but two directories for temporary data: the image is taken by digest and read-only, ' +
            'and configuration is in the repository that is applied',
        ),
        falco,
      ],
    },
    {
      lines: [444],
      measure: 'Unusual behaviour of users and systems is noticed',
      answers: [noHabits, guardDuty, falco],
    },
  ]),
];
