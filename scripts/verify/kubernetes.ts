import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { judge, root, skipped, workFolder } from './report';
import type { Output } from './synthesize';
import { find, run } from './tool';

const crds = process.env['CRDS_DIR'] ?? join(root, '../shared/crds');

/** Every folder of manifests of an example. */
function manifestFolders(outputs: readonly Output[]): string[] {
  return outputs.flatMap(({ folder }) => {
    const tenants = join(folder, 'kubernetes/tenants');
    if (!existsSync(tenants)) return [];
    return [
      ...readdirSync(tenants).map((tenant) => join(tenants, tenant, 'manifests')),
      join(folder, 'kubernetes/platform/manifests'),
    ];
  });
}

function manifests(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml') && file !== 'kustomization.yaml')
    .map((file) => join(folder, file));
}

/** Schemas and validation expressions of Kubernetes and of the definitions that the manifests use. */
export function kubernetesSchemas(outputs: readonly Output[]): void {
  const program = find('kubectl-validate');
  if (program === undefined) {
    skipped('kubectl-validate', 'no kubectl-validate on this machine; go install sigs.k8s.io/kubectl-validate@v0.0.4');
    return;
  }
  if (!existsSync(crds)) {
    skipped('kubectl-validate', `no custom resource definitions in ${crds}; name their folder in CRDS_DIR`);
    return;
  }
  const definitions = readdirSync(crds, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'json-schemas')
    .map(({ name }) => ['--local-crds', join(crds, name)]);
  for (const folder of manifestFolders(outputs)) {
    const { status, output } = run(program, [...manifests(folder), ...definitions.flat()]);
    judge(`kubectl-validate ${relative(workFolder, folder)}`, status === 0 ? '' : output);
  }
}

/** Each folder must build, and to the objects that are in it. */
export function kustomize(outputs: readonly Output[]): void {
  const program = find('kubectl');
  if (program === undefined) {
    skipped('kubectl kustomize', 'no kubectl on this machine');
    return;
  }
  for (const folder of manifestFolders(outputs)) {
    const { status, output } = run(program, ['kustomize', folder]);
    const built = output.split(/^---$/m).length;
    const written = manifests(folder).length;
    judge(
      `kubectl kustomize ${relative(workFolder, folder)}`,
      status !== 0 ? output : built === written ? '' : `${written} objects became ${built}`,
    );
  }
}
