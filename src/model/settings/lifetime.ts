import { z } from 'zod';

const seconds = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86400, w: 604800 } as const;

const grammar = /^(?:\d{1,6}(?:\.\d{1,3})?(?:ms|s|m|h|d|w)){1,6}$/;

/** Seconds in so many days. */
export const days = (count: number): number => count * seconds.d;

/** Seconds of a lifetime, added up as the release does it: `1h30m` is 5400. open_webui/utils/misc.py. */
export function secondsOf(lifetime: string): number {
  const parts = [...lifetime.matchAll(/([\d.]+)(ms|s|m|h|d|w)/g)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * seconds[unit as keyof typeof seconds], 0);
}

/** A lifetime that ends: the release takes a sum of nothing for a token without an end, as it does 0 and -1. */
export const lifetime = z
  .string()
  .regex(grammar, { abort: true })
  .refine((text) => secondsOf(text) >= seconds.m && secondsOf(text) <= days(365))
  .meta({
    expected: 'a lifetime from 1m to 365d such as 30m, 1h30m or 7d',
    fix: 'write numbers with ms, s, m, h, d or w behind them',
  });
