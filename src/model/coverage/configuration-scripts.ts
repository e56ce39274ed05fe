import { aws, demands, kubernetes, planned, refusal, rules, section, settings } from './measure';
import type { Measure } from './measure';
import { database, guardDuty } from './shared';

const notGit = refusal(
  'the package writes files and never runs git',
  'the output is made to be committed: one object a file, the same bytes from the same input',
);

const notScanned = refusal(
  'the package scans nothing',
  'a scanner at the registry and, for the running deployment, one of the platform',
);

/** What the security document says of two scripts, `run.sh` and `setup.sh`. */
export const scripts: readonly Measure[] = [
  ...section('configuration', 'Script Security Analysis', [
    {
      lines: [374, 377],
      measure: 'What runs is an image with a name that stays',
      answers: [...rules('ImageNotPinned', 'UncheckedRelease')],
      note:
        'The release’s script is called docker-run.sh now and builds an image on the spot; setup.sh is no part of Open ' +
        'WebUI. Neither is used here: the published image is taken by its digest. What they practise is answered below.',
    },
    {
      lines: [378],
      measure: 'The old container is gone before the new one starts',
      answers: [
        ...rules('RollingRollout'),
        aws('ECS::Service', 'stops the old tasks first', 'DeploymentConfiguration > MaximumPercent', 100),
        kubernetes('Deployment', 'stops the old pods first', 'spec > strategy > type', 'Recreate'),
      ],
    },
    {
      lines: [379, 387],
      measure: 'Containers do not share the network of their host, least of all with other tenants',
      answers: [
        aws('ECS::TaskDefinition', 'has an interface of its own', 'NetworkMode', 'awsvpc'),
        kubernetes(
          'Namespace',
          'refuses pods on the network of a node',
          'metadata > labels > pod-security.kubernetes.io/enforce',
          'restricted',
        ),
        kubernetes('NetworkPolicy', 'closes the namespace of a tenant'),
        ...demands('flow:edge-app'),
      ],
      note: 'The option that the document means only adds a name for the host; it does not share its network.',
    },
    {
      lines: [380, 385],
      measure: 'Data outlives containers',
      answers: [
        ...settings('STORAGE_PROVIDER', 'DATABASE_TYPE', 'VECTOR_DB'),
        ...rules('LocalStorage', 'LocalVectorStore', 'SqliteRefused'),
        ...demands('flow:app-storage', 'flow:app-database'),
        aws(
          'S3::Bucket',
          'keeps what was overwritten or deleted for 30 days',
          'VersioningConfiguration > Status',
          'Enabled',
        ),
      ],
      note: 'A volume belongs to one machine. Data is in PostgreSQL and object storage, so that replicas share it.',
    },
    {
      lines: [381, 386],
      measure: 'What fails is started again, and somebody learns of it',
      answers: [
        aws(
          'ECS::Service',
          'gives up a change that does not start',
          'DeploymentConfiguration > DeploymentCircuitBreaker > Enable',
          true,
        ),
        kubernetes(
          'Deployment',
          'starts a replica again that lost its listeners',
          'spec > template > spec > containers > livenessProbe > exec > command',
          'python3',
        ),
        planned('AWS target', 'alarms on failed deployments and unhealthy tasks'),
        planned('Kubernetes target', 'rules for Prometheus'),
      ],
    },
    {
      lines: [382, 388],
      measure: 'Old images go, and the one to roll back to stays',
      answers: [
        ...rules('ImageNotPinned'),
        refusal(
          'which images a node keeps is up to its runtime, and which ones a registry keeps to the registry',
          'keep the images of the last releases in a registry of your own; after a migration the way back is a restore',
        ),
        planned('AWS target', 'images through a cache in ECR'),
        planned('Kubernetes target', 'images from a registry of the operator’s own'),
      ],
    },
    {
      lines: [391, 409],
      measure: 'Conditions are checked before anything is done',
      answers: [
        ...rules('NobodyCanSignIn', 'PoolExceedsServer'),
        kubernetes(
          'Deployment',
          'checks keys, database and schema before the application starts',
          'spec > template > spec > initContainers > name',
          'prepare',
        ),
        aws(
          'ECS::TaskDefinition',
          'starts the application only after the same step succeeded',
          'ContainerDefinitions > DependsOn > Condition',
          'SUCCESS',
        ),
        planned('owui init', 'looks at the folder before it writes'),
      ],
    },
    {
      lines: [392, 400, 410],
      measure: 'What is there is not overwritten without a backup',
      answers: [
        planned('owui init', 'a backup of every file that it replaces'),
        ...database('keeps backups for 14 days', 'BackupRetentionPeriod', 14),
        aws('ElastiCache::ReplicationGroup', 'keeps snapshots for 7 days', 'SnapshotRetentionLimit', 7),
      ],
      note: '`owui synth` replaces and deletes only files that it wrote itself, and refuses a folder of somebody else’s.',
    },
    {
      lines: [393, 401],
      measure: 'What is downloaded comes from a source that is verified',
      answers: [
        ...rules('ImageNotPinned', 'PipAtStart'),
        ...settings('OFFLINE_MODE', 'RAG_EMBEDDING_MODEL_AUTO_UPDATE'),
        refusal(
          'synthesis downloads nothing, so there is nothing to verify',
          'install the package with a lock file; the image is verified by its digest',
        ),
      ],
    },
    {
      lines: [394],
      measure: 'Configuration is fitted to the project',
      answers: [planned('owui init', 'asks for what has no safe default, and writes the fleet file')],
    },
    {
      lines: [395, 403],
      measure: '.gitignore keeps secrets out of the repository',
      answers: [...rules('LiteralSecret'), planned('owui init', 'entries for .env and its like')],
      note: 'The fleet file holds no secret, so that it can be committed.',
    },
    {
      lines: [396, 402],
      measure: 'Changes of configuration are in version control, and described',
      answers: [notGit, planned('owui diff', 'what a change does, in words to put into a commit')],
    },
    {
      lines: [399, 413],
      measure: 'Input is checked',
      answers: [...rules('UnknownKey', 'OutOfRange', 'NotOneOf', 'UnknownVariable', 'ExtraMalformed', 'RangeTooBroad')],
      note:
        'Every key of the fleet file has a schema; unknown keys are refused with the nearest name, and all problems are ' +
        'told at once with file and line.',
    },
    {
      lines: [406, 408],
      measure: 'Scripts are readable and tell people what happens',
      answers: [
        refusal(
          'the two scripts are not used, and style is nothing that a deployment could be checked for',
          'each message of `owui check` says the place, what was expected, what was found and what to do',
        ),
      ],
    },
    {
      lines: [407],
      measure: 'Scripts stop at the first error',
      answers: [aws('ECS::TaskDefinition', 'runs its entry command so', 'ContainerDefinitions > EntryPoint', '-ec')],
      note: 'On Kubernetes there is no script of a shell; the step before the application ends with the status of what failed.',
    },
    {
      lines: [414],
      measure: 'Containers have no more rights than they need',
      answers: [
        aws('ECS::TaskDefinition', 'cannot write to its image', 'ContainerDefinitions > ReadonlyRootFilesystem', true),
        aws('ECS::TaskDefinition', 'is not root', 'ContainerDefinitions > User', '10001:10001'),
        aws('ECS::Service', 'lets nobody open a shell', 'EnableExecuteCommand', false),
        kubernetes(
          'Deployment',
          'cannot write to its image',
          'spec > template > spec > containers > securityContext > readOnlyRootFilesystem',
          true,
        ),
        kubernetes('Deployment', 'is not root', 'spec > template > spec > securityContext > runAsNonRoot', true),
        kubernetes(
          'Deployment',
          'has no account at the cluster’s API',
          'spec > template > spec > automountServiceAccountToken',
          false,
        ),
        kubernetes(
          'Namespace',
          'refuses pods with more rights',
          'metadata > labels > pod-security.kubernetes.io/enforce',
          'restricted',
        ),
      ],
    },
    {
      lines: [415],
      measure: 'Secrets come from a store made for them',
      answers: [
        ...demands('secret'),
        ...rules('LiteralSecret'),
        aws('SecretsManager::Secret', 'holds one role each'),
        kubernetes('ExternalSecret', 'fetches them from the operator’s store'),
      ],
    },
    {
      lines: [416],
      measure: 'What is deployed is scanned',
      answers: [notScanned, guardDuty, planned('owui audit', 'a look at a running deployment from outside')],
    },
    {
      lines: [417],
      measure: 'Who deployed what, and when, is written down',
      answers: [
        notGit,
        refusal(
          'the log of an account or a cluster is not a tenant’s to make',
          'CloudTrail of the account, the audit log of the cluster, and the history of the repository that is applied',
        ),
        planned('AWS target', 'alarms on deployments'),
      ],
    },
  ]),
];
