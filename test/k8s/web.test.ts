import { environment } from '../../src/model';
import type { Deployment } from '../../src/model';
import { writableDirectories } from '../../src/model/container';
import { tenantManifests } from '../../src/k8s/emit';
import { onKubernetes } from '../fixtures';
import { container, everything, pod, rendered, samples } from './support';
import { versions } from '../../src/model/versions';

const both = ['app', 'prepare'] as const;

describe.each(samples)('the pod of %s', (_, deployment) => {
  test('runs as nobody special', () => {
    const identity = {
      runAsNonRoot: true,
      runAsUser: 10001,
      runAsGroup: 10001,
      seccompProfile: { type: 'RuntimeDefault' },
    };
    expect(pod(deployment).securityContext).toEqual({ ...identity, fsGroup: 10001 });
    for (const which of both) {
      expect(container(deployment, which).securityContext).toEqual({
        ...identity,
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        readOnlyRootFilesystem: true,
      });
    }
  });

  test('has no token, no host and no service links', () => {
    const spec = pod(deployment);
    expect(spec.automountServiceAccountToken).toBe(false);
    expect(spec.enableServiceLinks).toBe(false);
    expect(Object.keys(spec).filter((key) => key.startsWith('host'))).toEqual([]);
    expect(rendered(deployment, 'ServiceAccount').automountServiceAccountToken).toBe(false);
    expect(spec.serviceAccountName).toBe('open-webui');
  });

  test('writes to the directories of the model alone', () => {
    const { volumes } = pod(deployment);
    for (const which of both) {
      const { volumeMounts } = container(deployment, which);
      const writable = volumeMounts.filter(({ readOnly }) => !readOnly);
      expect(writable.map(({ mountPath }) => mountPath)).toEqual(writableDirectories);
      for (const { name } of writable) {
        expect(volumes).toContainEqual({ name, emptyDir: { sizeLimit: '2Gi' } });
      }
      expect(volumeMounts.map(({ name }) => name).sort()).toEqual(volumes.map(({ name }) => name).sort());
    }
  });

  test('is bound by limits', () => {
    for (const which of both) {
      const { requests, limits } = container(deployment, which).resources;
      expect(Object.keys(requests).sort()).toEqual(['cpu', 'ephemeral-storage', 'memory']);
      expect(limits).toEqual({ ...requests, 'ephemeral-storage': '5Gi' });
    }
  });
});

test.each([
  ['small', '1', '3Gi'],
  ['large', '2', '8Gi'],
] as const)('asks for what size %s stands for', (size, cpu, memory) => {
  const { requests } = container(onKubernetes({ size, replicas: { min: 1, max: 1 } }), 'app').resources;
  expect([requests.cpu, requests.memory]).toEqual([cpu, memory]);
});

test('pulls by tag', () => {
  expect(container(onKubernetes(), 'app').image).toBe(`ghcr.io/open-webui/open-webui:${versions.openWebUiTag}`);
});

test('pulls by digest where there is one', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  for (const which of both) {
    expect(container(onKubernetes({ image: { digest } }), which).image).toBe(
      `ghcr.io/open-webui/open-webui:${versions.openWebUiTag}@${digest}`,
    );
  }
});

test('asks the registry at every start', () => {
  for (const which of both) expect(container(onKubernetes(), which).imagePullPolicy).toBe('Always');
});

test('leaves the image’s own command to the application', () => {
  expect(container(onKubernetes(), 'app')).not.toHaveProperty('command');
  expect(container(onKubernetes(), 'app')).not.toHaveProperty('args');
});

test('prepares from its script in the backend’s directory', () => {
  const { name, command, workingDir } = container(onKubernetes(), 'prepare');
  expect([name, command, workingDir]).toEqual([
    'prepare',
    ['python3', '/etc/open-webui/scripts/prepare.py'],
    '/app/backend',
  ]);
});

test('starts within 300 s', () => {
  expect(container(onKubernetes(), 'app').startupProbe).toEqual({
    httpGet: { path: '/health', port: 'http' },
    periodSeconds: 5,
    timeoutSeconds: 5,
    failureThreshold: 60,
  });
});

test('is ready when /ready says so', () => {
  expect(container(onKubernetes(), 'app').readinessProbe.httpGet).toEqual({ path: '/ready', port: 'http' });
});

test('is alive when the probe says so', () => {
  expect(container(onKubernetes(), 'app').livenessProbe).toEqual({
    exec: { command: ['python3', '/etc/open-webui/scripts/probe.py'] },
    periodSeconds: 30,
    timeoutSeconds: 15,
    failureThreshold: 3,
  });
});

