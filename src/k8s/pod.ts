import { k8s } from 'cdk8s-plus-28';
import { environment, prepare, probe } from '../model';
import type { Deployment } from '../model';
import { imageReference, lifecycle, unprivilegedId, writableDirectories } from '../model/container';
import { certificateDirectory } from '../model/files';
import { appPort } from '../model/flows';
import { certificates } from './config-files';
import { containerEnvironment } from './container-environment';
import { appName, portName, scriptDirectory, selectorLabels } from './names';

/** Room for one upload that is being read and for what plugins leave behind; lasting files are in object storage. */
const writableSize = '2Gi';

/** Said of the pod and of each container: some checkers read only one of the two. */
const unprivileged = {
  runAsGroup: unprivilegedId,
  runAsNonRoot: true,
  runAsUser: unprivilegedId,
  seccompProfile: { type: 'RuntimeDefault' },
} as const;

/** Thousandths of a core as the API server writes them. */
const cores = (milli: number): string => (milli % 1000 === 0 ? String(milli / 1000) : `${milli}m`);

/** MiB as the API server writes them. */
const bytes = (mebi: number): string => (mebi % 1024 === 0 ? `${mebi / 1024}Gi` : `${mebi}Mi`);

/** Requests equal limits, so that a node short of memory evicts others first and the autoscaler sees a true share. */
function resources({ cpu, memory }: Deployment): k8s.ResourceRequirements {
  const reserved = { cpu: k8s.Quantity.fromString(cores(cpu)), memory: k8s.Quantity.fromString(bytes(memory)) };
  return {
    requests: { ...reserved, 'ephemeral-storage': k8s.Quantity.fromString('1Gi') },
    limits: { ...reserved, 'ephemeral-storage': k8s.Quantity.fromString('5Gi') },
  };
}

const writable = writableDirectories.map((directory) => ({ name: directory.slice(1), mountPath: directory }));

/** Volumes from ConfigMaps, each named as its ConfigMap without the application’s name. */
function configMounts(deployment: Deployment): k8s.VolumeMount[] {
  const scripts = { name: 'scripts', mountPath: scriptDirectory, readOnly: true };
  if (Object.keys(certificates(deployment)).length === 0) return [scripts];
  return [{ name: 'certificates', mountPath: certificateDirectory, readOnly: true }, scripts];
}

/** What both containers have in common. */
function container(deployment: Deployment): k8s.Container {
  return {
    name: appName,
    image: imageReference(deployment),
    imagePullPolicy: 'Always',
    resources: resources(deployment),
    securityContext: {
      ...unprivileged,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    },
    volumeMounts: [...configMounts(deployment), ...writable],
  };
}

function prepareContainer(deployment: Deployment): k8s.Container {
  return {
    ...container(deployment),
    name: 'prepare',
    command: ['python3', `${scriptDirectory}/prepare.py`],
    workingDir: '/app/backend',
    env: containerEnvironment(prepare(deployment, 'kubernetes').environment),
  };
}

function appContainer(deployment: Deployment): k8s.Container {
  const get = (path: string): k8s.HttpGetAction => ({ path, port: k8s.IntOrString.fromString(portName) });
  const { periodSeconds, timeoutSeconds, failureThreshold } = probe(deployment);
  const { startSeconds } = lifecycle(deployment);
  return {
    ...container(deployment),
    env: containerEnvironment(environment(deployment, 'kubernetes')),
    ports: [{ name: portName, containerPort: appPort, protocol: 'TCP' }],
    startupProbe: { httpGet: get('/health'), periodSeconds: 5, timeoutSeconds: 5, failureThreshold: startSeconds / 5 },
    readinessProbe: { httpGet: get('/ready'), periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 },
    livenessProbe: {
      exec: { command: ['python3', `${scriptDirectory}/probe.py`] },
      periodSeconds,
      timeoutSeconds,
      failureThreshold,
    },
  };
}

/** Spread over zones and nodes as far as there is room: a replica in the wrong place is better than none. */
function placement(deployment: Deployment): Pick<k8s.PodSpec, 'affinity' | 'topologySpreadConstraints'> {
  const labelSelector = { matchLabels: selectorLabels(deployment) };
  const host = 'kubernetes.io/hostname';
  return {
    affinity: {
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight: 100, podAffinityTerm: { topologyKey: host, labelSelector } },
        ],
      },
    },
    topologySpreadConstraints: ['topology.kubernetes.io/zone', host].map((topologyKey) => ({
      topologyKey,
      labelSelector,
      maxSkew: 1,
      whenUnsatisfiable: 'ScheduleAnyway',
    })),
  };
}

/** The pod of a replica, within the restricted Pod Security Standard. */
export function podSpec(deployment: Deployment): k8s.PodSpec {
  return {
    serviceAccountName: appName,
    automountServiceAccountToken: false,
    // Else the cluster would put variables beside those of the model, one set for each Service of the namespace.
    enableServiceLinks: false,
    securityContext: { ...unprivileged, fsGroup: unprivilegedId },
    terminationGracePeriodSeconds: lifecycle(deployment).stopSeconds,
    ...placement(deployment),
    initContainers: [prepareContainer(deployment)],
    containers: [appContainer(deployment)],
    volumes: [
      ...configMounts(deployment).map(({ name }) => ({ name, configMap: { name: `${appName}-${name}` } })),
      ...writable.map(({ name }) => ({ name, emptyDir: { sizeLimit: k8s.Quantity.fromString(writableSize) } })),
    ],
  };
}
