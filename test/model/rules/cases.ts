import type { Case } from './case';
import { accessCases } from './access.cases';
import { accountCases } from './accounts.cases';
import { apiKeyCases } from './api-keys.cases';
import { auditCases } from './audit.cases';
import { browserCases } from './browser.cases';
import { codeCases } from './code.cases';
import { dataCases } from './data.cases';
import { directoryCases } from './directories.cases';
import { oauthCases } from './oauth.cases';
import { outboundCases } from './outbound.cases';
import { releaseCases } from './release.cases';
import { secretCases } from './secrets.cases';
import { sessionCases } from './sessions.cases';
import { settingCases } from './settings.cases';

/** Rules that are shown by changes to a specification. Others are shown by a fleet file in test/faults. */
export const cases: readonly Case[] = [
  ...accessCases,
  ...accountCases,
  ...apiKeyCases,
  ...auditCases,
  ...browserCases,
  ...codeCases,
  ...dataCases,
  ...directoryCases,
  ...oauthCases,
  ...outboundCases,
  ...releaseCases,
  ...secretCases,
  ...sessionCases,
  ...settingCases,
];
