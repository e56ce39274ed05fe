import type { OutputFile } from '../model/output-file';
import type { TenantReport } from './inspect';

function sum(tenants: readonly TenantReport[], of: (tenant: TenantReport) => number): number {
  return tenants.reduce((total, tenant) => total + of(tenant), 0);
}

/** `summary.json`: tenants, findings, waivers, connection budgets and counts, for machines that read the output. */
export function summaryFile(tenants: readonly TenantReport[]): OutputFile {
  const summary = {
    counts: {
      tenants: tenants.length,
      findings: sum(tenants, ({ findings }) => findings.length),
      waived: sum(tenants, ({ waived }) => waived.length),
    },
    tenants: tenants.map(({ name, host, findings, waived, targets }) => ({
      name,
      host,
      findings: findings.map(({ code, severity, message }) => ({ code, severity, message })),
      waived: waived.map(({ code, reason, until }) => ({ code, reason, until })),
      targets,
    })),
  };
  return { path: 'summary.json', content: `${JSON.stringify(summary, undefined, 2)}\n` };
}
