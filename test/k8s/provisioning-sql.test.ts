import { provisioningSql } from '../../src/k8s';
import { onKubernetes } from '../fixtures';
import { withKubernetes } from './support';

const shared = (name: string, connectionShare: number): ReturnType<typeof onKubernetes> =>
  withKubernetes(
    {
      database: {
        kind: 'external',
        host: 'pg.acme.example',
        maxConnections: 300,
        connectionShare,
        cidrs: ['10.60.1.0/28'],
      },
    },
    { name, replicas: { min: 1, max: 1 } },
  );

test('provisions role, database and extension of a tenant', () => {
  const [[file, text] = []] = provisioningSql([onKubernetes()]);
  expect(file).toBe('pg.acme.example-5432.sql');
  expect(text).toBe(`-- Run by an administrator of pg.acme.example-5432, as often as you like:
--   psql "host=... dbname=postgres sslmode=verify-full" --file this-file.sql
-- It sets no passwords. Give each new role one with \\password ROLE, of letters and digits, and put the same into the
-- secret store under the key that is named below.
\\set ON_ERROR_STOP on

-- acme: acme/databasePassword
select 'create role "acme" login' where not exists (select from pg_roles where rolname = 'acme')\\gexec
alter role "acme" connection limit 295;
select 'create database "acme"' where not exists (select from pg_database where datname = 'acme')\\gexec
revoke all on database "acme" from public;
grant connect, temporary on database "acme" to "acme";
\\connect "acme"
create extension if not exists vector;
grant usage, create on schema public to "acme";
\\connect postgres
`);
});

test('shortens names of files that few file systems take, and keeps them apart', () => {
  const hosts = ['a', 'b'].map((last) => `${`${'h'.repeat(60)}.`.repeat(4)}${last}.io`);
  const files = provisioningSql(
    hosts.map((host, index) =>
      withKubernetes(
        { database: { kind: 'external', host, maxConnections: 300, cidrs: ['10.60.1.0/28'] } },
        { name: `t${index}` },
      ),
    ),
  );
  expect(files.size).toBe(2);
  for (const [index, [file, text]] of [...files].entries()) {
    expect(file).toMatch(/^(?:h{60}\.){1}h+-[0-9a-f]{16}\.sql$/);
    expect(file).toHaveLength(104);
    expect(text).toContain(`-- Run by an administrator of ${hosts[index]}-5432,`);
  }
});

test('writes one file a server, with its tenants by name', () => {
  const files = provisioningSql([shared('b', 100), shared('a-corp', 80)]);
  expect([...files.keys()]).toEqual(['pg.acme.example-5432.sql']);
  const [text = ''] = files.values();
  expect([...text.matchAll(/^alter role .*$/gm)].map(([line]) => line)).toEqual([
    'alter role "a_corp" connection limit 80;',
    'alter role "b" connection limit 100;',
  ]);
});
