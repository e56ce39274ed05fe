import { z } from 'zod';
import { certificatePath } from '../files';
import { certificates, cidrs, line, port, serverHost, text } from '../formats';
import { facts, guide, rotation, setting } from './setting';
import type { DerivedVariables } from './setting';

/** Sign-in through an LDAP directory. */
export const ldap = z.strictObject({
  host: setting('LDAP_SERVER_HOST', serverHost, {
    meaning: 'Directory server. The connection is LDAPS with a verified certificate; StartTLS is not supported.',
    why: 'It is the name that the server’s certificate is checked for.',
    source: facts('1.8'),
  }),
  port: setting('LDAP_SERVER_PORT', port.default(636), {
    meaning: 'LDAPS port of the directory server.',
    why: 'Upstream’s default of 389 speaks no TLS.',
    source: facts('1.8'),
  }),
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
      /^(?!.*\{\{resolve:)(?!.*\$\{Token\[)(?:\([^\p{Cc}]{1,400}\))?$/u,
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
  ca: certificates.optional().describe('Certificates that sign the directory server’s. Default: the image’s own.'),
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
  LDAP_USE_TLS: {
    path: 'auth.ldap',
    meaning: 'Whether the connection to the directory is encrypted.',
    why: 'Without it every password crosses the network in plain text.',
    source: guide('LDAP'),
    value: ({ auth }) => auth.ldap && true,
  },
  LDAP_VALIDATE_CERT: {
    path: 'auth.ldap',
    meaning: 'Whether the directory’s certificate is verified.',
    why: 'Encryption to an impostor protects nothing.',
    source: guide('LDAP'),
    value: ({ auth }) => auth.ldap && true,
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
