"""The environment variables that a shell script reads: `${NAME}`, `${NAME:-default}` and their like."""
from __future__ import annotations

import re

# An expansion, or an assignment at the start of a command.
TOKEN = re.compile(r"\$\{(?P<braced>[A-Z][A-Z0-9_]*)(?P<rest>[^}]*)\}|\$(?P<bare>[A-Z][A-Z0-9_]*)|(?:^|[;&|(]\s*)(?P<set>[A-Z][A-Z0-9_]*)=")


def without_comment(line: str) -> str:
    """A line up to its comment. A `#` within quotes or within a word starts none."""
    quote = before = ""
    for index, character in enumerate(line):
        if before == "\\":
            character = ""
        elif quote:
            quote = "" if character == quote else quote
        elif character in "'\"":
            quote = character
        elif character == "#" and (before == "" or before.isspace()):
            return line[:index]
        before = character
    return line


def variables(script: str) -> dict[str, str | None]:
    """Each variable that a script expands before it sets it itself, with its default if it gives one."""
    found: dict[str, str | None] = {}
    own: set[str] = set()
    for line in script.splitlines():
        tokens = list(TOKEN.finditer(without_comment(line).strip()))
        for token in tokens:
            name, rest = token["braced"] or token["bare"], token["rest"] or ""
            # What has elements is the shell's own.
            if name is not None and name not in own and not rest.startswith("["):
                default = re.match(r":?[-=](.*)", rest)
                if found.get(name) is None:
                    found[name] = default[1] if default else None
        # The value of an assignment is expanded before the name is set.
        own.update(token["set"] for token in tokens if token["set"])
    return found
