import { z } from 'zod';
import { line } from '../formats';
import { isSharedPattern } from './python-pattern';
import { facts, guide, setting, upstream } from './setting';
import type { DerivedVariables } from './setting';

const strongPattern = String.raw`^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^\w\s]).{12,}$`;

const strongHint = 'At least 12 characters, with upper-case and lower-case letters, digits and special characters.';

const pattern = line.refine(isSharedPattern).meta({
  expected: 'a regular expression that Python and JavaScript read alike',
  fix: 'leave out look-behind, references, named groups, inline flags and \\p: for a pattern that does not compile Open WebUI silently takes a weaker one',
});

/** Sign-in with a password, and what a password must be. */
export const passwords = {
  passwordLogin: setting('ENABLE_PASSWORD_AUTH', z.boolean().default(true), {
    meaning: 'Whether people sign in with a password kept by Open WebUI. LDAP and trusted headers need it on as well.',
    why: 'It is on so that the first administrator can sign in; with an identity provider, switch it off.',
    source: facts('1.3'),
  }),
  passwordChangeForm: setting('ENABLE_PASSWORD_CHANGE_FORM', z.boolean().default(true), {
    meaning: 'Whether people are shown the form that changes their password.',
    why: 'Who suspects that a password is known must be able to change it; that ends their other sessions too.',
    source: facts('1.3'),
  }),
  passwordRules: z
    .strictObject({
      enabled: setting('ENABLE_PASSWORD_VALIDATION', z.boolean().default(true), {
        meaning: 'Whether a new password is held against the pattern.',
        why: 'Upstream takes any password.',
        source: guide('Password validation'),
      }),
      pattern: setting('PASSWORD_VALIDATION_REGEX_PATTERN', pattern.default(strongPattern), {
        meaning: 'Regular expression that a new password must match from its beginning.',
        why: 'Twelve characters of four kinds; upstream asks for eight.',
        source: guide('Password validation'),
        needs: ['auth.passwordRules.enabled'],
      }),
      hint: line
        .optional()
        .describe('What people are told of a password that is refused. @default - words for the default pattern'),
    })
    .prefault({})
    .describe('What a new password must be. The first administrator’s is generated and not held against it.'),
  passwordHash: setting('PASSWORD_HASH_ALGORITHM', z.enum(['bcrypt', 'argon2']).default('bcrypt'), {
    meaning: 'How passwords are hashed. Hashes of the other kind stay valid.',
    why:
      'For an address without an account the release always checks against a bcrypt hash: with argon2 the time of an ' +
      'answer tells who has an account, and each sign-in holds 64 MiB. Argon2 in turn takes longer passwords.',
    source: upstream('models/auths.py'),
  }),
};

/** Variables of passwords that are not one key’s value. */
export const passwordVariables = {
  PASSWORD_VALIDATION_HINT: {
    path: 'auth.passwordRules.hint',
    meaning: 'What people are told of a password that is refused.',
    why: 'Who is told what is asked for chooses it at once.',
    source: guide('Password validation'),
    needs: ['auth.passwordRules.enabled'],
    value: ({ auth: { passwordRules } }) =>
      passwordRules.hint ?? (passwordRules.pattern === strongPattern ? strongHint : undefined),
  },
} satisfies DerivedVariables;
