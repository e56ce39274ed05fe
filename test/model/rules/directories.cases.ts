import type { Case } from './case';

export const directoryCases: readonly Case[] = [];
