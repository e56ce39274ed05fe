import { z } from 'zod';
import { cidr, text, unprintableText } from './formats';
import { rdsClasses } from './database-servers';
import { cacheNodeTypes } from './sizes';

const id = (prefix: string) =>
  text(
    `an id such as ${prefix}-0123456789abcdef0`,
    new RegExp(`^${prefix}-[0-9a-f]{8,17}$`),
    'take it from the console',
  );

/** Regions whose RDS certificates are known. */
const regions = [
  'af-south-1',
  'ap-east-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-south-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ca-central-1',
  'eu-central-1',
  'eu-central-2',
  'eu-north-1',
  'eu-south-1',
  'eu-south-2',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'me-central-1',
  'me-south-1',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
] as const;

const zone = text(
  'an availability zone such as eu-central-1a',
  /^[a-z]{2}(?:-[a-z]+)+-\d[a-z]$/,
  'give the zone’s name, not its id',
);

const subnets = z.array(id('subnet')).min(2);

const vpc = z.strictObject({
  vpcId: id('vpc').describe('VPC that exists already.'),
  cidr: cidr.describe('Address range of the VPC.'),
  availabilityZones: z.array(zone).min(2).describe('Zones, in the order of the subnets.'),
  publicSubnetIds: subnets.describe('One subnet a zone for the load balancer.'),
  privateSubnetIds: subnets.describe('One subnet a zone for the service, with a way out.'),
  isolatedSubnetIds: subnets.describe('One subnet a zone for database and cache, without a way out.'),
});

const database = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('rds').describe('One RDS instance, with a standby in another zone where `multiAz` says so.'),
      instanceClass: z.enum(rdsClasses).describe('Instance class. It decides how many connections fit.'),
      storageGiB: z
        .int()
        .min(20)
        .max(65536)
        .default(50)
        .describe('Storage in GiB at the start. It grows to four times that.'),
      multiAz: z.boolean().default(true).describe('Whether a standby waits in another zone.'),
    }),
    z.strictObject({
      kind: z.literal('aurora').describe('Aurora Serverless v2 with a reader in another zone.'),
      minCapacity: z.number().min(0.5).max(256).multipleOf(0.5).describe('Least capacity in ACUs of about 2 GiB.'),
      maxCapacity: z
        .number()
        .min(1)
        .max(256)
        .multipleOf(0.5)
        .describe('Most capacity in ACUs. It decides how many connections fit.'),
    }),
  ])
  .optional()
  .describe(
    'PostgreSQL. @default - by size: small RDS db.t4g.small, standard Aurora with 1 to 8 ACUs, large Aurora with 2 to 32',
  );

/** Schema of the section `aws`. */
export const awsSpec = z.strictObject({
  account: text('an account id of 12 digits', /^\d{12}$/, 'quote it, so that YAML keeps it a string')
    .optional()
    .describe('Account to deploy to. @default - the account of the credentials at deploy time'),
  region: z.enum(regions).describe('Region to deploy to.'),
  certificateArn: text(
    'the ARN of an ACM certificate',
    /^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[a-f0-9-]{36}$/,
    'it must cover the host and lie in the region of the deployment',
  )
    .optional()
    .describe('Certificate of the load balancer. @default - a prop of the stack'),
  vpc: vpc.optional().describe('Network that exists already. @default - a new VPC in two zones'),
  database,
  cache: z
    .strictObject({ nodeType: z.enum(cacheNodeTypes).describe('Node type of the Valkey group.') })
    .optional()
    .describe('Valkey. @default - by size: small cache.t4g.micro, standard cache.t4g.small, large cache.m7g.large'),
  architecture: z.enum(['arm64', 'x86_64']).default('arm64').describe('Processor of the Fargate tasks.'),
  secrets: z
    .record(
      z.string(),
      unprintableText(
        'the ARN of a secret in Secrets Manager',
        /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[A-Za-z0-9/_+=.@-]+-[A-Za-z0-9]{6}$/,
        'give the full ARN, with its six last characters',
      ),
    )
    .default({})
    .describe('Secrets that exist already, by role. Others are made by the stack.'),
});
