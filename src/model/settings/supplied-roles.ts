import type { Deployment } from '../deployment';
import { codeRoles } from './code';
import { extraRoles } from './extra';
import { modelRoles } from './models';
import { ragRoles } from './rag-roles';
import type { SecretOf } from './setting';
import { toolRoles } from './tool-servers';
import { webhookRoles } from './web-fetch';
import { searchRoles } from './web-search';

/** Secrets that the catalogue itself calls for, depending on what a deployment uses. */
export const chosenRoles = (deployment: Deployment): readonly SecretOf[] =>
  [modelRoles, ragRoles, codeRoles, toolRoles, searchRoles, webhookRoles].flatMap((roles) => roles(deployment));

/** Every secret that a person supplies for a choice, or for a variable beyond the catalogue. */
export const suppliedRoles = (deployment: Deployment): readonly SecretOf[] => [
  ...chosenRoles(deployment),
  ...extraRoles(deployment),
];
