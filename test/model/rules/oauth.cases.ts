import type { Case } from './case';

const provider = { clientId: 'owui', allowedDomains: ['acme.example'] };
const oidc = { ...provider, issuer: 'https://login.acme.example' };
const tenantId = '72f988bf-86f1-41af-91ab-2d7cd011db47';
const roles = { user: ['staff'], admin: ['chief'] };

export const oauthCases: readonly Case[] = [
  {
    code: 'OAuthWithoutProvider',
    holds: { auth: { oidc, oauth: {} } },
    breaks: { auth: { oauth: {} } },
    says: [
      'auth.oauth: expected an identity provider beside it, got none; describe auth.oidc, auth.google, auth.microsoft or auth.github',
    ],
  },
  {
    code: 'AllowedDomainsDiffer',
    holds: {
      auth: {
        google: { ...provider, allowedDomains: ['acme.example', 'acme.test'] },
        github: { ...provider, allowedDomains: ['acme.test', 'acme.example'] },
      },
    },
    breaks: { auth: { oidc, google: { ...provider, allowedDomains: ['acme.test'] }, github: provider } },
    says: [
      'auth.google.allowedDomains: expected acme.example as for auth.oidc, got acme.test; the release has one list for all providers',
    ],
  },
  {
    code: 'EveryMicrosoftTenant',
    holds: { auth: { microsoft: { ...provider, tenantId } } },
    breaks: { auth: { microsoft: { ...provider, tenantId: 'common' } } },
    says: [
      'auth.microsoft.tenantId: expected the id or a domain of one Entra tenant, got common; the e-mail address in a token of another tenant proves nothing: name your own',
    ],
  },
  {
    code: 'ReservedAuthorizeParam',
    holds: { auth: { google: { ...provider, authorizeParams: { hd: 'acme.example' } } } },
    breaks: {
      auth: {
        google: { ...provider, authorizeParams: { hd: 'acme.example', nonce: 'x' } },
        oauth: { authorizeParams: { prompt: 'login', state: 'x' } },
      },
    },
    says: [
      'auth.oauth.authorizeParams.state: expected no parameter of the sign-in itself, got state; the application fills it in',
      'auth.google.authorizeParams.nonce: expected no parameter of the sign-in itself, got nonce; the application fills it in',
    ],
  },
  {
    code: 'ReservedAuthorizeParam',
    holds: { auth: { oidc, oauth: { authorizeParams: { prompt: 'login', acr_values: 'mfa', request_id: 'x' } } } },
    breaks: {
      auth: {
        oidc,
        oauth: {
          authorizeParams: {
            ' State ': 'x',
            client_secret: 'x',
            request: 'x',
            REQUEST_URI: 'x',
            response_mode: 'fragment',
          },
        },
      },
    },
    says: [' State ', 'client_secret', 'request', 'REQUEST_URI', 'response_mode'].map(
      (name) =>
        `auth.oauth.authorizeParams.${name}: expected no parameter of the sign-in itself, got ${name}; the application fills it in`,
    ),
  },
  {
    code: 'PersonalMicrosoftAccounts',
    holds: { auth: { microsoft: { ...provider, tenantId } } },
    breaks: { auth: { microsoft: { ...provider, tenantId: '9188040d-6c67-4c5b-b112-36a304b66dad' } } },
    says: [
      'auth.microsoft.tenantId: expected the id or a domain of one Entra tenant, got 9188040d-6c67-4c5b-b112-36a304b66dad, which is consumers; name your own',
    ],
  },
  {
    code: 'MergeByEmail',
    holds: { auth: { oidc, oauth: { mergeAccountsByEmail: false } } },
    breaks: { auth: { oidc, oauth: { mergeAccountsByEmail: true } } },
    says: [
      'auth.oauth.mergeAccountsByEmail: expected false, got true; whoever has an address at the provider would get its account',
    ],
  },
  {
    code: 'EmailFallback',
    holds: { auth: { oidc, oauth: { emailFallback: false } } },
    breaks: { auth: { oidc, oauth: { emailFallback: true } } },
    says: [
      'auth.oauth.emailFallback: expected false with allowedDomains, got true; an address that is made up is in none of them',
    ],
  },
  {
    code: 'BlockedGroupsDoNotDeny',
    holds: { auth: { oidc, oauth: { blockedGroups: [] } } },
    breaks: { auth: { oidc, oauth: { blockedGroups: ['contractors', 'temp-*'] } } },
    says: [
      'auth.oauth.blockedGroups: expected no list, got one of 2; it keeps nobody out: use auth.oauth.roles for that',
    ],
  },
  {
    code: 'RolesClaimMissing',
    holds: { auth: { oidc, oauth: { roles } } },
    breaks: { auth: { oidc, oauth: { roles }, defaultRole: 'user' } },
    says: [
      'auth.defaultRole: expected pending with auth.oauth.roles, got user; who comes without the claim would get it',
    ],
  },
  {
    code: 'TokenExchangeForEveryClient',
    holds: { auth: { oidc, oauth: { tokenExchange: { trustedClientIds: ['mobile'] } } } },
    breaks: { auth: { oidc, oauth: { tokenExchange: {} } } },
    says: [
      'auth.oauth.tokenExchange.trustedClientIds: expected the clients whose tokens are taken, got none; tokens of every application would be',
    ],
  },
];
