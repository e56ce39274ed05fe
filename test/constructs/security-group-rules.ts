import type { Template } from 'aws-cdk-lib/assertions';
import { flows } from '../../src/model';
import type { Deployment, Flow } from '../../src/model';
import { resources, text } from './support';

/** Rules of the security groups as `who direction far port: description`. */
export function securityGroupRules(template: Template): string[] {
  const names: Record<string, string> = {
    'Load balancer of Open WebUI': 'edge',
    'Tasks of Open WebUI': 'app',
    'PostgreSQL of Open WebUI': 'database',
    'Valkey of Open WebUI': 'cache',
  };
  const groups = Object.fromEntries(
    Object.entries(resources(template, 'AWS::EC2::SecurityGroup')).map(([id, { Properties }]) => [
      `\${${id}.GroupId}`,
      { name: names[text(Properties.GroupDescription)] ?? '?', properties: Properties },
    ]),
  );
  const nameOf = (group: unknown): string => groups[text(group)]?.name ?? '?';
  type Rule = Readonly<Record<string, unknown>>;
  const write = (who: string, direction: string, rule: Rule): string => {
    const group = rule.SourceSecurityGroupId ?? rule.DestinationSecurityGroupId;
    const far = group === undefined ? text(rule.CidrIp ?? rule.CidrIpv6) : nameOf(group);
    expect(rule.ToPort).toBe(rule.FromPort);
    expect(rule.IpProtocol).toBe('tcp');
    // What EC2 takes as a description.
    expect(rule.Description).toMatch(/^[\w .:/()#,@[\]+=&;{}!$*-]{1,255}$/);
    return `${who} ${direction} ${far} ${text(rule.FromPort)}: ${text(rule.Description)}`;
  };
  const leadsNowhere = ({ CidrIp }: Rule): boolean => CidrIp === '127.0.0.1/32' || CidrIp === '255.255.255.255/32';
  const inline = Object.values(groups).flatMap(({ name, properties }) => [
    ...((properties.SecurityGroupIngress ?? []) as Rule[]).map((rule) => write(name, 'from', rule)),
    ...((properties.SecurityGroupEgress ?? []) as Rule[])
      .filter((rule) => !leadsNowhere(rule))
      .map((rule) => write(name, 'to', rule)),
  ]);
  const separate = (type: string, direction: string): string[] =>
    Object.values(resources(template, type)).map(({ Properties }) =>
      write(nameOf(Properties.GroupId), direction, Properties),
    );
  return [
    ...inline,
    ...separate('AWS::EC2::SecurityGroupIngress', 'from'),
    ...separate('AWS::EC2::SecurityGroupEgress', 'to'),
  ].sort();
}

/** What the flows come to: flows to the same far side and port share a rule. */
export function expectedSecurityGroupRules(deployment: Deployment): string[] {
  const within = ['edge', 'app', 'database', 'cache'];
  const shared = new Map<string, Set<string>>();
  const add = (rule: string, why: string): unknown => shared.set(rule, (shared.get(rule) ?? new Set()).add(why));
  const addFlow = ({ from, to, port, why, cidrs = ['0.0.0.0/0', '::/0'] }: Flow): void => {
    const farSides = within.includes(from) && within.includes(to) ? undefined : cidrs;
    if (within.includes(from)) for (const far of farSides ?? [to]) add(`${from} to ${far} ${port}`, why);
    if (within.includes(to)) for (const far of farSides ?? [from]) add(`${to} from ${far} ${port}`, why);
  };
  flows(deployment, 'aws')
    .filter(({ to }) => to !== 'dns')
    .forEach(addFlow);
  return [...shared].map(([rule, why]) => `${rule}: ${[...why].join('; ')}`).sort();
}
