import type { Case } from './case';

export const secretCases: readonly Case[] = [];
