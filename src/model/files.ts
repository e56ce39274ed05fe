import { kubernetesOf } from './deployment';
import type { Deployment, Target } from './deployment';

/** Certificates of Debian, which the image carries. */
export const systemCertificates = '/etc/ssl/certs/ca-certificates.crt';

/** Where certificate files are put. */
export const certificateDirectory = '/etc/open-webui/certificates';

/** A file of public certificates that the application reads. */
export interface CertificateFile {
  readonly id: 'databaseCa' | 'redisCa' | 'ldapCa' | 'vectorStoreCa' | 'outboundCa';
  readonly path: string;
  /** The certificates, or `rds`: those of Amazon RDS in the deployment’s region, which the target adds. */
  readonly content: string | { readonly bundle: 'rds' };
}

function file(id: CertificateFile['id'], directory: string, content: CertificateFile['content']): CertificateFile {
  return { id, path: `${directory}/${id}.pem`, content };
}

/**
 * Certificate files of a deployment on a target. On Fargate they are written to the memory-backed /tmp when a container
 * starts, because volumes there belong to root.
 */
export function certificateFiles(deployment: Deployment, target: Target): readonly CertificateFile[] {
  const directory = target === 'aws' ? '/tmp' : certificateDirectory;
  const { auth, rag, web } = deployment;
  const given = (id: CertificateFile['id'], ca: string | undefined): readonly CertificateFile[] =>
    ca === undefined ? [] : [file(id, directory, ca)];
  const shared = [
    ...given('ldapCa', auth.ldap?.ca),
    ...given('vectorStoreCa', 'ca' in rag.vectorStore ? rag.vectorStore.ca : undefined),
    ...given('outboundCa', web.ca),
  ];
  if (target === 'aws') return [file('databaseCa', directory, { bundle: 'rds' }), ...shared];
  const { database, redis } = kubernetesOf(deployment);
  return [...given('databaseCa', database.ca), ...given('redisCa', redis.ca), ...shared];
}

/** Path of one certificate file, or of Debian’s own where the deployment brings none. */
export function certificatePath(deployment: Deployment, target: Target, id: CertificateFile['id']): string {
  return certificateFiles(deployment, target).find((candidate) => candidate.id === id)?.path ?? systemCertificates;
}
