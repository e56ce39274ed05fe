import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deployment } from '../model';
import type { OutputFile } from '../model/output-file';
import { fleetApp } from './fleet-app';

/** What `cdk deploy --app` reads; reports and caches of the framework stay behind. */
function belongs(file: string): boolean {
  return file === 'manifest.json' || file === 'cdk.out' || /\.(?:template|assets)\.json$/.test(file);
}

/** The cloud assembly of deployments on AWS: `cdk deploy --app <out>/aws acme`. */
export function emitAssembly(deployments: readonly Deployment[]): readonly OutputFile[] {
  const folder = mkdtempSync(join(tmpdir(), 'owui-assembly-'));
  try {
    fleetApp(deployments, { outdir: folder }).synth();
    return readdirSync(folder)
      .filter(belongs)
      .sort()
      .map((file) => ({ path: `aws/${file}`, content: readFileSync(join(folder, file), 'utf8') }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Manifest {
  readonly artifacts: Readonly<Record<string, unknown>>;
}

/** Puts stacks of an earlier manifest back into the new one, whose assembly left them out. */
export function keepStacks(files: readonly OutputFile[], earlier: string, names: readonly string[]): OutputFile[] {
  const kept = Object.entries((JSON.parse(earlier) as Manifest).artifacts).filter(([id]) =>
    names.includes(id.replace(/\.assets$/, '')),
  );
  return files.map(({ path, content }) => {
    if (path !== 'aws/manifest.json') return { path, content };
    const manifest = JSON.parse(content) as Manifest;
    const artifacts = { ...Object.fromEntries(kept), ...manifest.artifacts };
    return { path, content: JSON.stringify({ ...manifest, artifacts }, undefined, 2) };
  });
}
