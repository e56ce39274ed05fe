import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { Deployment } from '../model';
import { kubernetesOf } from '../model/deployment';
import { appPort, edgePort } from '../model/flows';
import { EntryPolicies } from './entry-policies';
import { appName, sections } from './names';

/** Props of {@link EnvoyGatewayEntry}. */
export interface EnvoyGatewayEntryProps {
  /** Deployment that the entry leads to. */
  readonly deployment: Deployment;
}

const apiVersion = 'gateway.networking.k8s.io/v1';

/**
 * The way in through Envoy Gateway: listeners of the tenant’s own on the platform’s Gateway, and routes from them.
 *
 * All requests take one rule of one route. A limit counts for each rule apart, so a second one would be a second allowance.
 */
export class EnvoyGatewayEntry extends Construct {
  public constructor(scope: Construct, id: string, props: EnvoyGatewayEntryProps) {
    super(scope, id);
    const { deployment } = props;
    this.listeners(deployment);
    this.route('Route', deployment, appName, sections.https, {
      matches: [{ path: { type: 'PathPrefix', value: '/' } }],
      backendRefs: [{ name: appName, port: appPort }],
      // Envoy’s 15 s would cut answers short. How long one may stay silent is in the BackendTrafficPolicy.
      timeouts: { request: '0s' },
    });
    this.route('Redirect', deployment, `${appName}-redirect`, sections.http, {
      filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }],
    });
    new EntryPolicies(this, 'Policies', { deployment });
  }

  private listeners(deployment: Deployment): void {
    const { gateway, certificateSecret } = kubernetesOf(deployment).entry;
    const allowedRoutes = { namespaces: { from: 'Same' } };
    const hostname = deployment.host;
    new ApiObject(this, 'Listeners', {
      apiVersion,
      kind: 'ListenerSet',
      metadata: { name: appName },
      spec: {
        parentRef: { group: 'gateway.networking.k8s.io', kind: 'Gateway', ...gateway },
        listeners: [
          {
            name: sections.https,
            protocol: 'HTTPS',
            port: edgePort,
            hostname,
            tls: { mode: 'Terminate', certificateRefs: [{ kind: 'Secret', name: certificateSecret }] },
            allowedRoutes,
          },
          { name: sections.http, protocol: 'HTTP', port: 80, hostname, allowedRoutes },
        ],
      },
    });
  }

  /** A route pinned to one section: else the application would answer on port 80 as well. */
  private route(id: string, { host }: Deployment, name: string, sectionName: string, rule: object): void {
    new ApiObject(this, id, {
      apiVersion,
      kind: 'HTTPRoute',
      metadata: { name },
      spec: {
        parentRefs: [{ group: 'gateway.networking.k8s.io', kind: 'ListenerSet', name: appName, sectionName }],
        hostnames: [host],
        rules: [rule],
      },
    });
  }
}
