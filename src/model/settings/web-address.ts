import { kubernetesOf } from '../deployment';
import type { Deployment } from '../deployment';
import { facts, guide } from './setting';
import type { DerivedVariables } from './setting';

/** Whoever passes a request on before it reaches the application: the gateway’s pods, and the proxies before them. */
function trustedHops(deployment: Deployment): string {
  const { podCidrs, entry } = kubernetesOf(deployment);
  const hops = entry.clientAddress.kind === 'trustedProxies' ? [...podCidrs, ...entry.clientAddress.cidrs] : podCidrs;
  return hops.join(',');
}

/** Variables of the deployment’s own address. */
export const webAddressVariables = {
  WEBUI_URL: {
    path: 'host',
    meaning: 'Public address of the deployment.',
    why: 'Said outright, links and redirects do not follow the Host header of a request.',
    source: facts('1.5'),
    value: ({ host }) => `https://${host}`,
  },
  FORWARDED_ALLOW_IPS: {
    path: 'kubernetes.podCidrs',
    meaning: 'Addresses whose word on the client’s address is taken.',
    why: 'Trusting everybody lets a client write any address into the audit log and evade limits.',
    source: `${guide('Trusted proxy IPs')}; start.sh`,
    value: (deployment, target) => (target === 'aws' ? { endpoint: 'edgeCidrs' } : trustedHops(deployment)),
  },
} satisfies DerivedVariables;
