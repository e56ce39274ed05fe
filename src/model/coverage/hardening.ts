import { accounts } from './hardening-accounts';
import { browser } from './hardening-browser';
import { data } from './hardening-data';
import { permissions } from './hardening-permissions';
import { providers } from './hardening-providers';
import type { Measure } from './measure';

/** Measures of the hardening guide. */
export const hardening: readonly Measure[] = [...accounts, ...browser, ...providers, ...data, ...permissions];
