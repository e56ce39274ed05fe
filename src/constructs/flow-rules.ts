import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { flows } from '../model';
import type { Deployment, Flow, Party } from '../model';
import { everyAddress } from '../model/flows';

function peerOf(cidr: string): ec2.IPeer {
  return cidr.includes(':') ? ec2.Peer.ipv6(cidr) : ec2.Peer.ipv4(cidr);
}

function between(deployment: Deployment, from: Party, to: readonly Party[]): readonly Flow[] {
  return flows(deployment, 'aws').filter((flow) => flow.from === from && to.includes(flow.to));
}

/**
 * Opens what the flows between two parties of the deployment permit. Called from the side of the one that connects, so
 * that the two may live in different stacks.
 */
export function allow(
  deployment: Deployment,
  from: { readonly party: Party } & ec2.IConnectable,
  to: { readonly party: Party } & ec2.IConnectable,
): void {
  for (const { port, why } of between(deployment, from.party, [to.party])) {
    from.connections.allowTo(to, ec2.Port.tcp(port), why);
  }
}

/** Opens the entry to the addresses that may connect. */
export function allowClients(deployment: Deployment, edge: ec2.IConnectable): void {
  for (const { port, why, cidrs = everyAddress } of between(deployment, 'clients', ['edge'])) {
    for (const cidr of cidrs) edge.connections.allowFrom(peerOf(cidr), ec2.Port.tcp(port), why);
  }
}

/** Parties outside of the deployment. `dns` is not one: security groups do not see traffic to Amazon's resolver. */
const outside: readonly Party[] = [
  'storage',
  'platform',
  'models',
  'vectorStore',
  'documentReader',
  'identityProvider',
  'directory',
  'codeRunner',
  'tools',
  'web',
  'telemetry',
];

/**
 * Opens the way out to the far sides of the flows. A security group knows no names, so a far side without address ranges
 * is every address on its port. Flows to the same addresses and port share one rule, because AWS refuses a second one.
 */
export function allowOutside(deployment: Deployment, app: ec2.IConnectable): void {
  const rules = new Map<string, { cidr: string; port: number; why: string[] }>();
  for (const { port, why, cidrs = everyAddress } of between(deployment, 'app', outside)) {
    for (const cidr of cidrs) {
      const rule = rules.get(`${cidr} ${port}`) ?? { cidr, port, why: [] };
      rules.set(`${cidr} ${port}`, { ...rule, why: rule.why.includes(why) ? rule.why : [...rule.why, why] });
    }
  }
  for (const { cidr, port, why } of rules.values()) {
    app.connections.allowTo(peerOf(cidr), ec2.Port.tcp(port), why.join('; '));
  }
}
