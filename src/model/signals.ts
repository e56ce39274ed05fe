/** Something in the application’s access log that is worth watching. */
export interface Signal {
  readonly id: 'signInRefused' | 'rateLimited';
  /** What it means when there is more of it than usual. */
  readonly meaning: string;
  readonly method: 'POST';
  readonly paths: readonly string[];
  /** Statuses of the answer that count. */
  readonly statuses: readonly number[];
}

const signInPaths = ['/api/v1/auths/signin', '/api/v1/auths/ldap'] as const;

/**
 * What is watched. The audit log carries no status and no LDAP, so refused sign-ins are read from the access log, whose
 * line reads `ADDRESS - "POST /api/v1/auths/signin HTTP/1.1" 400` in the field `msg`. docs/decisions.md.
 */
export const signals: readonly Signal[] = [
  {
    id: 'signInRefused',
    meaning: 'somebody tries passwords, or people cannot sign in',
    method: 'POST',
    paths: signInPaths,
    statuses: [400, 401, 403],
  },
  {
    id: 'rateLimited',
    meaning: 'one e-mail address is tried more often than the application allows, from however many addresses',
    method: 'POST',
    paths: signInPaths,
    statuses: [429],
  },
];
