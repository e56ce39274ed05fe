import type { Case } from './case';

export const accessCases: readonly Case[] = [];
