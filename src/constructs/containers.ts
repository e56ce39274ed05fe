import { Duration } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { certificateFiles, environment, prepare, probe } from '../model';
import type { Deployment, Environment } from '../model';
import { awsOf } from '../model/deployment';
import { imageReference, lifecycle, shareOfMemory, unprivilegedId, writableDirectories } from '../model/container';
import { appPort } from '../model/flows';
import { containerVariables, quote } from './container-variables';
import type { Knowledge } from './container-variables';
import { rdsCertificate } from './rds-certificates';

/** Name of the application's container. */
export const appContainer = 'app';

/** Props of {@link addContainers}. */
export interface ContainersProps {
  /** Deployment that runs. */
  readonly deployment: Deployment;
  /** Values that the target alone knows. */
  readonly knowledge: Knowledge;
  /** Where both containers write their output. */
  readonly logging: ecs.LogDriver;
}

/** Adds `prepare` to a task, and the application that waits for it to succeed. */
export function addContainers(task: ecs.FargateTaskDefinition, props: ContainersProps): void {
  const { deployment } = props;
  const { script, environment: variables } = prepare(deployment, 'aws');
  const prepared = container(task, 'prepare', props, variables, {
    // No startTimeout: Fargate takes at most 120 seconds of it, and prepare bounds itself.
    essential: false,
    programs: { PREPARE_SCRIPT: script },
    command: 'exec python3 -c "$PREPARE_SCRIPT"',
  });
  const app = container(task, appContainer, props, environment(deployment, 'aws'), {
    essential: true,
    programs: {},
    command: 'exec bash start.sh',
    stopTimeout: Duration.seconds(lifecycle(deployment).stopSeconds),
    portMappings: [{ containerPort: appPort }],
    healthCheck: healthCheck(props),
  });
  app.addContainerDependencies({ container: prepared, condition: ecs.ContainerDependencyCondition.SUCCESS });
}

interface Program extends Omit<Partial<ecs.ContainerDefinitionOptions>, 'command'> {
  /** Programs that are handed over in variables, by the name of the variable. */
  readonly programs: Readonly<Record<string, string>>;
  /** What the container becomes once its files and variables are there. */
  readonly command: string;
}

function container(
  task: ecs.FargateTaskDefinition,
  name: string,
  { deployment, knowledge, logging }: ContainersProps,
  variables: Environment,
  { programs, command, ...options }: Program,
): ecs.ContainerDefinition {
  const rendered = containerVariables(variables, knowledge);
  const files = filesFor(deployment, variables);
  return task.addContainer(name, {
    ...options,
    containerName: name,
    image: ecs.ContainerImage.fromRegistry(imageReference(deployment)),
    entryPoint: ['/bin/bash', '-ec'],
    command: [entryScript(files, rendered.exports, rendered.helpers, command)],
    workingDirectory: '/app/backend',
    environment: {
      ...rendered.environment,
      ...programs,
      ...Object.fromEntries(files.map(({ variable, content }) => [variable, content])),
    },
    secrets: rendered.secrets,
    user: `${unprivilegedId}:${unprivilegedId}`,
    privileged: false,
    readonlyRootFilesystem: true,
    linuxParameters: linuxParameters(task, name, deployment),
    logging,
  });
}

interface File {
  readonly variable: string;
  readonly path: string;
  readonly content: string;
}

/** The certificate files that a container's variables name. Volumes of Fargate belong to root, so a file is written at start. */
function filesFor(deployment: Deployment, variables: Environment): readonly File[] {
  const named = new Set(Object.values(variables).flat());
  return certificateFiles(deployment, 'aws')
    .filter(({ path }) => named.has(path))
    .map(({ id, path, content }) => ({
      variable: `CERTIFICATE_${id}`,
      path,
      content: typeof content === 'string' ? content.trim() : rdsCertificate(awsOf(deployment).region),
    }));
}

/** What was handed over only to be put together is unset before the program starts. */
function entryScript(
  files: readonly File[],
  exports: readonly string[],
  helpers: readonly string[],
  command: string,
): string {
  const used = [...files.map(({ variable }) => variable), ...helpers];
  return [
    ...files.map(({ variable, path }) => `printf '%s\\n' "$${variable}" > ${quote(path)}`),
    ...exports,
    ...(used.length > 0 ? [`unset ${used.join(' ')}`] : []),
    command,
  ].join('\n');
}

/** ECS starts the probe beside the application, with the variables of the task definition: it puts its own together again. */
function healthCheck({ deployment, knowledge }: ContainersProps): ecs.HealthCheck {
  const { script, periodSeconds, timeoutSeconds, failureThreshold } = probe(deployment);
  const { exports } = containerVariables(environment(deployment, 'aws'), knowledge);
  return {
    command: ['CMD', '/bin/bash', '-ec', [...exports, `exec python3 -c ${quote(script)}`].join('\n')],
    interval: Duration.seconds(periodSeconds),
    timeout: Duration.seconds(timeoutSeconds),
    retries: failureThreshold,
    startPeriod: Duration.seconds(lifecycle(deployment).startSeconds),
  };
}

/** Files in memory count towards the task's memory. */
function linuxParameters(task: ecs.FargateTaskDefinition, name: string, { memory }: Deployment): ecs.LinuxParameters {
  const id = name === appContainer ? 'AppLinux' : 'PrepareLinux';
  const parameters = new ecs.LinuxParameters(task, id, { initProcessEnabled: true });
  parameters.dropCapabilities(ecs.Capability.ALL);
  const { RW, NOSUID, NODEV, NOEXEC } = ecs.TmpfsMountOption;
  for (const containerPath of writableDirectories) {
    parameters.addTmpfs({
      containerPath,
      size: Math.floor(memory * shareOfMemory),
      mountOptions: [RW, NOSUID, NODEV, NOEXEC],
    });
  }
  return parameters;
}
