import { SingleBar } from 'cli-progress';
import { formatLocated, readFleet } from '../fleet-file';
import { describeBudget, targetsOf } from '../model';
import type { Deployment, Target } from '../model';
import { suggest } from '../model/messages';
import type { OutputFile } from '../model/output-file';
import { keepStacks, manifestPath } from './earlier-stacks';
import { exitCode } from './exit-code';
import { loadTarget } from './frameworks';
import { hasErrors, inspect } from './inspect';
import type { TenantReport } from './inspect';
import { NotOurs, readEarlier, Unwritable, writeOutput } from './output-folder';
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
async function renderAws(chosen: readonly Deployment[], { tenant, out }: SynthOptions): Promise<readonly OutputFile[]> {
  const tenants = on(chosen, 'aws');
  const earlier = tenant.length === 0 ? undefined : readEarlier(out, manifestPath);
  const files = tenants.length === 0 ? [] : (await loadTarget('aws', () => import('../stacks'))).emitAssembly(tenants);
  return earlier === undefined ? files : keepStacks(files, earlier, tenant);
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
    const owner = top === 'aws' ? /^(.+)\.(?:template|assets|metadata)\.json$/.exec(second ?? '')?.[1] : third;
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
    return exitCode.wrongUsage;
  }
  const tenants = inspect(fleet);
  if (hasErrors(tenants)) {
    const findings = tenants.flatMap((tenant) => tenant.findings);
    sayLines([...findings.map(formatLocated), 'findings of severity error; mend or accept them; nothing was written']);
    return exitCode.badInput;
  }
  const chosen = fleet.deployments.filter(({ name }) => options.tenant.length === 0 || options.tenant.includes(name));
  try {
    const files = [
      ...(options.target === 'aws' ? [] : await renderKubernetes(fleet.deployments, chosen)),
      ...(options.target === 'kubernetes' ? [] : await renderAws(chosen, options)),
      summaryFile(tenants),
    ];
    sayLines(summaryLines(tenants, options.out, writeOutput(options.out, files, scope(options))));
    return exitCode.fine;
  } catch (error) {
    if (!(error instanceof NotOurs || error instanceof Unwritable)) throw error;
    const begun = error instanceof Unwritable && error.begun;
    sayLines([error.message, begun ? 'some files were written; run it again' : 'nothing was written']);
    return exitCode.badInput;
  }
}
