import type { schemaCodes } from '../messages';
import type { fleetCodes } from './fleet';

/** What a code means, for who meets it. */
export interface Guidance {
  /** Stable name; public API. */
  readonly code: string;
  /** `problem` stops everything; `error` stops synthesis unless waived; `warning` is printed, and can be waived. */
  readonly severity: 'problem' | 'error' | 'warning';
  /** Why it matters, in plain words. */
  readonly reason: string;
  /** What to do about it. */
  readonly fix: string;
  /** Where that is known from. */
  readonly source: string;
  /** Item of the OWASP Top 10 of 2021. */
  readonly owasp?: string;
  /** Whether `accept` can waive it. */
  readonly waivable: boolean;
}

type Texts<Code extends string> = Readonly<Record<Code, readonly [reason: string, fix: string]>>;

const schema: Texts<(typeof schemaCodes)[number]> = {
  Missing: ['Something is asked that has no safe default.', 'write the key that the message names'],
  OutOfRange: ['The number cannot work, or means something else than it seems to.', 'take a number inside the range'],
  NotOneOf: ['Only some words have a meaning here.', 'take one of those that the message lists'],
  WrongType: ['The value has another form than the key takes.', 'write it in the form that the message names'],
  BadFormat: ['The text is not of the form that the key takes.', 'write it in the form that the message names'],
  UnknownKey: ['A misspelt key would silently do nothing.', 'write the key as the message suggests, or remove it'],
};

const fleet: Texts<(typeof fleetCodes)[number]> = {
  DuplicateHost: ['Cookies and sign-ins of one tenant would reach the other.', 'give each tenant a host of its own'],
  DuplicateNamespace: ['Each tenant could read the other’s secrets.', 'give each tenant a namespace of its own'],
  DuplicateDatabase: ['Releases and data of two tenants would mix.', 'give each tenant a database of its own'],
  DuplicateDatabaseUser: ['Each tenant could read the other’s chats.', 'give each tenant a database role of its own'],
  DuplicateRedis: ['The channel of socket.io crosses key prefixes.', 'give each tenant a Redis server of its own'],
  DuplicateBucketPrefix: [
    'One tenant could list and delete the other’s files.',
    'choose another prefix or another bucket',
  ],
  DuplicateVectorStore: [
    'The key of one tenant’s vector store would read the other’s documents.',
    'give each tenant a vector store of its own, or a database of its own in Milvus or Chroma',
  ],
  ShareMissing: [
    'The limit of connections is the server’s, not the tenant’s.',
    'give every tenant on the server a connectionShare',
  ],
  ServersDisagree: ['One server has one limit.', 'write maxConnections and reservedConnections once, in defaults'],
  SharesExceedServer: [
    'A full server refuses every tenant.',
    'take smaller shares, or raise max_connections of the server',
  ],
  CertificateMissing: [
    'The load balancer speaks TLS only.',
    'write the ARN of an ACM certificate in the region of the deployment',
  ],
  DuplicateSecretPrefix: [
    'A sign-in at one tenant would be valid at the other.',
    'give each tenant a prefix of its own in the store',
  ],
  DuplicateSecret: ['A sign-in at one tenant would be valid at the other.', 'give each tenant a secret of its own'],
  NamespaceOfGateway: ['A tenant that owns the gateway’s namespace owns the entry of all.', 'choose another namespace'],
};

const waivers: Texts<'WaiverUnused' | 'WaiverExpired'> = {
  WaiverUnused: ['A waiver that matches nothing hides the next finding of that name.', 'remove it from accept'],
  WaiverExpired: ['Somebody promised an end.', 'mend the cause, or renew the waiver with a new day and reason'],
};

function guidance(texts: Texts<string>, severity: Guidance['severity'], source: string): Guidance[] {
  return Object.entries(texts).map(([code, [reason, fix]]) => ({
    code,
    severity,
    reason,
    fix,
    source,
    waivable: false,
  }));
}

/** Codes that no rule of a single deployment has. */
export const otherGuidance: readonly Guidance[] = [
  ...guidance(schema, 'problem', 'docs/fleet-file.md'),
  ...guidance(fleet, 'problem', 'docs/decisions.md'),
  ...guidance(waivers, 'warning', 'docs/fleet-file.md'),
];

/** Guidance from texts of one severity. */
export const fileGuidance = (texts: Texts<string>): readonly Guidance[] =>
  guidance(texts, 'problem', 'docs/fleet-file.md');
