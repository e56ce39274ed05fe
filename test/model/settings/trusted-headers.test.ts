import { edge, environment, secrets, tryDefineDeployment } from '../../../src/model';
import type { DeploymentSpec } from '../../../src/model';
import { formatProblem } from '../../../src/model/problem';
import { awsSpec, onAws } from '../../fixtures';

type Auth = Partial<DeploymentSpec['auth']>;

const variables = (auth: Auth) => environment(onAws({ auth: { ...awsSpec.auth, ...auth } }), 'aws');

const oidc = { issuer: 'https://login.acme.example', clientId: 'owui', allowedDomains: ['acme.example'] };
const proxies = ['203.0.113.0/24'];

test('without a directory, a proxy or provisioning nothing is said of them', () => {
  const names = Object.keys(variables({})).filter((name) => /LDAP|TRUSTED|SCIM/.test(name));
  expect(names).toEqual(['ENABLE_SCIM']);
  expect(variables({})['ENABLE_SCIM']).toEqual(['false']);
});

test('a proxy’s headers are named as they are given', () => {
  const trustedHeaders = { email: 'X-Email', name: 'X-Name', groups: 'X-Groups', role: 'X-Role', proxies };
  const written = variables({ trustedHeaders });
  expect(['EMAIL', 'NAME', 'GROUPS', 'ROLE'].map((name) => written[`WEBUI_AUTH_TRUSTED_${name}_HEADER`])).toEqual([
    ['X-Email'],
    ['X-Name'],
    ['X-Groups'],
    ['X-Role'],
  ]);
  expect(
    variables({ trustedHeaders: { email: 'X-Email', proxies } })['WEBUI_AUTH_TRUSTED_ROLE_HEADER'],
  ).toBeUndefined();
});

test.each(['X Email', 'X_Email', 'X-Email:', '', '-X'])('fails for the header %j', (email) => {
  const auth = { ...awsSpec.auth, trustedHeaders: { email, proxies } };
  expect(tryDefineDeployment({ ...awsSpec, auth }).problems.map(formatProblem)).toEqual([
    `auth.trustedHeaders.email: expected the name of a header such as X-Forwarded-Email, got "${email}"; use letters, digits and hyphens`,
  ]);
});

test('the edge lets the headers of the proxy through, and no other one that says who somebody is', () => {
  const all = edge(onAws()).identityHeaders;
  const trustedHeaders = { email: 'x-forwarded-email', role: 'X-Role', proxies };
  const rest = edge(onAws({ auth: { ...awsSpec.auth, trustedHeaders } })).identityHeaders;
  expect(all).toContain('X-Forwarded-Email');
  expect(rest).toEqual(all.filter((name) => name !== 'X-Forwarded-Email'));
});

test('provisioning has a token of its own', () => {
  const written = variables({ oidc, scim: { provider: 'oidc' } });
  expect([written['ENABLE_SCIM'], written['SCIM_AUTH_PROVIDER'], written['SCIM_TOKEN']]).toEqual([
    ['true'],
    ['oidc'],
    [{ secret: 'scimToken' }],
  ]);
  const deployment = onAws({ auth: { ...awsSpec.auth, oidc, scim: { provider: 'oidc' } } });
  expect(secrets(deployment, 'aws').find(({ name }) => name === 'scimToken')).toMatchObject({
    origin: 'generated',
    length: 64,
  });
});
