import { defineDeployment } from './define';
import type { DeploymentSpec } from './deployment-spec';
import { targetsOf } from './deployment';
import { environment } from './environment';

/** A deployment that says nothing but what has no default. */
const plain: DeploymentSpec = {
  name: 'chat',
  host: 'chat.example.com',
  exposure: { kind: 'internal' },
  auth: { admin: { email: 'admin@example.com' } },
  models: { openai: [{ url: 'https://api.openai.com/v1' }] },
  rag: { embedding: { engine: 'openai', model: 'text-embedding-3-small', dimensions: 1536 } },
  aws: { region: 'eu-central-1' },
  kubernetes: {
    entry: { kind: 'envoyGateway', clientAddress: { kind: 'direct' } },
    podCidrs: ['10.42.0.0/16'],
    database: { kind: 'external', host: 'postgres.example.com', maxConnections: 500, cidrs: ['10.60.1.0/28'] },
    redis: { host: 'redis.example.com', cidrs: ['10.60.2.0/28'] },
    storage: { kind: 's3', bucket: 'chat', region: 'eu-central-1' },
    secrets: { store: { name: 'store' } },
  },
};

let known: ReadonlyMap<string, string> | undefined;

/**
 * What a deployment that changes nothing writes, by variable. Values that differ by target, and those that hold secrets or
 * addresses of the target, are left out.
 */
export function plainValues(): ReadonlyMap<string, string> {
  if (known) return known;
  const deployment = defineDeployment(plain);
  const [first = {}, ...others] = targetsOf(deployment).map((target) => environment(deployment, target));
  const same = Object.entries(first).flatMap(([variable, parts]): [string, string][] => {
    const [text, ...rest] = parts;
    if (typeof text !== 'string' || rest.length > 0) return [];
    return others.every((other) => JSON.stringify(other[variable]) === JSON.stringify(parts)) ? [[variable, text]] : [];
  });
  known = new Map(same);
  return known;
}
