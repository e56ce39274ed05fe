import { z } from 'zod';
import type { Deployment } from '../deployment';
import type { Draft } from '../variables';
import type { SecretOf } from './setting';

// CloudFormation and the CDK put something else in place of both.
const oneLine = /^(?!.*(?:\$\{|\{\{resolve:))[^\p{Cc}]{0,4000}$/u;
const roleName = /^[a-z][A-Za-z0-9]{0,59}$/;

const value = z
  .union([
    z.string().meta({ expected: 'one line of text' }),
    z.strictObject({ secret: z.string().meta({ expected: 'a secret role such as licenseKey' }) }),
  ])
  .refine((one) =>
    typeof one === 'string' ? oneLine.test(one) : roleName.test(one.secret) && !(one.secret in Object.prototype),
  )
  .meta({
    expected: 'one line of text without ${, or a secret role such as { secret: licenseKey }',
    fix: 'quote numbers and switches; a role is letters and digits and begins with a small one',
    unprintable: true,
  });

/** Variables beyond the catalogue. */
export const extra = z
  .record(z.string(), value)
  .default({})
  .describe(
    'Variables of Open WebUI beyond those that have a key here: text, or `{ secret: role }` for what nobody may read.',
  );

/** Variables beyond the catalogue, as they are written. */
export function extraVariables({ extra: given }: Deployment): Draft {
  return Object.fromEntries(
    Object.entries(given).map(([name, one]) => [name, typeof one === 'string' ? one : { secret: one.secret }]),
  );
}

/** Secrets that variables beyond the catalogue hold. */
export function extraRoles({ extra: given }: Deployment): readonly SecretOf[] {
  const byRole = new Map<string, string[]>();
  for (const [name, one] of Object.entries(given)) {
    if (typeof one !== 'string') byRole.set(one.secret, [...(byRole.get(one.secret) ?? []), name]);
  }
  return [...byRole].map(([role, names]) => ({
    role,
    origin: 'supplied',
    purpose: `value of ${names.join(' and ')}`,
    rotation: 'change it where it comes from, store it, restart the replicas',
  }));
}
