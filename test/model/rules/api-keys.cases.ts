import type { Case } from './case';

export const apiKeyCases: readonly Case[] = [];
