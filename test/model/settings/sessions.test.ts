import { environment, tryDefineDeployment } from '../../../src/model';
import type { DeploymentSpec } from '../../../src/model';
import { formatProblem } from '../../../src/model/problem';
import { days, secondsOf } from '../../../src/model/settings/lifetime';
import { awsSpec, onAws } from '../../fixtures';

const variables = (cookies: DeploymentSpec['cookies'] = {}) => environment(onAws({ cookies }), 'aws');

test.each([
  ['WEBUI_SESSION_COOKIE_SECURE', 'true'],
  ['WEBUI_SESSION_COOKIE_SAME_SITE', 'lax'],
  ['WEBUI_AUTH_COOKIE_SECURE', 'true'],
  ['WEBUI_AUTH_COOKIE_SAME_SITE', 'strict'],
  ['ENABLE_OAUTH_ID_TOKEN_COOKIE', 'false'],
  ['ENABLE_STAR_SESSIONS_MIDDLEWARE', 'false'],
  ['JWT_EXPIRES_IN', '24h'],
])('%s is %s', (name, value) => {
  expect(variables()[name]).toEqual([value]);
});

test.each<[string, DeploymentSpec['cookies'], string]>([
  ['WEBUI_SESSION_COOKIE_SECURE', { sessionSecure: false }, 'false'],
  ['WEBUI_SESSION_COOKIE_SAME_SITE', { sessionSameSite: 'none' }, 'none'],
  ['WEBUI_AUTH_COOKIE_SECURE', { authSecure: false }, 'false'],
  ['WEBUI_AUTH_COOKIE_SAME_SITE', { authSameSite: 'lax' }, 'lax'],
  ['ENABLE_OAUTH_ID_TOKEN_COOKIE', { idTokenCookie: true }, 'true'],
  ['ENABLE_STAR_SESSIONS_MIDDLEWARE', { starSessions: true }, 'true'],
])('%s of %j is %s', (name, cookies, value) => {
  expect(variables(cookies)[name]).toEqual([value]);
});

test.each([
  ['1m', 60],
  ['60s', 60],
  ['90000ms', 90],
  ['1h30m', 5400],
  ['1.5d', 129600],
  ['2w', 1209600],
  ['365d', days(365)],
])('a token can last %s, which are %d seconds', (tokenLifetime, seconds) => {
  expect(secondsOf(tokenLifetime)).toBe(seconds);
  const deployment = onAws({ auth: { ...awsSpec.auth, tokenLifetime } });
  expect(environment(deployment, 'aws')['JWT_EXPIRES_IN']).toEqual([tokenLifetime]);
});

test.each(['59s', '999ms', '0.0h', '366d', '53w', '-1h', '24', 'h', '24 h', '1h 30m', '1y', '24H', '', '1e3s', '.5h'])(
  'fails for the lifetime %j',
  (tokenLifetime) => {
    const { problems } = tryDefineDeployment({ ...awsSpec, auth: { ...awsSpec.auth, tokenLifetime } });
    expect(problems.map(formatProblem)).toEqual([
      `auth.tokenLifetime: expected a lifetime from 1m to 365d such as 30m, 1h30m or 7d, got "${tokenLifetime}"; write numbers with ms, s, m, h, d or w behind them`,
    ]);
  },
);
