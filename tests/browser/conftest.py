"""The demo site, built once, served on loopback below a sub-path and opened from a folder, in a real Chromium."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

TODAY = "1795219200"  # 2026-11-21, in seconds
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built demo site, in a folder named as the sub-path it is served under."""
    target = tmp_path_factory.mktemp("www") / "briefings"
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", target],
        cwd=root, check=True, env={**os.environ, "SOURCE_DATE_EPOCH": TODAY},
    )  # fmt: skip
    return target


NODE = Path(__file__).parent / "node_modules"


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core; `make setup` brings it where there is npm."""
    script = NODE / "axe-core" / "axe.min.js"
    if not script.is_file():
        reason = "axe-core is not installed: `npm ci` in tests/browser brings it"
        if os.environ.get("CHEFETAGE_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    return script.read_text(encoding="utf-8")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Keep test output readable."""


@pytest.fixture(scope="session")
def server(site: Path):
    """The address of the site's root on loopback, below `/briefings/`."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=site.parent)) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}/briefings"
        http.shutdown()


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium; without it the tests are skipped, unless a browser is required."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        reason = "no Chromium on this machine: `apt-get install chromium` brings it"
        if os.environ.get("CHEFETAGE_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(params=["http", "file"])
def start(request: pytest.FixtureRequest, site: Path) -> str:
    """The address of the site's root: once on a server below a sub-path, once in a folder."""
    if request.param == "file":
        return site.as_uri()
    return request.getfixturevalue("server")


class Visit:
    """A page in the browser that remembers what went wrong on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.errors: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))


@pytest.fixture
def visit(browser: Browser, request: pytest.FixtureRequest):
    """A fresh profile; mark a test with `@pytest.mark.context(…)` to change its settings."""
    marker = request.node.get_closest_marker("context")
    context = browser.new_context(locale="de-DE", **(marker.kwargs if marker else {}))
    yield Visit(context.new_page())
    context.close()
