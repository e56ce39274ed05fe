"""Tests of how routes are read from a release, with a small release of our own: python3 upstream_routes_test.py"""
import pathlib
import sys
import tempfile
import textwrap
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "scripts" / "upstream"))
import routes  # noqa: E402

AUTH = """
    from fastapi import Depends, HTTPException, status

    def get_current_user(token=Depends(bearer)):
        raise HTTPException(status_code=401, detail='Not authenticated')

    def get_verified_user(user=Depends(get_current_user)):
        return user

    def get_admin_user(user=Depends(get_current_user)):
        if user.role != 'admin':
            raise HTTPException(status_code=status.HTTP_401_UNAUTHORIZED)
        return user

    def get_optional_user(request):
        return None

    def get_password_hash(password): ...
    def verify_password(plain, hashed): ...
    def create_session_response(request, user): ...

    async def create_signin_response(request, user):
        return await create_session_response(request, user)
"""

PACKAGE = {
    "utils/auth.py": AUTH,
    "utils/mfa.py": """
        def consume_factor(mfa, code): ...
        def load_challenge(token): ...

        def redeem(token):
            load_challenge(token)
    """,
    "models/auths.py": """
        class AuthsTable:
            async def authenticate_user(self, email): ...
            async def authenticate_user_by_email(self, email):
                return await self.authenticate_user(email)

        Auths = AuthsTable()
    """,
    "models/config.py": """
        class Config:
            @staticmethod
            async def upsert(updates): ...
            @staticmethod
            async def delete(key): ...
            @staticmethod
            async def clear(): ...
            @staticmethod
            async def get(key): ...
    """,
    "main.py": """
        from fastapi import FastAPI, Depends
        from open_webui.routers import things
        from open_webui.utils.auth import get_admin_user, get_verified_user

        app = FastAPI()
        app.mount('/static', StaticFiles())
        app.include_router(things.router, prefix='/api/things')
        if ENABLE_GUARDED:
            app.include_router(things.guarded, prefix='/api', dependencies=[Depends(get_verified_user)])

        @app.get('/health')
        async def health():
            return {}
    """,
    "routers/__init__.py": "",
}

HEADER = """
    from fastapi import APIRouter, Depends, Header, HTTPException, UploadFile
    from open_webui.models.auths import Auths
    from open_webui.models.config import Config
    from open_webui.utils import mfa
    from open_webui.utils.auth import (
        create_signin_response, get_admin_user, get_optional_user, get_password_hash, get_verified_user,
    )

    router = APIRouter()
    guarded = APIRouter(prefix='/guarded')
    METHODS = ['GET', 'PUT']
"""


