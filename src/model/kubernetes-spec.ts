import { z } from 'zod';
import { certificates, cidrs, port, rfc1035Label, serverHost, sqlName, text } from './formats';
import { redisServer } from './settings/redis';
import { storage } from './settings/storage';

const name = rfc1035Label(63);

const clientAddress = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('direct').describe('Clients connect to the gateway itself.') }),
    z.strictObject({
      kind: z.literal('trustedProxies').describe('A load balancer in front appends to X-Forwarded-For.'),
      cidrs: cidrs.describe('Address ranges of the load balancer.'),
    }),
  ])
  .describe('How the gateway learns a client’s address. A wrong answer lets clients evade limits and allow-lists.');

const entry = z.strictObject({
  kind: z.literal('envoyGateway').describe('Gateway API with the policies of Envoy Gateway.'),
  clientAddress,
  gateway: z
    .strictObject({ name, namespace: name })
    .default({ name: 'owui', namespace: 'owui-gateway' })
    .describe('Gateway of the platform that the listeners attach to.'),
  certificateSecret: name
    .default('tls')
    .describe('Secret of type kubernetes.io/tls in the tenant’s namespace, kept by cert-manager or by hand.'),
});

const database = z.strictObject({
  kind: z.literal('external').describe('A PostgreSQL server outside the cluster, with TLS and pgvector.'),
  host: serverHost.describe('Server, by the name in its certificate.'),
  port: port.default(5432).describe('Port of the server.'),
  name: sqlName.optional().describe('Database. @default - the name of the deployment, with underscores'),
  user: sqlName.optional().describe('Role of the application. @default - the name of the deployment, with underscores'),
  maxConnections: z.int().min(20).max(262143).describe('`max_connections` of the server.'),
  reservedConnections: z
    .int()
    .min(0)
    .max(1000)
    .default(2)
    .describe('Connections that the provider and other clients keep, besides the 3 for superusers.'),
  connectionShare: z
    .int()
    .min(10)
    .max(262143)
    .optional()
    .describe(
      'Connections of this deployment on a server that deployments share. @default - all that the server admits',
    ),
  ca: certificates.optional().describe('Certificates that sign the server’s. @default - the image’s own'),
  cidrs: cidrs.describe('Address ranges of the server.'),
});

/** Schema of the section `kubernetes`. */
export const kubernetesSpec = z.strictObject({
  namespace: name.optional().describe('Namespace. @default - the name of the deployment'),
  entry: entry.describe('How requests enter the cluster.'),
  podCidrs: cidrs.describe(
    'Address ranges of the cluster’s pods. Only they may name a client’s address to the application.',
  ),
  database: database.describe('PostgreSQL.'),
  redis: redisServer.describe('Redis.'),
  storage: storage.describe('Object storage.'),
  secrets: z
    .strictObject({
      store: z
        .strictObject({
          kind: z.enum(['SecretStore', 'ClusterSecretStore']).default('SecretStore').describe('Kind of the store.'),
          name: name.describe('Name of the store.'),
        })
        .describe('Store of the External Secrets Operator. It must allow writing: generated keys are pushed once.'),
      prefix: text('a path of names', /^[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*$/, 'no slash at the beginning or end')
        .optional()
        .describe('Path of the secrets in the store. @default - the name of the deployment'),
    })
    .describe('Where secrets come from.'),
});
