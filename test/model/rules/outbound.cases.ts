import type { Case } from './case';

export const outboundCases: readonly Case[] = [];
