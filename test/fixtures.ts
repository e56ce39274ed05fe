import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { defineFleet } from '../src/model';
import type { Deployment, DeploymentSpec } from '../src/model';
import { defineDeployment } from '../src/model';

/** Specification of a deployment on AWS with nothing but what must be said. */
export const awsSpec: DeploymentSpec = {
  name: 'acme',
  host: 'chat.acme.example',
  exposure: { kind: 'allowList', cidrs: ['203.0.113.0/24'] },
  auth: { admin: { email: 'admin@acme.example' } },
  models: { openai: [{ url: 'https://api.openai.com/v1' }] },
  rag: { embedding: { engine: 'openai', model: 'text-embedding-3-small', dimensions: 1536 } },
  aws: {
    region: 'eu-central-1',
    certificateArn: 'arn:aws:acm:eu-central-1:111122223333:certificate/00000000-0000-4000-8000-000000000000',
  },
};

/** Specification of a deployment on Kubernetes with nothing but what must be said. */
export const kubernetesSpec: DeploymentSpec = {
  ...awsSpec,
  aws: undefined,
  kubernetes: {
    entry: { kind: 'envoyGateway', clientAddress: { kind: 'direct' } },
    podCidrs: ['10.42.0.0/16'],
    database: { kind: 'external', host: 'pg.acme.example', maxConnections: 300, cidrs: ['10.60.1.0/28'] },
    redis: { host: 'redis.acme.example', cidrs: ['10.60.2.0/28'] },
    storage: { kind: 's3', bucket: 'acme-open-webui', region: 'eu-central-1' },
    secrets: { store: { name: 'vault' } },
  },
};

/** A deployment on AWS, with changes to its specification. */
export const onAws = (changes: Partial<DeploymentSpec> = {}): Deployment =>
  defineDeployment({ ...awsSpec, ...changes });

/** A deployment on Kubernetes, with changes to its specification. */
export const onKubernetes = (changes: Partial<DeploymentSpec> = {}): Deployment =>
  defineDeployment({ ...kubernetesSpec, ...changes });

/** Deployments of one of the examples. */
export function example(name: string): readonly Deployment[] {
  const file = join(__dirname, '../examples', name, 'fleet.yaml');
  const { defaults, tenants } = parse(readFileSync(file, 'utf8')) as {
    defaults?: unknown;
    tenants: Record<string, unknown>;
  };
  const fleet = defineFleet({
    defaults,
    tenants: Object.entries(tenants).map(([key, spec]) => ({ name: key, spec })),
  });
  if (fleet.problems.length > 0) throw new Error(JSON.stringify(fleet.problems));
  return fleet.deployments;
}
