"""Tests of the prepare script, with a database that is played: python3 prepare_test.py PREPARE_SCRIPT"""
import os
import sys
import tempfile
import types
import unittest
from contextlib import redirect_stdout
from io import StringIO
from unittest import mock

SCRIPT = open(sys.argv.pop(1), encoding="utf-8").read()
KEY = "k" * 64
ENVIRONMENT = {
    "WEBUI_SECRET_KEY": KEY,
    "OAUTH_CLIENT_INFO_ENCRYPTION_KEY": KEY,
    "OAUTH_SESSION_TOKEN_ENCRYPTION_KEY": KEY,
    "WEBUI_ADMIN_PASSWORD": "p" * 32,
    "DATABASE_HOST": "db",
    "DATABASE_PORT": "5432",
    "DATABASE_NAME": "chat",
    "DATABASE_USER": "app",
    "DATABASE_PASSWORD": "CANARY",
    "VECTOR_DB": "pgvector",
    "PREPARE_RELEASE": "v2",
    "PREPARE_TIMEOUT_SECONDS": "5",
}
ADMINISTRATOR = {"PREPARE_ADMIN_USER": "admin", "PREPARE_ADMIN_PASSWORD": "CANARY", "PREPARE_CONNECTION_LIMIT": "9"}


class OperationalError(Exception):
    pass


class Server:
    """What the script finds in the database, and what it asked of it."""

    def __init__(self, revisions=("b",), table=True, extension=True, locked=0, others=0, accepts_app=True):
        self.revisions, self.table, self.extension = revisions, table, extension
        self.locked, self.others, self.accepts_app = locked, others, accepts_app
        self.said = []

    def connect(self, user, dbname, **_):
        if user == "app" and not self.accepts_app:
            raise OperationalError("password authentication failed")
        return Session(self, user, dbname)

    def answer(self, user, query):
        self.said.append((user, query))
        if "pg_try_advisory_lock" in query:
            self.locked -= 1
            return [(self.locked < 0,)]
        if "pg_extension" in query:
            return [(1,)] if self.extension else []
        if "to_regclass('alembic_version')" in query:
            return [("alembic_version" if self.revisions is not None else None,)]
        if "from alembic_version" in query:
            return [(revision,) for revision in self.revisions]
        if "to_regclass('document_chunk')" in query:
            return [("document_chunk" if self.table else None,)]
        if "pg_stat_activity" in query:
            self.others -= 1
            return [("open-webui v1 pod" if self.others >= 0 else None,)]
        if "create extension" in query:
            self.extension = True
        if query.startswith("alter role app password"):
            self.accepts_app = True
        return []


class Session:
    def __init__(self, server, user, database):
        self.server, self.user, self.database = server, user, database

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def execute(self, query, parameters=()):
        rows = self.server.answer(self.user, str(query))
        return mock.Mock(fetchone=lambda: rows[0] if rows else None, fetchall=lambda: rows)


class Template(str):
    def format(self, *values):
        return Template(str.format(self, *values))


def psycopg(server):
    sql = types.SimpleNamespace(SQL=Template, Identifier=Template, Literal=lambda value: Template(repr(value)))
    return types.SimpleNamespace(connect=server.connect, OperationalError=OperationalError, sql=sql)


