// Generated from spec.ts by `npm run generate`; change it there.

/** One deployment as a person writes it. Everything that is optional has a hardened default. */
export interface DeploymentSpec {
  /** Name of the deployment: its stack, namespace and folder are called so. */
  readonly name: string;
  /** Public name of the deployment, as its certificate and its users know it. */
  readonly host: string;
  /** Container image. */
  readonly image?: {
    /** Where the image is pulled from. @default "ghcr.io/open-webui/open-webui" */
    readonly repository?: string;
    /** Tag of the image. Settings are checked against the default. @default "v0.12.4" */
    readonly tag?: string;
    /** Digest of the image. @default - not set, and the finding is ImageNotPinned */
    readonly digest?: string;
  };
  /** Replicas, CPU, memory, database and cache in one word. @default "standard" */
  readonly size?: 'small' | 'standard' | 'large';
  /** Who can reach the deployment. There is no silent default: Open WebUI was made for trusted networks. */
  readonly exposure:
    | {
        /** Only private networks reach the deployment. */
        readonly kind: 'internal';
        /** Private address ranges that may connect. @default ["10.0.0.0/8","172.16.0.0/12","192.168.0.0/16"] */
        readonly cidrs?: readonly string[];
      }
    | {
        /** Only the listed address ranges reach the deployment. */
        readonly kind: 'allowList';
        /** Address ranges that may connect. */
        readonly cidrs: readonly string[];
      }
    | {
        /** Every address reaches the sign-in page. */
        readonly kind: 'public';
      };
  /** Number of replicas. @default - by size: small 1 to 2, standard 2 to 4, large 3 to 8 */
  readonly replicas?: {
    /** Fewest replicas. */
    readonly min: number;
    /** Most replicas that the autoscaler starts. */
    readonly max: number;
  };
  /** Uvicorn processes in each replica. @default 1 */
  readonly workers?: number;
  /** How a change reaches the replicas. Open WebUI supports no two releases on one database at once. @default "recreate" */
  readonly rollout?: 'recreate' | 'rolling';
  /** Who can sign in, and how. */
  readonly auth: {
    /** Whether anybody has to sign in. @default true */
    readonly enabled?: boolean;
    /** First administrator, created before anybody can sign up as one. The password is the role `adminPassword`. @default - none */
    readonly admin?: {
      /** E-mail address of the first administrator. With an identity provider, one that nobody signs in with. */
      readonly email: string;
      /** Display name of the first administrator. @default "Admin" */
      readonly name?: string;
    };
    /** Whether strangers may make an account with a password. @default false */
    readonly signUp?: boolean;
    /** Whether the first visitor may become administrator although the login form is off. @default false */
    readonly initialAdminSignUp?: boolean;
    /** Whether the page shows the form for e-mail address and password. @default - the value of auth.passwordLogin */
    readonly loginForm?: boolean;
    /** Whether people sign in with a password kept by Open WebUI. LDAP and trusted headers need it on as well. @default true */
    readonly passwordLogin?: boolean;
    /** Whether people are shown the form that changes their password. @default true */
    readonly passwordChangeForm?: boolean;
    /** What a new password must be. The first administrator’s is generated and not held against it. */
    readonly passwordRules?: {
      /** Whether a new password is held against the pattern. @default true */
      readonly enabled?: boolean;
      /** Regular expression that a new password must match from its beginning. @default "^(?=.*[a-z])(?=.*[A-Z])(?=.*\\d)(?=.*[^\\w\\s]).{12,}$" */
      readonly pattern?: string;
      /** What people are told of a password that is refused. @default - words for the default pattern */
      readonly hint?: string;
    };
    /** How passwords are hashed. Hashes of the other kind stay valid. @default "bcrypt" */
    readonly passwordHash?: 'bcrypt' | 'argon2';
    /** Role of a new user. A pending one waits for an administrator. @default "pending" */
    readonly defaultRole?: 'pending' | 'user' | 'admin';
    /** Id of the group that every new user joins. @default - none */
    readonly defaultGroup?: string;
    /** Whether whoever has an account, a pending one too, is shown name and address of an administrator. @default false */
    readonly showAdminDetails?: boolean;
    /** Address that is shown to people who wait for approval. @default - that of the first user */
    readonly adminContact?: string;
    /** How long a sign-in lasts. @default "24h" */
    readonly tokenLifetime?: string;
    /** Where people come to after they have signed out. @default - not set */
    readonly signOutRedirectUrl?: string;
    /** Sign-in through an OpenID Connect provider. @default - none */
    readonly oidc?: {
      /** Issuer of the identity provider, without `/.well-known/openid-configuration`. */
      readonly issuer: string;
      /** Client id that the identity provider gave out. The secret is the role `oidcClientSecret`. */
      readonly clientId: string;
      /** Name on the sign-in button. @default "SSO" */
      readonly providerName?: string;
      /** Domains of the e-mail addresses that may sign in. The same for every provider. */
      readonly allowedDomains: readonly string[];
      /** What the application asks the provider for. @default ["openid","email","profile"] */
      readonly scopes?: readonly string[];
      /** How the client secret is sent to the token endpoint. @default - client_secret_basic */
      readonly tokenEndpointAuthMethod?: 'client_secret_basic' | 'client_secret_post';
      /** Address ranges of the identity provider. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
      readonly cidrs?: readonly string[];
    };
    /** Sign-in with Google. @default - none */
    readonly google?: {
      /** Client id from the Google Cloud console. The secret is the role `googleClientSecret`. */
      readonly clientId: string;
      /** Domains of the e-mail addresses that may sign in. The same for every provider. */
      readonly allowedDomains: readonly string[];
      /** What the application asks the provider for. @default ["openid","email","profile"] */
      readonly scopes?: readonly string[];
      /** Further parameters of the request to Google, such as `hd` for one Workspace domain. @default - none */
      readonly authorizeParams?: Readonly<Record<string, string>>;
      /** Address ranges of the identity provider. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
      readonly cidrs?: readonly string[];
    };
    /** Sign-in with Microsoft Entra. @default - none */
    readonly microsoft?: {
      /** Entra tenant whose accounts may sign in. */
      readonly tenantId: string;
      /** Client id of the app registration. The secret is the role `microsoftClientSecret`. */
      readonly clientId: string;
      /** Domains of the e-mail addresses that may sign in. The same for every provider. */
      readonly allowedDomains: readonly string[];
      /** What the application asks the provider for. @default ["openid","email","profile"] */
      readonly scopes?: readonly string[];
      /** Where Microsoft signs people in. National clouds have addresses of their own. @default "https://login.microsoftonline.com" */
      readonly loginUrl?: string;
      /** Address ranges of the identity provider. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
      readonly cidrs?: readonly string[];
    };
    /** Sign-in with GitHub. @default - none */
    readonly github?: {
      /** Client id of the OAuth app. The secret is the role `githubClientSecret`. */
      readonly clientId: string;
      /** Domains of the e-mail addresses that may sign in. The same for every provider. GitHub’s primary address counts. */
      readonly allowedDomains: readonly string[];
      /** What the application asks the provider for. @default ["user:email"] */
      readonly scopes?: readonly string[];
      /** Address ranges of the identity provider. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
      readonly cidrs?: readonly string[];
    };
    /** What holds for all identity providers alike. @default - its own defaults */
    readonly oauth?: {
      /** Whether the first sign-in at the identity provider makes an account. @default true */
      readonly signUp?: boolean;
      /** Whether a sign-in takes over the account with the same e-mail address. @default false */
      readonly mergeAccountsByEmail?: boolean;
      /** Whether an address is made up for a user of whom the provider tells none. @default false */
      readonly emailFallback?: boolean;
      /** Whether the page goes to the provider at once, where there is one provider and no form. @default false */
      readonly autoRedirect?: boolean;
      /** Roles from the identity provider. @default - new users get `auth.defaultRole` */
      readonly roles?: {
        /** Claim that carries the roles; a dot descends. @default "roles" */
        readonly claim?: string;
        /** Values of the claim that make an ordinary user. */
        readonly user: readonly string[];
        /** Values of the claim that make an administrator. */
        readonly admin: readonly string[];
      };
      /** Groups from the identity provider. @default - groups are kept in the application */
      readonly groups?: {
        /** Claim that carries the groups; a dot descends. @default "groups" */
        readonly claim?: string;
        /** Whether groups that are not there yet are made. @default false */
        readonly create?: boolean;
        /** Who may share with a group that was made so. @default "members" */
        readonly defaultShare?: 'nobody' | 'members' | 'everybody';
      };
      /** Groups that are left out when groups are copied, by name, `*` and `?`, or regular expression. @default - none */
      readonly blockedGroups?: readonly string[];
      /** Claim that tells users apart, for all providers alike. @default - `sub`, for GitHub `id` */
      readonly subClaim?: string;
      /** Claim that carries the e-mail address. @default "email" */
      readonly emailClaim?: string;
      /** Claim that carries the display name. @default "name" */
      readonly usernameClaim?: string;
      /** Claim with the address of a picture, which the application fetches. Nothing: no pictures. @default "" */
      readonly pictureClaim?: string;
      /** Whether each sign-in takes the display name from the provider again. @default false */
      readonly updateNameOnLogin?: boolean;
      /** Whether each sign-in takes the e-mail address from the provider again. @default false */
      readonly updateEmailOnLogin?: boolean;
      /** Whether each sign-in fetches the picture again. @default false */
      readonly updatePictureOnLogin?: boolean;
      /** Sessions of one user at one provider whose tokens are kept. The oldest gives way. @default 5 */
      readonly maxSessionsPerUser?: number;
      /** Whether the provider may end all sessions of a user, by a request to `/oauth/backchannel-logout`. @default false */
      readonly backchannelLogout?: boolean;
      /** Where signing out leads, for a provider whose discovery document does not say it. @default - the provider’s own, by its discovery document */
      readonly endSessionUrl?: string;
      /** Lets other applications exchange a token of the provider for one of this deployment. @default - off */
      readonly tokenExchange?: {
        /** Clients of the identity provider whose tokens are taken. The provider must offer introspection. @default - none */
        readonly trustedClientIds?: readonly string[];
        /** Exchanges for each client address in a window. @default 20 */
        readonly rateLimit?: number;
        /** Length of the window in seconds. @default 180 */
        readonly windowSeconds?: number;
      };
      /** Seconds that a request to the provider may take. @default - 5, the client’s own */
      readonly timeoutSeconds?: number;
      /** Audience that is asked for in the request to the provider. @default - none */
      readonly audience?: string;
      /** Further parameters of the request to every provider, such as `prompt` or `acr_values`. @default - none */
      readonly authorizeParams?: Readonly<Record<string, string>>;
    };
    /** Sign-in by a proxy in front, which says who somebody is. @default - none */
    readonly trustedHeaders?: {
      /** Header with the e-mail address of whoever the proxy has signed in. Passwords are then not asked for. */
      readonly email: string;
      /** Header with the display name. @default - none, and the address is the name */
      readonly name?: string;
      /** Header with the groups, separated by commas. @default - none, and groups are kept in the application */
      readonly groups?: string;
      /** Header with the role: admin, user or pending. @default - none, and roles are given in the application */
      readonly role?: string;
      /** Address ranges of the proxies that sign people in and overwrite these headers. `exposure` may admit nobody else. */
      readonly proxies: readonly string[];
    };
    /** Sign-in through an LDAP directory. @default - none */
    readonly ldap?: {
      /** Directory server. */
      readonly host: string;
      /** LDAPS port of the directory server. @default 636 */
      readonly port?: number;
      /** Whether the connection to the directory is LDAPS. StartTLS is not supported. @default true */
      readonly tls?: boolean;
      /** Whether the directory’s certificate is verified. @default true */
      readonly verifyCertificate?: boolean;
      /** Cipher suites of TLS 1.2 towards the directory. Those of TLS 1.3 are always offered. @default ["ECDHE-ECDSA-AES256-GCM-SHA384","ECDHE-RSA-AES256-GCM-SHA384","ECDHE-ECDSA-CHACHA20-POLY1305","ECDHE-RSA-CHACHA20-POLY1305","ECDHE-ECDSA-AES128-GCM-SHA256","ECDHE-RSA-AES128-GCM-SHA256"] */
      readonly ciphers?: readonly string[];
      /** Distinguished name that searches the directory. Its password is the role `ldapBindPassword`. */
      readonly bindDn: string;
      /** Where the search for users begins. */
      readonly searchBase: string;
      /** Filter that a user must match besides the name. @default "" */
      readonly searchFilter?: string;
      /** Attribute that holds the name a user signs in with. @default "uid" */
      readonly usernameAttribute?: string;
      /** Attribute that holds the e-mail address. @default "mail" */
      readonly mailAttribute?: string;
      /** Domain of the address that is made of the name of a user who has none in the directory. @default - none, and such users are refused */
      readonly defaultEmailDomain?: string;
      /** Groups from the directory. @default - groups are kept in the application */
      readonly groups?: {
        /** Attribute that lists the groups of a user. @default "memberOf" */
        readonly attribute?: string;
        /** Whether groups that are not there yet are made. @default false */
        readonly create?: boolean;
      };
      /** Certificates that sign the directory server’s. @default - the image’s own */
      readonly ca?: string;
      /** Address ranges of the directory server. */
      readonly cidrs: readonly string[];
    };
    /** Accounts that the identity provider makes and removes by itself, over SCIM. @default - none */
    readonly scim?: {
      /** Identity provider that provisions accounts. @default - none, and external ids are refused */
      readonly provider?: 'oidc' | 'google' | 'microsoft' | 'github';
    };
    /** API keys. */
    readonly apiKeys?: {
      /** Whether users can have an API key. Besides administrators, those with the permission for it. @default false */
      readonly enabled?: boolean;
      /** Whether a key opens the listed routes alone. @default true */
      readonly endpointRestrictions?: boolean;
      /** Routes that a key opens, with everything below them. @default - none */
      readonly allowedEndpoints?: readonly string[];
      /** Header that carries a key, besides Authorization. @default - x-api-key */
      readonly header?: string;
    };
  };
  /** Cookies. The release has no setting for their domain and path: they belong to this host alone. */
  readonly cookies?: {
    /** Whether `owui-session` is sent over TLS alone. @default true */
    readonly sessionSecure?: boolean;
    /** SameSite of `owui-session`. Sign-in by OAuth needs lax. @default "lax" */
    readonly sessionSameSite?: 'lax' | 'strict' | 'none';
    /** Whether `token` and the other sign-in cookies are sent over TLS alone. @default true */
    readonly authSecure?: boolean;
    /** SameSite of `token` and the other sign-in cookies. @default "strict" */
    readonly authSameSite?: 'lax' | 'strict' | 'none';
    /** Whether the identity provider’s raw token is kept in a cookie. @default false */
    readonly idTokenCookie?: boolean;
    /** Whether the state of an OAuth sign-in is kept in Redis instead of in the signed `owui-session`. @default false */
    readonly starSessions?: boolean;
  };
  /** Pages of other origins that may call the API. */
  readonly cors?: {
    /** Origins whose pages may call the API and open websockets, the deployment’s own among them. @default - https:// and the host */
    readonly origins?: readonly string[];
    /** Schemes of desktop and mobile clients, besides https, that an origin may have. @default - none */
    readonly customSchemes?: readonly string[];
  };
  /** Security headers of every answer. They are written so that upstream’s own patterns accept them. */
  readonly headers?: {
    /** Headers that are not sent at all, for instance because another proxy sends them. @default [] */
    readonly omit?: readonly (
      | 'Strict-Transport-Security'
      | 'X-Frame-Options'
      | 'X-Content-Type-Options'
      | 'Referrer-Policy'
      | 'Permissions-Policy'
      | 'Content-Security-Policy'
      | 'X-Download-Options'
      | 'X-Permitted-Cross-Domain-Policies'
      | 'Cross-Origin-Opener-Policy'
      | 'Cross-Origin-Resource-Policy'
    )[];
    /** Strict-Transport-Security. Both entries end TLS, so nobody is ever served without it. */
    readonly strictTransportSecurity?: {
      /** How long browsers remember to use TLS alone, in seconds. 0 makes them forget. @default 31536000 */
      readonly maxAgeSeconds?: number;
      /** Whether names below the host are meant too. @default true */
      readonly includeSubDomains?: boolean;
      /** Whether browsers may be shipped with this. It is hard to take back. @default false */
      readonly preload?: boolean;
    };
    /** X-Frame-Options: whether the page’s own frames may show it, or none. @default "SAMEORIGIN" */
    readonly frameOptions?: 'SAMEORIGIN' | 'DENY';
    /** Referrer-Policy: what other sites learn of where a visitor comes from. @default "strict-origin-when-cross-origin" */
    readonly referrerPolicy?:
      | 'no-referrer'
      | 'no-referrer-when-downgrade'
      | 'origin'
      | 'origin-when-cross-origin'
      | 'same-origin'
      | 'strict-origin'
      | 'strict-origin-when-cross-origin'
      | 'unsafe-url';
    /** Permissions-Policy: features of the browser that the page may use. What is not named keeps its default. */
    readonly permissionsPolicy?: {
      /** Motion sensor. `self` opens it to the page itself, `none` to nobody. @default "none" */
      readonly accelerometer?: 'none' | 'self';
      /** Sound that starts by itself: answers that are read out. `self` opens it to the page itself, `none` to nobody. @default "self" */
      readonly autoplay?: 'none' | 'self';
      /** Camera: calls and pictures. `self` opens it to the page itself, `none` to nobody. @default "self" */
      readonly camera?: 'none' | 'self';
      /** Reading the clipboard: pasting. `self` opens it to the page itself, `none` to nobody. @default "self" */
      readonly clipboardRead?: 'none' | 'self';
      /** Writing to the clipboard: the copy buttons. `self` opens it to the page itself, `none` to nobody. @default "self" */
      readonly clipboardWrite?: 'none' | 'self';
      /** Full screen: artifacts. `self` opens it to the page itself, `none` to nobody. @default "self" */
      readonly fullscreen?: 'none' | 'self';
      /** Position of the device. `self` opens it to the page itself, `none` to nobody. @default "none" */
      readonly geolocation?: 'none' | 'self';
      /** Rotation sensor. `self` opens it to the page itself, `none` to nobody. @default "none" */
      readonly gyroscope?: 'none' | 'self';
      /** Compass. `self` opens it to the page itself, `none` to nobody. @default "none" */
      readonly magnetometer?: 'none' | 'self';
      /** Microphone: calls and dictation. `self` opens it to the page itself, `none` to nobody. @default "self" */
      readonly microphone?: 'none' | 'self';
      /** Musical instruments. `self` opens it to the page itself, `none` to nobody. @default "none" */
      readonly midi?: 'none' | 'self';
      /** Payments. `self` opens it to the page itself, `none` to nobody. @default "none" */
      readonly payment?: 'none' | 'self';
      /** Video in a window of its own. `self` opens it to the page itself, `none` to nobody. @default "none" */
      readonly pictureInPicture?: 'none' | 'self';
      /** Requests that block the page. `self` opens it to the page itself, `none` to nobody. @default "none" */
      readonly syncXhr?: 'none' | 'self';
      /** USB devices. `self` opens it to the page itself, `none` to nobody. @default "none" */
      readonly usb?: 'none' | 'self';
      /** Headsets. `self` opens it to the page itself, `none` to nobody. @default "none" */
      readonly xrSpatialTracking?: 'none' | 'self';
    };
    /** Content-Security-Policy. A directive that is given takes the place of the default’s; the others keep theirs. */
    readonly contentSecurityPolicy?: {
      /** What has no directive of its own. @default ["self"] */
      readonly defaultSrc?: readonly string[];
      /** Scripts. @default ["self","unsafe-inline","unsafe-eval","wasm-unsafe-eval","blob:"] */
      readonly scriptSrc?: readonly string[];
      /** Scripts in elements, where they differ from scriptSrc. @default - scriptSrc */
      readonly scriptSrcElem?: readonly string[];
      /** Scripts in attributes such as onclick, where they differ from scriptSrc. @default - scriptSrc */
      readonly scriptSrcAttr?: readonly string[];
      /** Workers. @default ["self","blob:"] */
      readonly workerSrc?: readonly string[];
      /** Styles. @default ["self","unsafe-inline"] */
      readonly styleSrc?: readonly string[];
      /** Styles in elements, where they differ from styleSrc. @default - styleSrc */
      readonly styleSrcElem?: readonly string[];
      /** Styles in attributes, where they differ from styleSrc. @default - styleSrc */
      readonly styleSrcAttr?: readonly string[];
      /** Pictures. Those of other sites can carry away what a model was made to write into their addresses. @default ["self","data:","blob:"] */
      readonly imgSrc?: readonly string[];
      /** Sound and video. @default ["self","data:","blob:"] */
      readonly mediaSrc?: readonly string[];
      /** Fonts. @default ["self","data:"] */
      readonly fontSrc?: readonly string[];
      /** Requests and websockets of scripts. @default - self, wss:// of the host, blob: and data: */
      readonly connectSrc?: readonly string[];
      /** Frames inside the page. @default ["self","blob:","data:"] */
      readonly frameSrc?: readonly string[];
      /** The manifest of the installed page. @default - defaultSrc */
      readonly manifestSrc?: readonly string[];
      /** Plugins of the browser. @default ["none"] */
      readonly objectSrc?: readonly string[];
      /** Base of relative addresses. @default ["self"] */
      readonly baseUri?: readonly string[];
      /** Where forms are sent. @default ["self"] */
      readonly formAction?: readonly string[];
      /** Who may show the page in a frame. @default ["self"] */
      readonly frameAncestors?: readonly string[];
      /** Name among reportingEndpoints to which browsers report what they refused. @default - none */
      readonly reportTo?: string;
    };
    /** Content-Security-Policy-Report-Only: a policy whose breaches are reported and not refused. @default - not sent */
    readonly contentSecurityPolicyReportOnly?: {
      /** What has no directive of its own. @default - not said */
      readonly defaultSrc?: readonly string[];
      /** Scripts. @default - defaultSrc */
      readonly scriptSrc?: readonly string[];
      /** Scripts in elements, where they differ from scriptSrc. @default - scriptSrc */
      readonly scriptSrcElem?: readonly string[];
      /** Scripts in attributes such as onclick, where they differ from scriptSrc. @default - scriptSrc */
      readonly scriptSrcAttr?: readonly string[];
      /** Workers. @default - scriptSrc */
      readonly workerSrc?: readonly string[];
      /** Styles. @default - defaultSrc */
      readonly styleSrc?: readonly string[];
      /** Styles in elements, where they differ from styleSrc. @default - styleSrc */
      readonly styleSrcElem?: readonly string[];
      /** Styles in attributes, where they differ from styleSrc. @default - styleSrc */
      readonly styleSrcAttr?: readonly string[];
      /** Pictures. Those of other sites can carry away what a model was made to write into their addresses. @default - defaultSrc */
      readonly imgSrc?: readonly string[];
      /** Sound and video. @default - defaultSrc */
      readonly mediaSrc?: readonly string[];
      /** Fonts. @default - defaultSrc */
      readonly fontSrc?: readonly string[];
      /** Requests and websockets of scripts. @default - defaultSrc */
      readonly connectSrc?: readonly string[];
      /** Frames inside the page. @default - defaultSrc */
      readonly frameSrc?: readonly string[];
      /** The manifest of the installed page. @default - defaultSrc */
      readonly manifestSrc?: readonly string[];
      /** Plugins of the browser. @default - defaultSrc */
      readonly objectSrc?: readonly string[];
      /** Base of relative addresses. @default - not said */
      readonly baseUri?: readonly string[];
      /** Where forms are sent. @default - not said */
      readonly formAction?: readonly string[];
      /** Who may show the page in a frame. @default - not said */
      readonly frameAncestors?: readonly string[];
      /** Name among reportingEndpoints to which browsers report what they refused. @default - none */
      readonly reportTo?: string;
    };
    /** Policy of the frames that show HTML of models, tools and files. A directive that is given takes the place of the default’s. */
    readonly iframeContentSecurityPolicy?: {
      /** What has no directive of its own. @default ["none"] */
      readonly defaultSrc?: readonly string[];
      /** Scripts. @default ["unsafe-inline","unsafe-eval","blob:"] */
      readonly scriptSrc?: readonly string[];
      /** Scripts in elements, where they differ from scriptSrc. @default - scriptSrc */
      readonly scriptSrcElem?: readonly string[];
      /** Scripts in attributes such as onclick, where they differ from scriptSrc. @default - scriptSrc */
      readonly scriptSrcAttr?: readonly string[];
      /** Workers. @default - scriptSrc */
      readonly workerSrc?: readonly string[];
      /** Styles. @default ["unsafe-inline"] */
      readonly styleSrc?: readonly string[];
      /** Styles in elements, where they differ from styleSrc. @default - styleSrc */
      readonly styleSrcElem?: readonly string[];
      /** Styles in attributes, where they differ from styleSrc. @default - styleSrc */
      readonly styleSrcAttr?: readonly string[];
      /** Pictures. Those of other sites can carry away what a model was made to write into their addresses. @default ["data:","blob:"] */
      readonly imgSrc?: readonly string[];
      /** Sound and video. @default ["data:","blob:"] */
      readonly mediaSrc?: readonly string[];
      /** Fonts. @default ["data:"] */
      readonly fontSrc?: readonly string[];
      /** Requests and websockets of scripts. @default - defaultSrc */
      readonly connectSrc?: readonly string[];
      /** Frames inside the page. @default - defaultSrc */
      readonly frameSrc?: readonly string[];
      /** The manifest of the installed page. @default - defaultSrc */
      readonly manifestSrc?: readonly string[];
      /** Plugins of the browser. @default - defaultSrc */
      readonly objectSrc?: readonly string[];
      /** Base of relative addresses. @default ["none"] */
      readonly baseUri?: readonly string[];
      /** Where forms are sent. @default ["none"] */
      readonly formAction?: readonly string[];
    };
    /** X-Permitted-Cross-Domain-Policies: what old plugins of browsers may read. @default "none" */
    readonly crossDomainPolicies?: 'none' | 'master-only' | 'by-content-type' | 'by-ftp-filename';
    /** Cross-Origin-Opener-Policy: which windows keep hold of one another. @default "same-origin-allow-popups" */
    readonly openerPolicy?: 'same-origin-allow-popups' | 'same-origin' | 'unsafe-none';
    /** Cross-Origin-Resource-Policy: who may embed files of the deployment. @default - same-origin; not sent where Python runs in the browser */
    readonly resourcePolicy?: 'same-origin' | 'same-site' | 'cross-origin';
    /** Cross-Origin-Embedder-Policy: what the page may embed. @default - not sent */
    readonly embedderPolicy?: 'unsafe-none' | 'credentialless' | 'require-corp';
    /** Cache-Control of every answer. @default - not sent, and each route says what it needs */
    readonly cacheControl?: readonly string[];
    /** Reporting-Endpoints: where browsers send reports, by name. */
    readonly reportingEndpoints?: Readonly<Record<string, string>>;
  };
  /** What administrators reach besides what they own, and what passes by the grants on resources. */
  readonly access?: {
    /** Whether administrators pass by the grants on models, knowledge, prompts, tools, notes and files. @default false */
    readonly adminBypass?: boolean;
    /** Whether administrators read the chats of others. @default false */
    readonly adminChatAccess?: boolean;
    /** Whether administrators export every chat of everybody, channels and notes too, in one request. @default false */
    readonly adminExport?: boolean;
    /** Whether administrators see who used which model how much, with the messages behind the figures. @default false */
    readonly adminAnalytics?: boolean;
    /** Whether everybody may use every model, whatever was granted. @default false */
    readonly modelBypass?: boolean;
    /** Whether a search takes in documents that the person who asks may not read. @default false */
    readonly retrievalBypass?: boolean;
    /** Whether collections that belong to no file, memory, search or knowledge base are open to everybody. @default false */
    readonly unscopedCollections?: boolean;
    /** Whether everybody sees how many people are signed in and which models are in use. @default false */
    readonly activeUsersCount?: boolean;
  };
  /** What leaves a user’s own account. Links to chats are governed by permissions.chat. */
  readonly sharing?: {
    /** Whether chats, models and prompts can be published at Open WebUI’s community site, and people may export statistics of their chats. @default false */
    readonly community?: boolean;
    /** Who may share things with a new group. @default "members" */
    readonly groups?: 'nobody' | 'members' | 'everybody';
  };
  /** What users who are no administrators may do. Groups can allow more, never less. */
  readonly permissions?: {
    /** The shared workspace. */
    readonly workspace?: {
      /** Models with prompts and knowledge of their own. */
      readonly models?: {
        /** Whether people who are no administrators may make and change models. A group can allow more. @default false */
        readonly access?: boolean;
        /** Whether people who are no administrators may build on models that are hidden. A group can allow more. @default false */
        readonly hidden?: boolean;
        /** Whether people who are no administrators may import models. A group can allow more. @default false */
        readonly import?: boolean;
        /** Whether people who are no administrators may export models. A group can allow more. @default false */
        readonly export?: boolean;
        /** Whether people who are no administrators may share their models with people and groups. A group can allow more. @default false */
        readonly share?: boolean;
        /** Whether people who are no administrators may share their models with everybody who can sign in. A group can allow more. @default false */
        readonly sharePublicly?: boolean;
      };
      /** Knowledge bases. */
      readonly knowledge?: {
        /** Whether people who are no administrators may make and change knowledge bases. A group can allow more. @default false */
        readonly access?: boolean;
        /** Whether people who are no administrators may share their knowledge bases with people and groups. A group can allow more. @default false */
        readonly share?: boolean;
        /** Whether people who are no administrators may share their knowledge bases with everybody who can sign in. A group can allow more. @default false */
        readonly sharePublicly?: boolean;
      };
      /** Prompts that can be called by name. */
      readonly prompts?: {
        /** Whether people who are no administrators may make and change prompts. A group can allow more. @default false */
        readonly access?: boolean;
        /** Whether people who are no administrators may import prompts. A group can allow more. @default false */
        readonly import?: boolean;
        /** Whether people who are no administrators may export prompts. A group can allow more. @default false */
        readonly export?: boolean;
        /** Whether people who are no administrators may share their prompts with people and groups. A group can allow more. @default false */
        readonly share?: boolean;
        /** Whether people who are no administrators may share their prompts with everybody who can sign in. A group can allow more. @default false */
        readonly sharePublicly?: boolean;
      };
      /** Tools: Python that the server runs. */
      readonly tools?: {
        /** Whether people who are no administrators may write tools. A group can allow more. @default false */
        readonly access?: boolean;
        /** Whether people who are no administrators may import tools. A group can allow more. @default false */
        readonly import?: boolean;
        /** Whether people who are no administrators may export tools. A group can allow more. @default false */
        readonly export?: boolean;
        /** Whether people who are no administrators may share their tools with people and groups. A group can allow more. @default false */
        readonly share?: boolean;
        /** Whether people who are no administrators may share their tools with everybody who can sign in. A group can allow more. @default false */
        readonly sharePublicly?: boolean;
      };
      /** Skills: instructions and files that a model takes along. */
      readonly skills?: {
        /** Whether people who are no administrators may make and change skills. A group can allow more. @default false */
        readonly access?: boolean;
        /** Whether people who are no administrators may import skills. A group can allow more. @default false */
        readonly import?: boolean;
        /** Whether people who are no administrators may export skills. A group can allow more. @default false */
        readonly export?: boolean;
        /** Whether people who are no administrators may share their skills with people and groups. A group can allow more. @default false */
        readonly share?: boolean;
        /** Whether people who are no administrators may share their skills with everybody who can sign in. A group can allow more. @default false */
        readonly sharePublicly?: boolean;
      };
    };
    /** What people do in their chats. */
    readonly chat?: {
      /** Whether people who are no administrators may open the controls of a chat. A group can allow more. @default true */
      readonly controls?: boolean;
      /** Whether people who are no administrators may set the valves of plugins for themselves. A group can allow more. @default false */
      readonly valves?: boolean;
      /** Whether people who are no administrators may write a system prompt of their own. A group can allow more. @default true */
      readonly systemPrompt?: boolean;
      /** Whether people who are no administrators may set parameters of a model such as its temperature. A group can allow more. @default true */
      readonly params?: boolean;
      /** Whether people who are no administrators may send files. A group can allow more. @default true */
      readonly fileUpload?: boolean;
      /** Whether people who are no administrators may attach a page of the web by its address. A group can allow more. @default false */
      readonly webUpload?: boolean;
      /** Whether people who are no administrators may delete their chats. A group can allow more. @default true */
      readonly delete?: boolean;
      /** Whether people who are no administrators may delete messages. A group can allow more. @default true */
      readonly deleteMessage?: boolean;
      /** Whether people who are no administrators may have an answer continued. A group can allow more. @default true */
      readonly continueResponse?: boolean;
      /** Whether people who are no administrators may have an answer written again. A group can allow more. @default true */
      readonly regenerateResponse?: boolean;
      /** Whether people who are no administrators may rate answers. A group can allow more. @default true */
      readonly rateResponse?: boolean;
      /** Whether people who are no administrators may edit messages. A group can allow more. @default true */
      readonly edit?: boolean;
      /** Whether people who are no administrators may share a chat by a link with people and groups that they name. A group can allow more. @default true */
      readonly share?: boolean;
      /** Whether people who are no administrators may share a chat by a link with everybody who can sign in. A group can allow more. @default false */
      readonly sharePublicly?: boolean;
      /** Whether people who are no administrators may share a chat by a link that opens without a sign-in. A group can allow more. @default false */
      readonly shareOpenly?: boolean;
      /** Whether people who are no administrators may export their chats. A group can allow more. @default true */
      readonly export?: boolean;
      /** Whether people who are no administrators may import chats. A group can allow more. @default true */
      readonly import?: boolean;
      /** Whether people who are no administrators may dictate. A group can allow more. @default true */
      readonly speechToText?: boolean;
      /** Whether people who are no administrators may have answers read out. A group can allow more. @default true */
      readonly textToSpeech?: boolean;
      /** Whether people who are no administrators may talk to a model. A group can allow more. @default true */
      readonly call?: boolean;
      /** Whether people who are no administrators may ask several models at once. A group can allow more. @default true */
      readonly multipleModels?: boolean;
      /** Whether people who are no administrators may chat without the chat being kept. A group can allow more. @default true */
      readonly temporary?: boolean;
      /** Whether people who are no administrators may chat only without the chat being kept. A group can allow more. @default false */
      readonly temporaryEnforced?: boolean;
    };
    /** Features by person. The switches of the deployment are in `features`, and both must be on. */
    readonly features?: {
      /** Whether people who are no administrators may have their browser call tool servers of their own. A group can allow more. @default false */
      readonly directToolServers?: boolean;
      /** Whether people who are no administrators may search the web. A group can allow more. @default false */
      readonly webSearch?: boolean;
      /** Whether people who are no administrators may have pictures made. A group can allow more. @default false */
      readonly imageGeneration?: boolean;
      /** Whether people who are no administrators may have code run that a model wrote. A group can allow more. @default false */
      readonly codeInterpreter?: boolean;
      /** Whether people who are no administrators may keep chats in folders. A group can allow more. @default true */
      readonly folders?: boolean;
      /** Whether people who are no administrators may write notes. A group can allow more. @default true */
      readonly notes?: boolean;
      /** Whether people who are no administrators may use channels. A group can allow more. @default true */
      readonly channels?: boolean;
      /** Whether people who are no administrators may make channels that the server cannot read. A group can allow more. @default false */
      readonly encryptedChannels?: boolean;
      /** Whether people who are no administrators may make API keys. A group can allow more. @default false */
      readonly apiKeys?: boolean;
      /** Whether people who are no administrators may have a model remember things about them. A group can allow more. @default true */
      readonly memories?: boolean;
      /** Whether people who are no administrators may have prompts run by the clock. A group can allow more. @default false */
      readonly automations?: boolean;
      /** Whether people who are no administrators may keep a calendar. A group can allow more. @default true */
      readonly calendar?: boolean;
      /** Whether people who are no administrators may have notifications sent to an address of their own. A group can allow more. @default false */
      readonly userWebhooks?: boolean;
    };
    /** Notes. */
    readonly notes?: {
      /** Whether people who are no administrators may share notes with people and groups. A group can allow more. @default false */
      readonly share?: boolean;
      /** Whether people who are no administrators may share notes with everybody who can sign in. A group can allow more. @default false */
      readonly sharePublicly?: boolean;
    };
    /** Folders. */
    readonly folders?: {
      /** Whether people who are no administrators may share folders with people and groups. A group can allow more. @default false */
      readonly share?: boolean;
    };
    /** Calendars. */
    readonly calendar?: {
      /** Whether people who are no administrators may share a calendar with everybody who can sign in. A group can allow more. @default false */
      readonly sharePublicly?: boolean;
    };
    /** With whom people may share what they may share. */
    readonly accessGrants?: {
      /** Whether people who are no administrators may name single people when they share. A group can allow more. @default true */
      readonly users?: boolean;
      /** Whether people who are no administrators may name groups when they share. A group can allow more. @default true */
      readonly groups?: boolean;
    };
    /** Settings of one’s own. */
    readonly settings?: {
      /** Whether people who are no administrators may change how the page looks to them. A group can allow more. @default true */
      readonly interface?: boolean;
    };
  };
  /** Features of the application. Off is what talks to others, runs by itself or was not asked for. */
  readonly features?: {
    /** Whether people talk to one another in channels. @default false */
    readonly channels?: boolean;
    /** Whether channels can be closed to the server too. @default false */
    readonly encryptedChannels?: boolean;
    /** Whether people write notes. @default true */
    readonly notes?: boolean;
    /** Whether people keep chats in folders. @default true */
    readonly folders?: boolean;
    /** Whether models remember things about people. @default true */
    readonly memories?: boolean;
    /** Whether a chat begins with what is remembered. @default true */
    readonly memoriesInPrompts?: boolean;
    /** Whether people keep a calendar. @default true */
    readonly calendar?: boolean;
    /** Whether people show a status. @default true */
    readonly userStatus?: boolean;
    /** Prompts that run by the clock. */
    readonly automations?: {
      /** Whether prompts run by the clock. @default false */
      readonly enabled?: boolean;
      /** Most automations that one person has. @default - no limit */
      readonly maxCount?: number;
      /** Shortest time between two runs of an automation. @default - no limit */
      readonly minIntervalSeconds?: number;
      /** How long the sign-in lasts that a run of an automation gets. @default "1h" */
      readonly tokenLifetime?: string;
    };
    /** Models that set other models to work. */
    readonly subagents?: {
      /** Whether a model may set other models to work. @default false */
      readonly enabled?: boolean;
      /** Whether they go on after the answer. @default false */
      readonly background?: boolean;
      /** Most that run side by side. @default 5 */
      readonly maxConcurrent?: number;
      /** Most that run in the background. @default 5 */
      readonly maxBackground?: number;
      /** Most steps that one takes. @default 30 */
      readonly maxIterations?: number;
    };
    /** Whether other servers take part in channels. @default false */
    readonly apps?: boolean;
    /** Whether people have notifications sent to an address of their own. @default false */
    readonly userWebhooks?: boolean;
    /** Whether models make pictures. @default false */
    readonly imageGeneration?: boolean;
    /** Whether models change pictures. @default false */
    readonly imageEditing?: boolean;
    /** Whether models search knowledge by commands as in a shell. @default false */
    readonly knowledgeCommands?: boolean;
    /** Whether people can have a model ask before it calls a tool. @default true */
    readonly toolApproval?: boolean;
    /** Whether models are compared without their names. @default false */
    readonly arena?: boolean;
    /** Whether people rate answers. @default true */
    readonly messageRating?: boolean;
    /** Whether an answer is saved word by word while it is written. @default false */
    readonly realtimeChatSave?: boolean;
    /** Whether people take files from Google Drive. @default false */
    readonly googleDrive?: boolean;
    /** Whether people take files from OneDrive. @default false */
    readonly oneDrive?: boolean;
    /** Whether people may connect their browser to tool servers of their own. @default false */
    readonly directIntegrations?: boolean;
    /** What models do besides answering. */
    readonly tasks?: {
      /** Whether a model gives chats a title. @default true */
      readonly titles?: boolean;
      /** Whether a model gives chats tags. @default true */
      readonly tags?: boolean;
      /** Whether a model suggests what to ask next. @default true */
      readonly followUps?: boolean;
      /** Whether a model writes the words of a web search. @default true */
      readonly searchQueries?: boolean;
      /** Whether a model writes the words of a search of documents. @default true */
      readonly retrievalQueries?: boolean;
      /** Whether a model completes what somebody types. @default false */
      readonly autocomplete?: boolean;
      /** Whether a model reads chats in the background to remember things about people. @default false */
      readonly memoryReview?: boolean;
    };
  };
  /** Where answers come from. What is not listed is switched off. */
  readonly models?: {
    /** OpenAI-compatible services. @default [] */
    readonly openai?: readonly {
      /** Base URL of an OpenAI-compatible service. Its key is a secret role, never a value. */
      readonly url: string;
      /** Name that the role of its key is made of: `azure` makes `openaiKeyAzure`. @default - the host of the URL */
      readonly name?: string;
      /** Version of the interface, where the service is Azure OpenAI. Azure then needs `modelIds` too. @default - not set, for a service that is not Azure */
      readonly apiVersion?: string;
      /** Models that are offered. Empty: all that the service lists. @default [] */
      readonly modelIds?: readonly string[];
      /** Put before the names of its models, where two services have a model of the same name. @default - nothing */
      readonly prefix?: string;
      /** Address ranges of the service. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
      readonly cidrs?: readonly string[];
    }[];
    /** Servers of Ollama. @default [] */
    readonly ollama?: readonly {
      /** Base URL of Ollama. */
      readonly url: string;
      /** Name that the role of its key is made of: `gpu` makes `ollamaKeyGpu`. @default - the host of the URL */
      readonly name?: string;
      /** Whether a proxy before Ollama asks for a key. Ollama by itself knows none. @default false */
      readonly key?: boolean;
      /** Models that are offered. Empty: all that the service lists. @default [] */
      readonly modelIds?: readonly string[];
      /** Put before the names of its models, where two services have a model of the same name. @default - nothing */
      readonly prefix?: string;
      /** Address ranges of the service. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
      readonly cidrs?: readonly string[];
    }[];
    /** Models that a new chat begins with. @default - not set, and the page chooses one */
    readonly defaultModels?: readonly string[];
    /** Seconds that the list of models is kept, for each user. @default 1 */
    readonly cacheSeconds?: number;
    /** Whether the list of models is kept until somebody asks for it anew. @default false */
    readonly baseModelsCache?: boolean;
    /** Whether people may connect their browser to model services of their own. @default false */
    readonly directConnections?: boolean;
    /** Whether everybody may send any request to the services, with their keys. @default false */
    readonly openaiPassthrough?: boolean;
    /** Whether services are told who asks: not at all, in one signed token, or in plain headers. @default "off" */
    readonly forwardUserHeaders?: 'off' | 'signed' | 'plain';
  };
  /** Retrieval from uploaded documents. */
  readonly rag: {
    /** How documents become vectors. */
    readonly embedding: {
      /** Who computes embeddings: an OpenAI-compatible service, Ollama, Azure OpenAI, or the application itself. */
      readonly engine: 'openai' | 'ollama' | 'azure_openai' | 'local';
      /** Base URL of the embedding service. Documents are sent there. @default - https://api.openai.com/v1 for openai */
      readonly url?: string;
      /** Whether the service asks for a key, the role `embeddingKey`. @default - true for openai and azure_openai */
      readonly key?: boolean;
      /** Version of the interface of Azure OpenAI. @default - none */
      readonly apiVersion?: string;
      /** Embedding model. With Azure OpenAI the name of the deployment there. */
      readonly model: string;
      /** Length of the model’s vectors. It can never change; pgvector silently cuts longer vectors. */
      readonly dimensions: number;
      /** Pieces of text in one request. @default 32 */
      readonly batchSize?: number;
      /** Requests that one document may have open at once. @default 8 */
      readonly concurrency?: number;
      /** Seconds in which one document must have become vectors. @default 900 */
      readonly timeoutSeconds?: number;
      /** Text before every question, for models that ask for it. @default - none */
      readonly queryPrefix?: string;
      /** Text before every piece of a document, for models that ask for it. @default - none */
      readonly contentPrefix?: string;
      /** Address ranges of the embedding service. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
      readonly cidrs?: readonly string[];
    };
    /** Where vectors are kept, and the text that they were made of. The key of a server is the role `vectorStoreKey`. @default {"kind":"pgvector"} */
    readonly vectorStore?:
      | {
          /** The database of the deployment, with its extension `vector`. */
          readonly kind: 'pgvector';
          /** Index over the vectors. The release refuses to start with another one than the table has. @default "hnsw" */
          readonly indexMethod?: 'hnsw' | 'ivfflat';
          /** Whether vectors are kept in half precision. It can never change. @default - above 2,000 dimensions */
          readonly halfVectors?: boolean;
        }
      | {
          /** Qdrant, over https. */
          readonly kind: 'qdrant';
          /** Server of this deployment alone, by the name in its certificate. */
          readonly host: string;
          /** TLS port of the server. @default 6333 */
          readonly port?: number;
          /** Address ranges of the server. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
          readonly cidrs?: readonly string[];
          /** Beginning of every collection’s name. @default - the name of the deployment */
          readonly prefix?: string;
        }
      | {
          /** Milvus, over TLS. The token `user:password` is the role `vectorStoreKey`. */
          readonly kind: 'milvus';
          /** Server of this deployment alone, by the name in its certificate. */
          readonly host: string;
          /** TLS port of the server. @default 19530 */
          readonly port?: number;
          /** Address ranges of the server. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
          readonly cidrs?: readonly string[];
          /** Database of Milvus. @default "default" */
          readonly database?: string;
          /** Certificates that sign the server’s. @default - the image’s own */
          readonly ca?: string;
        }
      | {
          /** OpenSearch, over https. The user’s password is the role `vectorStoreKey`. */
          readonly kind: 'opensearch';
          /** Server of this deployment alone, by the name in its certificate. */
          readonly host: string;
          /** TLS port of the server. @default 9200 */
          readonly port?: number;
          /** Address ranges of the server. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
          readonly cidrs?: readonly string[];
          /** User of the application in OpenSearch. */
          readonly username: string;
          /** Whether the certificate of OpenSearch is verified. @default true */
          readonly verifyCertificate?: boolean;
        }
      | {
          /** Elasticsearch, over https. Its API key is the role `vectorStoreKey`. */
          readonly kind: 'elasticsearch';
          /** Server of this deployment alone, by the name in its certificate. */
          readonly host: string;
          /** TLS port of the server. @default 9200 */
          readonly port?: number;
          /** Address ranges of the server. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
          readonly cidrs?: readonly string[];
          /** Beginning of every collection’s name. @default - the name of the deployment */
          readonly prefix?: string;
          /** Certificates that sign the server’s. @default - the image’s own */
          readonly ca?: string;
        }
      | {
          /** Weaviate, over https and gRPC with TLS. */
          readonly kind: 'weaviate';
          /** Server of this deployment alone, by the name in its certificate. */
          readonly host: string;
          /** TLS port of the server. @default 443 */
          readonly port?: number;
          /** Address ranges of the server. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
          readonly cidrs?: readonly string[];
          /** TLS port of gRPC. @default 50051 */
          readonly grpcPort?: number;
        }
      | {
          /** A Chroma server, over https. It checks no keys by itself: a proxy before it does. */
          readonly kind: 'chroma';
          /** Server of this deployment alone, by the name in its certificate. */
          readonly host: string;
          /** TLS port of the server. @default 443 */
          readonly port?: number;
          /** Address ranges of the server. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
          readonly cidrs?: readonly string[];
          /** Tenant in Chroma. @default "default_tenant" */
          readonly tenant?: string;
          /** Database in Chroma. @default "default_database" */
          readonly database?: string;
        };
    /** Service that sorts what was found. @default - none */
    readonly reranking?: {
      /** Service that sorts what was found. Its key is the role `rerankingKey`. */
      readonly url: string;
      /** Model that sorts what was found. */
      readonly model: string;
      /** Seconds that the service may take. @default 30 */
      readonly timeoutSeconds?: number;
      /** Pieces of documents that are left after sorting. @default 3 */
      readonly topK?: number;
      /** Address ranges of the service. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
      readonly cidrs?: readonly string[];
    };
    /** Service that reads uploaded files, apart from the application. @default - the application itself */
    readonly extraction?:
      | {
          /** Apache Tika. */
          readonly kind: 'tika';
          /** Base URL of Tika. */
          readonly url: string;
          /** Address ranges of the service. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
          readonly cidrs?: readonly string[];
        }
      | {
          /** Docling. Its key is the role `extractionKey`. */
          readonly kind: 'docling';
          /** Base URL of Docling. */
          readonly url: string;
          /** Address ranges of the service. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
          readonly cidrs?: readonly string[];
        }
      | {
          /** A service that follows the release’s own interface. Its key is the role `extractionKey`. */
          readonly kind: 'external';
          /** Base URL of the service that reads files. */
          readonly url: string;
          /** Address ranges of the service. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
          readonly cidrs?: readonly string[];
        };
    /** Whether words are searched for beside vectors. @default false */
    readonly hybridSearch?: boolean;
    /** Pieces of documents that a question is answered with. @default 3 */
    readonly topK?: number;
    /** How documents are cut into pieces. */
    readonly chunk?: {
      /** Characters of each piece that a document is cut into. @default 1000 */
      readonly size?: number;
      /** Characters that a piece shares with the one before. @default 100 */
      readonly overlap?: number;
    };
  };
  /** Files that people upload. */
  readonly uploads?: {
    /** Largest file in MiB. @default 50 */
    readonly maxSizeMiB?: number;
    /** Files in one chat. The browser alone counts them. @default 10 */
    readonly maxCount?: number;
    /** Extensions of files that are read for answers. Empty: every file. @default ["csv","docx","epub","html","json","md","odt","pdf","pptx","rtf","txt","xlsx","xml","yaml","yml"] */
    readonly allowedExtensions?: readonly string[];
    /** Width in pixels that the browser shrinks pictures to. @default - pictures keep theirs */
    readonly imageMaxWidth?: number;
    /** Height in pixels that the browser shrinks pictures to. @default - pictures keep theirs */
    readonly imageMaxHeight?: number;
  };
  /** Code that models or people write, and where it runs. */
  readonly code?: {
    /** Whether people can run code that stands in a chat. @default true */
    readonly execution?: boolean;
    /** Where that code runs. @default "pyodide" */
    readonly executionEngine?: 'pyodide' | 'jupyter';
    /** Whether models can write code and run it by themselves. @default true */
    readonly interpreter?: boolean;
    /** Where the code of models runs. @default "pyodide" */
    readonly interpreterEngine?: 'pyodide' | 'jupyter';
    /** Python modules that code of models may not import. @default - none */
    readonly blockedModules?: readonly string[];
    /** Whether files of code in the browser outlive the page. @default false */
    readonly keepFiles?: boolean;
    /** Server that runs code, for the engine jupyter. @default - none */
    readonly jupyter?: {
      /** Jupyter server that runs code. */
      readonly url: string;
      /** How the application signs in there: with the role `jupyterToken` or `jupyterPassword`. @default "token" */
      readonly auth?: 'token' | 'password';
      /** Seconds that code may run there. @default 60 */
      readonly timeoutSeconds?: number;
      /** Address ranges of the Jupyter server. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
      readonly cidrs?: readonly string[];
    };
  };
  /** Python that administrators add, and servers with tools. */
  readonly plugins?: {
    /** Whether tools that were written in the workspace run. @default false */
    readonly tools?: boolean;
    /** Whether functions that administrators added run: pipes, filters and actions. @default false */
    readonly functions?: boolean;
    /** Servers that give models tools: `toolKeySearch` is the role of the key of one named search. @default [] */
    readonly toolServers?: readonly {
      /** Name that people see. The role of its key is made of it. */
      readonly name: string;
      /** Base URL of the server. */
      readonly url: string;
      /** How the application signs in there. The key is a secret role, without quotes and backslashes. @default "bearer" */
      readonly auth?: 'none' | 'bearer';
      /** Whether every user may use it. Without it administrators may, and nobody else. @default false */
      readonly everybody?: boolean;
      /** Address ranges of the server. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
      readonly cidrs?: readonly string[];
      /** What the server speaks. @default "openapi" */
      readonly kind?: 'openapi' | 'mcp';
      /** Where an openapi server describes itself. @default "openapi.json" */
      readonly path?: string;
    }[];
    /** Open Terminal servers, which give models and people a shell: `terminalKeyBuild` is a role of such a key. @default [] */
    readonly terminals?: readonly {
      /** Name that people see. The role of its key is made of it. */
      readonly name: string;
      /** Base URL of the server. */
      readonly url: string;
      /** How the application signs in there. The key is a secret role, without quotes and backslashes. @default "bearer" */
      readonly auth?: 'none' | 'bearer';
      /** Whether every user may use it. Without it administrators may, and nobody else. @default false */
      readonly everybody?: boolean;
      /** Address ranges of the server. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
      readonly cidrs?: readonly string[];
    }[];
    /** Whether plugins install Python packages at the start. @default false */
    readonly pipAtStart?: boolean;
    /** Options of pip when it installs packages of plugins. @default - none */
    readonly pipOptions?: readonly string[];
    /** Options that say which index pip asks. @default - pip’s own index */
    readonly pipIndexOptions?: readonly string[];
  };
  /** What the application asks of other servers. */
  readonly web?: {
    /** Whether the application does without model hubs and package indexes. @default true */
    readonly offline?: boolean;
    /** Whether the application asks for newer releases. @default false */
    readonly versionCheck?: boolean;
    /** Pages that people attach, links that models open, and pictures at an address: what the application fetches for others, by https. @default {"kind":"none"} */
    readonly fetch?:
      | {
          /** Nobody can make the application fetch a page. */
          readonly kind: 'none';
        }
      | {
          /** Pages of the listed hosts can be fetched. */
          readonly kind: 'allowList';
          /** Hosts, with everything below them. */
          readonly hosts: readonly string[];
          /** Address ranges of the hosts. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
          readonly cidrs?: readonly string[];
        }
      | {
          /** Every public page can be fetched. */
          readonly kind: 'public';
          /** Hosts and address ranges that stay closed all the same. Metadata addresses always are. @default [] */
          readonly blocked?: readonly string[];
        };
    /** Whether pages with private addresses can be fetched. @default false */
    readonly localFetch?: boolean;
    /** Characters of a page that a model reads when it opens a link. @default 200000 */
    readonly fetchMaxCharacters?: number;
    /** Whether a fetched page may send the application to another address. @default false */
    readonly redirects?: boolean;
    /** Web search. @default - none, and the web is not searched */
    readonly search?: {
      /** Who is asked. The questions of people go there. */
      readonly engine:
        | {
            /** A SearXNG server. */
            readonly kind: 'searxng';
            /** Search page of the SearXNG server. */
            readonly url: string;
            /** Address ranges of the server. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
            readonly cidrs?: readonly string[];
          }
        | {
            /** A service of one’s own that answers in upstream’s form. */
            readonly kind: 'external';
            /** Address of the service. Its key is the role `webSearchKey`. */
            readonly url: string;
            /** Address ranges of the service. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
            readonly cidrs?: readonly string[];
          }
        | {
            /** Programmable Search Engine of Google. Its key is the role `webSearchKey`. */
            readonly kind: 'google';
            /** Search engine at Google. */
            readonly engineId: string;
          }
        | {
            /** A provider that needs nothing but a key, the role `webSearchKey`. */
            readonly kind: 'service';
            /** Provider that is asked. */
            readonly service:
              | 'bocha'
              | 'brave'
              | 'exa'
              | 'jina'
              | 'kagi'
              | 'linkup'
              | 'mojeek'
              | 'ollama_cloud'
              | 'perplexity'
              | 'searchapi'
              | 'serpapi'
              | 'serper'
              | 'serphouse'
              | 'serply'
              | 'staan'
              | 'tavily'
              | 'youcom';
          };
      /** Results of a search that are read. @default 3 */
      readonly results?: number;
      /** Searches that run at once for a question. @default 4 */
      readonly concurrency?: number;
      /** Domains whose results are taken, or with `!` left out. @default - all */
      readonly domains?: readonly string[];
      /** Whether people are told that their question goes to a provider, and agree. @default true */
      readonly confirmation?: boolean;
    };
    /** Where events are told, such as a new account. @default - nowhere */
    readonly webhook?: {
      /** Host of the address. The address itself is the role `webhookUrl`: it holds a key. */
      readonly host: string;
      /** Address ranges of the host. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
      readonly cidrs?: readonly string[];
    };
    /** Whose certificates are verified. */
    readonly verifyTls?: {
      /** Whether certificates of model services, identity providers and most other far sides are verified. Off, it is off for fetched pages too. @default true */
      readonly services?: boolean;
      /** Whether certificates of tool servers are verified. @default true */
      readonly toolServers?: boolean;
      /** Whether certificates of Tika and of the service that sorts what was found are verified. @default true */
      readonly tikaAndReranking?: boolean;
      /** Whether certificates of fetched pages are verified. @default true */
      readonly pages?: boolean;
    };
    /** Certificates that sign those of model services, tool servers and pages. They take the place of the public ones, so give all that are needed. @default - the public ones */
    readonly ca?: string;
    /** How long the application waits for others. */
    readonly timeouts?: {
      /** Longest time of a request to another service, the whole of a streamed answer included. @default 3600 */
      readonly requestSeconds?: number;
      /** Longest silence inside of a streamed answer of a model. @default - edge.streamTimeoutSeconds, after which the entry gives up */
      readonly streamIdleSeconds?: number;
      /** Longest time of asking a service for its models. @default 10 */
      readonly modelListSeconds?: number;
      /** Longest time of a call of a tool on another server. @default 300 */
      readonly toolServerSeconds?: number;
      /** Longest time of asking a tool server what it can do. @default 10 */
      readonly toolServerDataSeconds?: number;
      /** Longest time of fetching a page. @default 30 */
      readonly pageSeconds?: number;
    };
    /** Pictures of people and models. */
    readonly profileImages?: {
      /** Whether a profile picture may send browsers to another site. @default false */
      readonly forwarding?: boolean;
      /** Characters of the longest profile picture, written as a data URI. @default 2000000 */
      readonly maxCharacters?: number;
    };
  };
  /** Connection pools, and how sessions in the database are used. */
  readonly database?: {
    /** Pool of each of the two engines of a process. @default - the largest that fits */
    readonly pool?: {
      /** Connections that an engine keeps open. */
      readonly size: number;
      /** Connections that an engine may open on top of `size` while it is busy. */
      readonly overflow: number;
    };
    /** Pool of the pgvector engine of a process. Without effect where vectors are kept elsewhere. @default {"size":3,"overflow":2} */
    readonly vectorPool?: {
      /** Connections that an engine keeps open. */
      readonly size: number;
      /** Connections that an engine may open on top of `size` while it is busy. */
      readonly overflow: number;
    };
    /** Seconds that a request waits for a free connection of a pool. @default 30 */
    readonly poolTimeoutSeconds?: number;
    /** Age in seconds at which a connection is replaced before it is used again. @default 3600 */
    readonly poolRecycleSeconds?: number;
    /** Whether the steps of one request share a session in the database. @default false */
    readonly sessionSharing?: boolean;
    /** Seconds between two notes in the database that somebody is active. @default 60 */
    readonly activeStatusIntervalSeconds?: number;
    /** Whether the search queries that a model wrote for a question are kept for the rest of the request. @default false */
    readonly queriesCache?: boolean;
  };
  /** How the application uses Redis, and websockets that meet in it. */
  readonly redis?: {
    /** Prefix of every key. @default - the name of the deployment */
    readonly keyPrefix?: string;
    /** Whether idle connections to Redis are kept alive. @default true */
    readonly keepAlive?: boolean;
    /** Seconds after which an idle connection to Redis is tried before use. @default 30 */
    readonly healthCheckSeconds?: number;
    /** Seconds that opening a connection to Redis may take. Websockets get the same. @default 5 */
    readonly connectTimeoutSeconds?: number;
    /** Seconds that an answer of Redis may take. @default - no bound */
    readonly socketTimeoutSeconds?: number;
    /** Seconds that the text of an unfinished answer lies in Redis. @default 3600 */
    readonly streamTtlSeconds?: number;
    /** Seconds that a task stays listed after the last sign of its process. @default 300 */
    readonly taskTtlSeconds?: number;
    /** Websockets, which meet in Redis. */
    readonly websocket?: {
      /** Whether browsers speak by websocket, and not by polling. @default true */
      readonly enabled?: boolean;
      /** Seconds between two pings on every websocket. @default 25 */
      readonly pingIntervalSeconds?: number;
      /** Seconds that the answer to a ping may take. @default 20 */
      readonly pingTimeoutSeconds?: number;
      /** Seconds after which another replica may take over the cleaning up. @default 60 */
      readonly lockTimeoutSeconds?: number;
      /** Seconds that a tool waits for an answer from the browser. @default 300 */
      readonly eventTimeoutSeconds?: number;
      /** Whether every chat room has a channel of its own in Redis. @default true */
      readonly roomChannels?: boolean;
      /** Whether the websocket server logs what it sends and receives. @default false */
      readonly logging?: boolean;
      /** Whether the transport below the websockets logs what it sends and receives. @default false */
      readonly engineLogging?: boolean;
    };
  };
  /** How each process runs. */
  readonly process?: {
    /** Threads of each process for work that would block it. @default - 40 */
    readonly threadPool?: number;
    /** Seconds after which the application closes an idle connection. @default - 5 more than edge.streamTimeoutSeconds */
    readonly keepAliveSeconds?: number;
    /** Seconds that open requests have to end after the signal to stop. @default - by rollout: recreate 7, rolling 117 */
    readonly gracefulShutdownSeconds?: number;
    /** Whether the application compresses its answers. @default true */
    readonly compression?: boolean;
    /** Whether JSON is read and written by the faster library. @default true */
    readonly orjson?: boolean;
    /** Whether the database’s copy of the settings wins over these. @default false */
    readonly persistentConfig?: boolean;
    /** Whether the database’s copy of the OAuth settings wins over these. @default false */
    readonly oauthPersistentConfig?: boolean;
    /** Whether every start switches off all functions in the database. @default false */
    readonly safeMode?: boolean;
  };
  /** What the entry enforces before a request reaches the application. */
  readonly edge?: {
    /** Address ranges that may use administrators’ routes. Empty: all that can connect. @default [] */
    readonly adminCidrs?: readonly string[];
    /** Whether anybody may save settings in the admin pages. What is saved is lost in every other process. @default "refused" */
    readonly configurationRoutes?: 'refused' | 'open';
    /** Sign-in attempts per client address and minute. An office behind one address shares them. @default 20 */
    readonly signInPerMinute?: number;
    /** Requests to the OAuth routes per client address and minute: sign-ins, callbacks, back-channel logouts. @default 60 */
    readonly oauthPerMinute?: number;
    /** Files sent per client address and minute. Speech that is written down counts as one. @default 60 */
    readonly uploadsPerMinute?: number;
    /** Requests of all kinds per client address and minute. @default 2000 */
    readonly requestsPerMinute?: number;
    /** How long, in seconds, an open answer may stay silent while a model thinks. @default 900 */
    readonly streamTimeoutSeconds?: number;
  };
  /** Audit log. */
  readonly audit?: {
    /** What the audit log holds. Above metadata it holds prompts, notes and keys. @default "metadata" */
    readonly level?: 'none' | 'metadata' | 'request' | 'requestResponse';
    /** Whether the audit log goes to standard output. @default true */
    readonly stdout?: boolean;
    /** Audit log in a file. */
    readonly file?: {
      /** Whether the audit log goes to a file. @default false */
      readonly enabled?: boolean;
      /** File of the audit log. @default "/data/audit.log" */
      readonly path?: string;
      /** Size at which the file is packed and a new one begins. @default "10 MB" */
      readonly rotationSize?: string;
    };
    /** Bytes of a body that the audit log holds. @default 2048 */
    readonly bodyBytes?: number;
    /** Routes that the audit log leaves out. @default [] */
    readonly excludedPaths?: readonly string[];
    /** The only routes that the audit log holds. @default - all that are not left out */
    readonly includedPaths?: readonly string[];
    /** Whether the audit log holds requests that only read. @default false */
    readonly getRequests?: boolean;
    /** Loggers of the server that write in the form of the application’s own log. @default ["uvicorn.access"] */
    readonly loggerNames?: readonly string[];
  };
  /** Log of the application. */
  readonly logs?: {
    /** From which weight on messages are logged. @default "info" */
    readonly level?: 'debug' | 'info' | 'warning' | 'error' | 'critical';
    /** Form of the log. @default "json" */
    readonly format?: 'json' | 'text';
    /** Whether an error is logged with the values of the variables around it. @default false */
    readonly diagnose?: boolean;
  };
  /** Traces and metrics. */
  readonly telemetry?: {
    /** Collector of OpenTelemetry. @default - none, and nothing is sent */
    readonly otel?: {
      /** Base URL of the collector, such as https://otel.acme.example:4317. */
      readonly endpoint: string;
      /** How the collector is spoken to. @default "grpc" */
      readonly protocol?: 'grpc' | 'http';
      /** Whether requests, statements and calls of others are traced. @default false */
      readonly traces?: boolean;
      /** Whether requests and users are counted. @default true */
      readonly metrics?: boolean;
      /** Whether the log goes to the collector as well. @default false */
      readonly logs?: boolean;
      /** Name under which the application reports. @default - open-webui */
      readonly serviceName?: string;
      /** Which requests are traced. @default "parentbased_always_on" */
      readonly sampler?:
        | 'always_on'
        | 'always_off'
        | 'traceidratio'
        | 'parentbased_always_on'
        | 'parentbased_always_off'
        | 'parentbased_traceidratio';
      /** Milliseconds between two reports of metrics. @default 10000 */
      readonly exportIntervalMilliseconds?: number;
      /** How the application signs in: basic, with the roles `otelUsername` and `otelPassword`. @default - not */
      readonly auth?: 'basic';
      /** Address ranges of the collector. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
      readonly cidrs?: readonly string[];
    };
  };
  /** Variables of Open WebUI beyond those that have a key here: text, or `{ secret: role }` for what nobody may read. */
  readonly extra?: Readonly<
    Record<
      string,
      | string
      | {
          readonly secret: string;
        }
    >
  >;
  /** Secrets. Values never stand here: a deployment names roles. */
  readonly secrets?: {
    /** Whether the settings of tools and functions, keys among them, are encrypted in the database. @default true */
    readonly valveEncryption?: boolean;
    /** Longest age of a secret in days, by role. @default - 180d for each */
    readonly rotateEvery?: Readonly<Record<string, string>>;
  };
  /** Where and how the deployment runs on AWS. @default - it does not */
  readonly aws?: {
    /** Account to deploy to. @default - the account of the credentials at deploy time */
    readonly account?: string;
    /** Region to deploy to. */
    readonly region:
      | 'af-south-1'
      | 'ap-east-1'
      | 'ap-northeast-1'
      | 'ap-northeast-2'
      | 'ap-northeast-3'
      | 'ap-south-1'
      | 'ap-south-2'
      | 'ap-southeast-1'
      | 'ap-southeast-2'
      | 'ap-southeast-3'
      | 'ap-southeast-4'
      | 'ca-central-1'
      | 'eu-central-1'
      | 'eu-central-2'
      | 'eu-north-1'
      | 'eu-south-1'
      | 'eu-south-2'
      | 'eu-west-1'
      | 'eu-west-2'
      | 'eu-west-3'
      | 'me-central-1'
      | 'me-south-1'
      | 'sa-east-1'
      | 'us-east-1'
      | 'us-east-2'
      | 'us-west-1'
      | 'us-west-2';
    /** Certificate of the load balancer. @default - a prop of the stack */
    readonly certificateArn?: string;
    /** Network that exists already. @default - a new VPC in two zones */
    readonly vpc?: {
      /** VPC that exists already. */
      readonly vpcId: string;
      /** Address range of the VPC. */
      readonly cidr: string;
      /** Zones, in the order of the subnets. */
      readonly availabilityZones: readonly string[];
      /** One subnet a zone for the load balancer. */
      readonly publicSubnetIds: readonly string[];
      /** One subnet a zone for the service, with a way out. */
      readonly privateSubnetIds: readonly string[];
      /** One subnet a zone for database and cache, without a way out. */
      readonly isolatedSubnetIds: readonly string[];
    };
    /** PostgreSQL. @default - by size: small RDS db.t4g.small, standard Aurora with 1 to 8 ACUs, large Aurora with 2 to 32 */
    readonly database?:
      | {
          /** One RDS instance, with a standby in another zone where `multiAz` says so. */
          readonly kind: 'rds';
          /** Instance class. It decides how many connections fit. */
          readonly instanceClass:
            | 'db.t4g.micro'
            | 'db.t4g.small'
            | 'db.t4g.medium'
            | 'db.t4g.large'
            | 'db.t4g.xlarge'
            | 'db.t4g.2xlarge'
            | 'db.t3.micro'
            | 'db.t3.small'
            | 'db.t3.medium'
            | 'db.t3.large'
            | 'db.t3.xlarge'
            | 'db.t3.2xlarge'
            | 'db.m6g.large'
            | 'db.m6g.xlarge'
            | 'db.m6g.2xlarge'
            | 'db.m6g.4xlarge'
            | 'db.m7g.large'
            | 'db.m7g.xlarge'
            | 'db.m7g.2xlarge'
            | 'db.m7g.4xlarge'
            | 'db.m8g.large'
            | 'db.m8g.xlarge'
            | 'db.m8g.2xlarge'
            | 'db.m8g.4xlarge'
            | 'db.r6g.large'
            | 'db.r6g.xlarge'
            | 'db.r6g.2xlarge'
            | 'db.r6g.4xlarge'
            | 'db.r7g.large'
            | 'db.r7g.xlarge'
            | 'db.r7g.2xlarge'
            | 'db.r7g.4xlarge'
            | 'db.r8g.large'
            | 'db.r8g.xlarge'
            | 'db.r8g.2xlarge'
            | 'db.r8g.4xlarge';
          /** Storage in GiB at the start. It grows to four times that. @default 50 */
          readonly storageGiB?: number;
          /** Whether a standby waits in another zone. @default true */
          readonly multiAz?: boolean;
        }
      | {
          /** Aurora Serverless v2 with a reader in another zone. */
          readonly kind: 'aurora';
          /** Least capacity in ACUs of about 2 GiB. */
          readonly minCapacity: number;
          /** Most capacity in ACUs. It decides how many connections fit. */
          readonly maxCapacity: number;
        };
    /** Valkey. @default - by size: small cache.t4g.micro, standard cache.t4g.small, large cache.m7g.large */
    readonly cache?: {
      /** Node type of the Valkey group. */
      readonly nodeType:
        | 'cache.t4g.micro'
        | 'cache.t4g.small'
        | 'cache.t4g.medium'
        | 'cache.m7g.large'
        | 'cache.m7g.xlarge'
        | 'cache.r7g.large';
    };
    /** Processor of the Fargate tasks. @default "arm64" */
    readonly architecture?: 'arm64' | 'x86_64';
    /** Secrets that exist already, by role. Others are made by the stack. */
    readonly secrets?: Readonly<Record<string, string>>;
  };
  /** Where and how the deployment runs on Kubernetes. @default - it does not */
  readonly kubernetes?: {
    /** Namespace. @default - the name of the deployment */
    readonly namespace?: string;
    /** How requests enter the cluster. */
    readonly entry: {
      /** Gateway API with the policies of Envoy Gateway. */
      readonly kind: 'envoyGateway';
      /** How the gateway learns a client’s address. A wrong answer lets clients evade limits and allow-lists. */
      readonly clientAddress:
        | {
            /** Clients connect to the gateway itself. */
            readonly kind: 'direct';
          }
        | {
            /** A load balancer in front appends to X-Forwarded-For. */
            readonly kind: 'trustedProxies';
            /** Address ranges of the load balancer. */
            readonly cidrs: readonly string[];
          };
      /** Gateway of the platform that the listeners attach to. @default {"name":"owui","namespace":"owui-gateway"} */
      readonly gateway?: {
        readonly name: string;
        readonly namespace: string;
      };
      /** Secret of type kubernetes.io/tls in the tenant’s namespace, kept by cert-manager or by hand. @default "tls" */
      readonly certificateSecret?: string;
    };
    /** Address ranges of the cluster’s pods. Only they may name a client’s address to the application. */
    readonly podCidrs: readonly string[];
    /** PostgreSQL. */
    readonly database: {
      /** A PostgreSQL server outside the cluster, with TLS and pgvector. */
      readonly kind: 'external';
      /** Server, by the name in its certificate. */
      readonly host: string;
      /** Port of the server. @default 5432 */
      readonly port?: number;
      /** Database. @default - the name of the deployment, with underscores */
      readonly name?: string;
      /** Role of the application. @default - the name of the deployment, with underscores */
      readonly user?: string;
      /** `max_connections` of the server. */
      readonly maxConnections: number;
      /** Connections that the provider and other clients keep, besides the 3 for superusers. @default 2 */
      readonly reservedConnections?: number;
      /** Connections of this deployment on a server that deployments share. @default - all that the server admits */
      readonly connectionShare?: number;
      /** Certificates that sign the server’s. @default - the image’s own */
      readonly ca?: string;
      /** Address ranges of the server. */
      readonly cidrs: readonly string[];
    };
    /** Redis. */
    readonly redis: {
      /** Redis or Valkey server of this deployment alone, with TLS and a password. With `cluster` any of its nodes, with `sentinel` the first of the Sentinels. */
      readonly host: string;
      /** TLS port of the server, and of every other node. @default 6379 */
      readonly port?: number;
      /** ACL user, for the Sentinels too. @default - the server’s default user */
      readonly username?: string;
      /** Certificates that sign the server’s. @default - the image’s own */
      readonly ca?: string;
      /** Address ranges of the server, of every other node and of the Sentinels. */
      readonly cidrs: readonly string[];
      /** Whether the server is a Redis Cluster. Its nodes must announce names or addresses that their certificates hold. @default false */
      readonly cluster?: boolean;
      /** Sentinels that name the primary. The release speaks to them and to the primary without TLS. @default - none */
      readonly sentinel?: {
        /** Name under which the Sentinels know the primary. */
        readonly primary: string;
        /** The other Sentinels. @default [] */
        readonly otherHosts?: readonly string[];
        /** Port of every Sentinel. @default 26379 */
        readonly port?: number;
        /** How often a command is tried while the Sentinels choose another primary. @default 5 */
        readonly tries?: number;
        /** Milliseconds between two tries. @default 500 */
        readonly retryDelayMilliseconds?: number;
      };
    };
    /** Object storage. */
    readonly storage:
      | {
          /** Amazon S3, or a service that speaks like it. */
          readonly kind: 's3';
          /** Bucket for uploaded files. */
          readonly bucket: string;
          /** Region of the bucket. */
          readonly region: string;
          /** S3-compatible service. @default - Amazon S3 */
          readonly endpoint?: string;
          /** Prefix of every key. @default - the name of the deployment */
          readonly prefix?: string;
          /** Whether the bucket stands in the name of the host or in the path. @default - the library’s choice */
          readonly addressingStyle?: 'auto' | 'virtual' | 'path';
          /** Whether files travel through the edge network of Amazon. @default false */
          readonly accelerate?: boolean;
          /** Whether each file carries its owner as tags. @default false */
          readonly tagging?: boolean;
          /** Address ranges of the service. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
          readonly cidrs?: readonly string[];
        }
      | {
          /** Google Cloud Storage. Its credentials are the role `gcsCredentials`. */
          readonly kind: 'gcs';
          /** Bucket of this deployment alone: the release knows no prefix here. */
          readonly bucket: string;
          /** Address ranges of the service. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
          readonly cidrs?: readonly string[];
        }
      | {
          /** Azure Blob Storage. The key of the account is the role `azureStorageKey`. */
          readonly kind: 'azure';
          /** Endpoint of the storage account. */
          readonly endpoint: string;
          /** Container of this deployment alone: the release knows no prefix here. */
          readonly container: string;
          /** Address ranges of the service. Needed where it has a private address. @default - every address on its port, on Kubernetes every public one */
          readonly cidrs?: readonly string[];
        };
    /** Where secrets come from. */
    readonly secrets: {
      /** Store of the External Secrets Operator. It must allow writing: generated keys are pushed once. */
      readonly store: {
        /** Kind of the store. @default "SecretStore" */
        readonly kind?: 'SecretStore' | 'ClusterSecretStore';
        /** Name of the store. */
        readonly name: string;
      };
      /** Path of the secrets in the store. @default - the name of the deployment */
      readonly prefix?: string;
    };
  };
  /** Findings that are waived, each with a reason and an end. @default [] */
  readonly accept?: readonly {
    /** Code of the finding. */
    readonly rule: string;
    /** Why it is acceptable here. */
    readonly reason: string;
    /** Last day of the waiver. */
    readonly until: string;
  }[];
}
