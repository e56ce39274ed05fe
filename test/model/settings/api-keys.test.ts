import { environment, tryDefineDeployment } from '../../../src/model';
import type { DeploymentSpec } from '../../../src/model';
import { formatProblem } from '../../../src/model/problem';
import { awsSpec, onAws } from '../../fixtures';

const variables = (auth: Partial<DeploymentSpec['auth']>) =>
  environment(onAws({ auth: { ...awsSpec.auth, ...auth } }), 'aws');

test.each<[string, DeploymentSpec['auth']['apiKeys'], string | undefined]>([
  ['ENABLE_API_KEYS', {}, 'false'],
  ['ENABLE_API_KEYS', { enabled: true, allowedEndpoints: ['/api/v1/models'] }, 'true'],
  ['ENABLE_API_KEYS_ENDPOINT_RESTRICTIONS', {}, 'true'],
  ['ENABLE_API_KEYS_ENDPOINT_RESTRICTIONS', { endpointRestrictions: false }, 'false'],
  ['API_KEYS_ALLOWED_ENDPOINTS', {}, undefined],
  ['API_KEYS_ALLOWED_ENDPOINTS', { allowedEndpoints: ['/api/v1/models', '/openai'] }, '/api/v1/models,/openai'],
  ['CUSTOM_API_KEY_HEADER', {}, undefined],
  ['CUSTOM_API_KEY_HEADER', { header: 'X-Key' }, 'X-Key'],
])('%s of %j is %s', (name, apiKeys, value) => {
  expect(variables({ apiKeys })[name]).toEqual(value === undefined ? undefined : [value]);
});

test.each(['api/v1/models', '/api/v1/', '/', '/a,/b', '/a b', '*'])('fails for the endpoint %j', (endpoint) => {
  const auth = { ...awsSpec.auth, apiKeys: { allowedEndpoints: [endpoint] } };
  expect(tryDefineDeployment({ ...awsSpec, auth }).problems.map(formatProblem)).toEqual([
    `auth.apiKeys.allowedEndpoints[0]: expected a path such as /api/chat/completions, got "${endpoint}"; begin with a slash and end without one; what lies below is allowed too`,
  ]);
});
