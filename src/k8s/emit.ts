import { App } from 'cdk8s';
import type { Chart } from 'cdk8s';
import { stringify } from 'yaml';
import type { Deployment } from '../model';
import { kubernetesOf } from '../model/deployment';
import type { OutputFile } from '../model/output-file';
import { byCodePoint } from '../model/problem';
import { PlatformChart } from './platform';
import { provisioningSql } from './provisioning-sql';
import { OpenWebUiChart } from './tenant';

/** An object of Kubernetes, as it is written. */
export interface Manifest {
  /** Group and version of its kind. */
  readonly apiVersion: string;
  /** What it is. */
  readonly kind: string;
  /** What it is called, and where. */
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

/** Sorted here, because cdk8s sorts or not by a variable of the environment. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => byCodePoint(a, b));
  return Object.fromEntries(entries.map(([key, child]) => [key, sorted(child)]));
}

/** Readers of YAML 1.1 and 1.2 both get the same: `on` and `0o7` are quoted. */
function yaml(value: object): string {
  return stringify(sorted(value), { version: '1.1', compat: 'core', lineWidth: 0, blockQuote: 'literal' });
}

function json(value: object): string {
  return `${JSON.stringify(sorted(value), undefined, 2)}\n`;
}

/** An object outside the folder’s own namespace bears its namespace in the name of its file. */
function fileName({ kind, metadata: { name, namespace } }: Manifest, home?: string): string {
  const parts = namespace === undefined || namespace === home ? [name] : [namespace, name];
  return `${kind}-${parts.join('.')}.yaml`.toLowerCase();
}

/**
 * A folder of manifests: one file an object, and the kustomization that lists them.
 *
 * @throws Error when two objects would share a file: a fault of a chart, never of the input
 */
export function folder(path: string, manifests: readonly Manifest[], home?: string): OutputFile[] {
  const files = new Map<string, Manifest>();
  for (const manifest of manifests) {
    const name = fileName(manifest, home);
    const other = files.get(name);
    if (other)
      throw new Error(`${path}/${name}: expected one object, got ${other.apiVersion} and ${manifest.apiVersion}`);
    files.set(name, manifest);
  }
  const resources = [...files.keys()].sort(byCodePoint);
  const kustomization = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources };
  return [
    { path: `${path}/kustomization.yaml`, content: yaml(kustomization) },
    ...[...files].map(([name, manifest]) => ({ path: `${path}/${name}`, content: yaml(manifest) })),
  ].sort((a, b) => byCodePoint(a.path, b.path));
}

/** Objects of a chart that is alone in its app, so that nothing beside it can change its output. */
function render(chart: (app: App) => Chart): Manifest[] {
  return chart(new App()).toJson() as Manifest[];
}

/** The objects of one tenant’s namespace. */
export function tenantManifests(deployment: Deployment): readonly Manifest[] {
  return render((app) => new OpenWebUiChart(app, deployment.name, { deployment }));
}

/** The objects that tenants share. */
export function platformManifests(deployments: readonly Deployment[]): readonly Manifest[] {
  return render((app) => new PlatformChart(app, 'platform', { deployments }));
}

/** The folder of one tenant. Nothing in it depends on another tenant. */
export function emitTenant(deployment: Deployment): readonly OutputFile[] {
  const root = `kubernetes/tenants/${deployment.name}`;
  const { namespace } = kubernetesOf(deployment);
  return [
    { path: `${root}/config.json`, content: json({ tenant: deployment.name, namespace }) },
    ...folder(`${root}/manifests`, tenantManifests(deployment), namespace),
  ];
}

/** What belongs to the platform: cluster-wide objects, and SQL for the administrators of PostgreSQL servers. */
export function emitPlatform(deployments: readonly Deployment[]): readonly OutputFile[] {
  const root = 'kubernetes/platform';
  return [
    ...folder(`${root}/manifests`, platformManifests(deployments)),
    ...[...provisioningSql(deployments)].map(([name, content]) => ({ path: `${root}/sql/${name}`, content })),
  ];
}
