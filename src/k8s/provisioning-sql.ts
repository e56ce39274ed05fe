import { createHash } from 'node:crypto';
import { connectionBudget } from '../model';
import type { Deployment } from '../model';
import { kubernetesOf } from '../model/deployment';
import { byCodePoint } from '../model/problem';

const header = (server: string): string => `-- Run by an administrator of ${server}, as often as you like:
--   psql "host=... dbname=postgres sslmode=verify-full" --file this-file.sql
-- It sets no passwords. Give each new role one with \\password ROLE, of letters and digits, and put the same into the
-- secret store under the key that is named below.
\\set ON_ERROR_STOP on
`;

/** Names are checked by the model, so quotes are enough; they are needed for words such as user. */
function tenant(deployment: Deployment): string {
  const { database, secrets } = kubernetesOf(deployment);
  const { name, user } = database;
  const extension = deployment.rag.vectorStore.kind === 'pgvector' ? 'create extension if not exists vector;\n' : '';
  return `
-- ${deployment.name}: ${secrets.prefix}/databasePassword
select 'create role "${user}" login' where not exists (select from pg_roles where rolname = '${user}')\\gexec
alter role "${user}" connection limit ${connectionBudget(deployment, 'kubernetes').usable};
select 'create database "${name}"' where not exists (select from pg_database where datname = '${name}')\\gexec
revoke all on database "${name}" from public;
grant connect, temporary on database "${name}" to "${user}";
\\connect "${name}"
${extension}grant usage, create on schema public to "${user}";
\\connect postgres
`;
}

/** File systems take 255 bytes, and the longest names of hosts are about as long. */
function fileName(server: string): string {
  if (server.length <= 100) return `${server}.sql`;
  return `${server.slice(0, 83)}-${createHash('sha256').update(server).digest('hex').slice(0, 16)}.sql`;
}

/**
 * What the administrator of each PostgreSQL server runs: role, database and extension of every tenant on it. The role owns
 * neither its database nor anything outside of it. By file name.
 */
export function provisioningSql(deployments: readonly Deployment[]): ReadonlyMap<string, string> {
  const server = (deployment: Deployment): string => {
    const { host, port } = kubernetesOf(deployment).database;
    return `${host}-${port}`;
  };
  const tenants = deployments.toSorted((a, b) => byCodePoint(a.name, b.name));
  const servers = new Set(tenants.map(server).sort(byCodePoint));
  return new Map(
    [...servers].map((name) => [
      fileName(name),
      header(name) +
        tenants
          .filter((deployment) => server(deployment) === name)
          .map(tenant)
          .join(''),
    ]),
  );
}