class Prepare(unittest.TestCase):
    def run_script(self, server, environment=ENVIRONMENT, status=0):
        """Runs the script; returns its exit status, its words and the programs that it started."""
        started = []

        def start(command, **_):
            started.append(command[1:3])
            return mock.Mock(returncode=status)

        out = StringIO()
        clock = mock.Mock(side_effect=range(1000))
        with tempfile.TemporaryDirectory() as root:
            versions = os.path.join(root, "open_webui", "migrations", "versions")
            os.makedirs(versions)
            for name, text in (("a.py", "revision = 'a'\ndown_revision = None"), ("b.py", "revision: str = 'b'\ndown_revision: str = 'a'")):
                with open(os.path.join(versions, name), "w", encoding="utf-8") as file:
                    file.write(text)
            spec = mock.Mock(submodule_search_locations=[os.path.join(root, "open_webui")])
            modules = {"psycopg": psycopg(server)}
            with mock.patch.dict(os.environ, environment, clear=True), mock.patch.dict(sys.modules, modules), mock.patch(
                "subprocess.run", start
            ), mock.patch("importlib.util.find_spec", return_value=spec), mock.patch("time.sleep"), mock.patch(
                "time.monotonic", clock
            ), redirect_stdout(out):
                code = 0
                try:
                    exec(compile(SCRIPT, "prepare.py", "exec"), {"__name__": "__main__"})
                except SystemExit as end:
                    code = end.code or 0
        self.assertNotIn("CANARY", out.getvalue())
        return code, out.getvalue(), started

    def test_nothing_to_do(self):
        code, words, started = self.run_script(Server())
        self.assertEqual((code, words, started), (0, "prepare: nothing to do\n", []))

    def test_empty_database_is_migrated_and_gets_its_table(self):
        code, _, started = self.run_script(Server(revisions=None, table=False))
        self.assertEqual((code, started[0], started[1][0]), (0, ["-m", "alembic"], "-c"))

    def test_older_schema_is_migrated(self):
        self.assertEqual(len(self.run_script(Server(revisions=("a",)))[2]), 2)

    def test_missing_table_alone_needs_no_migration(self):
        self.assertEqual([command[0] for command in self.run_script(Server(table=False))[2]], ["-c"])

    def test_newer_schema_is_refused(self):
        code, words, started = self.run_script(Server(revisions=("z",)))
        self.assertEqual((code, started), (1, []))
        self.assertIn("expected a revision that v2 knows, got z", words)

    def test_failing_migration_fails_prepare_with_its_status(self):
        code, _, started = self.run_script(Server(revisions=("a",)), status=7)
        self.assertEqual((code, len(started)), (7, 1))

    def test_waits_for_the_lock(self):
        code, words, _ = self.run_script(Server(locked=2))
        self.assertEqual(code, 0)
        self.assertEqual(words.count("another replica prepares the database"), 1)

    def test_waits_for_another_release_before_it_migrates(self):
        code, words, started = self.run_script(Server(revisions=("a",), others=2))
        self.assertEqual((code, len(started)), (0, 2))
        self.assertIn("sessions of another release are open (open-webui v1 pod)", words)

    def test_gives_up_on_another_release_that_stays(self):
        code, words, started = self.run_script(Server(revisions=("a",), others=99))
        self.assertEqual((code, started), (1, []))
        self.assertIn("gave up after 5 s", words)

    def test_another_release_does_not_matter_when_there_is_nothing_to_do(self):
        self.assertEqual(self.run_script(Server(others=99))[0], 0)

    def test_administrator_is_not_asked_when_the_role_can_connect(self):
        server = Server()
        self.run_script(server, {**ENVIRONMENT, **ADMINISTRATOR})
        self.assertEqual({user for user, _ in server.said}, {"app"})

    def test_administrator_makes_what_is_missing(self):
        server = Server(revisions=None, table=False, extension=False, accepts_app=False)
        self.assertEqual(self.run_script(server, {**ENVIRONMENT, **ADMINISTRATOR})[0], 0)
        asked = [query for user, query in server.said if user == "admin"]
        for beginning in ("create role app", "alter role app connection limit 9", "create database chat", "revoke all", "create extension"):
            self.assertTrue(any(query.startswith(beginning) for query in asked), beginning)

    def test_without_an_administrator_a_missing_extension_is_refused(self):
        code, words, _ = self.run_script(Server(extension=False))
        self.assertEqual(code, 1)
        self.assertIn("an administrator must create it once", words)

    def test_vectors_elsewhere_need_neither_extension_nor_table(self):
        elsewhere = {**ENVIRONMENT, "VECTOR_DB": "qdrant"}
        server = Server(table=False, extension=False)
        self.assertEqual(self.run_script(server, elsewhere), (0, "prepare: nothing to do\n", []))
        self.assertFalse(any("vector" in query or "document_chunk" in query for _, query in server.said))
        _, _, started = self.run_script(Server(revisions=None, table=False, extension=False), elsewhere)
        self.assertEqual(started, [["-m", "alembic"]])

    def test_role_that_cannot_connect_is_given_up(self):
        code, words, _ = self.run_script(Server(accepts_app=False))
        self.assertEqual(code, 1)
        self.assertIn("gave up after 60 s", words)

    def test_secrets_that_would_stop_or_weaken_the_application(self):
        for name, value, words in (
            ("WEBUI_SECRET_KEY", "short", "expected 32 characters or more, got 5"),
            ("OAUTH_CLIENT_INFO_ENCRYPTION_KEY", "!" * 44, "expected 44 characters to be base64 of 32 bytes"),
            ("WEBUI_ADMIN_PASSWORD", "p" * 73, "expected 1 to 72 bytes, got 73"),
            ("WEBUI_ADMIN_PASSWORD", "", "expected 1 to 72 bytes, got 0"),
            ("DATABASE_PASSWORD", "CANARY@", "expected characters that need no percent-encoding"),
            ("PREPARE_REDIS_PASSWORD", "CANARY/", "expected characters that need no percent-encoding"),
        ):
            code, said, _ = self.run_script(Server(), {**ENVIRONMENT, name: value})
            self.assertEqual(code, 1)
            self.assertIn(f"{name}: {words}", said)
            self.assertNotIn("CANARY", said)

    def test_without_an_administrator_of_the_application_there_is_no_password_to_look_at(self):
        without = {name: value for name, value in ENVIRONMENT.items() if name != "WEBUI_ADMIN_PASSWORD"}
        self.assertEqual(self.run_script(Server(), without), (0, "prepare: nothing to do\n", []))


if __name__ == "__main__":
    unittest.main()
