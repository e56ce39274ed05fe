import type { Case } from './case';

export const sessionCases: readonly Case[] = [];
