import { z } from 'zod';
import { settingKeys } from './settings/setting';
import { deploymentSpec } from './spec';

type Json = Readonly<Record<string, unknown>>;

/** Words of this package’s own messages, which are not JSON Schema, and the schema’s own mark, which stands once. */
const dropped = ['expected', 'fix', 'unprintable', '$schema', ...settingKeys];

/**
 * Part of a specification, as defaults or a tenant may write it: what one leaves out the other can hold, so nothing is
 * required, and the branches of a choice are no longer apart.
 */
function partial(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(partial);
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([key, value]) => !(dropped.includes(key) && typeof value !== 'object'));
  return Object.fromEntries(
    kept.flatMap(([key, value]) =>
      key === 'required' && Array.isArray(value) ? [] : [[key === 'oneOf' ? 'anyOf' : key, partial(value)]],
    ),
  );
}

/** JSON Schema of the fleet file, for editors: completion, hints and the kinds of values. */
export function fleetSchema(): Json {
  const { properties, ...rest } = partial(
    z.toJSONSchema(deploymentSpec, { io: 'input', unrepresentable: 'any' }),
  ) as Json;
  const { name, ...members } = properties as Json;
  const { description } = name as Json;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Fleet of hardened Open WebUI deployments',
    type: 'object',
    required: ['tenants'],
    additionalProperties: false,
    properties: {
      defaults: { description: 'What every tenant has unless it says otherwise.', $ref: '#/$defs/tenant' },
      tenants: {
        description: 'Tenants by name, or globs of files that hold one each.',
        anyOf: [
          {
            type: 'object',
            propertyNames: { description },
            minProperties: 1,
            additionalProperties: { $ref: '#/$defs/tenant' },
          },
          { type: 'string' },
          { type: 'array', minItems: 1, items: { type: 'string' } },
        ],
      },
    },
    $defs: { tenant: { ...rest, properties: members } },
  };
}
