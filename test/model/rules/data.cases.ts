import type { Case } from './case';

export const dataCases: readonly Case[] = [];
