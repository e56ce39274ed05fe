import type { DerivedVariables } from './setting';

/** Variables that are not one key’s value. */
export const apiKeyVariables = {} satisfies DerivedVariables;