class Routes(unittest.TestCase):
    def package(self, things="", files=None):
        """A release whose router of things has these routes."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        root = pathlib.Path(folder.name) / "anything"
        router = textwrap.dedent(HEADER) + textwrap.dedent(things)
        for name, text in {**PACKAGE, "routers/things.py": router, **(files or {})}.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(textwrap.dedent(text), encoding="utf-8")
        return root

    def on(self, kind, things, files=None):
        """One list of a release, without the routes that every one of these has."""
        own = {"GET /health", "MOUNT /static"}
        return [each for each in routes.extract(self.package(things, files))[kind] if each not in own]

    def test_prefixes_methods_mounts_and_websockets(self):
        package = self.package("""
            @router.get('')
            @router.post(path='/{id}')
            async def one(): ...

            if DEVELOPMENT:
                @router.api_route('/both/{path:path}', methods=METHODS)
                async def both(): ...

            @guarded.websocket('/talk')
            async def talk(websocket): ...

            forgotten = APIRouter()

            @forgotten.get('/nowhere')
            async def nowhere(): ...
        """)
        self.assertEqual(routes.every(package), [
            "GET /api/things",
            "GET /api/things/both/{path:path}",
            "GET /health",
            "MOUNT /static",
            "POST /api/things/{id}",
            "PUT /api/things/both/{path:path}",
            "WEBSOCKET /api/guarded/talk",
        ])

    def test_unauthenticated(self):
        self.assertEqual(self.on("unauthenticated", """
            @router.get('/open')
            async def opened(db=Depends(get_session)): ...

            @router.get('/perhaps')
            async def perhaps(user=Depends(get_optional_user)): ...

            @router.get('/closed')
            async def closed(user=Depends(get_verified_user)): ...

            @router.get('/decorated', dependencies=[Depends(get_verified_user)])
            async def decorated(): ...

            @guarded.get('/included')
            async def included(): ...
        """), ["GET /api/things/open", "GET /api/things/perhaps"])

    def test_administrators(self):
        self.assertEqual(self.on("administrator", """
            @router.get('/depends')
            async def depends(user=Depends(get_admin_user)): ...

            @router.get('/inside')
            async def inside(user=Depends(get_verified_user)):
                if user.role != 'admin':
                    raise HTTPException(403)

            @router.get('/some')
            @router.get('/some/{index}')
            async def some(index=None, user=Depends(get_verified_user)):
                if index is not None and user.role != 'admin':
                    raise HTTPException(403)

            @router.get('/own')
            async def own(user=Depends(get_verified_user)):
                if user.role != 'admin' and not await has_permission(user):
                    raise HTTPException(403)

            @router.get('/narrowed')
            async def narrowed(user=Depends(get_verified_user)):
                if user.role != 'admin':
                    query = user.id

            def get_scim_auth(request, authorization=Header(None)):
                if authorization != getattr(request.app.state, 'SCIM_TOKEN', None):
                    raise HTTPException(401)

            @router.get('/provisioned')
            async def provisioned(_=Depends(get_scim_auth)): ...
        """), [
            "GET /api/things/depends",
            "GET /api/things/inside",
            "GET /api/things/provisioned",
            "GET /api/things/some/{index}",
        ])

    def test_handlers_of_one_name_are_told_apart(self):
        self.assertEqual(self.on("administrator", """
            @router.get('/first')
            async def get_things(user=Depends(get_verified_user)): ...

            @router.get('/second')
            async def get_things(user=Depends(get_admin_user)): ...
        """), ["GET /api/things/second"])

    def test_configuration(self):
        self.assertEqual(self.on("configuration", """
            async def save(values):
                await Config.upsert(values)

            async def deeper(values):
                await save(values)

            @router.post('/direct')
            async def direct(user=Depends(get_admin_user)):
                await Config.upsert({'a': 1})

            @router.delete('/helped')
            async def helped(user=Depends(get_admin_user)):
                await save({'a': 1})

            @router.post('/removed')
            async def removed(user=Depends(get_admin_user)):
                await Config.delete('a')

            @router.post('/far')
            async def far(user=Depends(get_admin_user)):
                await deeper({'a': 1})

            @router.get('/read')
            async def read(user=Depends(get_admin_user)):
                return await Config.get('a')

            @router.post('/passing')
            async def passing(user=Depends(get_verified_user)):
                await Config.upsert({'a': 1})

            @router.post('/another')
            async def another(user=Depends(get_admin_user)):
                await Other.upsert({'a': 1})
        """), [
            "DELETE /api/things/helped",
            "POST /api/things/direct",
            "POST /api/things/removed",
        ])

    def test_credentials(self):
        self.assertEqual(self.on("credential", """
            async def handler(password):
                return await get_password_hash(password)

            class Manager:
                async def callback(self, request):
                    return await self.finish(request)

                async def finish(self, request):
                    return await create_signin_response(request, None)

            manager = Manager()

            @router.post('/signin')
            async def signin():
                await Auths.authenticate_user('a')

            @router.post('/signup')
            async def signup():
                await handler('a')

            @router.post('/code')
            async def code():
                mfa.redeem('a')

            @router.get('/callback')
            async def callback(request):
                return await manager.callback(request)

            @router.post('/signout')
            async def signout(): ...
        """), [
            "GET /api/things/callback",
            "POST /api/things/code",
            "POST /api/things/signin",
            "POST /api/things/signup",
        ])

    def test_uploads(self):
        self.assertEqual(self.on("uploads", """
            @router.post('/file')
            async def file(file: UploadFile, user=Depends(get_verified_user)): ...

            @router.post('/files')
            async def files(files: list[UploadFile], user=Depends(get_verified_user)): ...

            @router.post('/text')
            async def text(text: str, user=Depends(get_verified_user)): ...
        """), ["POST /api/things/file", "POST /api/things/files"])

    def test_ordinary_routes_that_read_like_an_administrators(self):
        self.assertEqual(self.on("ordinary", """
            @router.get('/search')
            async def search(user=Depends(get_verified_user)): ...

            @router.post('/search')
            async def post_search(user=Depends(get_verified_user)): ...

            @router.get('/{id}/picture')
            async def picture(user=Depends(get_verified_user)): ...

            @router.get('/{id}')
            async def one(user=Depends(get_admin_user)): ...
        """), ["GET /api/things/search"])

    def fails(self, message, things="", files=None):
        with self.assertRaises(SystemExit) as caught:
            routes.extract(self.package(things, files))
        self.assertEqual(str(caught.exception), message)

    def test_fails_on_a_path_that_is_not_written_out(self):
        self.fails(
            "open_webui.routers.things.one:15: expected a string, got PREFIX + '/x'; teach routes.py its form",
            """
            @router.get(PREFIX + '/x')
            async def one(): ...
            """,
        )

    def test_fails_on_a_decorator_that_it_does_not_know(self):
        self.fails(
            "open_webui.routers.things: expected a decorator of a route, got router.every('/x'); "
            "teach routes.py its form",
            """
            @router.every('/x')
            async def one(): ...
            """,
        )

    def test_fails_on_a_router_that_it_cannot_find(self):
        main = PACKAGE["main.py"].replace("things.guarded", "routers['guarded']")
        self.fails(
            "open_webui.main.routers['guarded']: expected a router, got nothing that stands for one; "
            "teach routes.py its form",
            files={"main.py": main},
        )

    def test_fails_when_a_function_that_it_looks_for_is_gone(self):
        self.fails(
            "open_webui.utils.mfa.load_challenge: expected a function of the release, got none; "
            "see what took its place",
            files={"utils/mfa.py": "def consume_factor(mfa, code): ..."},
        )


if __name__ == "__main__":
    unittest.main()
