import type { Case } from './case';

export const auditCases: readonly Case[] = [];
