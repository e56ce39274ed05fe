import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { flows } from '../model';
import type { Deployment, Flow } from '../model';
import { kubernetesOf } from '../model/deployment';
import { privateIpv4, privateIpv6 } from './cidrs';
import { appName } from './names';

/** Props of {@link NetworkPolicies}. */
export interface NetworkPoliciesProps {
  /** Deployment whose flows are opened. */
  readonly deployment: Deployment;
}

/** Namespace of Envoy Gateway, where its proxies run unless its GatewayNamespaceMode puts them beside their Gateway. */
const envoyNamespace = 'envoy-gateway-system';

/** A NetworkPolicy knows no names, so a far side without known addresses is every address of the internet. */
const internet: k8s.NetworkPolicyPeer[] = [
  { ipBlock: { cidr: '0.0.0.0/0', except: [...privateIpv4] } },
  { ipBlock: { cidr: '::/0', except: [...privateIpv6] } },
];

const clusterDns: k8s.NetworkPolicyPeer = {
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
  podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
};

/** The proxies of the tenant’s Gateway, in either of the places where Envoy Gateway runs them. */
function proxies(deployment: Deployment): k8s.NetworkPolicyPeer {
  const { name, namespace } = kubernetesOf(deployment).entry.gateway;
  return {
    namespaceSelector: {
      matchExpressions: [
        { key: 'kubernetes.io/metadata.name', operator: 'In', values: [envoyNamespace, namespace].sort() },
      ],
    },
    podSelector: {
      matchLabels: {
        'app.kubernetes.io/component': 'proxy',
        'app.kubernetes.io/managed-by': 'envoy-gateway',
        'gateway.envoyproxy.io/owning-gateway-name': name,
        'gateway.envoyproxy.io/owning-gateway-namespace': namespace,
      },
    },
  };
}

function farSide({ to, cidrs }: Flow): k8s.NetworkPolicyPeer[] {
  if (to === 'dns') return [clusterDns];
  return cidrs === undefined ? internet : cidrs.map((cidr) => ({ ipBlock: { cidr } }));
}

/** Ports count behind the Service, so they are those of the pods. */
function ports({ port, protocols }: Flow): k8s.NetworkPolicyPort[] {
  return protocols.map((protocol) => ({ protocol, port: k8s.IntOrString.fromNumber(port) }));
}

/** Closes the tenant’s namespace, and opens it for the flows of the model. */
export class NetworkPolicies extends Construct {
  public constructor(scope: Construct, id: string, props: NetworkPoliciesProps) {
    super(scope, id);
    const { deployment } = props;
    const all = flows(deployment, 'kubernetes');
    const policyTypes = ['Egress', 'Ingress'];
    new k8s.KubeNetworkPolicy(this, 'DefaultDeny', {
      metadata: { name: 'default-deny' },
      spec: { podSelector: {}, policyTypes },
    });
    new k8s.KubeNetworkPolicy(this, 'App', {
      metadata: { name: appName },
      spec: {
        podSelector: { matchLabels: { 'app.kubernetes.io/name': appName } },
        policyTypes,
        ingress: all
          .filter(({ to }) => to === 'app')
          .map((flow) => ({ from: [proxies(deployment)], ports: ports(flow) })),
        egress: all.filter(({ from }) => from === 'app').map((flow) => ({ to: farSide(flow), ports: ports(flow) })),
      },
    });
  }
}
