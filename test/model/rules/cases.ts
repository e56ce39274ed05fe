import type { Case } from './case';
import { accessCases } from './access.cases';
import { accountCases } from './accounts.cases';
import { apiKeyCases } from './api-keys.cases';
import { auditCases } from './audit.cases';
import { browserCases } from './browser.cases';
import { capacityCases } from './capacity.cases';
import { codeCases } from './code.cases';
import { dataCases } from './data.cases';
import { directoryCases } from './directories.cases';
import { exposureCases } from './exposure.cases';
import { modelCases } from './models.cases';
import { oauthCases } from './oauth.cases';
import { outboundCases } from './outbound.cases';
import { rangeCases } from './ranges.cases';
import { releaseCases } from './release.cases';
import { retrievalCases } from './retrieval.cases';
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
  ...capacityCases,
  ...codeCases,
  ...dataCases,
  ...directoryCases,
  ...exposureCases,
  ...modelCases,
  ...oauthCases,
  ...outboundCases,
  ...rangeCases,
  ...releaseCases,
  ...retrievalCases,
  ...secretCases,
  ...sessionCases,
  ...settingCases,
];
