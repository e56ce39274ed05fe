import type { Template } from 'aws-cdk-lib/assertions';
import type { Deployment, Environment, Part, Value } from '../../src/model';
import { awsOf } from '../../src/model/deployment';
import { container, resources, text } from './support';
import type { Container } from './support';

/** A deployment and the template of its stack. */
export interface Subject {
  readonly deployment: Deployment;
  readonly template: Template;
}

const idOf = (template: Template, type: string): string => Object.keys(resources(template, type))[0] ?? '';

/** How a template refers to what only CloudFormation knows. */
function endpoints({ deployment, template }: Subject): Readonly<Record<string, string>> {
  const { database, region } = awsOf(deployment);
  const server =
    database.kind === 'rds' ? idOf(template, 'AWS::RDS::DBInstance') : idOf(template, 'AWS::RDS::DBCluster');
  const bucket = Object.keys(resources(template, 'AWS::S3::Bucket')).find((id) => id.includes('Storage')) ?? '';
  return {
    databaseHost: `\${${server}.Endpoint.Address}`,
    cacheHost: `\${${idOf(template, 'AWS::ElastiCache::ReplicationGroup')}.PrimaryEndPoint.Address}`,
    cachePort: '6379',
    bucket: `\${${bucket}}`,
    region,
    edgeCidrs: `\${${idOf(template, 'AWS::EC2::VPC')}.CidrBlock}`,
  };
}

/** How a template refers to the secret of a role. */
export function reference({ deployment, template }: Subject, role: string): string {
  if (role === 'databaseAdministrator') {
    const type = awsOf(deployment).database.kind === 'rds' ? 'AWS::RDS::DBInstance' : 'AWS::RDS::DBCluster';
    return `\${${idOf(template, type)}.MasterUserSecret.SecretArn}`;
  }
  const own = Object.entries(resources(template, 'AWS::SecretsManager::Secret'));
  const [id = ''] = own.find(([, { Properties }]) => text(Properties.Description).startsWith(`${role}: `)) ?? [];
  return `\${${id}}`;
}

const quoted = (plain: string): string => (plain === '' ? '' : `'${plain.replaceAll("'", `'\\''`)}'`);

const isSecret = (part: Part): boolean => typeof part === 'object' && 'secret' in part;

const inContainer = (part: Part): boolean =>
  isSecret(part) || (typeof part === 'object' && 'endpoint' in part && part.endpoint === 'instanceName');

export function expectVariable(where: Subject, rendered: Container, name: string, value: Value): void {
  const known = endpoints(where);
  const plain = (part: Part): string =>
    typeof part === 'string' ? part : 'endpoint' in part ? (known[part.endpoint] ?? '?') : '?';
  const [first] = value;
  if (value.length === 1 && typeof first === 'object' && 'secret' in first) {
    const field = first.field === undefined ? '' : `:${first.field}::`;
    expect(rendered.secrets[name]).toBe(reference(where, first.secret) + field);
    return;
  }
  if (!value.some(inContainer)) {
    expect(rendered.environment[name]).toBe(value.map(plain).join(''));
    return;
  }
  let line = `export ${name}=`;
  let pending = '';
  for (const part of value) {
    if (!inContainer(part)) {
      pending += plain(part);
      continue;
    }
    const variable = typeof part === 'object' && 'secret' in part ? `SECRET_${part.secret}` : 'HOSTNAME';
    line += `${quoted(pending)}"$${variable}"`;
    pending = '';
    if (typeof part === 'object' && 'secret' in part) {
      expect(rendered.secrets[variable]).toBe(reference(where, part.secret));
    }
  }
  expect(rendered.script.split('\n')).toContain(line + quoted(pending));
}

export function expectVariables(where: Subject, name: 'prepare' | 'app', variables: Environment): void {
  const rendered = container(where.template, name);
  for (const [variable, value] of Object.entries(variables)) expectVariable(where, rendered, variable, value);
  const exported = [...rendered.script.matchAll(/^export (\w+)=/gm)].map(([, variable]) => variable);
  const own = /^(?:SECRET_|CERTIFICATE_|PREPARE_SCRIPT$)/;
  const all = [...Object.keys(rendered.environment), ...Object.keys(rendered.secrets), ...exported];
  expect(all.filter((variable) => !own.test(variable ?? '')).sort()).toEqual(Object.keys(variables).sort());
}
