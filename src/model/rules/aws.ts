import type { Deployment } from '../deployment';
import { suggest } from '../messages';
import { secrets } from '../secrets';
import { rule } from './rule';
import type { Rule, Verdict } from './rule';

function unknownSecretRoles(deployment: Deployment): readonly Verdict[] {
  if (!deployment.aws) return [];
  // The administrator’s secret is made and rotated by RDS; no other can take its place.
  const known = secrets(deployment, 'aws')
    .filter(({ readers }) => readers.includes('app'))
    .map(({ name }) => name);
  return Object.keys(deployment.aws.secrets)
    .filter((role) => !known.includes(role))
    .map((role) => ({ path: ['aws', 'secrets', role], message: `unknown secret role; ${suggest(role, known)}` }));
}

/** Rules on the section `aws`. */
export const awsRules: readonly Rule[] = [
  {
    code: 'UnknownSecretRole',
    severity: 'problem',
    reason: 'A secret that no role reads would be stored for nothing.',
    fix: 'name a role that `owui check --format json` lists, or leave the entry out',
    source: 'docs/decisions.md',
    check: unknownSecretRoles,
  },
  rule({
    code: 'CertificateOfAnotherRegion',
    severity: 'problem',
    path: ['aws', 'certificateArn'],
    reason: 'A load balancer takes certificates of its own region only.',
    fix: 'request the certificate in the region of the deployment',
    source: 'facts/aws.md §4',
    check: ({ aws }) => {
      const region = aws?.certificateArn?.split(':')[3];
      return region !== undefined && region !== aws?.region
        ? `expected a certificate in ${aws?.region}, got one in ${region}; request it in the region of the deployment`
        : undefined;
    },
  }),
  rule({
    code: 'SubnetsDoNotMatchZones',
    severity: 'problem',
    path: ['aws', 'vpc'],
    reason: 'Subnets are matched to zones by their order.',
    fix: 'list one public, one private and one isolated subnet a zone, in the order of the zones',
    source: 'docs/decisions.md',
    check: ({ aws }) => {
      if (!aws?.vpc) return undefined;
      const { availabilityZones, publicSubnetIds, privateSubnetIds, isolatedSubnetIds } = aws.vpc;
      const elsewhere = availabilityZones.find((zone) => !zone.startsWith(aws.region));
      if (elsewhere !== undefined) return `expected zones of ${aws.region}, got ${elsewhere}; name zones of the region`;
      const all = [...availabilityZones, ...publicSubnetIds, ...privateSubnetIds, ...isolatedSubnetIds];
      const twice = all.find((id, index) => all.indexOf(id) !== index);
      if (twice !== undefined) return `expected every zone and subnet once, got ${twice} twice; list one a zone`;
      const counts = [publicSubnetIds, privateSubnetIds, isolatedSubnetIds].map((ids) => ids.length);
      return counts.some((count) => count !== availabilityZones.length)
        ? `expected ${availabilityZones.length} public, private and isolated subnets each, got ${counts.join(', ')}; list one a zone`
        : undefined;
    },
  }),
];
