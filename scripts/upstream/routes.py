"""Routes of a release of Open WebUI, read from its source: who may use each, and what it does."""
import ast
import functools
import pathlib
import re
import typing

ROOT = "open_webui"
METHODS = ("get", "post", "put", "delete", "patch", "head", "options", "trace")

# What checks or makes what people sign in with. Whoever calls one of these, however indirectly, takes a credential.
CREDENTIALS = (
    "models.auths.AuthsTable.authenticate_user",
    "models.auths.AuthsTable.authenticate_user_by_email",
    "utils.auth.create_session_response",
    "utils.auth.get_password_hash",
    "utils.auth.verify_password",
    "utils.mfa.consume_factor",
    "utils.mfa.load_challenge",
)

# What writes configuration that outlives the request.
CONFIGURATION = (
    "models.config.Config.clear",
    "models.config.Config.delete",
    "models.config.Config.upsert",
)

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Route(typing.NamedTuple):
    """A route as its source declares it, and the function that answers it."""

    method: str
    path: str
    handler: str
    # What the routers on the way and the decorator demand before the handler runs.
    demands: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


def dotted(node: ast.AST) -> str | None:
    """`a.b.c` as text; nothing for what is not made of names."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (value := dotted(node.value)):
        return f"{value}.{node.attr}"
    return None


def keyword(call: ast.Call, name: str) -> ast.expr | None:
    """The value of a keyword argument."""
    return next((each.value for each in call.keywords if each.arg == name), None)


def text(node: ast.expr | None, what: str) -> str:
    """A string written out. Anything else would be a route that this script cannot see, so it stops."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    got = ast.unparse(node) if node else "nothing"
    raise SystemExit(f"{what}: expected a string, got {got}; teach routes.py its form")


class Source:
    """The package’s functions by full name, and what every other name stands for."""

    def __init__(self, package: pathlib.Path):
        self.trees: dict[str, ast.Module] = {}
        self.functions: dict[str, Function] = {}
        self.stands_for: dict[str, str] = {}
        self.values: dict[str, ast.expr] = {}
        for file in sorted(package.rglob("*.py")):
            parts = (ROOT, *file.relative_to(package).with_suffix("").parts)
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            if f".{name}.".find(".migrations.") < 0:
                self.trees[name] = ast.parse(file.read_text(encoding="utf-8"))
        for name, tree in self.trees.items():
            self._define(name, tree)

    def _define(self, module: str, tree: ast.Module) -> None:
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                for each in node.body:
                    if isinstance(each, Function):
                        self.functions[f"{module}.{node.name}.{each.name}"] = each
            elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
                for each in node.names:
                    self.stands_for[f"{module}.{each.asname or each.name}"] = f"{node.module}.{each.name}"
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                name = f"{module}.{node.targets[0].id}"
                self.values[name] = node.value
                if isinstance(node.value, ast.Call) and (made := dotted(node.value.func)):
                    self.stands_for.setdefault(name, f"{module}.{made}")
        for node in declared(tree):
            self.functions[f"{module}.{node.name}"] = node
            # A name may be given twice; each of its functions can be a handler.
            if node.decorator_list:
                self.functions[f"{module}.{node.name}:{node.lineno}"] = node

    def resolve(self, name: str) -> str:
        """A full name without imports and instances on the way."""
        for _ in range(12):
            head, rest = name, ""
            while head and head not in self.stands_for and head not in self.functions:
                head, _, last = head.rpartition(".")
                rest = f".{last}{rest}"
            if head not in self.stands_for or head in self.functions:
                break
            name = self.stands_for[head] + rest
        return name

    def meaning(self, function: str, node: ast.AST) -> str:
        """The full name of what is named inside a function."""
        module = next(each for each in prefixes(function) if each in self.trees)
        name = dotted(node) or ""
        if name.startswith("self."):
            return self.resolve(f"{function.rpartition('.')[0]}.{name.removeprefix('self.')}")
        return self.resolve(f"{module}.{name}") if name else ""

    @functools.cache
    def calls(self, function: str) -> frozenset[str]:
        """Full names of what a function calls itself."""
        nodes = ast.walk(ast.Module(self.functions[function].body, []))
        return frozenset(self.meaning(function, node.func) for node in nodes if isinstance(node, ast.Call))

    def callers(self, wanted: frozenset[str], distance: float = float("inf")) -> frozenset[str]:
        """Functions that call one of those, or call who does, at most so many calls away."""
        found: frozenset[str] = wanted
        while distance > 0:
            more = frozenset(name for name in self.functions if name not in found and self.calls(name) & found)
            if not more:
                break
            found |= more
            distance -= 1
        return found - wanted


