import { z } from 'zod';
import type { Deployment } from '../deployment';
import { dnsName, farSideCidrs, issuerUrl, line, text } from '../formats';
import { facts, guide, rotation, setting, upstream } from './setting';
import type { Derived, DerivedVariables } from './setting';

/** Identity providers that the release can be given, by their key in the specification and in its routes. */
export const oauthProviders = ['oidc', 'google', 'microsoft', 'github'] as const;

/** One of {@link oauthProviders}. */
export type OAuthProvider = (typeof oauthProviders)[number];

const allowedDomains = z
  .array(dnsName)
  .min(1)
  .describe('Domains of the e-mail addresses that may sign in. The same for every provider.');

const scopes = z
  .array(text('a scope such as email', /^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/, 'leave out spaces, quotes and backslashes'))
  .min(1);

const scopeWriting = {
  meaning: 'What the application asks the provider for.',
  why: 'Name and address are enough; every further scope puts more into the tokens that the database keeps.',
  source: facts('1.6'),
  separator: ' ',
};

/** Parameters of the request that sends people to a provider. */
export const authorizeParams = z.record(line, line);

const ownCidrs = farSideCidrs('the identity provider');

const oidcSchema = z.strictObject({
  issuer: issuerUrl.describe('Issuer of the identity provider, without `/.well-known/openid-configuration`.'),
  clientId: setting('OAUTH_CLIENT_ID', line, {
    meaning: 'Client id that the identity provider gave out. The secret is the role `oidcClientSecret`.',
    why: 'It names this deployment to the provider.',
    source: facts('1.6'),
  }),
  providerName: setting('OAUTH_PROVIDER_NAME', line.default('SSO'), {
    meaning: 'Name on the sign-in button.',
    why: 'It tells people which account is asked for.',
    source: facts('1.6'),
  }),
  allowedDomains,
  scopes: setting('OAUTH_SCOPES', scopes.default(['openid', 'email', 'profile']), scopeWriting),
  tokenEndpointAuthMethod: setting(
    'OAUTH_TOKEN_ENDPOINT_AUTH_METHOD',
    z.enum(['client_secret_basic', 'client_secret_post']).optional(),
    {
      meaning: 'How the client secret is sent to the token endpoint. @default - client_secret_basic',
      why: 'Only what the provider asks for; both travel inside TLS.',
      source: facts('1.6'),
    },
  ),
  cidrs: ownCidrs,
});

const googleSchema = z.strictObject({
  clientId: setting('GOOGLE_CLIENT_ID', line, {
    meaning: 'Client id from the Google Cloud console. The secret is the role `googleClientSecret`.',
    why: 'It names this deployment to Google.',
    source: facts('1.6'),
  }),
  allowedDomains,
  scopes: setting('GOOGLE_OAUTH_SCOPE', scopes.default(['openid', 'email', 'profile']), scopeWriting),
  authorizeParams: setting('GOOGLE_OAUTH_AUTHORIZE_PARAMS', authorizeParams.optional(), {
    meaning: 'Further parameters of the request to Google, such as `hd` for one Workspace domain. @default - none',
    why: 'With `hd` Google offers the accounts of the organization alone; the domains are checked all the same.',
    source: upstream('config.py'),
    json: true,
  }),
  cidrs: ownCidrs,
});

const microsoftSchema = z.strictObject({
  tenantId: setting(
    'MICROSOFT_CLIENT_TENANT_ID',
    text(
      'the id or a domain of one Entra tenant',
      /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?:[a-z0-9-]+\.)+[a-z]{2,})$/,
      'copy the directory id, in lower case',
    ),
    {
      meaning: 'Entra tenant whose accounts may sign in.',
      why: 'Who administers another tenant can write any e-mail address into an account there.',
      source: facts('1.6'),
    },
  ),
  clientId: setting('MICROSOFT_CLIENT_ID', line, {
    meaning: 'Client id of the app registration. The secret is the role `microsoftClientSecret`.',
    why: 'It names this deployment to Microsoft.',
    source: facts('1.6'),
  }),
  allowedDomains,
  scopes: setting('MICROSOFT_OAUTH_SCOPE', scopes.default(['openid', 'email', 'profile']), scopeWriting),
  loginUrl: setting('MICROSOFT_CLIENT_LOGIN_BASE_URL', issuerUrl.default('https://login.microsoftonline.com'), {
    meaning: 'Where Microsoft signs people in. National clouds have addresses of their own.',
    why: 'Said outright, the network rules know it too.',
    source: upstream('config.py'),
  }),
  cidrs: ownCidrs,
});

