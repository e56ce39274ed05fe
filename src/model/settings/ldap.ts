import { z } from 'zod';
import { certificatePath } from '../files';
import { certificates, cidrs, dnsName, line, port, serverHost, text, unexpanded } from '../formats';
import { facts, guide, rotation, setting, upstream } from './setting';
import type { DerivedVariables } from './setting';

/** Suites of TLS 1.2 with forward secrecy and authenticated encryption, as OpenSSL spells them. */
export const strongCiphers: readonly string[] = [
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
];

const cipher = text(
  'a cipher suite such as ECDHE-RSA-AES256-GCM-SHA384',
  /^[A-Z0-9][A-Z0-9-]{2,60}$/,
  'write one suite an entry, as OpenSSL spells it',
);

/** Sign-in through an LDAP directory. */
export const ldap = z.strictObject({
  host: setting('LDAP_SERVER_HOST', serverHost, {
    meaning: 'Directory server.',
    why: 'It is the name that the server’s certificate is checked for.',
    source: facts('1.8'),
  }),
  port: setting('LDAP_SERVER_PORT', port.default(636), {
    meaning: 'LDAPS port of the directory server.',
    why: 'Upstream’s default of 389 speaks no TLS.',
    source: facts('1.8'),
  }),
  tls: setting('LDAP_USE_TLS', z.boolean().default(true), {
    meaning: 'Whether the connection to the directory is LDAPS. StartTLS is not supported.',
    why: 'Without it every password crosses the network in plain text.',
    source: guide('LDAP'),
  }),
  verifyCertificate: setting('LDAP_VALIDATE_CERT', z.boolean().default(true), {
    meaning: 'Whether the directory’s certificate is verified.',
    why: 'Encryption to an impostor protects nothing.',
    source: guide('LDAP'),
    needs: ['auth.ldap.tls'],
  }),
  ciphers: setting(
    'LDAP_CIPHERS',
    z
      .array(cipher)
      .min(1)
      .max(50)
      .default([...strongCiphers]),
    {
      meaning: 'Cipher suites of TLS 1.2 towards the directory. Those of TLS 1.3 are always offered.',
      why: 'Upstream offers every suite. None of these exists below TLS 1.2, so older versions are off with them.',
      source: guide('LDAP'),
      separator: ':',
      needs: ['auth.ldap.tls'],
    },
  ),
  bindDn: setting('LDAP_APP_DN', line, {
    meaning: 'Distinguished name that searches the directory. Its password is the role `ldapBindPassword`.',
    why: 'Give it read access to what is searched and nothing else.',
    source: facts('1.8'),
  }),
  searchBase: setting('LDAP_SEARCH_BASE', line, {
    meaning: 'Where the search for users begins.',
    why: 'Whoever lies outside cannot sign in.',
    source: facts('1.8'),
  }),
  searchFilter: setting(
    'LDAP_SEARCH_FILTER',
    text(
      'an LDAP filter in parentheses, or nothing',
      new RegExp(String.raw`^${unexpanded}(?:\([^\p{Cc}]{1,400}\))?$`, 'u'),
      'write it as (objectClass=person)',
    ).default(''),
    {
      meaning: 'Filter that a user must match besides the name.',
      why: 'It keeps machines, guests and blocked accounts out.',
      source: facts('1.8'),
    },
  ),
  usernameAttribute: setting('LDAP_ATTRIBUTE_FOR_USERNAME', line.default('uid'), {
    meaning: 'Attribute that holds the name a user signs in with.',
    why: 'It has to be unique in the directory.',
    source: facts('1.8'),
  }),
  mailAttribute: setting('LDAP_ATTRIBUTE_FOR_MAIL', line.default('mail'), {
    meaning: 'Attribute that holds the e-mail address.',
    why: 'The address is the account: nobody but the directory’s administrators may change it.',
    source: facts('1.8'),
  }),
  defaultEmailDomain: setting('LDAP_DEFAULT_EMAIL_DOMAIN', dnsName.optional(), {
    meaning:
      'Domain of the address that is made of the name of a user who has none in the directory. @default - none, and such users are refused',
    why: 'The address is the account: without a domain such users are refused.',
    source: upstream('routers/auths.py'),
  }),
  groups: z
    .strictObject({
      attribute: setting('LDAP_ATTRIBUTE_FOR_GROUPS', line.default('memberOf'), {
        meaning: 'Attribute that lists the groups of a user.',
        why: 'Membership is decided in the directory; of each group the common name counts.',
        source: facts('1.8'),
      }),
      create: setting('ENABLE_LDAP_GROUP_CREATION', z.boolean().default(false), {
        meaning: 'Whether groups that are not there yet are made.',
        why: 'A group that somebody made on purpose has permissions that somebody chose.',
        source: facts('1.8'),
      }),
    })
    .optional()
    .describe('Groups from the directory. @default - groups are kept in the application'),
  ca: certificates.optional().describe('Certificates that sign the directory server’s. @default - the image’s own'),
  cidrs: cidrs.describe('Address ranges of the directory server.'),
});

/** Variables of LDAP that are not one key’s value. */
export const ldapVariables = {
  ENABLE_LDAP: {
    path: 'auth.ldap',
    meaning: 'Whether people sign in with an account of a directory.',
    why: 'It is on as soon as a directory is described.',
    source: guide('LDAP'),
    value: ({ auth }) => auth.ldap && true,
  },
  ENABLE_LDAP_GROUP_MANAGEMENT: {
    path: 'auth.ldap.groups',
    meaning: 'Whether groups come from the directory.',
    why: 'It is on as soon as they are described.',
    source: facts('1.8'),
    value: ({ auth }) => auth.ldap && auth.ldap.groups !== undefined,
  },
  LDAP_CA_CERT_FILE: {
    path: 'auth.ldap.ca',
    meaning: 'File with the certificates that sign the directory’s.',
    why: 'It is written for the container; without `ca` it is the image’s own.',
    source: guide('LDAP'),
    value: (deployment, target) => deployment.auth.ldap && certificatePath(deployment, target, 'ldapCa'),
  },
  LDAP_APP_PASSWORD: {
    path: 'auth.ldap',
    meaning: 'Password of the account that searches the directory.',
    why: 'It is a secret role, never text.',
    source: facts('1.8'),
    secret: {
      role: 'ldapBindPassword',
      origin: 'supplied',
      purpose: 'password of the account that searches the directory',
      rotation: rotation.byServer,
    },
  },
} satisfies DerivedVariables;
