import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deployment } from '../model';
import type { OutputFile } from '../model/output-file';
import { fleetApp } from './fleet-app';

/** What `cdk deploy --app` reads; reports and caches of the framework stay behind. */
function belongs(file: string): boolean {
  return file === 'manifest.json' || file === 'cdk.out' || /\.(?:template|assets|metadata)\.json$/.test(file);
}

/** Traces hold the paths of this machine. */
function withoutTraces(metadata: string): string {
  return JSON.stringify(JSON.parse(metadata), (key, value: unknown) => (key === 'trace' ? undefined : value), 1);
}

/** The cloud assembly of deployments on AWS: `cdk deploy --app <out>/aws acme`. */
export function emitAssembly(deployments: readonly Deployment[]): readonly OutputFile[] {
  const folder = mkdtempSync(join(tmpdir(), 'owui-assembly-'));
  try {
    fleetApp(deployments, { outdir: folder }).synth();
    return readdirSync(folder)
      .filter(belongs)
      .sort()
      .map((file) => {
        const content = readFileSync(join(folder, file), 'utf8');
        return { path: `aws/${file}`, content: file.endsWith('.metadata.json') ? withoutTraces(content) : content };
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
