"""What an expression of a Python program can be, and the environment variables inside of it."""
from __future__ import annotations

import ast
import dataclasses
from typing import Iterable

UNKNOWN = object()


@dataclasses.dataclass(frozen=True)
class Flow:
    """A variable inside of a value: its text as it was set ("raw"), a piece of that ("part"), what its form was found to
    be ("form"), or anything else that was made of it ("made")."""

    name: str
    state: str
    fallback: bool = False


@dataclasses.dataclass(frozen=True)
class Fact:
    """Something that the program does with a variable. A fallback is what happens where another variable is unset."""

    name: str
    kind: str
    detail: object
    strict: bool
    fallback: bool


@dataclasses.dataclass(eq=False)
class Read:
    """A place that reads a variable: for its value ("own"), where another is unset ("fallback") or to test it ("test")."""

    name: str
    path: str
    position: str
    instead_of: str | None
    default: Value | None = None
    default_source: str = ""


@dataclasses.dataclass(frozen=True)
class Value:
    """What an expression can be: the variables in it, and what is known of it."""

    flows: frozenset[Flow] = frozenset()
    constant: object = UNKNOWN
    items: tuple[tuple[object, "Value"], ...] | None = None
    what: object = None
    read: Read | None = None

    def become(self, state: str) -> Value:
        return Value(frozenset(Flow(flow.name, state, flow.fallback) for flow in self.flows)) if self.flows else NOTHING

    def made(self) -> Value:
        return self.become("made")

    def as_fallback(self) -> Value:
        return dataclasses.replace(self, flows=frozenset(dataclasses.replace(flow, fallback=True) for flow in self.flows))

    def names(self, *states: str) -> set[str]:
        return {flow.name for flow in self.flows if flow.state in states}


NOTHING = Value()


def union(values: Iterable[Value]) -> Value:
    """What is one of several values."""
    values = list(values)
    first = values[0] if values else NOTHING
    if all(value is first for value in values):
        return first
    same = all(value.constant == first.constant for value in values)
    return Value(
        frozenset().union(*(value.flows for value in values)),
        first.constant if same else UNKNOWN,
        first.items if all(value.items == first.items for value in values) else None,
        next((value.what for value in values if value.what is not None), None),
    )


def either_of(states: list[dict[str, Value]]) -> dict[str, Value]:
    """What names hold where one of several ways was taken."""
    first, *others = states
    after = dict(first)
    for state in others:
        for name, value in state.items():
            known = after.get(name)
            if known is not value:
                after[name] = value if known is None else union([known, value])
    return after


@dataclasses.dataclass
class Scope:
    """What names hold in a function or module, and where else to look for them."""

    names: dict[str, Value]
    outer: Scope | None = None

    def find(self, name: str) -> Value:
        scope: Scope | None = self
        while scope is not None:
            if name in scope.names:
                return scope.names[name]
            scope = scope.outer
        return NOTHING


@dataclasses.dataclass(eq=False)
class Module:
    path: str
    tree: ast.Module
    scope: Scope


@dataclasses.dataclass(frozen=True, eq=False)
class Function:
    module: Module
    node: ast.FunctionDef | ast.AsyncFunctionDef
    scope: Scope
    owner: Class | None = None


@dataclasses.dataclass(frozen=True, eq=False)
class Class:
    module: Module
    node: ast.ClassDef
    members: dict[str, Value]

    @property
    def values(self) -> tuple[str, ...] | None:
        """The values of an enumeration of texts."""
        if not any(isinstance(base, ast.Name) and base.id.endswith("Enum") for base in self.node.bases):
            return None
        return tuple(value.constant for value in self.members.values() if isinstance(value.constant, str))
