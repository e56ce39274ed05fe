import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import { formatLocated, readFleet } from '../fleet-file';
import { describeBudget, targetsOf } from '../model';
import type { Deployment, Target } from '../model';
import { suggest } from '../model/messages';
import type { OutputFile } from '../model/output-file';
import { exitCode } from './exit-code';
import { loadTarget } from './frameworks';
import { hasErrors, inspect } from './inspect';
import type { TenantReport } from './inspect';
import { NotOurs, writeOutput } from './output-folder';
import { count, sayLines } from './say';
import { summaryFile } from './summary';

/** What `owui synth` was told. */
export interface SynthOptions {
  /** Tenants to write; empty for all. */
  readonly tenant: readonly string[];
  readonly target: Target | 'all';
  /** Folder to write to. */
  readonly out: string;
}

/** From this many tenants on, a person at a terminal sees progress. */
const manyTenants = 5;

function on(deployments: readonly Deployment[], target: Target): Deployment[] {
  return deployments.filter((deployment) => targetsOf(deployment).includes(target));
}

async function renderKubernetes(all: readonly Deployment[], chosen: readonly Deployment[]): Promise<OutputFile[]> {
  const fleet = on(all, 'kubernetes');
  if (fleet.length === 0) return [];
  const tenants = on(chosen, 'kubernetes');
  const { emitPlatform, emitTenant } = await loadTarget('kubernetes', () => import('../k8s'));
  const bar =
    process.stderr.isTTY && tenants.length >= manyTenants
      ? new SingleBar({ format: 'kubernetes {bar} {value}/{total}' })
      : undefined;
  bar?.start(tenants.length, 0);
  const files = tenants.flatMap((deployment) => {
    const emitted = emitTenant(deployment);
    bar?.increment();
    return [...emitted];
  });
  bar?.stop();
  return [...files, ...emitPlatform(fleet)];
}

/** The cloud assembly of the chosen tenants; those that are not chosen stay in its manifest as they were. */
async function renderAws(
  chosen: readonly Deployment[],
  all: readonly Deployment[],
  out: string,
): Promise<OutputFile[]> {
  const tenants = on(chosen, 'aws');
  if (tenants.length === 0) return [];
  const { emitAssembly, keepStacks } = await loadTarget('aws', () => import('../stacks'));
  const others = on(all, 'aws').filter((deployment) => !tenants.includes(deployment));
  const earlier = join(out, 'aws/manifest.json');
  const files = emitAssembly(tenants);
  return others.length > 0 && existsSync(earlier)
    ? keepStacks(
        files,
        readFileSync(earlier, 'utf8'),
        others.map(({ name }) => name),
      )
    : [...files];
}

function summaryLines(tenants: readonly TenantReport[], out: string, done: ReturnType<typeof writeOutput>): string[] {
  return [
    `${out}: ${done.written} written, ${done.unchanged} unchanged, ${done.deleted} deleted`,
    ...tenants.flatMap(({ name, targets }) =>
      targets.map(({ target, connections }) => `  ${name} on ${target}: ${describeBudget(connections)}`),
    ),
    ...tenants.flatMap(({ findings }) => findings.map(formatLocated)),
    `${count(tenants.length, 'tenant')}, ${count(tenants.flatMap(({ findings }) => findings).length, 'finding')}, ${tenants.flatMap(({ waived }) => waived).length} waived`,
  ];
}

/** Whether an earlier file belongs to what is written now: a tenant that was not asked for keeps its files. */
function scope({ target, tenant }: SynthOptions): (path: string) => boolean {
  return (path) => {
    const [top, second, third] = path.split('/');
    if (target !== 'all' && top !== target && top !== 'summary.json') return false;
    if (tenant.length === 0 || second === 'platform') return true;
    const owner = top === 'aws' ? second?.split('.')[0] : third;
    return owner !== undefined && tenant.includes(owner);
  };
}

/** `owui synth`: writes templates and manifests, and returns the exit code. Nothing is written unless everything can be. */
export async function synth(file: string, options: SynthOptions): Promise<number> {
  const fleet = readFleet(file);
  if (fleet.problems.length > 0) {
    sayLines([...fleet.problems.map(formatLocated), `${count(fleet.problems.length, 'problem')}; nothing was written`]);
    return exitCode.badInput;
  }
  const names = fleet.deployments.map(({ name }) => name);
  const unknown = options.tenant.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    sayLines(unknown.map((name) => `--tenant: no tenant ${name} in ${file}; ${suggest(name, names)}`));
    return exitCode.badInput;
  }
  const tenants = inspect(fleet);
  if (hasErrors(tenants)) {
    const findings = tenants.flatMap((tenant) => tenant.findings);
    sayLines([...findings.map(formatLocated), 'findings of severity error; mend or accept them; nothing was written']);
    return exitCode.badInput;
  }
  const chosen = fleet.deployments.filter(({ name }) => options.tenant.length === 0 || options.tenant.includes(name));
  const files = [
    ...(options.target === 'aws' ? [] : await renderKubernetes(fleet.deployments, chosen)),
    ...(options.target === 'kubernetes' ? [] : await renderAws(chosen, fleet.deployments, options.out)),
    summaryFile(tenants),
  ];
  try {
    sayLines(summaryLines(tenants, options.out, writeOutput(options.out, files, scope(options))));
    return exitCode.fine;
  } catch (error) {
    if (!(error instanceof NotOurs)) throw error;
    sayLines([error.message, 'nothing was written']);
    return exitCode.badInput;
  }
}
