import { ApiObject, Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { versions } from '../model';
import type { Deployment } from '../model';
import { kubernetesOf } from '../model/deployment';
import { gatewayLabels, keptAnnotations } from './names';

/** Props of {@link PlatformChart}. */
export interface PlatformChartProps {
  /** Deployments of the cluster, each with a section for Kubernetes. */
  readonly deployments: readonly Deployment[];
}

type Gateway = ReturnType<typeof kubernetesOf>['entry']['gateway'];

const gatewayClass = 'owui';

const podSecurity = Object.fromEntries(
  ['enforce', 'audit', 'warn'].flatMap((mode) => [
    [`pod-security.kubernetes.io/${mode}`, 'restricted'],
    [`pod-security.kubernetes.io/${mode}-version`, versions.podSecurity],
  ]),
);

/** What tenants of a cluster share, and what a tenant must not be able to change. */
export class PlatformChart extends Chart {
  public constructor(scope: Construct, id: string, props: PlatformChartProps) {
    super(scope, id);
    const sections = props.deployments.map(kubernetesOf);
    const gateways = new Map(
      sections.map(({ entry: { gateway } }) => [`${gateway.namespace}.${gateway.name}`, gateway]),
    );
    for (const namespace of new Set([...gateways.values()].map((gateway) => gateway.namespace))) {
      this.namespaceObject(namespace, {});
    }
    for (const { namespace, entry } of sections) this.namespaceObject(namespace, gatewayLabels(entry.gateway));
    new ApiObject(this, 'GatewayClass', {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'GatewayClass',
      metadata: { name: gatewayClass },
      spec: { controllerName: 'gateway.envoyproxy.io/gatewayclass-controller' },
    });
    for (const [key, gateway] of gateways) this.gateway(key, gateway);
  }

  private namespaceObject(name: string, labels: Record<string, string>): void {
    new k8s.KubeNamespace(this, `${name}Namespace`, {
      metadata: { name, labels: { ...podSecurity, ...labels }, annotations: keptAnnotations },
    });
  }

  /** The schema wants a listener: this one admits no route of a tenant, and answers unknown names on port 80 with 404. */
  private gateway(key: string, gateway: Gateway): void {
    new ApiObject(this, `${key}Gateway`, {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata: { name: gateway.name, namespace: gateway.namespace },
      spec: {
        gatewayClassName: gatewayClass,
        allowedListeners: { namespaces: { from: 'Selector', selector: { matchLabels: gatewayLabels(gateway) } } },
        listeners: [
          { name: 'unknown-hosts', protocol: 'HTTP', port: 80, allowedRoutes: { namespaces: { from: 'Same' } } },
        ],
      },
    });
  }
}
