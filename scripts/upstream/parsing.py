"""The forms that a release of Open WebUI checks values against: extract(package).

  headers   a security header's variable: the header, the pattern that its value must match (with re.match) or the values
            that it may have, and what is sent instead of any other
  duration  the pattern that a token's lifetime is searched for (with re.findall), and what means that it never ends
  origins   what an allowed origin must have, and the list that allows every one

Closed lists of values are with their variables.
"""
from __future__ import annotations

import ast
import pathlib
from typing import Iterator, TypeVar

Node = TypeVar("Node", bound=ast.AST)


def extract(package: pathlib.Path) -> dict[str, object]:
    return {
        "headers": headers(tree(package, "utils/security_headers.py")),
        "duration": duration(function(tree(package, "utils/misc.py"), "parse_duration")),
        "origins": origins(tree(package, "config.py")),
    }


def tree(package: pathlib.Path, path: str) -> ast.Module:
    return ast.parse((package / path).read_text(encoding="utf-8"), path)


def every(node: ast.AST, kind: type[Node]) -> Iterator[Node]:
    """A node and what is in it, of a kind and in the order of the source."""
    if isinstance(node, kind):
        yield node
    for child in ast.iter_child_nodes(node):
        yield from every(child, kind)


def function(module: ast.Module, name: str) -> ast.FunctionDef:
    found = next((one for one in every(module, ast.FunctionDef) if one.name == name), None)
    if found is None:
        raise SystemExit(f"expected a function {name} in the release, got none; adapt parsing.py")
    return found


def text(node: ast.AST | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def assigned(node: ast.AST, name: str) -> str | None:
    """The text that a name is last set to."""
    texts = [text(one.value) for one in every(node, ast.Assign) if any(ast.unparse(target) == name for target in one.targets)]
    return next((one for one in reversed(texts) if one is not None), None)


def compared(node: ast.AST, name: str, operator: type[ast.cmpop]) -> list[str]:
    """The texts that a name is compared with."""
    found = [text(one.comparators[0]) for one in every(node, ast.Compare) if ast.unparse(one.left) == name and isinstance(one.ops[0], operator)]
    return [one for one in found if one is not None]


def calls(node: ast.AST, name: str) -> list[ast.Call]:
    return [one for one in every(node, ast.Call) if ast.unparse(one.func) == name]


def headers(module: ast.Module) -> dict[str, dict[str, object]]:
    table = next(one.value for one in every(module, ast.Assign) if ast.unparse(one.targets[0]) == "header_setters")
    assert isinstance(table, ast.Dict)
    return {str(text(key)): header(function(module, ast.unparse(setter))) for key, setter in zip(table.keys, table.values)}


def header(setter: ast.FunctionDef) -> dict[str, object]:
    returned = next(one.value for one in every(setter, ast.Return))
    matches = calls(setter, "re.match")
    found: dict[str, object] = {"header": text(returned.keys[0]) if isinstance(returned, ast.Dict) else None}
    if matches:
        found["pattern"] = assigned(setter, ast.unparse(matches[0].args[0]))
        found["ignoreCase"] = any(ast.unparse(one) == "re.IGNORECASE" for one in matches[0].args)
    elif compared(setter, "value", ast.NotEq):
        found["values"] = compared(setter, "value", ast.NotEq)
    found["otherwise"] = assigned(setter, "value")
    return {key: value for key, value in found.items() if value not in (None, False)}


def duration(parse: ast.FunctionDef) -> dict[str, object]:
    search = calls(parse, "re.findall")[0]
    return {
        "pattern": assigned(parse, ast.unparse(search.args[0])),
        "never": sorted(compared(parse, parse.args.args[0].arg, ast.Eq)),
    }


def origins(module: ast.Module) -> dict[str, object]:
    check = function(module, "validate_cors_origin")
    schemes = next(one.value for one in every(check, ast.Assign) if ast.unparse(one.targets[0]) == "schemes")
    assert isinstance(schemes, ast.BinOp) and isinstance(schemes.left, ast.List)
    parsed = next(ast.unparse(one.targets[0]) for one in every(check, ast.Assign) if calls(one.value, "urlparse"))
    required = [
        attribute.attr
        for test in every(check, ast.If)
        for attribute in every(test.test, ast.Attribute)
        if ast.unparse(attribute.value) == parsed
    ]
    loop = next(one for one in every(module, ast.For) if calls(one, check.name))
    variable = ast.unparse(loop.iter)
    alone = next(
        ast.literal_eval(one.comparators[0])
        for one in every(module, ast.Compare)
        if ast.unparse(one.left) == variable and isinstance(one.comparators[0], ast.List)
    )
    return {
        "variable": variable,
        "any": alone,
        "required": required,
        "schemes": [text(one) for one in schemes.left.elts],
        "schemesFrom": ast.unparse(schemes.right),
    }