def prefixes(name: str) -> list[str]:
    """`a.b.c`, `a.b`, `a`."""
    parts = name.split(".")
    return [".".join(parts[:length]) for length in range(len(parts), 0, -1)]


def declared(tree: ast.AST) -> typing.Iterator[Function]:
    """Functions of a module, those under `if` and `try` as well, but none of a class or of another function."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, Function):
            yield node
        elif not isinstance(node, ast.ClassDef):
            yield from declared(node)


def depended(source: Source, module: str, nodes: typing.Iterable[ast.AST | None]) -> tuple[str, ...]:
    """Full names of what `Depends(…)` names anywhere in those nodes."""
    calls = [each for node in nodes if node for each in ast.walk(node) if isinstance(each, ast.Call)]
    return tuple(
        source.resolve(f"{module}.{dotted(call.args[0])}")
        for call in calls
        if (dotted(call.func) or "").rpartition(".")[2] in ("Depends", "Security") and call.args
    )


def decorated(source: Source) -> typing.Iterator[tuple[str, Route]]:
    """Each route with the router that it is declared on, its path not yet complete."""
    for module, tree in source.trees.items():
        for node in declared(tree):
            for each in node.decorator_list:
                if not isinstance(each, ast.Call) or not isinstance(each.func, ast.Attribute):
                    continue
                kind, owner = each.func.attr, source.resolve(f"{module}.{dotted(each.func.value)}")
                if owner not in ("fastapi.APIRouter", "fastapi.FastAPI") or kind in ("exception_handler", "on_event"):
                    continue
                where = f"{module}.{node.name}:{node.lineno}"
                path = text(each.args[0] if each.args else keyword(each, "path"), where)
                router = router_of(source, f"{module}.{dotted(each.func.value)}")
                demands = depended(source, module, [keyword(each, "dependencies")])
                for method in methods(source, module, kind, each):
                    yield router, Route(method, path, where, demands)


def methods(source: Source, module: str, kind: str, call: ast.Call) -> list[str]:
    """Methods of a decorator: of `.get(…)`, of `.api_route(…, methods=[…])`, of `.websocket(…)`."""
    if kind in METHODS or kind == "websocket":
        return [kind.upper()]
    named = keyword(call, "methods")
    listed = source.values.get(f"{module}.{named.id}") if isinstance(named, ast.Name) else named
    if kind == "api_route" and isinstance(listed, ast.List | ast.Tuple | ast.Set):
        return [text(each, f"{module}.{kind}") for each in listed.elts]
    raise SystemExit(f"{module}: expected a decorator of a route, got {ast.unparse(call)}; teach routes.py its form")


def places(source: Source) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Prefixes under which the application answers for a router, each with what is demanded on the way."""
    included: list[tuple[str, str, str, tuple[str, ...]]] = []
    for module, tree in source.trees.items():
        for call in ast.walk(tree):
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute) or not call.args:
                continue
            if call.func.attr == "include_router":
                prefix = keyword(call, "prefix")
                included.append((
                    f"{module}.{dotted(call.func.value)}",
                    router_of(source, f"{module}.{ast.unparse(call.args[0])}"),
                    text(prefix, module) if prefix else "",
                    depended(source, module, [keyword(call, "dependencies")]),
                ))
    found = {f"{ROOT}.main.app": [("", ())]}
    for _ in included:
        for parent, child, prefix, demands in included:
            made = source.values[child]
            own = text(keyword(made, "prefix"), child) if keyword(made, "prefix") else ""
            also = depended(source, child.rpartition(".")[0], [keyword(made, "dependencies")])
            for above, before in found.get(parent, []):
                place = (above + prefix + own, before + demands + also)
                if place not in found.setdefault(child, []):
                    found[child].append(place)
    return found


def router_of(source: Source, name: str) -> str:
    """The assignment that a name of a router comes from: `main.auths.router` is `routers.auths.router`."""
    while name not in source.values:
        head = next((each for each in prefixes(name) if each in source.stands_for), None)
        if head is None:
            raise SystemExit(f"{name}: expected a router, got nothing that stands for one; teach routes.py its form")
        name = source.stands_for[head] + name.removeprefix(head)
    return name


def mounts(source: Source) -> list[Route]:
    """Applications below the application. Their paths have no decorators."""
    calls = (each for each in ast.walk(source.trees[f"{ROOT}.main"]) if isinstance(each, ast.Call))
    return [
        Route("MOUNT", text(call.args[0], "main.app.mount"), "", ())
        for call in calls
        if dotted(call.func) == "app.mount"
    ]


