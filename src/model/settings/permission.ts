import { z } from 'zod';
import { facts, setting, upstream } from './setting';

/** One permission of people who are no administrators: its variable behind `USER_PERMISSIONS_`, what it is, and why it is on or off. */
export function permission(name: string, value: boolean, meaning: string, why: string): z.ZodDefault<z.ZodBoolean> {
  return setting(`USER_PERMISSIONS_${name}`, z.boolean().default(value), {
    meaning: `Whether people who are no administrators may ${meaning}. A group can allow more.`,
    why,
    source: `${facts('1.11')}; ${upstream('config.py')}`,
  });
}
