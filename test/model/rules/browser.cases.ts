import type { Case } from './case';

export const browserCases: readonly Case[] = [];
