import type { OutputFile } from '../model/output-file';
import { NotOurs } from './output-folder';

/** Lists the stacks of an assembly. */
export const manifestPath = 'aws/manifest.json';

interface Manifest {
  readonly artifacts: Readonly<Record<string, object>>;
}

function parse(earlier: string): Manifest {
  try {
    const manifest = JSON.parse(earlier) as Manifest;
    Object.keys(manifest.artifacts);
    return manifest;
  } catch {
    throw new NotOurs(`--out: expected a list of stacks in ${manifestPath}, got something else; delete it`);
  }
}

/**
 * Puts the stacks that were not asked for back into the manifest of an assembly, for their files stay. In the order of
 * the earlier one, so that nothing changes when nothing did.
 *
 * @param files assembly of the tenants that were asked for; empty if none of them is on AWS
 */
export function keepStacks(files: readonly OutputFile[], earlier: string, asked: readonly string[]): OutputFile[] {
  const old = parse(earlier);
  const written = files.find(({ path }) => path === manifestPath);
  const manifest = written ? parse(written.content) : { ...old, artifacts: {} };
  const kept = Object.entries(old.artifacts).filter(
    ([id]) => id in manifest.artifacts || !asked.includes(id.replace(/\.assets$/, '')),
  );
  const artifacts = { ...Object.fromEntries(kept), ...manifest.artifacts };
  return [
    ...files.filter((file) => file !== written),
    { path: manifestPath, content: JSON.stringify({ ...manifest, artifacts }, undefined, 2) },
  ];
}
