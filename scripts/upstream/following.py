"""Follows the environment variables of a Python program through its syntax trees: what is read, and what becomes of it.

Nothing is run. Modules are walked in the order in which they would be imported, each name holding what could be in it;
functions are walked where a value is handed to them, and once more on their own.
"""
from __future__ import annotations

import ast
import contextlib
import dataclasses
import functools
import operator
import pathlib
from typing import Callable, Iterable, Iterator

from values import NOTHING, UNKNOWN, Class, Fact, Flow, Function, Module, Read, Scope, Value, either_of, union

# A function is followed into functions only so deep; nothing in the release needs more.
DEPTH = 4

SAME_TEXT = {"lower", "upper", "casefold", "strip", "lstrip", "rstrip", "replace", "removeprefix", "removesuffix", "encode"}
PARTS = {"split", "rsplit", "splitlines"}
ARITHMETIC = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul}
COLLECTIONS = {"list", "set", "frozenset", "tuple", "sorted"}
NUMBERS = {"int": "integer", "float": "number"}
JSON_READERS = {"loads", "validate_json"}
FILE_READERS = {"Path", "open", "isfile"}
READERS = {"os.getenv", "os.environ"}
FORM_READERS = {"urlparse", "urlsplit", "match", "fullmatch", "search", "findall", "startswith", "endswith"}
# A key of Fernet and the pairs of a dictionary have a form; any other raises.
FORM_TAKERS = {"Fernet", "dict"}
ANY_ERROR = {"Exception", "BaseException", "*"}
ON_BAD_VALUE = {"ValueError"} | ANY_ERROR
ON_BAD_JSON = {"JSONDecodeError"} | ON_BAD_VALUE


