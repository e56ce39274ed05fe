import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Construct } from 'constructs';
import type { Deployment, DeploymentSpec } from '../../src/model';
import { OpenWebUiStack } from '../../src/stacks';
import type { OpenWebUiStackProps } from '../../src/stacks';
import { awsSpec, example, onAws } from '../fixtures';

// The framework's own validation costs a second a file; `npm run verify` has it on.
process.env.CDK_VALIDATION = 'false';

const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

/** The section `aws` of the fixture, with changes. */
export const aws = (changes: Partial<NonNullable<DeploymentSpec['aws']>> = {}): DeploymentSpec['aws'] => ({
  region: 'eu-central-1',
  certificateArn: awsSpec.aws?.certificateArn,
  ...changes,
});

/** A tenant of the example of a fleet. */
export function tenant(name: string): Deployment {
  const found = example('fleet').find((deployment) => deployment.name === name);
  if (!found) throw new Error(`no tenant ${name}`);
  return found;
}

/** A deployment that uses all that the model offers on AWS. */
export const everything = (): Deployment =>
  onAws({
    name: 'everything',
    image: { digest: `sha256:${'0'.repeat(64)}` },
    rollout: 'rolling',
    auth: {
      admin: { email: 'admin@acme.example', name: "Ada O'Hara" },
      oidc: { issuer: 'https://login.acme.example', clientId: 'owui', allowedDomains: ['acme.example'] },
      google: { clientId: 'google', allowedDomains: ['acme.example'] },
      microsoft: { tenantId: 'acme.example', clientId: 'microsoft', allowedDomains: ['acme.example'] },
      github: { clientId: 'github', allowedDomains: ['acme.example'], cidrs: ['192.0.2.0/24'] },
      ldap: {
        host: 'ldap.acme.example',
        bindDn: "cn=o'hara,dc=acme,dc=example",
        searchBase: 'dc=acme,dc=example',
        ca: certificate,
        cidrs: ['10.70.0.10/32', 'fd00:70::/64'],
      },
    },
    models: {
      openai: [{ url: 'https://api.openai.com/v1' }, { url: 'https://vllm.acme.example:8000/v1' }],
      ollama: [{ url: 'http://ollama.acme.example:11434', key: true, prefix: 'lab', cidrs: ['10.80.0.0/28'] }],
      forwardUserHeaders: 'signed',
    },
    rag: {
      embedding: { engine: 'openai', model: 'text-embedding-3-small', dimensions: 1536 },
      vectorStore: { kind: 'milvus', host: 'vectors.acme.example', ca: certificate },
      reranking: { url: 'https://rerank.acme.example/v1', model: 'm' },
      extraction: { kind: 'docling', url: 'https://docling.acme.example:5001' },
    },
    code: { executionEngine: 'jupyter', jupyter: { url: 'https://jupyter.acme.example' } },
    plugins: {
      toolServers: [{ name: 'search', url: 'https://tools.acme.example' }],
      terminals: [{ name: 'build', url: 'https://terminal.acme.example' }],
    },
    web: {
      fetch: { kind: 'public' },
      search: { engine: { kind: 'service', service: 'tavily' } },
      webhook: { host: 'hooks.acme.example' },
    },
    telemetry: { otel: { endpoint: 'https://otel.acme.example:4317' } },
    edge: { adminCidrs: ['10.20.0.0/16', 'fd00:20::/64'], signInPerMinute: 12, streamTimeoutSeconds: 4000 },
  });

/** Template of a deployment's stack. */
export function synth(deployment: Deployment, props: Omit<OpenWebUiStackProps, 'deployment'> = {}): Template {
  return Template.fromStack(new OpenWebUiStack(new App(), 'Tenant', { deployment, ...props }));
}

/** Template of a stack that holds only what is made here. */
export function synthOf(make: (scope: Construct) => unknown): Template {
  const stack = new Stack(new App(), 'Stack');
  make(stack);
  return Template.fromStack(stack);
}

/** A resource as it is in a template. */
export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

/** Resources of a type, by logical id. */
export function resources(template: Template, type: string): Readonly<Record<string, Resource>> {
  return template.findResources(type) as Record<string, Resource>;
}

/** The only resource of a type. */
export function only(template: Template, type: string): Resource {
  const found = Object.values(resources(template, type));
  const [first] = found;
  if (found.length !== 1 || !first) throw new Error(`expected one ${type}, got ${found.length}`);
  return first;
}

/** What CloudFormation makes of a value, with `${…}` for what only it knows. */
export function text(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [[key, argument] = ['', undefined]] = Object.entries(value);
  if (key === 'Ref') return `\${${String(argument)}}`;
  if (key === 'Fn::GetAtt') return `\${${(argument as string[]).join('.')}}`;
  if (key === 'Fn::Join') {
    const [separator, parts] = argument as [string, unknown[]];
    return parts.map(text).join(separator);
  }
  return JSON.stringify(value);
}

/** A container definition with its values as text. */
export interface Container {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, string>>;
  /** References to secrets, by variable. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly script: string;
}

/** A container of the task. */
export function container(template: Template, name: 'prepare' | 'app'): Container {
  const definitions = only(template, 'AWS::ECS::TaskDefinition').Properties.ContainerDefinitions as Record<
    string,
    unknown
  >[];
  const properties = definitions.find(({ Name }) => Name === name);
  if (!properties) throw new Error(`no container ${name}`);
  const { Environment, Secrets, Command } = properties as {
    Environment: { Name: string; Value: unknown }[];
    Secrets: { Name: string; ValueFrom: unknown }[];
    Command: unknown[];
  };
  return {
    properties,
    environment: Object.fromEntries(Environment.map(({ Name, Value }) => [Name, text(Value)])),
    secrets: Object.fromEntries(Secrets.map(({ Name, ValueFrom }) => [Name, text(ValueFrom)])),
    script: Command.map(text).join(' '),
  };
}
