import { createHash } from 'node:crypto';
import { basename } from 'node:path/posix';
import { certificateFiles, prepare, probe } from '../model';
import type { Deployment } from '../model';

/** Files of a ConfigMap, by name. */
export type Files = Readonly<Record<string, string>>;

/** The scripts of a deployment. */
export function scripts(deployment: Deployment): Files {
  return { 'prepare.py': prepare(deployment, 'kubernetes').script, 'probe.py': probe(deployment).script };
}

/** The certificate files of a deployment; empty when those of the image do. */
export function certificates(deployment: Deployment): Files {
  return Object.fromEntries(
    certificateFiles(deployment, 'kubernetes').map(({ id, path, content }) => {
      if (typeof content === 'string') return [basename(path), content];
      throw new Error(`${id}: expected certificates as text, got the bundle ${content.bundle}; only AWS adds it`);
    }),
  );
}

/** Hash of the files. Pods that carry it are replaced when a file changes. */
export function checksum(deployment: Deployment): string {
  const content = JSON.stringify([scripts(deployment), certificates(deployment)]);
  return createHash('sha256').update(content).digest('hex');
}
