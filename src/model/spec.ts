import { z } from 'zod';
import { awsSpec } from './aws-spec';
import { cidr, cidrs, day, dnsName, line, rfc1035Label, text } from './formats';
import { kubernetesSpec } from './kubernetes-spec';
import { access } from './settings/access';
import { auth } from './settings/auth';
import { code } from './settings/code';
import { cors } from './settings/cors';
import { extra } from './settings/extra';
import { features } from './settings/features';
import { headers } from './settings/headers';
import { logs } from './settings/logs';
import { permissions } from './settings/permissions';
import { plugins } from './settings/plugins';
import { redis } from './settings/redis';
import { sharing } from './settings/sharing';
import { telemetry } from './settings/telemetry';
import { uploads } from './settings/uploads';
import { web } from './settings/web';
import { audit } from './settings/audit';
import { database } from './settings/database';
import { models } from './settings/models';
import { process, workers } from './settings/process';
import { rag } from './settings/retrieval';
import { secretsSpec } from './settings/secret-keys';
import { cookies } from './settings/sessions';
import { versions } from './versions';

const exposure = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('internal').describe('Only private networks reach the deployment.'),
      cidrs: cidrs
        .default(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'])
        .describe('Private address ranges that may connect.'),
    }),
    z.strictObject({
      kind: z.literal('allowList').describe('Only the listed address ranges reach the deployment.'),
      cidrs: cidrs.describe('Address ranges that may connect.'),
    }),
    z.strictObject({ kind: z.literal('public').describe('Every address reaches the sign-in page.') }),
  ])
  .describe('Who can reach the deployment. There is no silent default: Open WebUI was made for trusted networks.');

const edge = z.strictObject({
  adminCidrs: z
    .array(cidr)
    .default([])
    .describe('Address ranges that may use administrators’ routes. Empty: all that can connect.'),
  configurationRoutes: z
    .enum(['refused', 'open'])
    .default('refused')
    .describe('Whether anybody may save settings in the admin pages. What is saved is lost in every other process.'),
  signInPerMinute: z
    .int()
    .min(10)
    .max(10000)
    .default(20)
    .describe('Sign-in attempts per client address and minute. An office behind one address shares them.'),
  oauthPerMinute: z
    .int()
    .min(10)
    .max(10000)
    .default(60)
    .describe('Requests to the OAuth routes per client address and minute: sign-ins, callbacks, back-channel logouts.'),
  uploadsPerMinute: z
    .int()
    .min(10)
    .max(10000)
    .default(60)
    .describe('Files sent per client address and minute. Speech that is written down counts as one.'),
  requestsPerMinute: z
    .int()
    .min(100)
    .max(100000)
    .default(2000)
    .describe('Requests of all kinds per client address and minute.'),
  streamTimeoutSeconds: z
    .int()
    .min(60)
    .max(4000)
    .default(900)
    .describe('How long, in seconds, an open answer may stay silent while a model thinks.'),
});

/** Schema of one deployment as a person writes it, with every default that two targets share. */
export const deploymentSpec = z.strictObject({
  name: rfc1035Label(40).describe('Name of the deployment: its stack, namespace and folder are called so.'),
  host: dnsName.describe('Public name of the deployment, as its certificate and its users know it.'),
  image: z
    .strictObject({
      repository: text(
        'an image repository such as ghcr.io/open-webui/open-webui',
        /^[a-z0-9.-]+(?::\d+)?(?:\/[a-z0-9._-]+)+$/,
        'give registry and path, and the tag and digest in fields of their own',
      )
        .default(versions.openWebUiRepository)
        .describe('Where the image is pulled from.'),
      tag: text('an image tag', /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}$/, `write it as ${versions.openWebUiTag}`)
        .default(versions.openWebUiTag)
        .describe('Tag of the image. Settings are checked against the default.'),
      digest: text('a digest', /^sha256:[0-9a-f]{64}$/, 'take it from the registry, never from memory')
        .optional()
        .describe('Digest of the image. @default - not set, and the finding is ImageNotPinned'),
    })
    .prefault({})
    .describe('Container image.'),
  size: z
    .enum(['small', 'standard', 'large'])
    .default('standard')
    .describe('Replicas, CPU, memory, database and cache in one word.'),
  exposure,
  replicas: z
    .strictObject({
      min: z.int().min(1).max(50).describe('Fewest replicas.'),
      max: z.int().min(1).max(50).describe('Most replicas that the autoscaler starts.'),
    })
    .optional()
    .describe('Number of replicas. @default - by size: small 1 to 2, standard 2 to 4, large 3 to 8'),
  workers,
  rollout: z
    .enum(['recreate', 'rolling'])
    .default('recreate')
    .describe('How a change reaches the replicas. Open WebUI supports no two releases on one database at once.'),
  auth,
  cookies,
  cors,
  headers,
  access,
  sharing,
  permissions,
  features,
  models,
  rag,
  uploads,
  code,
  plugins,
  web,
  database,
  redis,
  process,
  edge: edge.prefault({}).describe('What the entry enforces before a request reaches the application.'),
  audit,
  logs,
  telemetry,
  extra,
  secrets: secretsSpec,
  aws: awsSpec.optional().describe('Where and how the deployment runs on AWS. @default - it does not'),
  kubernetes: kubernetesSpec
    .optional()
    .describe('Where and how the deployment runs on Kubernetes. @default - it does not'),
  accept: z
    .array(
      z.strictObject({
        rule: line.describe('Code of the finding.'),
        reason: line
          .regex(/[\p{L}\p{N}]/u)
          .meta({ expected: 'one line of text', fix: 'say why in words' })
          .describe('Why it is acceptable here.'),
        until: day.describe('Last day of the waiver.'),
      }),
    )
    .default([])
    .describe('Findings that are waived, each with a reason and an end.'),
});

/** A deployment after parsing: every shared default applied, sizes not yet resolved. */
export type ParsedSpec = z.output<typeof deploymentSpec>;
