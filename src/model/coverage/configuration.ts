import { alerts } from './configuration-alerts';
import { audits } from './configuration-audits';
import { firewall } from './configuration-firewall';
import { limitsAndLogs } from './configuration-limits-and-logs';
import { owasp } from './configuration-owasp';
import { protections } from './configuration-protections';
import { scripts } from './configuration-scripts';
import { sessions } from './configuration-sessions';
import { transport } from './configuration-transport';
import { variables } from './configuration-variables';
import type { Measure } from './measure';

/** Measures of the security document. */
export const configuration: readonly Measure[] = [
  ...transport,
  ...variables,
  ...limitsAndLogs,
  ...sessions,
  ...owasp,
  ...protections,
  ...scripts,
  ...firewall,
  ...alerts,
  ...audits,
];
