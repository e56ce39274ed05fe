import { z } from 'zod';
import { awsSpec } from './aws-spec';
import { cidr, cidrs, day, dnsName, email, issuerUrl, lifetime, line, port, rfc1035Label, serverHost } from './formats';
import { certificates, serviceUrl, text } from './formats';
import { kubernetesSpec } from './kubernetes-spec';
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

const pool = z.strictObject({
  size: z
    .int()
    .min(1)
    .max(1000)
    .meta({ fix: '0 means an unbounded pool' })
    .describe('Connections that an engine keeps open.'),
  overflow: z
    .int()
    .min(0)
    .max(1000)
    .meta({ fix: '-1 means an unbounded pool' })
    .describe('Connections that an engine may open on top of `size` while it is busy.'),
});

const oidc = z.strictObject({
  issuer: issuerUrl.describe('Issuer of the identity provider, without `/.well-known/openid-configuration`.'),
  clientId: line.describe('Client id that the identity provider gave out. The secret is the role `oidcClientSecret`.'),
  providerName: line.default('SSO').describe('Name on the sign-in button.'),
  allowedDomains: z
    .array(dnsName)
    .min(1)
    .describe(
      'Domains of the e-mail addresses that may sign in. Open WebUI admits every domain unless told otherwise.',
    ),
  roles: z
    .strictObject({
      claim: line.default('roles').describe('Claim that carries the roles; a dot descends.'),
      user: z.array(line).min(1).describe('Values of the claim that make an ordinary user.'),
      admin: z.array(line).min(1).describe('Values of the claim that make an administrator.'),
    })
    .optional()
    .describe('Roles from the identity provider. Without it, new users get `auth.defaultRole`.'),
  cidrs: cidrs.optional().describe('Address ranges of the identity provider, where it has fixed ones.'),
});

