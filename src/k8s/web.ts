import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { Deployment } from '../model';
import { scaling } from '../model/container';
import { appPort } from '../model/flows';
import { certificates, checksum, scripts } from './config-files';
import type { Files } from './config-files';
import { appName, portName, selectorLabels } from './names';
import { podSpec } from './pod';

/** Props of {@link Web}. */
export interface WebProps {
  /** Deployment that runs. */
  readonly deployment: Deployment;
}

/** The application: its pods, their number, their files and the Service before them. */
export class Web extends Construct {
  public constructor(scope: Construct, id: string, props: WebProps) {
    super(scope, id);
    const { deployment } = props;
    this.configMap('Scripts', 'scripts', scripts(deployment));
    this.configMap('Certificates', 'certificates', certificates(deployment));
    new k8s.KubeServiceAccount(this, 'ServiceAccount', {
      metadata: { name: appName },
      automountServiceAccountToken: false,
    });
    this.replicas(deployment);
    this.scale(deployment);
    new k8s.KubePodDisruptionBudget(this, 'PodDisruptionBudget', {
      metadata: { name: appName },
      spec: {
        maxUnavailable: k8s.IntOrString.fromNumber(1),
        selector: { matchLabels: selectorLabels(deployment) },
        // Else a replica that never becomes ready holds up the drain of its node.
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
      },
    });
    new k8s.KubeService(this, 'Service', {
      metadata: { name: appName },
      spec: {
        type: 'ClusterIP',
        selector: selectorLabels(deployment),
        ports: [{ name: portName, port: appPort, targetPort: k8s.IntOrString.fromString(portName), protocol: 'TCP' }],
      },
    });
  }

  private configMap(id: string, name: string, data: Files): void {
    if (Object.keys(data).length === 0) return;
    new k8s.KubeConfigMap(this, id, { metadata: { name: `${appName}-${name}` }, data });
  }

  /** Their number is left out: the autoscaler owns it. */
  private replicas(deployment: Deployment): void {
    const labels = selectorLabels(deployment);
    const one = k8s.IntOrString.fromNumber(1);
    new k8s.KubeDeployment(this, 'Deployment', {
      metadata: { name: appName },
      spec: {
        selector: { matchLabels: labels },
        strategy:
          deployment.rollout === 'recreate'
            ? { type: 'Recreate' }
            : {
                type: 'RollingUpdate',
                rollingUpdate: { maxSurge: one, maxUnavailable: k8s.IntOrString.fromNumber(0) },
              },
        template: {
          metadata: { labels, annotations: { 'checksum/config': checksum(deployment) } },
          spec: podSpec(deployment),
        },
      },
    });
  }

  private scale({ replicas }: Deployment): void {
    new k8s.KubeHorizontalPodAutoscalerV2(this, 'Autoscaler', {
      metadata: { name: appName },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: appName },
        minReplicas: replicas.min,
        maxReplicas: replicas.max,
        metrics: [
          {
            type: 'Resource',
            resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: scaling.cpuPercent } },
          },
        ],
        behavior: { scaleDown: { stabilizationWindowSeconds: scaling.scaleInSeconds } },
      },
    });
  }
}
