import type { Case } from './case';

export const settingCases: readonly Case[] = [];
