/**
 * Role, database and extension where they are missing, then migrations and the vector store’s table, all under one lock
 * in the application’s database. What it does and why: design.md, "Decisions"; what was seen: docs/decisions.md.
 */
export const prepareScript = String.raw`"""Prepares the database before Open WebUI starts; does nothing when it is ready."""
import ast
import base64
import glob
import importlib.util
import os
import subprocess
import sys
import time
from urllib.parse import unquote

import psycopg
from psycopg import sql

LOCK = 0x6F777569
KEYS = ("WEBUI_SECRET_KEY", "OAUTH_CLIENT_INFO_ENCRYPTION_KEY", "OAUTH_SESSION_TOKEN_ENCRYPTION_KEY")
CREATE_TABLE = "from open_webui.retrieval.vector.factory import get_vector_db_client as get; get()"
env = os.environ
sys.path.insert(0, os.getcwd())


def say(text):
    print("prepare: " + text, flush=True)


def refuse(text):
    say(text)
    raise SystemExit(1)


class Deadline:
    """One bound for everything that is waited for."""

    def __init__(self, seconds):
        self.seconds = seconds
        self.end = time.monotonic() + seconds
        self.said = None

    def wait(self, why):
        if why != self.said:
            say("waiting: " + why)
            self.said = why
        if time.monotonic() > self.end:
            refuse(f"gave up after {self.seconds} s: {why}")
        time.sleep(1)


def fernet(key):
    try:
        return len(base64.urlsafe_b64decode(key)) == 32
    except ValueError:
        return False


def check_secrets():
    """What the migration does not notice, but stops or weakens the application."""
    for name in KEYS:
        key = env.get(name, "")
        if len(key) < 32:
            refuse(f"{name}: expected 32 characters or more, got {len(key)}; generate 64")
        if len(key) == 44 and not fernet(key):
            refuse(f"{name}: expected 44 characters to be base64 of 32 bytes; generate 64 letters and digits")
    size = len(env.get("WEBUI_ADMIN_PASSWORD", "p").encode())
    if not 1 <= size <= 72:
        refuse(f"WEBUI_ADMIN_PASSWORD: expected 1 to 72 bytes, got {size}; Open WebUI would create no administrator")
    for name in ("DATABASE_PASSWORD", "PREPARE_REDIS_PASSWORD"):
        if any(c in "/@:?#[] " for c in env.get(name, "")):
            refuse(f"{name}: expected characters that need no percent-encoding in a URL; choose letters and digits")


def iam():
    return env.get("DATABASE_ENABLE_IAM_TOKEN_AUTH") == "true"


def app_password():
    if not iam():
        return unquote(env["DATABASE_PASSWORD"])
    import boto3

    return boto3.client("rds").generate_db_auth_token(
        DBHostname=env["DATABASE_HOST"], Port=int(env["DATABASE_PORT"]), DBUsername=env["DATABASE_USER"]
    )


def connect(database, user, password):
    return psycopg.connect(
        host=env["DATABASE_HOST"],
        port=env["DATABASE_PORT"],
        dbname=database,
        user=user,
        password=password,
        autocommit=True,
        connect_timeout=10,
    )


def connect_as_app():
    return connect(env["DATABASE_NAME"], env["DATABASE_USER"], app_password())


def connect_as_administrator(database):
    return connect(database, env["PREPARE_ADMIN_USER"], env["PREPARE_ADMIN_PASSWORD"])


def value(session, query, *parameters):
    row = session.execute(query, parameters).fetchone()
    return row[0] if row else None


def provision():
    """Role and database, by the administrator."""
    user = sql.Identifier(env["DATABASE_USER"])
    database = sql.Identifier(env["DATABASE_NAME"])
    with connect_as_administrator("postgres") as session:
        if not value(session, "select 1 from pg_roles where rolname = %s", env["DATABASE_USER"]):
            say("creating the role of the application")
            session.execute(sql.SQL("create role {} login").format(user))
        if iam():
            session.execute(sql.SQL("grant rds_iam to {}").format(user))
        else:
            session.execute(sql.SQL("alter role {} password {}").format(user, sql.Literal(app_password())))
        limit = sql.Literal(int(env["PREPARE_CONNECTION_LIMIT"]))
        session.execute(sql.SQL("alter role {} connection limit {}").format(user, limit))
        if not value(session, "select 1 from pg_database where datname = %s", env["DATABASE_NAME"]):
            say("creating the database")
            session.execute(sql.SQL("create database {}").format(database))
        session.execute(sql.SQL("revoke all on database {} from public").format(database))
        session.execute(sql.SQL("grant connect, temporary on database {} to {}").format(database, user))
    with connect_as_administrator(env["DATABASE_NAME"]) as session:
        session.execute(sql.SQL("grant usage, create on schema public to {}").format(user))


def open_session():
    """A session as the application’s role. The administrator is asked only when that role cannot connect."""
    patience = Deadline(60)
    provisioned = False
    while True:
        try:
            return connect_as_app()
        except psycopg.OperationalError as error:
            reason = str(error).strip().splitlines()[0]
        if env.get("PREPARE_ADMIN_USER") and not provisioned:
            try:
                provision()
                provisioned = True
                continue
            except psycopg.OperationalError as error:
                reason = str(error).strip().splitlines()[0]
        patience.wait(reason)


def ensure_extension(session):
    if value(session, "select 1 from pg_extension where extname = 'vector'"):
        return
    if not env.get("PREPARE_ADMIN_USER"):
        refuse("extension vector: expected in the database, got nothing; an administrator must create it once")
    say("creating the extension vector")
    with connect_as_administrator(env["DATABASE_NAME"]) as administrator:
        administrator.execute("create extension if not exists vector")


def package():
    return importlib.util.find_spec("open_webui").submodule_search_locations[0]


def migrations():
    """Revisions of the release and what each follows, read from their files: running them would import the application."""
    following = {}
    for path in glob.glob(os.path.join(package(), "migrations", "versions", "*.py")):
        with open(path, encoding="utf-8") as file:
            body = ast.parse(file.read()).body
        names = {}
        for node in body:
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            for target in targets:
                if isinstance(target, ast.Name) and target.id in ("revision", "down_revision"):
                    names[target.id] = ast.literal_eval(node.value)
        down = names["down_revision"]
        following[names["revision"]] = {down} if isinstance(down, str) else set(down or ())
    return following


def needs_migration(session):
    following = migrations()
    heads = set(following) - set().union(*following.values())
    if value(session, "select to_regclass('alembic_version')") is None:
        return True
    current = {row[0] for row in session.execute("select version_num from alembic_version").fetchall()}
    unknown = ", ".join(sorted(current - set(following)))
    if unknown:
        refuse(
            f"schema: expected a revision that {env['PREPARE_RELEASE']} knows, got {unknown}; "
            "the database belongs to a newer release: deploy that one, or restore a backup"
        )
    return current != heads


def wait_for_other_releases(session, deadline):
    """Two releases on one database corrupt it. PGAPPNAME carries the release of every session."""
    mine = f"open-webui {env['PREPARE_RELEASE']} "
    query = (
        "select string_agg(distinct application_name, ', ') from pg_stat_activity where datname = current_database()"
        " and usename = current_user and pid <> pg_backend_pid() and not starts_with(application_name, %s)"
    )
    while True:
        others = value(session, query, mine)
        if others is None:
            return
        deadline.wait(f"sessions of another release are open ({others or 'without a name'})")


def run(what, *command):
    say(what)
    root = os.path.dirname(package())
    child = {**env, "ENABLE_DB_MIGRATIONS": "false", "PYTHONPATH": root}
    status = subprocess.run([sys.executable, *command], cwd=package(), env=child).returncode
    if status != 0:
        say(f"{what} failed with status {status}")
        raise SystemExit(status if status > 0 else 1)


def main():
    check_secrets()
    deadline = Deadline(int(env["PREPARE_TIMEOUT_SECONDS"]))
    with open_session() as session:
        while not value(session, "select pg_try_advisory_lock(%s)", LOCK):
            deadline.wait("another replica prepares the database")
        vectors = env["VECTOR_DB"] == "pgvector"
        if vectors:
            ensure_extension(session)
        migrate = needs_migration(session)
        table = vectors and value(session, "select to_regclass('document_chunk')") is None
        if not migrate and not table:
            return say("nothing to do")
        wait_for_other_releases(session, deadline)
        if migrate:
            run("migrating the schema", "-m", "alembic", "upgrade", "head")
        if vectors:
            run("creating the table of vectors", "-c", CREATE_TABLE)
        say("done")


if __name__ == "__main__":
    main()
`;