const strategy = (deployment: Deployment) => rendered(deployment, 'Deployment').spec.strategy;

test('recreates with a short drain', () => {
  expect(strategy(onKubernetes())).toEqual({ type: 'Recreate' });
  expect(pod(onKubernetes()).terminationGracePeriodSeconds).toBe(10);
});

test('rolls with a long drain', () => {
  expect(strategy(everything)).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } });
  expect(pod(everything).terminationGracePeriodSeconds).toBe(120);
});

test('leaves the number of replicas to the autoscaler', () => {
  expect(rendered(onKubernetes(), 'Deployment').spec).not.toHaveProperty('replicas');
  const { spec } = rendered(onKubernetes({ replicas: { min: 2, max: 5 } }), 'HorizontalPodAutoscaler');
  expect([spec.minReplicas, spec.maxReplicas]).toEqual([2, 5]);
  expect(spec.scaleTargetRef).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'open-webui' });
  expect(spec.metrics).toEqual([
    { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } } },
  ]);
  expect(spec.behavior).toEqual({ scaleDown: { stabilizationWindowSeconds: 300 } });
});

test('lets drains take one replica, and a broken one at once', () => {
  expect(rendered(onKubernetes(), 'PodDisruptionBudget').spec).toEqual({
    maxUnavailable: 1,
    selector: { matchLabels: { 'app.kubernetes.io/instance': 'acme', 'app.kubernetes.io/name': 'open-webui' } },
    unhealthyPodEvictionPolicy: 'AlwaysAllow',
  });
});

test('spreads over zones and nodes without keeping a replica waiting', () => {
  const { topologySpreadConstraints, affinity } = pod(onKubernetes());
  expect(
    topologySpreadConstraints.map(({ topologyKey, whenUnsatisfiable }) => [topologyKey, whenUnsatisfiable]),
  ).toEqual([
    ['topology.kubernetes.io/zone', 'ScheduleAnyway'],
    ['kubernetes.io/hostname', 'ScheduleAnyway'],
  ]);
  expect(affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution).toMatchObject([
    { podAffinityTerm: { topologyKey: 'kubernetes.io/hostname' } },
  ]);
});

test('selects its pods by labels that never change', () => {
  const labels = { 'app.kubernetes.io/instance': 'acme', 'app.kubernetes.io/name': 'open-webui' };
  const { selector, template } = rendered(onKubernetes(), 'Deployment').spec;
  expect(selector).toEqual({ matchLabels: labels });
  expect(template.metadata.labels).toEqual(labels);
  expect(rendered(onKubernetes(), 'Service').spec.selector).toEqual(labels);
});

test('is reached on the application’s port', () => {
  expect(rendered(onKubernetes(), 'Service').spec.ports).toEqual([
    { name: 'http', port: 8080, protocol: 'TCP', targetPort: 'http' },
  ]);
  expect(container(onKubernetes(), 'app').ports).toEqual([{ name: 'http', containerPort: 8080, protocol: 'TCP' }]);
});

test('mounts the certificates that it was given, where the variables point', () => {
  const files = rendered(everything, 'ConfigMap', 'open-webui-certificates').data;
  const mount = container(everything, 'app').volumeMounts.find(({ name }) => name === 'certificates');
  const { PGSSLROOTCERT, LDAP_CA_CERT_FILE } = environment(everything, 'kubernetes');
  expect(Object.keys(files).map((name) => [`${mount?.mountPath}/${name}`])).toEqual(
    expect.arrayContaining([PGSSLROOTCERT, LDAP_CA_CERT_FILE]),
  );
});

test('has no certificates when those of the image do', () => {
  const names = tenantManifests(onKubernetes()).filter(({ kind }) => kind === 'ConfigMap');
  expect(names.map(({ metadata }) => metadata.name)).toEqual(['open-webui-scripts']);
});

test('replaces its pods when a file changes', () => {
  const hash = (deployment: Deployment): string | undefined =>
    rendered(deployment, 'Deployment').spec.template.metadata.annotations['checksum/config'];
  expect(hash(onKubernetes())).toMatch(/^[0-9a-f]{64}$/);
  expect(hash(onKubernetes({ replicas: { min: 1, max: 3 } }))).toBe(hash(onKubernetes()));
  expect(hash(onKubernetes({ workers: 2 }))).not.toBe(hash(onKubernetes()));
});
