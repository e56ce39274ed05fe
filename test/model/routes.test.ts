import fc from 'fast-check';
import { edge, versions } from '../../src/model';
import { conditions, otherSpelling, pathPatterns, releaseRoutes } from '../../src/model/routes';
import type { Route } from '../../src/model/routes';
import { onAws } from '../fixtures';
import { release as everyRelease, routes as everyRoute } from '../../src/model/upstream/all-routes.json';
import { release as listedRelease } from '../../src/model/upstream/routes.json';

/** Lengths that AWS WAF and Envoy Gateway leave for a pattern. */
const lengths = [510, 1015];

const lines = (routes: readonly Route[]): string[] => routes.map(({ method, path }) => `${method} ${path}`);

/** A path that the application takes for one of the route: parameters filled in. */
const request = (path: string): string =>
  path.replaceAll(/\{[^}]*:path\}/g, 'a/b').replaceAll(/\{[^}]*\}/g, '0f3a-x_1');

type Meets = (method: string, path: string) => boolean;

function meeting(routes: readonly Route[], longest: number): Meets {
  const met = conditions(routes, longest).map(({ method, pattern }) => ({
    method,
    pattern: new RegExp(`^${pattern}$`),
  }));
  return (method, path) =>
    met.some((condition) => (condition.method ?? method) === method && condition.pattern.test(path));
}

/** Routes of the release that a request meets. */
function metOf(routes: readonly Route[], longest: number): readonly string[] {
  const meets = meeting(routes, longest);
  return everyRoute.filter((line) => {
    const [method = '', path = ''] = line.split(' ');
    return meets(method, request(path));
  });
}

const demanded = edge(onAws());
const limitOf = (id: string): readonly Route[] => demanded.limits.find((limit) => limit.id === id)?.routes ?? [];

/** Lists that targets turn into conditions, and routes that the conditions may meet besides. */
const lists: readonly (readonly [string, readonly Route[], readonly Route[]])[] = [
  ['administrators', demanded.adminRoutes, demanded.ordinaryRoutes],
  ['configuration', demanded.configurationRoutes, []],
  ['sign-in', limitOf('signIn'), []],
  ['uploads', limitOf('uploads'), []],
  ['screened', demanded.screenedRoutes, []],
  ['callbacks', demanded.callbackRoutes, []],
  ['ordinary', demanded.ordinaryRoutes, demanded.adminRoutes],
];

describe.each(lists)('conditions of %s', (_, routes, besides) => {
  test.each(lengths)('of at most %d characters are no longer', (longest) => {
    for (const { pattern } of conditions(routes, longest)) expect(pattern.length).toBeLessThanOrEqual(longest);
  });

  test.each(lengths)('of at most %d characters meet each of them', (longest) => {
    const met = new Set(metOf(routes, longest));
    expect(routes).not.toEqual([]);
    expect(lines(routes).filter((line) => !met.has(line))).toEqual([]);
  });

  test.each(lengths)('of at most %d characters meet no other route of the release', (longest) => {
    const known = new Set([...lines(routes), ...lines(besides)]);
    expect(metOf(routes, longest).filter((line) => !known.has(line))).toEqual([]);
  });

  test('have methods of HTTP', () => {
    for (const { method } of routes) expect(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).toContain(method);
  });
});

test('the limit of OAuth meets every route below /oauth/ and no other', () => {
  expect(metOf(limitOf('oauth'), 510)).toEqual(everyRoute.filter((line) => line.includes(' /oauth/')));
  expect(metOf(limitOf('oauth'), 510)).toContain('POST /oauth/backchannel-logout');
});

test('ordinary routes are those that read like an administrator’s', () => {
  expect(lines(demanded.ordinaryRoutes)).toEqual([
    'GET /api/v1/users/groups',
    'GET /api/v1/users/permissions',
    'GET /api/v1/users/search',
    'GET /api/v1/users/usage',
  ]);
  expect(metOf(demanded.adminRoutes, 510)).toEqual(expect.arrayContaining(lines(demanded.ordinaryRoutes)));
});

test('the lists are those of the pinned release', () => {
  expect(versions.openWebUiTag).toBe(`v${listedRelease}`);
  expect(everyRelease).toBe(listedRelease);
});

test('every listed route is a route of the release', () => {
  for (const listed of Object.values(releaseRoutes)) {
    expect(lines(listed).filter((line) => !everyRoute.includes(line))).toEqual([]);
  }
});

test('who writes configuration is an administrator', () => {
  const administrators = new Set(lines(releaseRoutes.administrator));
  expect(lines(releaseRoutes.configuration).filter((line) => !administrators.has(line))).toEqual([]);
});