def routes(source: Source) -> list[Route]:
    """All routes of the application in the order of their text."""
    where = places(source)
    complete = {
        Route(route.method, prefix + route.path, route.handler, demands + route.demands)
        for router, route in decorated(source)
        # Nobody reaches a router that is included nowhere.
        for prefix, demands in where.get(router, [])
    }
    return sorted({*complete, *mounts(source)}, key=str)


def demanded(source: Source, route: Route) -> set[str]:
    """Functions that run before the handler, and may refuse."""
    found: set[str] = set()
    open_ends = [*route.demands, *([route.handler] if route.handler else [])]
    while open_ends:
        name = open_ends.pop()
        function = source.functions.get(name)
        if function and name not in found:
            found.add(name)
            module = next(each for each in prefixes(name) if each in source.trees)
            open_ends += depended(source, module, [function.args])
    return found - {route.handler}


def refuses(function: Function, status: str) -> bool:
    """Whether a function raises that status somewhere."""
    raised = [ast.unparse(each) for each in ast.walk(function) if isinstance(each, ast.Raise) and each.exc]
    return any(re.search(rf"\b(?:{status}|HTTP_{status}_\w+)\b", each) for each in raised)


def demands_administrator(function: Function, parameters: typing.Collection[str]) -> bool:
    """Whether a function stops everybody who is no administrator, whatever else it looks at."""
    for each in function.body:
        if isinstance(each, ast.If) and isinstance(each.body[-1], ast.Raise):
            every = isinstance(each.test, ast.BoolOp) and isinstance(each.test.op, ast.And)
            parts = {ast.unparse(part) for part in (each.test.values if every else [each.test])}
            # A parameter of the path is always there.
            asked = parts - {f"{name} is not None" for name in parameters}
            if len(asked) == 1 and re.fullmatch(r"\w+\.role != 'admin'", *asked):
                return True
    return False


def takes_token_of_scim(function: Function) -> bool:
    """Whether a function compares what was sent with the provisioning token."""
    return any(isinstance(each, ast.Constant) and each.value == "SCIM_TOKEN" for each in ast.walk(function))


def answers(route: Route, other: Route) -> bool:
    """Whether a route’s path is also one of another’s: `/users/search` is one of `/users/{user_id}`."""
    parts = re.split(r"(\{[^}]*\})", other.path)
    regexes = [(".*" if each.endswith(":path}") else "[^/]+") if each[:1] == "{" else re.escape(each) for each in parts]
    path = re.sub(r"\{[^}]*\}", "x", route.path)
    return route.method == other.method and re.fullmatch("".join(regexes), path) is not None


def every(package: pathlib.Path) -> list[str]:
    """All routes of a release."""
    return [str(each) for each in routes(Source(package))]


def extract(package: pathlib.Path) -> dict[str, list[str]]:
    """Routes that a deployment treats apart, as `METHOD /path/{parameter}`, by what is special about them."""
    source = Source(package)
    credentials, configuration = (frozenset(f"{ROOT}.{name}" for name in each) for each in (CREDENTIALS, CONFIGURATION))
    for gone in sorted((credentials | configuration) - source.functions.keys()):
        raise SystemExit(f"{gone}: expected a function of the release, got none; see what took its place")
    take_credentials, write_configuration = source.callers(credentials), source.callers(configuration, 2)
    found: dict[str, list[Route]] = {
        name: [] for name in ("unauthenticated", "credential", "administrator", "configuration", "uploads", "ordinary")
    }
    everything = routes(source)
    for route in everything:
        before = [source.functions[name] for name in demanded(source, route)]
        handler = source.functions.get(route.handler)
        parameters = re.findall(r"\{(\w+)", route.path)
        if not any(refuses(each, "401") for each in before):
            found["unauthenticated"].append(route)
        if handler is None:
            continue
        if any(demands_administrator(each, parameters) for each in [*before, handler]) or any(
            takes_token_of_scim(each) for each in before
        ):
            found["administrator"].append(route)
            # Others write some in passing, such as the first sign-up: refusing those would break what users do.
            if route.handler in write_configuration:
                found["configuration"].append(route)
        if route.handler in take_credentials:
            found["credential"].append(route)
        if "UploadFile" in ast.unparse(handler.args):
            found["uploads"].append(route)
    apart = found["administrator"] + found["credential"]
    found["ordinary"] = [
        route
        for route in everything
        if route not in apart and any(answers(route, each) for each in apart)
    ]
    return {name: [str(route) for route in listed] for name, listed in found.items()}
