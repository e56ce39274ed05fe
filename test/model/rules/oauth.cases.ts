import type { Case } from './case';

export const oauthCases: readonly Case[] = [];
