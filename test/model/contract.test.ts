import { certificateFiles, edge, environment, flows, prepare, secrets, signals } from '../../src/model';
import type { Deployment, DeploymentSpec, Target } from '../../src/model';
import type { Route } from '../../src/model/routes';
import { awsSpec, onAws, onKubernetes } from '../fixtures';

/**
 * What a deployment promises, word for word. The parity tests hold the targets to the model; this holds the model itself,
 * so that no hardening is loosened unseen. A change here is a change of what users get.
 */
const everything: Partial<DeploymentSpec> = {
  auth: {
    ...awsSpec.auth,
    oidc: {
      issuer: 'https://login.acme.example',
      clientId: 'owui',
      allowedDomains: ['acme.example'],
    },
    oauth: { roles: { user: ['staff'], admin: ['chief'] } },
    ldap: { host: 'ldap.acme.example', bindDn: 'cn=owui', searchBase: 'dc=acme', cidrs: ['10.0.0.1/32'] },
  },
  edge: { adminCidrs: ['10.20.0.0/16'] },
};

/** Values in one line each, so that the snapshot reads as a list. */
function lines(deployment: Deployment, target: Target): unknown {
  const text = (variables: ReturnType<typeof environment>) =>
    Object.entries(variables).map(
      ([name, value]) =>
        `${name}=${value.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join('')}`,
    );
  const { headers, limits, blockedPaths, adminRoutes, configurationRoutes, ...rest } = edge(deployment);
  const { ordinaryRoutes, screenedRoutes, callbackRoutes, ...others } = rest;
  const routes = (some: readonly Route[]) => some.map(({ method, path }) => `${method} ${path}`);
  return {
    environment: text(environment(deployment, target)),
    prepare: Object.keys(prepare(deployment, target).environment).join(' '),
    secrets: secrets(deployment, target).map(
      ({ name, origin, length, readers }) => `${name} ${origin} ${length} ${readers.join(' ')}`,
    ),
    flows: flows(deployment, target).map(({ id, from, to, port, protocols, host, cidrs }) =>
      `${id}: ${from} -> ${to} ${protocols.join('+')} ${port} ${host ?? ''} ${cidrs?.join(' ') ?? ''}`.trim(),
    ),
    headers: headers.map(({ name, value }) => `${name}: ${value}`),
    limits: limits.map(({ id, perMinute, routes: counted }) =>
      `${id} ${perMinute} ${routes(counted).join(', ')}`.trim(),
    ),
    blockedPaths: blockedPaths.map(({ path }) => path),
    files: certificateFiles(deployment, target).map(({ id, path }) => `${id} ${path}`),
    signals: signals.map(
      ({ id, method, paths, statuses }) => `${id} ${method} ${paths.join(' ')} ${statuses.join(' ')}`,
    ),
    // Which they are stands in src/model/upstream/routes.json.
    adminRoutes: adminRoutes.length,
    configurationRoutes: configurationRoutes.length,
    ordinaryRoutes: routes(ordinaryRoutes),
    screenedRoutes: routes(screenedRoutes),
    callbackRoutes: routes(callbackRoutes),
    ...others,
  };
}

test.each([
  ['aws', onAws(everything)],
  ['kubernetes', onKubernetes(everything)],
] as const)('what a deployment on %s promises', (target, deployment) => {
  expect(lines(deployment, target)).toMatchSnapshot();
});
