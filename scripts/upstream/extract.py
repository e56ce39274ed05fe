"""Writes the facts about a release of Open WebUI: python3 extract.py PACKAGE FOLDER

PACKAGE is the folder open_webui of its source distribution.
"""
from __future__ import annotations

import json
import pathlib
import sys

import parsing
import routes
import variables


def release(package: pathlib.Path) -> str:
    """The version that the source distribution says it is."""
    about = (package.parent.parent / "PKG-INFO").read_text(encoding="utf-8")
    return next(line.split(":", 1)[1].strip() for line in about.splitlines() if line.startswith("Version:"))


def compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def lines(facts: dict[str, object]) -> str:
    """JSON with an entry of each fact a line: a difference between two releases can be read."""
    rows = []
    for name, value in facts.items():
        if isinstance(value, dict) and value:
            inner = ",\n".join(f"  {compact(key)}: {compact(value[key])}" for key in sorted(value))
            rows.append(f" {compact(name)}: {{\n{inner}\n }}")
        elif isinstance(value, list) and value:
            inner = ",\n".join(f"  {compact(one)}" for one in value)
            rows.append(f" {compact(name)}: [\n{inner}\n ]")
        else:
            rows.append(f" {compact(name)}: {compact(value)}")
    return "{\n" + ",\n".join(rows) + "\n}\n"


def main(package: pathlib.Path, folder: pathlib.Path) -> None:
    version = release(package)
    facts = {
        "variables": {"variables": variables.extract(package)},
        "parsing": parsing.extract(package),
        "routes": routes.extract(package),
        "all-routes": {"routes": routes.every(package)},
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, found in facts.items():
        (folder / f"{name}.json").write_text(lines({"release": version, **found}), encoding="utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
