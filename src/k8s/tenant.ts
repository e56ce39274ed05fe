import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Deployment } from '../model';
import { kubernetesOf } from '../model/deployment';
import { EnvoyGatewayEntry } from './entry';
import { selectorLabels } from './names';
import { NetworkPolicies } from './network-policies';
import { Secrets } from './secrets';
import { Web } from './web';

/** Props of {@link OpenWebUiChart}. */
export interface OpenWebUiChartProps {
  /** Deployment with a section for Kubernetes. */
  readonly deployment: Deployment;
}

/** Everything in the namespace of one tenant. The namespace itself belongs to {@link PlatformChart}. */
export class OpenWebUiChart extends Chart {
  public constructor(scope: Construct, id: string, props: OpenWebUiChartProps) {
    const { deployment } = props;
    const { namespace } = kubernetesOf(deployment);
    super(scope, id, { namespace, labels: selectorLabels(deployment) });
    new NetworkPolicies(this, 'NetworkPolicies', { deployment });
    new Secrets(this, 'Secrets', { deployment });
    new Web(this, 'Web', { deployment });
    new EnvoyGatewayEntry(this, 'Entry', { deployment });
  }
}