const ldap = z.strictObject({
  host: serverHost.describe(
    'Directory server. The connection is LDAPS with a verified certificate; StartTLS is not supported.',
  ),
  port: port.default(636).describe('LDAPS port of the directory server.'),
  bindDn: line.describe('Distinguished name that searches the directory. Its password is the role `ldapBindPassword`.'),
  searchBase: line.describe('Where the search for users begins.'),
  searchFilter: text(
    'an LDAP filter in parentheses, or nothing',
    /^(?!.*\{\{resolve:)(?!.*\$\{Token\[)(?:\([^\p{Cc}]{1,400}\))?$/u,
    'write it as (objectClass=person)',
  )
    .default('')
    .describe('Filter that a user must match besides the name.'),
  usernameAttribute: line.default('uid').describe('Attribute that holds the name a user signs in with.'),
  mailAttribute: line.default('mail').describe('Attribute that holds the e-mail address.'),
  ca: certificates.optional().describe('Certificates that sign the directory server’s. Default: the image’s own.'),
  cidrs: cidrs.describe('Address ranges of the directory server.'),
});

const auth = z.strictObject({
  admin: z
    .strictObject({
      email: email.describe('E-mail address of the first administrator. The password is the role `adminPassword`.'),
      name: line.default('Admin').describe('Display name of the first administrator.'),
    })
    .describe('First administrator, created before anybody can sign up as one.'),
  passwordLogin: z
    .boolean()
    .default(true)
    .describe('Whether people sign in with a password kept by Open WebUI. LDAP needs it on as well.'),
  defaultRole: z
    .enum(['pending', 'user'])
    .default('pending')
    .describe('Role of a new user. A pending one waits for an administrator.'),
  tokenLifetime: lifetime.default('24h').describe('How long a sign-in lasts.'),
  oidc: oidc.optional().describe('Sign-in through an OpenID Connect provider.'),
  ldap: ldap.optional().describe('Sign-in through an LDAP directory.'),
});

const openai = z.strictObject({
  url: serviceUrl.describe('Base URL of an OpenAI-compatible service. Its key is a secret role, never a value.'),
  name: rfc1035Label(40)
    .optional()
    .describe(
      'Name that the role of its key is made of: `azure` makes `openaiKeyAzure`. @default - the host of the URL',
    ),
  cidrs: cidrs.optional().describe('Address ranges of the service. Needed where it has a private address.'),
});

const edge = z.strictObject({
  adminCidrs: z
    .array(cidr)
    .default([])
    .describe('Address ranges that may use administrators’ routes. Empty: all that can connect.'),
  signInPerMinute: z
    .int()
    .min(10)
    .max(10000)
    .default(20)
    .describe('Sign-in attempts per client address and minute. An office behind one address shares them.'),
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

const embedding = z.strictObject({
  engine: z.literal('openai').describe('Service that computes embeddings: any OpenAI-compatible one.'),
  url: serviceUrl.default('https://api.openai.com/v1').describe('Base URL of the embedding service.'),
  model: line.describe('Embedding model.'),
  dimensions: z
    .int()
    .min(1)
    .max(4000)
    .describe('Length of the model’s vectors. It can never change; pgvector silently cuts longer vectors.'),
  cidrs: cidrs.optional().describe('Address ranges of the embedding service. Needed where it has a private address.'),
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
      tag: text('an image tag', /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}$/, 'write it as v0.12.4')
        .default(versions.openWebUiTag)
        .describe('Tag of the image. Settings are checked against the default.'),
      digest: text('a digest', /^sha256:[0-9a-f]{64}$/, 'take it from the registry, never from memory')
        .optional()
        .describe('Digest of the image. Without it the deployment has the finding ImageNotPinned.'),
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
  workers: z.int().min(1).max(16).default(1).describe('Uvicorn processes in each replica.'),
  rollout: z
    .enum(['recreate', 'rolling'])
    .default('recreate')
    .describe('How a change reaches the replicas. Open WebUI supports no two releases on one database at once.'),
  auth: auth.describe('Who can sign in, and how.'),
  cookies: z
    .strictObject({
      sessionSameSite: z.enum(['lax', 'strict']).default('lax').describe('SameSite of `owui-session`. OIDC needs lax.'),
      authSameSite: z
        .enum(['lax', 'strict'])
        .default('strict')
        .describe('SameSite of `token` and the other sign-in cookies.'),
    })
    .prefault({})
    .describe('Cookies. They are always Secure.'),
  models: z
    .strictObject({ openai: z.array(openai).max(20).default([]).describe('OpenAI-compatible services.') })
    .prefault({})
    .describe('Where answers come from. What is not listed is switched off.'),
  rag: z
    .strictObject({ embedding: embedding.describe('How documents become vectors.') })
    .describe('Retrieval from uploaded documents.'),
  database: z
    .strictObject({
      pool: pool.optional().describe('Pool of each of the two engines of a process. @default - the largest that fits'),
      vectorPool: pool.default({ size: 3, overflow: 2 }).describe('Pool of the pgvector engine of a process.'),
    })
    .prefault({})
    .describe('Connection pools.'),
  edge: edge.prefault({}).describe('What the entry enforces before a request reaches the application.'),
  audit: z
    .strictObject({
      level: z
        .enum(['none', 'metadata', 'request', 'requestResponse'])
        .default('metadata')
        .describe('What the audit log on standard output holds. Above metadata it holds chats and keys.'),
    })
    .prefault({})
    .describe('Audit log.'),
  aws: awsSpec.optional().describe('Where and how the deployment runs on AWS.'),
  kubernetes: kubernetesSpec.optional().describe('Where and how the deployment runs on Kubernetes.'),
  accept: z
    .array(
      z.strictObject({
        rule: line.describe('Code of the finding.'),
        reason: line.describe('Why it is acceptable here.'),
        until: day.describe('Last day of the waiver.'),
      }),
    )
    .default([])
    .describe('Findings that are waived, each with a reason and an end.'),
});

/** A deployment after parsing: every shared default applied, sizes not yet resolved. */
export type ParsedSpec = z.output<typeof deploymentSpec>;