def last_name(node: ast.AST) -> str:
    """`c` of `a.b.c`."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def is_main_block(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "__name__ == '__main__'"


def raises(block: list[ast.stmt], only: str | None = None) -> bool:
    """Whether a block ends with an error, of the given type if one is given. An answer to a client is none."""
    for statement in block:
        if isinstance(statement, ast.Raise):
            error = statement.exc.func if isinstance(statement.exc, ast.Call) else statement.exc
            name = "" if error is None else last_name(error)
            return name != "HTTPException" if only is None else name == only
    return False


def leaves(block: list[ast.stmt]) -> bool:
    return bool(block) and isinstance(block[-1], (ast.Return, ast.Raise, ast.Continue, ast.Break))


class Program:
    """A package, walked."""

    def __init__(self, package: pathlib.Path, first: tuple[str, ...] = ()) -> None:
        self.package = package
        self.facts: set[Fact] = set()
        self.reads: list[Read] = []
        self.config: dict[str, Value] = {}
        self.seen: set[tuple[str, int, int]] = set()
        self.unnamed: dict[tuple[str, int, int], bool] = {}
        self.modules: dict[str, Module] = {}
        self.later: list[Function] = []
        self.links: set[int] = set()
        self.guards: list[set[str]] = []
        self.calls: list[ast.AST] = []
        self.returns: list[list[Value]] = []
        self.position = "own"
        self.instead_of: str | None = None
        self.module: Module | None = None
        self.owner: Class | None = None

        paths = sorted(path.relative_to(package).as_posix() for path in package.rglob("*.py"))
        for path in [*(path for path in first if path in paths), *paths]:
            self.load(path)
        while self.later:
            self.walk_alone(self.later.pop(0))
        self.check()

    def check(self) -> None:
        """Fails where a read was not reached or its name is not known: a variable would be missing without a word."""
        missed = {f"{path}:{line}" for (path, line, _), known in self.unnamed.items() if not known}
        for module in self.modules.values():
            names = {name: value.what for name, value in module.scope.names.items()}
            for top in module.tree.body:
                for node in [] if is_main_block(top) else ast.walk(top):
                    of_os = isinstance(node, ast.Attribute) and "os" in (last_name(node.value), names.get(last_name(node.value)))
                    own = isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and names.get(node.id) in READERS
                    reads = own or (of_os and f"os.{last_name(node)}" in READERS)
                    if reads and (module.path, node.lineno, node.col_offset) not in self.seen:
                        missed.add(f"{module.path}:{node.lineno}")
        if missed:
            raise SystemExit(f"cannot tell which variable is read at {', '.join(sorted(missed))}; extend following.py")

    # Modules and functions

    def load(self, path: str) -> Module:
        if path in self.modules:
            return self.modules[path]
        tree = ast.parse((self.package / path).read_text(encoding="utf-8"), path)
        module = self.modules[path] = Module(path, tree, Scope({}))
        with self.inside(module):
            self.run_block(tree.body, module.scope)
        return module

    @contextlib.contextmanager
    def inside(self, module: Module) -> Iterator[None]:
        """Walks another module or function: what surrounds the present place does not count there."""
        before = (self.module, self.position, self.instead_of, self.guards)
        self.module, self.position, self.instead_of = module, "own", None
        if not self.calls:
            self.guards = []
        yield
        self.module, self.position, self.instead_of, self.guards = before

    def module_named(self, name: str) -> Module | None:
        prefix = self.package.name
        if name != prefix and not name.startswith(prefix + "."):
            return None
        inner = name[len(prefix) + 1 :].replace(".", "/")
        for path in (f"{inner}.py", f"{inner}/__init__.py" if inner else "__init__.py"):
            if (self.package / path).is_file():
                return self.load(path)
        return None

    def walk_alone(self, function: Function) -> None:
        scope = Scope({}, function.scope)
        with self.inside(function.module):
            self.bind_arguments(function, scope)
            self.returns.append([])
            self.run_block(function.node.body, scope)
            self.returns.pop()

    def bind_arguments(self, function: Function, scope: Scope) -> list[ast.arg]:
        """Gives arguments their defaults, and a method its class; returns the positional ones that are left to give."""
        arguments = function.node.args
        self.bind_defaults(arguments, scope, function.module.scope)
        positional = [*arguments.posonlyargs, *arguments.args]
        if positional and positional[0].arg in ("self", "cls"):
            scope.names[positional.pop(0).arg] = Value(what=function.owner)
        return positional

    def bind_defaults(self, arguments: ast.arguments, scope: Scope, outer: Scope) -> None:
        positional = [*arguments.posonlyargs, *arguments.args]
        for argument in [*positional, *arguments.kwonlyargs, *filter(None, (arguments.vararg, arguments.kwarg))]:
            scope.names[argument.arg] = NOTHING
        for argument, default in zip(positional[len(positional) - len(arguments.defaults) :], arguments.defaults):
            scope.names[argument.arg] = Value(self.value(default, outer).flows)
        for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults):
            if default is not None:
                scope.names[argument.arg] = Value(self.value(default, outer).flows)

    def follow_into(self, function: Function, given: list[Value], named: dict[str, Value]) -> Value:
        scope = Scope({}, function.scope)
        self.calls.append(function.node)
        with self.inside(function.module):
            positional = self.bind_arguments(function, scope)
            scope.names.update({argument.arg: value for argument, value in zip(positional, given)})
            scope.names.update({name: value for name, value in named.items() if name in scope.names})
            self.returns.append([])
            self.run_block(function.node.body, scope)
            returned = self.returns.pop()
        self.calls.pop()
        return union(returned)

    # Statements

    def run_block(self, block: list[ast.stmt], scope: Scope) -> None:
        self.note_row_of_tests(block, scope)
        for statement in block:
            if not is_main_block(statement):
                self.run(statement, scope)

    def run(self, node: ast.stmt, scope: Scope) -> None:
        method = getattr(self, f"run_{type(node).__name__}", None)
        if method is not None:
            method(node, scope)
            return
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                self.value(child, scope)
            elif isinstance(child, ast.stmt):
                self.run(child, scope)

    def either(self, scope: Scope, ways: list[Callable[[], object]], ended: list[bool]) -> None:
        """Walks several ways from the same state; what is left is what any of them that goes on can leave."""
        before, after = scope.names, []
        for way, end in zip(ways, ended):
            scope.names = dict(before)
            way()
            if not end:
                after.append(scope.names)
        scope.names = either_of(after or [before])

    def run_If(self, node: ast.If, scope: Scope) -> None:
        self.test(node.test, scope)
        if id(node) not in self.links:
            self.note_chain(node, scope)
        if raises(node.body, "ValueError") and not self.caught(ON_BAD_VALUE):
            for flow in self.judged(node.test, scope):
                self.note(flow, "refused", None, True)
        self.either(
            scope,
            [lambda: self.run_block(node.body, scope), lambda: self.run_block(node.orelse, scope)],
            [leaves(node.body), leaves(node.orelse)],
        )

    def run_Try(self, node: ast.Try, scope: Scope) -> None:
        caught: set[str] = set()
        for handler in node.handlers:
            types = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
            if not raises(handler.body):
                caught |= {"*" if one is None else last_name(one) for one in types}
        before = dict(scope.names)
        self.guards.append(caught)
        self.run_block(node.body, scope)
        self.guards.pop()
        done = scope.names
        scope.names = either_of([before, done])

        def finish() -> None:
            scope.names = done
            self.run_block(node.orelse, scope)

        def handle(handler: ast.ExceptHandler) -> Callable[[], None]:
            return lambda: self.run_block(handler.body, scope)

        self.either(
            scope,
            [finish, *(handle(handler) for handler in node.handlers)],
            [leaves(node.body) or leaves(node.orelse), *(leaves(handler.body) for handler in node.handlers)],
        )
        self.run_block(node.finalbody, scope)

    def run_For(self, node: ast.For | ast.AsyncFor, scope: Scope) -> None:
        for value in self.elements(self.value(node.iter, scope)):
            self.bind(node.target, value, scope)
            self.either(scope, [lambda: self.run_block(node.body, scope), lambda: None], [False, False])
        self.run_block(node.orelse, scope)

    run_AsyncFor = run_For

    def run_While(self, node: ast.While, scope: Scope) -> None:
        self.test(node.test, scope)
        self.either(scope, [lambda: self.run_block(node.body, scope), lambda: None], [False, False])
        self.run_block(node.orelse, scope)

    def run_With(self, node: ast.With | ast.AsyncWith, scope: Scope) -> None:
        for item in node.items:
            value = self.value(item.context_expr, scope)
            if item.optional_vars is not None:
                self.bind(item.optional_vars, value, scope)
        self.run_block(node.body, scope)

    run_AsyncWith = run_With

    def run_Match(self, node: ast.Match, scope: Scope) -> None:
        subject = self.value(node.subject, scope)
        words, ways = [], []
        for case in node.cases:
            if isinstance(case.pattern, ast.MatchValue):
                word = self.value(case.pattern.value, scope).constant
                words.append(word)
                for flow in subject.flows:
                    self.note(flow, "word", word)
            elif isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None and raises(case.body):
                self.note_closed(subject, words, strict=not self.caught(ON_BAD_VALUE))
            ways.append(lambda body=case.body: self.run_block(body, scope))
        self.either(scope, ways, [leaves(case.body) for case in node.cases])

    def run_Assert(self, node: ast.Assert, scope: Scope) -> None:
        self.test(node.test, scope)

    def run_Return(self, node: ast.Return, scope: Scope) -> None:
        if node.value is not None:
            value = self.value(node.value, scope)
            if self.returns:
                self.returns[-1].append(value)

    def run_Assign(self, node: ast.Assign, scope: Scope) -> None:
        value = self.value(node.value, scope)
        for target in node.targets:
            self.bind(target, value, scope)
            if last_name(target) == "DEFAULT_CONFIG" and value.items:
                self.note_config(value.items)

    def run_AnnAssign(self, node: ast.AnnAssign, scope: Scope) -> None:
        if node.value is not None:
            self.bind(node.target, self.value(node.value, scope), scope)

    def run_AugAssign(self, node: ast.AugAssign, scope: Scope) -> None:
        both = [self.value(node.value, scope)]
        if isinstance(node.target, ast.Name):
            both.append(scope.find(node.target.id))
        self.bind(node.target, Value(union(both).made().flows), scope)

    def bind(self, target: ast.expr, value: Value, scope: Scope) -> None:
        # What stands beside a name's use is no default of what the name was read from.
        value = dataclasses.replace(value, read=None)
        if isinstance(target, ast.Name):
            scope.names[target.id] = value
        elif isinstance(target, (ast.Tuple, ast.List)):
            known = value.items if value.items is not None and len(value.items) == len(target.elts) else None
            for index, element in enumerate(target.elts):
                self.bind(element, known[index][1] if known else Value(value.flows), scope)
        elif isinstance(target, ast.Subscript):
            self.value(target.slice, scope)
            self.value(target.value, scope)
        elif isinstance(target, ast.Attribute):
            owner = self.value(target.value, scope).what
            if isinstance(owner, Class):
                owner.members[target.attr] = union([owner.members.get(target.attr, value), value])

    def run_Import(self, node: ast.Import, scope: Scope) -> None:
        for alias in node.names:
            name = alias.name if alias.asname else alias.name.split(".")[0]
            scope.names[alias.asname or name] = Value(what=self.module_named(name) or name)

    def run_ImportFrom(self, node: ast.ImportFrom, scope: Scope) -> None:
        source = node.module or ""
        module = self.module_named(source) if node.level == 0 else None
        for alias in node.names:
            if alias.name == "*":
                scope.names.update(module.scope.names if module else {})
                continue
            value = Value(what=f"os.{alias.name}") if source == "os" else NOTHING
            if module is not None:
                value = module.scope.names.get(alias.name) or Value(what=self.module_named(f"{source}.{alias.name}"))
            scope.names[alias.asname or alias.name] = value

    def run_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef, scope: Scope) -> None:
        assert self.module is not None
        for expression in [*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)]:
            self.value(expression, scope)
        # A method does not see the names of its class, but has the class as its first argument.
        method = self.owner is not None and node in self.owner.node.body
        function = Function(self.module, node, scope.outer if method and scope.outer else scope, self.owner if method else None)
        scope.names[node.name] = Value(what=function)
        if not self.calls:
            self.later.append(function)

    run_AsyncFunctionDef = run_FunctionDef

    def run_ClassDef(self, node: ast.ClassDef, scope: Scope) -> None:
        assert self.module is not None
        for expression in [*node.decorator_list, *node.bases, *(keyword.value for keyword in node.keywords)]:
            self.value(expression, scope)
        inner = Scope({}, scope)
        found = Class(self.module, node, inner.names)
        before, self.owner = self.owner, found
        self.run_block(node.body, inner)
        self.owner = before
        found.members.update(inner.names)
        scope.names[node.name] = Value(what=found)

    # Expressions

    def value(self, node: ast.expr, scope: Scope) -> Value:
        method = getattr(self, f"value_{type(node).__name__}", None)
        if method is not None:
            return method(node, scope)
        return union([NOTHING, *(self.value(child, scope).made() for child in self.expressions(node))])

    @staticmethod
    def expressions(node: ast.AST) -> Iterator[ast.expr]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                yield child
            elif isinstance(child, (ast.keyword, ast.comprehension)):
                yield from Program.expressions(child)

    def test(self, node: ast.expr, scope: Scope) -> Value:
        with self.reading("test"):
            return self.value(node, scope)

    @contextlib.contextmanager
    def reading(self, position: str, instead_of: str | None = None) -> Iterator[None]:
        before = (self.position, self.instead_of)
        if self.position != "test":
            self.position, self.instead_of = position, instead_of or self.instead_of
        yield
        self.position, self.instead_of = before

    def value_Constant(self, node: ast.Constant, scope: Scope) -> Value:
        return Value(constant=node.value)

    def value_Name(self, node: ast.Name, scope: Scope) -> Value:
        return self.reached(node, scope.find(node.id))

    def reached(self, node: ast.Name | ast.Attribute, value: Value) -> Value:
        if isinstance(value.what, str) and value.what in READERS and self.module is not None:
            self.seen.add((self.module.path, node.lineno, node.col_offset))
        return value

    def value_Await(self, node: ast.Await, scope: Scope) -> Value:
        return self.value(node.value, scope)

    def value_NamedExpr(self, node: ast.NamedExpr, scope: Scope) -> Value:
        value = self.value(node.value, scope)
        self.bind(node.target, value, scope)
        return value

    def value_Lambda(self, node: ast.Lambda, scope: Scope) -> Value:
        inner = Scope({}, scope)
        self.bind_defaults(node.args, inner, scope)
        self.value(node.body, inner)
        return NOTHING

    def value_JoinedStr(self, node: ast.JoinedStr, scope: Scope) -> Value:
        # A text that a variable is put into is another text.
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.value(part.value, scope)
        return NOTHING

    def value_Dict(self, node: ast.Dict, scope: Scope) -> Value:
        items = []
        for key, element in zip(node.keys, node.values):
            name = UNKNOWN if key is None else self.value(key, scope).constant
            items.append((name, self.value(element, scope)))
        return Value(union([NOTHING, *(value.made() for _, value in items)]).flows, items=tuple(items))

    def value_List(self, node: ast.List | ast.Tuple | ast.Set, scope: Scope) -> Value:
        items = tuple((index, self.value(element, scope)) for index, element in enumerate(node.elts))
        return Value(union([NOTHING, *(value.made() for _, value in items)]).flows, items=items)

    value_Tuple = value_List
    value_Set = value_List

    def value_BinOp(self, node: ast.BinOp, scope: Scope) -> Value:
        left, right = self.value(node.left, scope), self.value(node.right, scope)
        fold = ARITHMETIC.get(type(node.op))
        if fold and isinstance(left.constant, (int, float)) and isinstance(right.constant, (int, float)):
            return Value(constant=fold(left.constant, right.constant))
        return union([left.made(), right.made()])

    def value_UnaryOp(self, node: ast.UnaryOp, scope: Scope) -> Value:
        operand = self.value(node.operand, scope)
        if isinstance(node.op, ast.USub) and isinstance(operand.constant, (int, float)):
            return Value(constant=-operand.constant)
        return operand.made()

    def value_IfExp(self, node: ast.IfExp, scope: Scope) -> Value:
        self.test(node.test, scope)
        body = self.value(node.body, scope)
        return self.else_value(body, body.names("raw", "made"), node.orelse, scope)

    def value_BoolOp(self, node: ast.BoolOp, scope: Scope) -> Value:
        if isinstance(node.op, ast.And):
            return union([NOTHING, *(self.value(operand, scope).made() for operand in node.values)])
        value = self.value(node.values[0], scope)
        for operand in node.values[1:]:
            value = self.else_value(value, value.names("raw"), operand, scope)
        return value

    def else_value(self, value: Value, primaries: set[str], node: ast.expr, scope: Scope) -> Value:
        """A value, or another where its variable is not set."""
        if not primaries:
            return union([value, self.value(node, scope)])
        with self.reading("fallback", min(primaries)):
            other = self.value(node, scope)
        if value.read is not None and value.read.default is None and value.read.position != "test":
            value.read.default, value.read.default_source = other, ast.unparse(node)
        return dataclasses.replace(union([value, other.as_fallback()]), read=value.read)

    def value_Compare(self, node: ast.Compare, scope: Scope) -> Value:
        left = self.value(node.left, scope)
        others = [self.value(other, scope) for other in node.comparators]
        if isinstance(others[0].what, str) and others[0].what == "os.environ":
            return self.read(node, left, None, "", test=True).made()
        for word in self.words_of(node, left, others[0]) or ():
            for flow in left.flows:
                self.note(flow, "word", word)
        return union([left.made(), *(other.made() for other in others)])

    @staticmethod
    def words_of(node: ast.Compare, left: Value, right: Value) -> list[str] | None:
        """The texts that a comparison names, where it is one of a variable's text with texts."""
        if not left.names("raw") or len(node.ops) != 1:
            return None
        if isinstance(node.ops[0], (ast.Eq, ast.NotEq)):
            return [right.constant] if isinstance(right.constant, str) else None
        if isinstance(node.ops[0], (ast.In, ast.NotIn)) and right.items:
            words = [value.constant for _, value in right.items]
            return words if all(isinstance(word, str) for word in words) else None
        return None

    def value_Subscript(self, node: ast.Subscript, scope: Scope) -> Value:
        index = self.value(node.slice, scope)
        if isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Attribute) and node.value.func.attr in PARTS:
            # One piece of a text is wanted, which makes the text no list.
            return self.value(node.value.func.value, scope).become("part")
        value = self.value(node.value, scope)
        if value.what == "os.environ":
            return self.read(node, index, None, "") if isinstance(node.ctx, ast.Load) else NOTHING
        if isinstance(node.slice, ast.Slice):
            return Value(value.flows)
        return self.item(value, index)

    @staticmethod
    def item(value: Value, index: Value) -> Value:
        if value.items is not None and index.constant is not UNKNOWN:
            return next((element for key, element in value.items if key == index.constant), Value(value.flows))
        return Value(value.flows)

    def value_Attribute(self, node: ast.Attribute, scope: Scope) -> Value:
        value = self.value(node.value, scope)
        if value.what == "os":
            return self.reached(node, Value(what=f"os.{node.attr}"))
        if value.what == "os.environ" and node.attr in ("get", "pop", "setdefault"):
            return Value(what="os.getenv")
        if isinstance(value.what, Module):
            return value.what.scope.find(node.attr)
        if isinstance(value.what, Class):
            return value.what.members.get(node.attr, NOTHING)
        return Value(frozenset(flow if flow.state == "form" else dataclasses.replace(flow, state="made") for flow in value.flows))

    def comprehension(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp, scope: Scope) -> Value:
        inner = Scope({}, scope)
        made: list[Value] = []
        first = node.generators[0]
        for element in self.elements(self.value(first.iter, inner)):
            self.bind(first.target, element, inner)
            for generator in node.generators:
                if generator is not first:
                    self.bind(generator.target, union(self.elements(self.value(generator.iter, inner))), inner)
                for condition in generator.ifs:
                    self.test(condition, inner)
            parts = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
            made += [self.value(part, inner) for part in parts]
        return Value(union([NOTHING, *made]).flows)

    value_ListComp = comprehension
    value_SetComp = comprehension
    value_GeneratorExp = comprehension
    value_DictComp = comprehension

    @staticmethod
    def elements(value: Value) -> list[Value]:
        """What a loop over a value binds: each element of a literal, else something of it."""
        return [element for _, element in value.items] if value.items else [Value(value.flows)]

    # Calls

    def value_Call(self, node: ast.Call, scope: Scope) -> Value:
        target = self.value(node.func, scope)
        if target.what == "os.getenv":
            return self.read_call(node, scope)
        given: list[Value] = []
        for argument in node.args:
            value = self.value(argument.value if isinstance(argument, ast.Starred) else argument, scope)
            given += [element for _, element in value.items or ()] if isinstance(argument, ast.Starred) else [value]
        named = {keyword.arg or "**": self.value(keyword.value, scope) for keyword in node.keywords}
        everything = union([NOTHING, *(value.made() for value in [*given, *named.values()])])
        if isinstance(node.func, ast.Attribute):
            known = self.method(node.func, scope, given)
            if known is not None:
                return known
            owner = self.value(node.func.value, scope)
            if node.func.attr in FORM_READERS and owner.names("raw", "part"):
                return owner.become("form")
            everything = union([everything, owner.made()])
        if isinstance(target.what, Class) and target.what.values is not None and given:
            self.note_closed(given[0], target.what.values, strict=not self.caught(ON_BAD_VALUE))
            return everything
        if isinstance(target.what, Function):
            return self.call(target.what, given, named, everything)
        return self.known_function(last_name(node.func), given, everything)

    def call(self, function: Function, given: list[Value], named: dict[str, Value], otherwise: Value) -> Value:
        carries = any(value.names("raw", "part") for value in [*given, *named.values()])
        names_variable = any(isinstance(value.constant, str) for value in given) and self.reads_by_name(function.node)
        if not (carries or names_variable) or len(self.calls) >= DEPTH or function.node in self.calls:
            return otherwise
        return self.follow_into(function, given, named)

    @staticmethod
    @functools.cache
    def reads_by_name(node: ast.AST) -> bool:
        return any(isinstance(one, (ast.Attribute, ast.Name)) and last_name(one) in ("getenv", "environ") for one in ast.walk(node))

    def method(self, function: ast.Attribute, scope: Scope, given: list[Value]) -> Value | None:
        """What a method of a text, a literal or the stored configuration gives; nothing where it is none of these."""
        value = self.value(function.value, scope)
        if isinstance(value.what, Class) and value.what.node.name == "Config":
            if function.attr == "get" and given:
                return self.config.get(str(given[0].constant))
            if function.attr == "get_many":
                keys = [str(key.constant) for key in given]
                return Value(items=tuple((key, self.config.get(key, NOTHING)) for key in keys))
        if value.items is not None:
            if function.attr == "items":
                pairs = [Value(items=((0, Value(constant=key)), (1, element))) for key, element in value.items]
                return Value(value.flows, items=tuple(enumerate(pairs)))
            if function.attr in ("keys", "values"):
                each = [Value(constant=key) if function.attr == "keys" else element for key, element in value.items]
                return Value(value.flows, items=tuple(enumerate(each)))
            if function.attr == "get" and given:
                return self.item(value, given[0])
        if function.attr in SAME_TEXT and value.names("raw", "part"):
            return Value(value.flows, read=value.read)
        if function.attr in PARTS and value.names("raw", "part"):
            separator = given[0] if given else Value(constant=" ")
            for flow in value.flows:
                if flow.state == "raw":
                    self.note(flow, "list", self.separator(separator))
            return value.become("part")
        return None

    @staticmethod
    def separator(value: Value) -> tuple[str, str]:
        if isinstance(value.constant, str):
            return ("separator", value.constant)
        return ("separatorFrom", next(iter(sorted(value.names("raw"))), ""))

    def known_function(self, name: str, given: list[Value], otherwise: Value) -> Value:
        if not given:
            return otherwise
        first = given[0]
        if name == "str":
            constant = UNKNOWN if first.constant is UNKNOWN else str(first.constant)
            return Value(first.flows, constant, read=first.read)
        if name in COLLECTIONS:
            return Value(first.flows, items=first.items)
        if name in NUMBERS:
            self.converted(first, NUMBERS[name], ON_BAD_VALUE)
        elif name in JSON_READERS:
            self.converted(first, "json", ON_BAD_JSON)
        elif name in FORM_READERS:
            return union([NOTHING, *given]).become("form")
        elif name in FILE_READERS:
            for flow in first.flows:
                self.note(flow, "path", None)
        elif name in FORM_TAKERS and first.names("raw", "part"):
            for flow in first.become("form").flows:
                self.note(flow, "refused", None, strict=not self.caught(ON_BAD_VALUE))
        return otherwise

    def converted(self, value: Value, kind: str, errors: set[str]) -> None:
        for flow in value.flows:
            self.note(flow, kind, None, strict=not self.caught(errors))

    # Reads

    def read_call(self, node: ast.Call, scope: Scope) -> Value:
        name = self.value(node.args[0], scope)
        keywords = {keyword.arg: keyword.value for keyword in node.keywords}
        default_node = node.args[1] if len(node.args) > 1 else keywords.get("default")
        default = None
        if default_node is not None:
            with self.reading("fallback", str(name.constant)):
                default = self.value(default_node, scope)
        return self.read(node, name, default, "" if default_node is None else ast.unparse(default_node))

    def read(self, node: ast.expr, name: Value, default: Value | None, source: str, test: bool = False) -> Value:
        assert self.module is not None
        place = (self.module.path, node.lineno, node.col_offset)
        if not isinstance(name.constant, str):
            self.unnamed.setdefault(place, False)
            return NOTHING
        self.unnamed[place] = True
        if default is not None and default.constant is None:
            default = None
        read = Read(name.constant, self.module.path, "test" if test else self.position, self.instead_of, default, source)
        self.reads.append(read)
        flows = {Flow(read.name, "raw")}
        if default is not None and default.read is not None:
            flows |= default.as_fallback().flows
        return Value(frozenset(flows), read=read)

    # What was seen

    def note(self, flow: Flow, kind: str, detail: object, strict: bool = False) -> None:
        if flow.state == "raw" or (kind == "refused" and flow.state == "form"):
            self.facts.add(Fact(flow.name, kind, detail, strict, flow.fallback))

    def caught(self, errors: set[str]) -> bool:
        return any(guard & errors for guard in self.guards)

    def judged(self, node: ast.expr, scope: Scope) -> Iterator[Flow]:
        """The variables whose form a test is about; which of several values one has is another matter."""
        if isinstance(node, ast.BoolOp):
            for operand in node.values:
                yield from self.judged(operand, scope)
        elif isinstance(node, ast.UnaryOp):
            yield from self.judged(node.operand, scope)
        else:
            value = self.test(node.left if isinstance(node, ast.Compare) else node, scope)
            yield from [flow for flow in value.flows if flow.state == "form"]

    def note_closed(self, subject: Value, words: Iterable[object], strict: bool) -> None:
        values = tuple(dict.fromkeys(word for word in words if isinstance(word, str)))
        for flow in subject.flows:
            self.note(flow, "values", values, strict)

    def comparison(self, node: ast.expr, scope: Scope) -> tuple[Value, list[str]] | None:
        if not isinstance(node, ast.Compare):
            return None
        with self.reading("test"):
            left, right = self.value(node.left, scope), self.value(node.comparators[0], scope)
        words = self.words_of(node, left, right)
        return None if words is None else (left, words)

    def note_chain(self, node: ast.If, scope: Scope) -> None:
        """`if x == 'a' … elif x == 'b' … else: raise` and `if x not in ('a', 'b'): …` close the list of values."""
        words: list[str] = []
        subject = NOTHING
        rest: list[ast.stmt] = [node]
        while len(rest) == 1 and isinstance(rest[0], ast.If):
            link = rest[0]
            if link is not node:
                self.links.add(id(link))
            found = self.comparison(link.test, scope)
            if found is None:
                if words and raises(link.body) and self.test(link.test, scope).names("raw") == subject.names("raw"):
                    self.note_closed(subject, ["", *words], strict=not self.caught(ON_BAD_VALUE))
                return
            if isinstance(link.test, ast.Compare) and isinstance(link.test.ops[0], ast.NotIn) and not words:
                replaced = {last_name(t) for s in link.body if isinstance(s, ast.Assign) for t in s.targets}
                if raises(link.body) or last_name(link.test.left) in replaced:
                    self.note_closed(found[0], found[1], strict=raises(link.body) and not self.caught(ON_BAD_VALUE))
                return
            subject, words, rest = found[0], [*words, *found[1]], link.orelse
        if words and raises(rest):
            self.note_closed(subject, words, strict=not self.caught(ON_BAD_VALUE))

    def note_row_of_tests(self, block: list[ast.stmt], scope: Scope) -> None:
        """`if x == 'a': return …`, `if x == 'b': return …`, `raise …` closes the list of values."""
        if not raises(block):
            return
        words: list[str] = []
        subject = NOTHING
        for statement in block:
            found = self.comparison(statement.test, scope) if isinstance(statement, ast.If) and leaves(statement.body) else None
            if found is not None:
                subject, words = found[0], [*words, *found[1]]
            elif words and isinstance(statement, ast.Raise):
                self.note_closed(subject, words, strict=not self.caught(ON_BAD_VALUE))
                return
            else:
                words = []

    def note_config(self, items: tuple[tuple[object, Value], ...]) -> None:
        for key, value in items:
            if isinstance(key, str):
                self.config[key] = value
                for flow in value.flows:
                    self.facts.add(Fact(flow.name, "persistent", key, False, flow.fallback))
