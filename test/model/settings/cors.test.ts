import { environment, tryDefineDeployment } from '../../../src/model';
import type { DeploymentSpec } from '../../../src/model';
import { formatProblem } from '../../../src/model/problem';
import { awsSpec, onAws, onKubernetes } from '../../fixtures';

const own = 'https://chat.acme.example';

const variable = (name: string, cors: DeploymentSpec['cors']) => environment(onAws({ cors }), 'aws')[name];

test.each<[string, DeploymentSpec['cors'], string | undefined]>([
  ['CORS_ALLOW_ORIGIN', {}, own],
  ['CORS_ALLOW_ORIGIN', { origins: [own, 'https://b.example:8443'] }, `${own};https://b.example:8443`],
  ['CORS_ALLOW_ORIGIN', { origins: ['*'] }, '*'],
  ['CORS_ALLOW_CUSTOM_SCHEME', {}, undefined],
  ['CORS_ALLOW_CUSTOM_SCHEME', { customSchemes: ['app', 'capacitor'] }, 'app;capacitor'],
])('%s of %j', (name, cors, value) => {
  expect(variable(name, cors)).toEqual(value === undefined ? undefined : [value]);
});

test('requests are believed from the entry alone', () => {
  expect(environment(onAws(), 'aws')['FORWARDED_ALLOW_IPS']).toEqual([{ endpoint: 'edgeCidrs' }]);
  expect(environment(onKubernetes(), 'kubernetes')['FORWARDED_ALLOW_IPS']).toEqual(['10.42.0.0/16']);
});

test.each([
  'http://chat.acme.example',
  'https://chat.acme.example/',
  'https://chat.acme.example/path',
  'https://chat.acme.example:443',
  'https://Chat.acme.example',
  'https://a.example;https://b.example',
  'chat.acme.example',
  'https://*.acme.example',
  'ws://chat.acme.example',
  '',
])('fails for the origin %j', (bad) => {
  expect(tryDefineDeployment({ ...awsSpec, cors: { origins: [own, bad] } }).problems.map(formatProblem)).toEqual([
    `cors.origins[1]: expected an origin such as https://portal.acme.example, got "${bad}"; give scheme and host, lower case, without port 443, path or slash at the end; http is open to everybody on the way`,
  ]);
});

test.each(['https', 'javascript', 'app://', 'a;b', 'App'])('fails for the scheme %j', (bad) => {
  expect(tryDefineDeployment({ ...awsSpec, cors: { customSchemes: [bad] } }).problems.map(formatProblem)).toEqual([
    `cors.customSchemes[0]: expected a scheme of its own such as app, got "${bad}"; give the name alone, lower case, without ://; https needs no mention`,
  ]);
});

test('fails for an empty list', () => {
  expect(tryDefineDeployment({ ...awsSpec, cors: { origins: [] } }).problems.map(formatProblem)).toEqual([
    'cors.origins: expected a list of 1 or more and at most 50, got an empty list',
  ]);
});
