import { environment, tryDefineDeployment } from '../../../src/model';
import type { DeploymentSpec } from '../../../src/model';
import { awsSpec, onAws } from '../../fixtures';

type Auth = Partial<DeploymentSpec['auth']>;

const variables = (auth: Auth) => environment(onAws({ auth: { ...awsSpec.auth, ...auth } }), 'aws');

const ldap = {
  host: 'ldap.acme.example',
  bindDn: 'cn=owui',
  searchBase: 'dc=acme',
  cidrs: ['10.0.0.1/32'],
};

test.each([
  ['ENABLE_LDAP', 'true'],
  ['LDAP_SERVER_PORT', '636'],
  ['LDAP_USE_TLS', 'true'],
  ['LDAP_VALIDATE_CERT', 'true'],
  [
    'LDAP_CIPHERS',
    'ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256',
  ],
  ['LDAP_SEARCH_FILTER', ''],
  ['LDAP_ATTRIBUTE_FOR_USERNAME', 'uid'],
  ['LDAP_ATTRIBUTE_FOR_MAIL', 'mail'],
  ['LDAP_DEFAULT_EMAIL_DOMAIN', undefined],
  ['LDAP_CA_CERT_FILE', '/etc/ssl/certs/ca-certificates.crt'],
  ['ENABLE_LDAP_GROUP_MANAGEMENT', 'false'],
  ['ENABLE_LDAP_GROUP_CREATION', undefined],
])('%s is %s', (name, value) => {
  expect(variables({ ldap })[name]).toEqual(value === undefined ? undefined : [value]);
});

test.each<[string, Partial<NonNullable<Auth['ldap']>>, string]>([
  ['LDAP_USE_TLS', { tls: false }, 'false'],
  ['LDAP_VALIDATE_CERT', { verifyCertificate: false }, 'false'],
  ['LDAP_CIPHERS', { ciphers: ['A-256', 'B-128'] }, 'A-256:B-128'],
  ['LDAP_DEFAULT_EMAIL_DOMAIN', { defaultEmailDomain: 'acme.example' }, 'acme.example'],
  ['ENABLE_LDAP_GROUP_MANAGEMENT', { groups: {} }, 'true'],
  ['ENABLE_LDAP_GROUP_CREATION', { groups: {} }, 'false'],
  ['LDAP_ATTRIBUTE_FOR_GROUPS', { groups: {} }, 'memberOf'],
  ['LDAP_ATTRIBUTE_FOR_GROUPS', { groups: { attribute: 'isMemberOf' } }, 'isMemberOf'],
])('%s of %j is %s', (name, changes, value) => {
  expect(variables({ ldap: { ...ldap, ...changes } })[name]).toEqual([value]);
});

test.each(['${Token[x', '{{resolve:x', '\u2028{{resolve:x'])('a filter and a line cannot hold %j', (inside) => {
  const { problems } = tryDefineDeployment({
    ...awsSpec,
    auth: { ...awsSpec.auth, ldap: { ...ldap, bindDn: `cn=${inside}`, searchFilter: `(cn=${inside})` } },
  });
  expect(problems.map(({ path }) => path.join('.'))).toEqual(['auth.ldap.bindDn', 'auth.ldap.searchFilter']);
});