test('configuration routes are open on demand alone', () => {
  expect(demanded.configurationRoutes).toEqual(releaseRoutes.configuration);
  expect(edge(onAws({ edge: { configurationRoutes: 'open' } })).configurationRoutes).toEqual([]);
});

test('the limit of sign-in covers what takes a password, a code or a token to exchange', () => {
  expect(lines(limitOf('signIn'))).toEqual([
    'POST /api/v1/auths/ldap',
    'POST /api/v1/auths/mfa/challenge',
    'POST /api/v1/auths/mfa/enroll/confirm',
    'POST /api/v1/auths/mfa/enroll/start',
    'POST /api/v1/auths/mfa/recover',
    'POST /api/v1/auths/mfa/recovery/codes',
    'POST /api/v1/auths/mfa/replace',
    'POST /api/v1/auths/mfa/verify',
    'POST /api/v1/auths/oauth/{provider}/token/exchange',
    'POST /api/v1/auths/signin',
    'POST /api/v1/auths/signup',
    'POST /api/v1/auths/update/password',
  ]);
});

test('bodies are screened where nobody has signed in, but for those with a token in the path', () => {
  expect(lines(demanded.screenedRoutes)).toEqual([
    ...lines(limitOf('signIn')),
    'POST /api/v1/auths/signout',
    'POST /oauth/backchannel-logout',
  ]);
  expect(lines(releaseRoutes.unauthenticated)).toContain('POST /api/v1/channels/webhooks/{webhook_id}/{token}');
});

test('queries of callbacks alone are excepted', () => {
  expect(lines(demanded.callbackRoutes)).toEqual([
    'GET /oauth/clients/{client_id}/callback',
    'GET /oauth/{provider}/callback',
    'GET /oauth/{provider}/login/callback',
  ]);
});

test('patterns share what paths share', () => {
  expect(pathPatterns(['/a/b', '/a/{id}/c', '/a', '/d.e/{rest:path}'], 510)).toEqual([
    String.raw`(?:/a(?:/b|/[^/?]+/c)?|/d\.e/[^?]*)/*`,
  ]);
});

test('patterns are split where one would be too long', () => {
  expect(pathPatterns(['/a/b', '/a/c', '/d'], 15)).toEqual(['/a(?:/b|/c)/*', '/d/*']);
  expect(pathPatterns(['/a/b', '/a/c', '/d'], 12)).toEqual(['/a/b/*', '/a/c/*', '/d/*']);
});

const paths = fc.array(
  fc
    .array(fc.constantFrom('a', 'b', 'a.b', 'ab', '{id}', '{rest:path}'), { minLength: 1, maxLength: 4 })
    .map((parts) => `/${parts.join('/')}`),
  { minLength: 1, maxLength: 12 },
);
const requests = fc
  .array(fc.constantFrom('a', 'b', 'a.b', 'axb', 'ab', 'x'), { minLength: 1, maxLength: 5 })
  .map((parts) => `/${parts.join('/')}`);

/** The routing of the application, one path at a time. */
const routed = (path: string, to: string): boolean =>
  new RegExp(
    `^${path
      .replaceAll('.', String.raw`\.`)
      .replaceAll('{rest:path}', '.*')
      .replaceAll('{id}', '[^/]+')}/*$`,
  ).test(to);

test('patterns match what their paths match and nothing else, however long they may be', () => {
  fc.assert(
    fc.property(paths, requests, fc.integer({ min: 40, max: 200 }), (some, to, longest) => {
      const patterns = pathPatterns(some, longest);
      for (const pattern of patterns) expect(pattern.length).toBeLessThanOrEqual(longest);
      expect(patterns.some((pattern) => new RegExp(`^${pattern}$`).test(to))).toBe(
        some.some((path) => routed(path, to)),
      );
    }),
    { seed: 7, numRuns: 2000 },
  );
});

test('no path of the release has another spelling that the edge would miss', () => {
  const odd = new RegExp(otherSpelling);
  for (const line of everyRoute) {
    const path = request(line.split(' ')[1] ?? '');
    expect(path).not.toMatch(odd);
    for (let index = 0; index < path.length; index += 1) {
      const encoded = `%${path.charCodeAt(index).toString(16).padStart(2, '0')}`;
      for (const code of [encoded, encoded.toUpperCase()]) {
        expect(path.slice(0, index) + code + path.slice(index + 1)).toMatch(odd);
      }
    }
    for (const end of ['%0A', '%0a', '%0D%0A', '#', '#x']) expect(path + end).toMatch(odd);
  }
});

test.each(['/a%20b', '/a%80', '/caf%C3%A9', '/a%5B0%5D', '/a%7C', '/a%40b%3A%2B%3Bc', '/a%25', '/a%60', '/a%3F'])(
  'a path such as %s is spelled as it must be',
  (path) => {
    expect(path).not.toMatch(new RegExp(otherSpelling));
  },
);
