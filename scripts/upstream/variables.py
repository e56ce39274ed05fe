"""Every environment variable that a release of Open WebUI reads, and how: extract(package).

The facts of a variable:
  parse              boolean, integer, number, list, json, path or text; text where the source does not tell
  separator          of a list; separatorFrom where another variable holds it
  default            the text or number that stands in the source; defaultFrom names the variable whose value it is;
                     defaultExpression is the source of any other default. None of them: there is no default
  persistent         the key of the stored configuration that the value ends up under, or several
  strict             a malformed value raises; without it, none was seen to
  values             the closed list that the value is compared with; comparedWith where the list is not closed
  aliasOf            it is read only where that variable is unset
  in                 the files that read it, where it is not env.py or config.py
"""
from __future__ import annotations

import pathlib

import shell
from following import Program
from values import UNKNOWN, Fact, Read, Value

FIRST = ("env.py", "config.py")
KINDS = ("integer", "number", "json", "list", "path")

# Longer defaults are prompts and workflows: their place in the source says enough.
LONGEST_DEFAULT = 200


def extract(package: pathlib.Path) -> dict[str, dict[str, object]]:
    script = package.parent / "start.sh"
    if not script.is_file():
        raise SystemExit(f"{script}: expected the start script beside the package, got nothing; use the source distribution")
    program = Program(package, FIRST)
    started = shell.variables(script.read_text(encoding="utf-8"))
    names = sorted({read.name for read in program.reads} | set(started))
    return {name: entry(name, program, started) for name in names}


def entry(name: str, program: Program, started: dict[str, str | None]) -> dict[str, object]:
    reads = [read for read in program.reads if read.name == name]
    own = [read for read in reads if read.position == "own"]
    facts = [fact for fact in program.facts if fact.name == name]
    direct = [fact for fact in facts if not fact.fallback]
    alias = alias_of(reads)
    relevant = facts if alias else direct
    kind = parse(relevant)
    values = closed(relevant)
    words = sorted({str(fact.detail) for fact in relevant if fact.kind == "word" and fact.detail != ""})
    places = sorted({read.path for read in reads} | ({"start.sh"} if name in started else set()))
    found: dict[str, object] = {
        "parse": kind,
        **dict(fact.detail for fact in relevant if fact.kind == "list" and kind == "list"),
        **(default(own or reads, program) if reads else {} if started[name] is None else {"default": started[name]}),
        "persistent": persistent(direct) or persistent(facts),
        "strict": any(fact.strict and fact.kind in (kind, "refused", "values") for fact in relevant),
        "values": values,
        "comparedWith": words if kind != "boolean" and not values else None,
        "aliasOf": alias,
        "in": None if set(places) & set(FIRST) else single(places),
    }
    return {key: value for key, value in found.items() if value not in (None, False, [])}


def single(values: list[str]) -> str | list[str] | None:
    return values[0] if len(values) == 1 else values or None


def parse(facts: list[Fact]) -> str:
    kinds = {(fact.kind, fact.detail) for fact in facts if fact.kind in KINDS}
    words = {str(fact.detail).lower() for fact in facts if fact.kind == "word" and fact.detail != ""}
    if len(kinds) == 1:
        return kinds.pop()[0]
    return "boolean" if not kinds and words == {"true"} else "text"


def closed(facts: list[Fact]) -> list[str]:
    return sorted({value for fact in facts if fact.kind == "values" for value in fact.detail})  # type: ignore[attr-defined]


def persistent(facts: list[Fact]) -> str | list[str] | None:
    return single(sorted({str(fact.detail) for fact in facts if fact.kind == "persistent"}))


def alias_of(reads: list[Read]) -> str | None:
    """The variable whose older name this is: it has no reads of its own."""
    if any(read.position == "own" for read in reads):
        return None
    primaries = {read.instead_of for read in reads if read.position == "fallback" and read.instead_of}
    return primaries.pop() if len(primaries) == 1 else None


def default(reads: list[Read], program: Program) -> dict[str, object]:
    ordered = sorted(reads, key=lambda read: FIRST.index(read.path) if read.path in FIRST else len(FIRST))
    read = ordered[0]
    return {} if read.default is None else described(read.default, read.default_source, program)


def described(value: Value, source: str, program: Program) -> dict[str, object]:
    constant = value.constant
    if constant is not UNKNOWN and not value.flows:
        text = "" if constant is None else str(constant)
        short = len(text) <= LONGEST_DEFAULT and "\n" not in text
        return {"default": text} if short else {"defaultExpression": source}
    if value.read is not None and alias_of([read for read in program.reads if read.name == value.read.name]):
        inner = value.read
        return {} if inner.default is None else described(inner.default, inner.default_source, program)
    if value.read is not None:
        return {"defaultFrom": value.read.name}
    origins = {flow.name for flow in value.flows if not flow.fallback}
    name = source.removeprefix("str(").removesuffix(")")
    if name.isidentifier() and (name in origins or len(origins) == 1):
        return {"defaultFrom": name if name in origins else origins.pop()}
    return {"defaultExpression": source}