const githubSchema = z.strictObject({
  clientId: setting('GITHUB_CLIENT_ID', line, {
    meaning: 'Client id of the OAuth app. The secret is the role `githubClientSecret`.',
    why: 'It names this deployment to GitHub.',
    source: facts('1.6'),
  }),
  allowedDomains: allowedDomains.describe(
    'Domains of the e-mail addresses that may sign in. The same for every provider. GitHub’s primary address counts.',
  ),
  scopes: setting('GITHUB_CLIENT_SCOPE', scopes.default(['user:email']), scopeWriting),
  cidrs: ownCidrs,
});

/** Identity providers, by {@link OAuthProvider}. */
export const providers = {
  oidc: oidcSchema.optional().describe('Sign-in through an OpenID Connect provider. @default - none'),
  google: googleSchema.optional().describe('Sign-in with Google. @default - none'),
  microsoft: microsoftSchema.optional().describe('Sign-in with Microsoft Entra. @default - none'),
  github: githubSchema.optional().describe('Sign-in with GitHub. @default - none'),
};

/** What the discovery document of Google names, besides its own server. */
const googleUrls = [
  'https://accounts.google.com',
  'https://oauth2.googleapis.com',
  'https://openidconnect.googleapis.com',
  'https://www.googleapis.com',
];

type Auth = { readonly [P in OAuthProvider]?: unknown };

/** Identity providers that a deployment describes. */
export function providersOf(auth: Auth): readonly OAuthProvider[] {
  return oauthProviders.filter((provider) => auth[provider] !== undefined);
}

/** Providers whose servers are known, with those servers that the application itself asks. */
export function hostedProviders({ auth }: Deployment): readonly {
  readonly provider: OAuthProvider;
  readonly urls: readonly string[];
  readonly cidrs?: readonly string[];
}[] {
  const { google, microsoft, github } = auth;
  return [
    ...(google ? [{ provider: 'google' as const, urls: googleUrls, cidrs: google.cidrs }] : []),
    ...(microsoft
      ? [
          {
            provider: 'microsoft' as const,
            urls: [microsoft.loginUrl, 'https://graph.microsoft.com'],
            cidrs: microsoft.cidrs,
          },
        ]
      : []),
    ...(github
      ? [{ provider: 'github' as const, urls: ['https://github.com', 'https://api.github.com'], cidrs: github.cidrs }]
      : []),
  ];
}

/** Where a provider sends people back to. */
function redirectUri(provider: OAuthProvider): Derived {
  return {
    path: 'host',
    meaning: 'Where the identity provider sends people back to. It is registered there.',
    why: 'Said outright, it does not follow the Host header of a request.',
    source: facts('1.6'),
    needs: [`auth.${provider}`],
    value: ({ auth, host }) => auth[provider] && `https://${host}/oauth/${provider}/callback`,
  };
}

/** The client secret that a provider gave out. */
function clientSecret(provider: OAuthProvider, name: string): Derived {
  return {
    path: `auth.${provider}`,
    meaning: `Client secret of this deployment at ${name}.`,
    why: 'It is a secret role, never text.',
    source: facts('1.6'),
    secret: {
      role: `${provider}ClientSecret`,
      origin: 'supplied',
      purpose: `client secret at ${name}`,
      rotation: rotation.byProvider,
    },
  };
}

/** Variables of identity providers that are not one key’s value. */
export const providerVariables = {
  OPENID_PROVIDER_URL: {
    path: 'auth.oidc.issuer',
    meaning: 'Discovery document of the identity provider.',
    why: 'Sign-out needs it as well.',
    source: facts('1.6'),
    value: ({ auth }) => auth.oidc && `${auth.oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  },
  OPENID_REDIRECT_URI: redirectUri('oidc'),
  GOOGLE_REDIRECT_URI: redirectUri('google'),
  MICROSOFT_REDIRECT_URI: redirectUri('microsoft'),
  GITHUB_CLIENT_REDIRECT_URI: redirectUri('github'),
  OAUTH_CLIENT_SECRET: clientSecret('oidc', 'the OpenID Connect provider'),
  GOOGLE_CLIENT_SECRET: clientSecret('google', 'Google'),
  MICROSOFT_CLIENT_SECRET: clientSecret('microsoft', 'Microsoft'),
  GITHUB_CLIENT_SECRET: clientSecret('github', 'GitHub'),
  OAUTH_ALLOWED_DOMAINS: {
    path: 'auth.oidc.allowedDomains',
    meaning: 'Domains of the e-mail addresses that may sign in.',
    why: 'Open WebUI admits every domain unless told otherwise. It has one list for all providers.',
    source: guide('Domain and group restrictions'),
    value: ({ auth }) => {
      const domains = providersOf(auth).flatMap((provider) => auth[provider]?.allowedDomains ?? []);
      return domains.length > 0 ? [...new Set(domains)].join(',') : undefined;
    },
  },
} satisfies DerivedVariables;
