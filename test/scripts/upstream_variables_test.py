"""Tests of the extraction of environment variables, over small programs: python3 upstream_variables_test.py"""
import pathlib
import sys
import tempfile
import textwrap
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "scripts/upstream"))

import parsing  # noqa: E402
import variables  # noqa: E402


class Extraction(unittest.TestCase):
    maxDiff = None

    def package(self, script="", **files):
        """A package whose files are given without their endings; env.py starts with the imports that most need."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        package = pathlib.Path(folder.name, "open_webui")
        (package / "utils").mkdir(parents=True)
        (package.parent / "start.sh").write_text(textwrap.dedent(script))
        for name, source in {"env": "", **files}.items():
            path = package / f"{name.replace('__', '/')}.py"
            path.write_text("import json, os\nfrom pathlib import Path\n" + textwrap.dedent(source))
        return package

    def found(self, source="", script="", **files):
        return variables.extract(self.package(script, env=source, **files))

    def refused(self, source):
        with self.assertRaises(SystemExit) as refusal:
            self.found(source)
        return str(refusal.exception)


class Booleans(Extraction):
    def test_text_that_is_compared_with_true(self):
        found = self.found("A = os.getenv('A', 'False').lower() == 'true'")
        self.assertEqual(found, {"A": {"parse": "boolean", "default": "False"}})

    def test_behind_other_switches(self):
        found = self.found(
            """
            A = os.getenv('A', 'True').lower() == 'true'
            B = A and os.getenv('B', 'True').lower() == 'true'
            C = False if not A else os.getenv('C', '').lower() == 'true'
            D = A or os.getenv('D', 'False').lower() == 'true'
            """
        )
        self.assertEqual({name: fact["parse"] for name, fact in found.items()}, dict.fromkeys("ABCD", "boolean"))
        self.assertNotIn("aliasOf", found["D"])

    def test_in_a_condition_in_another_file(self):
        found = self.found("A = os.getenv('A', 'false')", main="from open_webui.env import A\nif A.lower() == 'true':\n  pass")
        self.assertEqual(found, {"A": {"parse": "boolean", "default": "false"}})

    def test_not_where_it_is_compared_with_more(self):
        found = self.found("a = os.getenv('A', 'members').lower()\nA = 'members' if a == 'members' else a == 'true'")
        self.assertEqual(found, {"A": {"parse": "text", "default": "members", "comparedWith": ["members", "true"]}})


class Numbers(Extraction):
    def test_unguarded_is_strict(self):
        found = self.found("A = int(os.getenv('A', '8000'))\nB = float(os.getenv('B', 0.5))")
        self.assertEqual(found["A"], {"parse": "integer", "default": "8000", "strict": True})
        self.assertEqual(found["B"], {"parse": "number", "default": "0.5", "strict": True})

    def test_read_twice_in_a_condition(self):
        found = self.found("A = int(os.environ['A']) if os.getenv('A') else None")
        self.assertEqual(found, {"A": {"parse": "integer", "strict": True}})

    def test_guarded_falls_back(self):
        found = self.found(
            """
            raw = os.getenv('A')
            try:
                A = int(raw) if raw else None
            except (ValueError, TypeError):
                A = None
            """
        )
        self.assertEqual(found, {"A": {"parse": "integer"}})

    def test_converted_under_its_own_name(self):
        found = self.found(
            """
            A = os.getenv('A', '')
            if A == '':
                A = None
            else:
                try:
                    A = min(max(int(A), 5), 90)
                except ValueError:
                    A = 30
            """,
            main="from open_webui.env import A\nB = int(A)",
        )
        self.assertEqual(found, {"A": {"parse": "integer", "default": ""}})

    def test_guard_that_catches_something_else_or_raises_again(self):
        found = self.found(
            """
            try:
                A = int(os.getenv('A', '1'))
            except KeyError:
                A = 1
            try:
                B = int(os.getenv('B', '1'))
            except ValueError:
                raise SystemExit('B')
            """
        )
        self.assertEqual([found["A"].get("strict"), found["B"].get("strict")], [True, True])

    def test_through_a_function_that_is_given_the_name(self):
        found = self.found(
            """
            def _int_env(name: str, default: int) -> int:
                try:
                    return max(int(os.getenv(name) or default), 1)
                except (ValueError, TypeError):
                    return default

            A = _int_env('A', 30_000)
            B = _int_env('B', default=200)
            """
        )
        self.assertEqual(found["A"], {"parse": "integer", "default": "30000"})
        self.assertEqual(found["B"], {"parse": "integer", "default": "200"})

    def test_at_use_in_a_function_of_another_file(self):
        found = self.found("A = os.getenv('A', '')", main="from open_webui.env import A\ndef f():\n  return int(A)")
        self.assertEqual(found, {"A": {"parse": "integer", "default": "", "strict": True}})


class Lists(Extraction):
    def test_with_their_separator(self):
        found = self.found(
            """
            A = [one.strip() for one in os.getenv('A', 'x,y').split(',') if one.strip()]
            B = os.getenv('B', '*').split(';')
            C = os.getenv('C', '').split()
            """
        )
        self.assertEqual(found["A"], {"parse": "list", "separator": ",", "default": "x,y"})
        self.assertEqual(found["B"], {"parse": "list", "separator": ";", "default": "*"})
        self.assertEqual(found["C"], {"parse": "list", "separator": " ", "default": ""})

    def test_split_later_under_the_same_name(self):
        found = self.found(
            """
            KEY = os.getenv('KEY', '')
            KEYS = os.getenv('KEYS', '')
            KEYS = KEYS if KEYS != '' else KEY
            KEYS = [key.strip() for key in KEYS.split(';')]
            """
        )
        self.assertEqual(found["KEYS"], {"parse": "list", "separator": ";", "default": ""})
        self.assertEqual(found["KEY"], {"parse": "text", "default": ""})

    def test_after_ways_that_part_and_meet(self):
        found = self.found("A = os.getenv('A', '')\nif DEBUG:\n  pass\nelse:\n  A = 'x'\nA = A.split(',')")
        self.assertEqual(found["A"]["parse"], "list")

    def test_separator_of_another_variable(self):
        found = self.found("S = os.getenv('S', ',')\nA = os.getenv('A', f'user{S}admin').split(S)")
        self.assertEqual(found["A"], {"parse": "list", "separatorFrom": "S", "defaultExpression": "f'user{S}admin'"})

    def test_one_piece_makes_no_list(self):
        self.assertEqual(self.found("A = os.getenv('A', '').split('?')[0]"), {"A": {"parse": "text", "default": ""}})

    def test_two_separators_tell_nothing(self):
        found = self.found("a = os.getenv('A', '')\nA = a.split(',')\nB = a.split(';')")
        self.assertEqual(found["A"]["parse"], "text")

    def test_elements_that_a_function_refuses(self):
        found = self.found(
            """
            from urllib.parse import urlparse
            def check(origin):
                parsed = urlparse(origin)
                if parsed.scheme not in ['http', 'https']:
                    raise ValueError('scheme')

            A = os.getenv('A', '*').split(';')
            B = os.getenv('B', '*').split(';')
            for origin in A:
                check(origin)
            for origin in B:
                try:
                    check(origin)
                except ValueError:
                    pass
            """
        )
        self.assertEqual([found["A"].get("strict"), found["B"].get("strict")], [True, None])


class OtherForms(Extraction):
    def test_json(self):
        found = self.found(
            """
            from codec import JSONCodec
            A = JSONCodec.loads(os.getenv('A', '[]'))
            raw = os.getenv('B', '')
            try:
                B = JSONCodec.loads(raw)
            except JSONCodec.JSONDecodeError:
                B = {}
            try:
                C = TypeAdapter(dict).validate_json(os.getenv('C', '{}'))
            except Exception:
                C = {}
            """
        )
        self.assertEqual(found["A"], {"parse": "json", "default": "[]", "strict": True})
        self.assertEqual(found["B"], {"parse": "json", "default": ""})
        self.assertEqual(found["C"], {"parse": "json", "default": "{}"})

    def test_paths(self):
        found = self.found("BASE = Path('.')\nA = Path(os.getenv('A', BASE / 'data')).resolve()")
        self.assertEqual(found, {"A": {"parse": "path", "defaultExpression": "BASE / 'data'"}})

    def test_what_only_looks_like_a_path_or_a_pattern_is_text(self):
        found = self.found("A = os.getenv('A', '')\nif os.path.exists(A):\n  pass\nB = os.getenv('B')")
        self.assertEqual(found, {"A": {"parse": "text", "default": ""}, "B": {"parse": "text"}})

    def test_a_switch_or_a_path(self):
        found = self.found(
            """
            def _parse(value):
                lower = value.strip().lower()
                if lower == 'true':
                    return True
                if lower == 'false':
                    return False
                return open(value.strip())

            A = _parse(os.getenv('A', 'True'))
            """
        )
        self.assertEqual(found, {"A": {"parse": "path", "default": "True", "comparedWith": ["false", "true"]}})

    def test_a_text_that_must_start_somehow(self):
        source = "A = os.getenv('A', '')\nif not A.startswith('postgres'):\n  raise {}(A)"
        self.assertEqual(self.found(source.format("ValueError")), {"A": {"parse": "text", "default": "", "strict": True}})
        self.assertEqual(self.found(source.format("HTTPException")), {"A": {"parse": "text", "default": ""}})

    def test_two_forms_tell_nothing(self):
        self.assertEqual(self.found("a = os.getenv('A')\nA = int(a)\nB = json.loads(a)")["A"]["parse"], "text")

    def test_a_key_with_a_form(self):
        found = self.found(
            """
            class Store:
                def __init__(self):
                    self.key = os.environ.get('A')

                def cipher(self):
                    return Fernet(self.key.encode())
            """
        )
        self.assertEqual(found, {"A": {"parse": "text", "strict": True}})


    def test_pairs(self):
        found = self.found("A = os.getenv('A', '')\nif A:\n  A = dict([pair.split('=') for pair in A.split(',')])")
        self.assertEqual(found, {"A": {"parse": "list", "separator": ",", "default": "", "strict": True}})


class Values(Extraction):
    def values(self, source, **files):
        fact = self.found("from enum import Enum\n" + textwrap.dedent(source), **files)["A"]
        return fact.get("values"), fact.get("strict", False)

    def test_a_chain_that_ends_in_an_error(self):
        found = self.values(
            """
            def provider(name):
                if name == 'local':
                    return 1
                elif name == 's3':
                    return 2
                else:
                    raise RuntimeError(name)

            A = os.getenv('A', 'local')
            B = provider(os.getenv('B'))
            C = provider(A)
            """
        )
        self.assertEqual(found, (["local", "s3"], True))

    def test_a_chain_that_goes_on_is_open(self):
        found = self.found("A = os.getenv('A', '')\nif A == 'redis':\n  pass\nelse:\n  B = 1")
        self.assertEqual(found["A"], {"parse": "text", "default": "", "comparedWith": ["redis"]})

    def test_a_chain_that_refuses_all_but_nothing(self):
        found = self.values("A = os.getenv('A')\nif A == 'S256':\n  B = 1\nelif A:\n  raise Exception(A)")
        self.assertEqual(found, (["", "S256"], True))

    def test_an_answer_to_a_client_closes_nothing(self):
        found = self.values("A = os.getenv('A')\ndef f():\n  if A == 'x':\n    return 1\n  else:\n    raise HTTPException(400)")
        self.assertEqual(found, (None, False))

    def test_tests_in_a_row(self):
        source = "def f():\n  if A == 'argon2':\n    return 1\n  if A == 'bcrypt':\n    return 2\n  raise ValueError(A)"
        self.assertEqual(self.values("A = os.getenv('A', 'bcrypt').lower()\n" + source), (["argon2", "bcrypt"], True))

    def test_another_value_is_replaced(self):
        found = self.values("A = os.getenv('A', '').strip().lower()\nif A not in ('hnsw', ''):\n  A = ''")
        self.assertEqual(found, (["", "hnsw"], False))

    def test_an_enumeration_that_is_matched(self):
        found = self.values(
            "A = os.getenv('A', 'chroma')",
            factory="""
            from open_webui.env import A
            from enum import StrEnum
            class Kind(StrEnum):
                CHROMA = 'chroma'
                PG = 'pgvector'
                UNUSED = 'unused'

            class Vector:
                @staticmethod
                def get(kind: str):
                    match kind:
                        case Kind.CHROMA:
                            return 1
                        case Kind.PG:
                            return 2
                        case _:
                            raise ValueError(kind)

            CLIENT = Vector.get(A)
            """,
        )
        self.assertEqual(found, (["chroma", "pgvector"], True))

    def test_an_enumeration_that_is_constructed(self):
        found = self.values(
            """
            class Level(str, Enum):
                NONE = 'NONE'
                METADATA = 'METADATA'

            A = os.getenv('A', 'NONE').upper()
            try:
                level = Level(A)
            except ValueError:
                level = Level.NONE
            """
        )
        self.assertEqual(found, (["METADATA", "NONE"], False))


class Defaults(Extraction):
    def test_of_another_variable(self):
        found = self.found("A = os.getenv('A', '')\nB = os.getenv('B', A)\nC = os.getenv('C', 'x').lower() == 'true'\nD = os.getenv('D', str(C))")
        self.assertEqual([found["B"], found["D"]], [{"parse": "text", "defaultFrom": "A"}, {"parse": "text", "defaultFrom": "C"}])

    def test_of_a_name_that_holds_something_else_by_then(self):
        found = self.found("A = os.getenv('A', '')\nA = 'https://a.example'\nB = os.getenv('B', A)")
        self.assertEqual(found["B"], {"parse": "text", "default": "https://a.example"})

    def test_computed(self):
        found = self.found(
            """
            SLIM = os.getenv('SLIM', '') == 'true'
            A = os.getenv('A', str(1024 * 1024))
            B = os.getenv('B') or 2048
            C = os.getenv('C', 'x' if SLIM else 'y')
            D = os.getenv('D', None)
            E = os.getenv('E', default='e')
            """
        )
        self.assertEqual(
            {name: {k: v for k, v in fact.items() if k != "parse"} for name, fact in found.items() if name != "SLIM"},
            {"A": {"default": "1048576"}, "B": {"default": "2048"}, "C": {"defaultExpression": "'x' if SLIM else 'y'"}, "D": {}, "E": {"default": "e"}},
        )

    def test_long_ones_are_named_only(self):
        found = self.found("TEMPLATE = '''a\nb'''\nA = os.getenv('A', TEMPLATE)")
        self.assertEqual(found["A"], {"parse": "text", "defaultExpression": "TEMPLATE"})

    def test_where_it_is_only_tested(self):
        found = self.found("if not os.getenv('A') and os.getenv('A', 'tested') in ('', 'x'):\n  pass\nA = os.getenv('A', 'own')")
        self.assertEqual(found["A"], {"parse": "text", "default": "own", "comparedWith": ["x"]})


class Aliases(Extraction):
    def test_a_name_that_is_only_a_fallback(self):
        found = self.found("A = os.getenv('A', os.getenv('OLD', 'False')).lower() == 'true'\nB = int(os.getenv('B') or os.getenv('OLD_B', '1'))")
        self.assertEqual(found["A"], {"parse": "boolean", "default": "False"})
        self.assertEqual(found["OLD"], {"parse": "boolean", "default": "False", "aliasOf": "A"})
        self.assertEqual(found["B"], {"parse": "integer", "default": "1", "strict": True})
        self.assertEqual(found["OLD_B"], {"parse": "integer", "default": "1", "strict": True, "aliasOf": "B"})

    def test_a_name_that_is_read_on_its_own_too(self):
        found = self.found("A = os.getenv('A', 'x')\nB = os.getenv('B', os.getenv('A', 'x'))")
        self.assertEqual(found, {"A": {"parse": "text", "default": "x"}, "B": {"parse": "text", "defaultFrom": "A"}})


    def test_a_name_that_is_converted_as_a_fallback_only(self):
        found = self.found("A = os.getenv('A', '1')\nB = int(os.getenv('B', os.getenv('A', '1')))")
        self.assertEqual(found["A"], {"parse": "text", "default": "1"})

    def test_names_that_are_tested_together(self):
        found = self.found("if os.getenv('A') or os.getenv('B'):\n  pass")
        self.assertEqual(found, {"A": {"parse": "text"}, "B": {"parse": "text"}})


class Persistence(Extraction):
    def persistent(self, source):
        found = self.found("", config=source)
        return {name: fact.get("persistent") for name, fact in found.items()}

    def test_the_key_under_which_a_value_ends_up(self):
        found = self.persistent(
            """
            A = os.getenv('A', 'True').lower() == 'true'
            parsed = json.loads(os.getenv('B', '{}'))
            B = parsed
            parsed = json.loads(os.getenv('C', '{}'))
            C = parsed if isinstance(parsed, dict) else {}
            D = os.getenv('D', '')
            E = os.getenv('E', '') == 'true'
            NESTED = {'chat': {'edit': E}}
            F = os.getenv('F', D)
            DEFAULT_CONFIG = {'a': A, 'b.c': B, 'c': C, 'user.permissions': NESTED, 'f': F, 'x': {}}
            """
        )
        self.assertEqual(found, {"A": "a", "B": "b.c", "C": "c", "D": None, "E": "user.permissions", "F": "f"})

    def test_where_another_is_unset(self):
        found = self.persistent(
            """
            KEY = os.getenv('KEY', '')
            KEYS = os.getenv('KEYS', '')
            KEYS = KEYS if KEYS != '' else KEY
            A = os.getenv('A', '')
            B = os.getenv('B', os.getenv('A', ''))
            DEFAULT_CONFIG = {'keys': KEYS, 'a': A, 'b': B}
            """
        )
        self.assertEqual(found, {"A": "a", "B": "b", "KEY": "keys", "KEYS": "keys"})

    def test_what_becomes_of_a_stored_value(self):
        found = self.found(
            "",
            config="A = os.getenv('A', '')\nB = os.getenv('B', '')\nDEFAULT_CONFIG = {'a.list': A, 'b': B}",
            models__config="class Config:\n  @staticmethod\n  async def get(key, default=None):\n    pass",
            utils__auth="""
            from open_webui.models.config import Config
            async def f():
                values = await Config.get_many('a.list', 'b')
                return [one.strip() for one in str(values.get('a.list', '')).split(',')]
            async def g():
                return int(await Config.get('b'))
            """,
        )
        self.assertEqual(found["A"], {"parse": "list", "separator": ",", "default": "", "persistent": "a.list"})
        self.assertEqual(found["B"], {"parse": "integer", "default": "", "persistent": "b", "strict": True})

    def package(self, script="", **files):
        package = super().package(script)
        (package / "models").mkdir()
        for name, source in files.items():
            (package / f"{name.replace('__', '/')}.py").write_text("import json, os\n" + textwrap.dedent(source))
        return package


class Reads(Extraction):
    def test_every_form(self):
        found = self.found(
            """
            import os as system
            from os import environ, getenv
            getenv('A'), environ.get('B'), environ['C'], system.getenv('D'), 'E' in os.environ, os.environ.pop('F', None)
            lookup = os.environ.get
            lookup('G')
            os.environ['SET_ONLY'] = '1'
            class Settings:
                value = os.getenv('H')

                def late(self, other=os.getenv('I')):
                    return (lambda: os.getenv('J'))() or f"{os.getenv('K')}"
            """
        )
        self.assertEqual("".join(found), "ABCDEFGHIJK")

    def test_names_in_a_loop(self):
        found = self.found(
            """
            SETTERS = {'A': print, 'B': repr}
            for name, setter in SETTERS.items():
                value = os.environ.get(name, None)
                if value:
                    setter(value)
            C = {name: os.getenv(name) for name in ('C', 'D')}
            """
        )
        self.assertEqual("".join(found), "ABCD")

    def test_not_what_only_runs_by_hand(self):
        self.assertEqual(self.found("if __name__ == '__main__':\n  os.getenv('A')"), {})

    def test_a_name_that_is_not_known_is_refused(self):
        self.assertEqual(
            self.refused("def f(name):\n  return os.getenv(name)"),
            "cannot tell which variable is read at env.py:4; extend following.py",
        )

    def test_a_read_that_was_not_reached_is_refused(self):
        self.assertEqual(
            self.refused("def f(x: os.getenv('A')):\n  pass"), "cannot tell which variable is read at env.py:3; extend following.py"
        )

    def test_where_it_is_read(self):
        found = self.found("os.getenv('A')", script="echo $B", main="os.getenv('A')\nos.getenv('C')")
        self.assertEqual([found[name].get("in") for name in "ABC"], [None, "start.sh", "main.py"])


class StartScript(Extraction):
    def script(self, text):
        return {name: fact.get("default") for name, fact in self.found(script=text).items()}

    def test_expansions(self):
        text = """
            : "${A:=}" "${B:=b}"
            if [[ "${C,,}" == "true" && -z "${D:-}" ]]; then echo $E "${F-f}"; fi
            """
        self.assertEqual(self.script(text), {"A": "", "B": "b", "C": None, "D": "", "E": None, "F": "f"})

    def test_what_it_sets_itself_is_not_read(self):
        text = """
            PORT="${PORT:-8080}"
            FILE="${KEY_FILE:-.key}"
            KEY=$(cat "$FILE")
            cd "$(dirname -- "${BASH_SOURCE[0]}")" # "${COMMENT}"
            run --data "{\\"port\\": \\"${PORT}\\"}" --key "$KEY"
            """
        self.assertEqual(self.script(text), {"PORT": "8080", "KEY_FILE": ".key"})

    def test_an_escaped_quote_opens_nothing(self):
        self.assertEqual(self.script("""echo \\" "$A" # "$B\n"""), {"A": None})

    def test_no_script_is_refused(self):
        package = self.package()
        (package.parent / "start.sh").unlink()
        with self.assertRaisesRegex(SystemExit, "expected the start script beside the package, got nothing"):
            variables.extract(package)


class Forms(Extraction):
    def test_headers_durations_and_origins(self):
        package = self.package(
            utils__security_headers="""
            def setters():
                header_setters = {'HSTS': set_hsts, 'XTYPE': set_type, 'CSP': set_csp}

            def set_hsts(value):
                pattern = r'^max-age=(\\d+)$'
                match = re.match(pattern, value, re.IGNORECASE)
                if not match:
                    value = 'max-age=1'
                return {'Strict-Transport-Security': value}

            def set_type(value):
                if value != 'nosniff':
                    value = 'nosniff'
                return {'X-Content-Type-Options': value}

            def set_csp(value):
                return {'Content-Security-Policy': value}
            """,
            utils__misc="""
            def parse_duration(duration):
                if duration == '-1' or duration == '0':
                    return None
                pattern = r'(\\d+)(s|m)'
                return re.findall(pattern, duration)
            """,
            config="""
            def validate_cors_origin(origin):
                parsed_url = urlparse(origin)
                schemes = ['http', 'https'] + EXTRA
                if parsed_url.scheme not in schemes:
                    raise ValueError()
                if not parsed_url.netloc:
                    raise ValueError()

            if ORIGINS == ['*']:
                pass
            else:
                for origin in ORIGINS:
                    validate_cors_origin(origin)
            """,
        )
        self.assertEqual(
            parsing.extract(package),
            {
                "headers": {
                    "HSTS": {"header": "Strict-Transport-Security", "pattern": r"^max-age=(\d+)$", "ignoreCase": True, "otherwise": "max-age=1"},
                    "XTYPE": {"header": "X-Content-Type-Options", "values": ["nosniff"], "otherwise": "nosniff"},
                    "CSP": {"header": "Content-Security-Policy"},
                },
                "duration": {"pattern": r"(\d+)(s|m)", "never": ["-1", "0"]},
                "origins": {"variable": "ORIGINS", "any": ["*"], "required": ["scheme", "netloc"], "schemes": ["http", "https"], "schemesFrom": "EXTRA"},
            },
        )


if __name__ == "__main__":
    unittest.main()
