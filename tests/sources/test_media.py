"""Recordings on their way from the private store to a build, over real encrypted connections."""

from __future__ import annotations

import logging
import shutil
import ssl
import threading
from datetime import date
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import trustme
from click.testing import CliRunner

from chefetage.cli import main
from chefetage.content import read_project
from chefetage.locales import available, speak
from chefetage.sources.media import store as stores
from chefetage.sources.media.recordings import fetch_recordings
from chefetage.sources.media.store import store_from
from chefetage.sources.web.answer import Limits
from chefetage.sources.web.download import Downloader

SOUND = Path(__file__).parent.parent / "content" / "sound"
TODAY = date(2026, 11, 21)
SOUNDS = b"Ton" * 1000
SECRET = "geheim-4711"
PATIENCE = Limits(connect=2, silence=0.4, whole=20, tries=2, pause=0.001, size=1 << 16, redirects=2)
QUOTE = """---
said_on: 2026-10-14
who: Wer
channel: call
mood: joy
basis: {{consent: {{reference: E-9, scope: [{scope}], given: 2026-10-15{more}}}}}
media: {{key: {key}, sha256: {digest}}}
transcript: Wortlaut.
---
Worte.
"""


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


class Desk:
    """A small site, and a folder that holds recordings."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "site"
        shutil.copytree(SOUND, self.root)
        self.store = folder / "store"
        self.store.mkdir()
        self.media = self.root / "docs" / "media"

    def quote(self, name="anruf", key="anruf.m4a", content=SOUNDS, scope="site", more=""):
        text = QUOTE.format(key=key, digest=digest(content), scope=scope, more=more)
        (self.root / f"briefings/quotes/{name}.md").write_text(text, encoding="utf-8")

    def keep(self, key="anruf.m4a", content=SOUNDS):
        (self.store / key).parent.mkdir(exist_ok=True)
        (self.store / key).write_bytes(content)

    def have(self, key="anruf.m4a", content=SOUNDS):
        self.media.mkdir(exist_ok=True)
        (self.media / key).write_bytes(content)

    @property
    def files(self):
        return sorted(path.relative_to(self.media).as_posix() for path in self.media.rglob("*") if path.is_file())

    def fetch(self, store=None):
        project, _ = read_project(self.root, TODAY)
        return fetch_recordings(project, self.root, store or (lambda: store_from(self.environ(), self.root)))

    def environ(self, address=None, token=None):
        named = {"CHEFETAGE_MEDIA_STORE": str(self.store) if address is None else address}
        return named | ({} if token is None else {"CHEFETAGE_MEDIA_TOKEN": token})

    def run(self, *options, **environ):
        runner = CliRunner(env={"CHEFETAGE_MEDIA_STORE": str(self.store), "CHEFETAGE_MEDIA_TOKEN": ""} | environ)
        command = ["media", "fetch", "--root", str(self.root), "--today", TODAY.isoformat(), *options]
        return runner.invoke(main, command)


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


def troubles(brought):
    return [(failure.key, failure.trouble.id) for failure in brought.failures]


def never_asked():
    pytest.fail("the store was asked")


# From a folder


def test_a_recording_is_brought_and_nothing_else_is_left_behind(desk):
    desk.quote(key="2026/anruf.m4a")
    desk.keep("2026/anruf.m4a")
    desk.keep("geheim.m4a", b"nicht gefragt")
    done = desk.run()
    assert (done.exit_code, done.output) == (0, "docs/media/2026/anruf.m4a: geholt und geprüft.\n")
    assert desk.files == ["2026/anruf.m4a"]
    assert (desk.media / "2026/anruf.m4a").read_bytes() == SOUNDS


def test_what_is_there_already_is_not_asked_for(desk):
    desk.quote()
    desk.have()
    assert desk.fetch(never_asked).kept == ["anruf.m4a"]


def test_another_file_of_the_same_name_is_replaced(desk):
    desk.quote()
    desk.keep()
    desk.have(content=b"etwas anderes")
    assert desk.fetch().fetched == ["anruf.m4a"]
    assert (desk.media / "anruf.m4a").read_bytes() == SOUNDS


def test_a_recording_that_nobody_consented_to_is_not_taken(desk):
    desk.quote()
    desk.keep(content=b"eine andere")
    assert troubles(desk.fetch()) == [("anruf.m4a", "swapped")]
    assert desk.files == []


@pytest.mark.parametrize("end", [", withdrawn: 2026-11-20", ", until: 2026-11-20"])
def test_a_recording_whose_consent_has_ended_is_removed_and_not_fetched(desk, end):
    desk.quote(more=end)
    desk.keep()
    desk.have()
    done = desk.run()
    assert (done.exit_code, done.output) == (0, "docs/media/anruf.m4a: gelöscht, die Einwilligung ist zu Ende.\n")
    assert desk.files == []


def test_a_stub_that_still_names_its_recording_removes_it(desk):
    desk.quote(more=", withdrawn: 2026-11-20")
    path = desk.root / "briefings/quotes/anruf.md"
    text = path.read_text("utf-8")
    for words in ("who: Wer\n", "transcript: Wortlaut.\n", "Worte.\n"):
        text = text.replace(words, "")
    path.write_text(text, "utf-8")
    desk.have()
    assert desk.fetch(never_asked).removed == ["anruf.m4a"]


def test_a_recording_that_another_quote_may_show_stays(desk):
    desk.quote("vorbei", more=", withdrawn: 2026-11-20")
    desk.quote("gilt")
    desk.have()
    assert desk.fetch(never_asked).kept == ["anruf.m4a"]


def test_a_recording_without_consent_for_the_site_is_neither_fetched_nor_removed(desk):
    desk.quote(scope="mail")
    desk.have()
    brought = desk.fetch(never_asked)
    assert (brought.kept, brought.fetched, brought.removed, brought.failures) == ([], [], [], [])


def test_all_that_fails_is_told_at_once_and_the_rest_is_brought(desk):
    for name in ("eins", "zwei", "drei"):
        desk.quote(name, f"{name}.m4a")
    desk.keep("zwei.m4a")
    desk.keep("drei.m4a", b"eine andere")
    done = desk.run()
    assert done.exit_code == 3
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == ["drei.m4a", "eins.m4a"]
    assert desk.files == ["zwei.m4a"]


def test_two_quotes_must_mean_the_same_recording(desk):
    desk.quote("eins")
    desk.quote("zwei", content=b"eine andere")
    assert troubles(desk.fetch(never_asked)) == [("anruf.m4a", "two-digests")]


def test_without_recordings_no_store_is_needed(desk):
    done = desk.run(CHEFETAGE_MEDIA_STORE="")
    assert (done.exit_code, done.output) == (0, "Es gibt keine Aufnahme zu holen.\n")


@pytest.mark.parametrize("language", available())
def test_without_a_store_it_is_said_how_to_name_one(desk, language):
    desk.quote()
    done = desk.run("--lang", language, CHEFETAGE_MEDIA_STORE="")
    assert done.exit_code == 3
    assert "CHEFETAGE_MEDIA_STORE" in done.stderr


def test_a_folder_may_be_named_from_the_root_or_as_an_address(desk):
    desk.quote()
    desk.keep()
    for name in ("../store", f"file://{desk.store}", f"file://localhost{desk.store}"):
        assert desk.run(CHEFETAGE_MEDIA_STORE=name).exit_code == 0
        (desk.media / "anruf.m4a").unlink()


def test_a_folder_that_is_not_there_is_told_once(desk):
    desk.quote("eins", "eins.m4a")
    desk.quote("zwei", "zwei.m4a")
    for name in ("../nowhere", "file:///nowhere", "file://server/share"):
        done = desk.run(CHEFETAGE_MEDIA_STORE=name)
        assert done.exit_code == 3
        assert len(done.stderr.splitlines()) == 1


def test_a_link_in_the_store_that_leads_out_of_it_is_not_followed(desk, tmp_path):
    desk.quote()
    (tmp_path / "outside.m4a").write_bytes(SOUNDS)
    (desk.store / "anruf.m4a").symlink_to(tmp_path / "outside.m4a")
    assert troubles(desk.fetch()) == [("anruf.m4a", "missing")]


def test_nothing_is_written_through_a_link_that_leads_out_of_the_project(desk, tmp_path):
    desk.quote()
    desk.keep()
    (tmp_path / "elsewhere").mkdir()
    desk.media.symlink_to(tmp_path / "elsewhere")
    assert troubles(desk.fetch()) == [("anruf.m4a", "outside")]
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_recording_that_cannot_be_saved_is_told_with_the_reason(desk):
    desk.quote()
    desk.keep()
    desk.media.write_bytes(b"no folder")
    ((key, trouble),) = [(failure.key, failure.trouble) for failure in desk.fetch().failures]
    assert (key, trouble.id) == ("anruf.m4a", "not-written")


@pytest.mark.parametrize(
    "key",
    ["../anruf.m4a", "/etc/anruf.m4a", "a//b.m4a", "Anruf Süd.m4a", ".m4a", "a/../b.m4a", "anruf.exe", "a\\b.m4a"],
)
def test_a_key_that_could_lead_elsewhere_is_an_error_of_the_quote(desk, key):
    desk.quote(key=f"'{key}'")
    project, problems = read_project(desk.root, TODAY)
    assert [str(p.location) for p in problems if p.id == "bad-key"] == ["briefings/quotes/anruf.md:7:9"]
    assert "anruf" not in project.quotes


# From an https address


class Handler(BaseHTTPRequestHandler):
    """Answers as the test says, and remembers what it was asked."""

    def do_GET(self):
        self.server.asked.append((self.path, self.headers.get("Authorization")))
        self.server.answer(self)

    def log_message(self, *_):
        pass


def say(content=SOUNDS, status=200, announced=None, content_type="audio/mp4", **headers):
    def answer(handler):
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(content) if announced is None else announced))
        for name, value in ({"Content-Type": content_type} | headers).items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(content)

    return answer


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture
def serve(authority):
    """Starts servers on this machine that speak TLS, each on a port and so an origin of its own."""
    running = []

    def start(answer):
        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads, server.answer, server.asked = True, answer, []
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("localhost").configure_cert(context)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.handle_error = lambda *_: None  # clients that hang up are meant
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        server.url = f"https://localhost:{server.server_port}"
        running.append(server)
        return server

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


@pytest.fixture
def ask(desk, authority):
    """Fetches the recordings from an address."""
    context = ssl.create_default_context()
    authority.configure_trust(context)

    def run(address, token=None):
        environ = desk.environ(address, token)
        return desk.fetch(lambda: store_from(environ, desk.root, Downloader(PATIENCE, context, lambda _: None)))

    return run


def test_a_recording_is_downloaded_by_its_key_and_with_the_token(desk, serve, ask):
    desk.quote(key="2026/anruf.m4a")
    server = serve(say())
    assert ask(f"{server.url}/store/?sig=abc", SECRET).fetched == ["2026/anruf.m4a"]
    assert server.asked == [("/store/2026/anruf.m4a?sig=abc", f"Bearer {SECRET}")]
    assert desk.files == ["2026/anruf.m4a"]


def test_another_host_is_followed_and_gets_no_token_even_on_the_way_back(desk, serve, ask):
    desk.quote()
    other = serve(say(status=302))
    first = serve(say(b"", 302, Location=f"{other.url}/signed"))
    other.answer = say(b"", 302, Location=f"{first.url}/again")
    brought = ask(first.url, SECRET)
    assert first.asked == [("/anruf.m4a", f"Bearer {SECRET}"), ("/again", None)]
    assert other.asked == [("/signed", None)]
    assert troubles(brought) == [("anruf.m4a", "web-circle")]
    other.answer = say()
    assert ask(first.url, SECRET).fetched == ["anruf.m4a"]


@pytest.mark.parametrize("location", ["http://localhost:{port}/x", "file:///etc/passwd", "ftp://localhost/x"])
def test_nothing_but_https_is_followed(desk, serve, ask, location):
    desk.quote()
    server = serve(say())
    server.answer = say(b"", 302, Location=location.format(port=server.server_port))
    assert troubles(ask(server.url)) == [("anruf.m4a", "web-elsewhere")]


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (say(b"", 404), "missing"),
        (say(b"", 410), "missing"),
        (say(b"", 403), "web-refused"),
        (say(b"", 418), "web-status"),
        (say(b"", 503), "web-server"),
        (say(b"", 429), "web-too-often"),
        (say(content_type="text/html; charset=utf-8"), "web-type"),
        (say(b"x" * (PATIENCE.size + 1)), "web-large"),
        (say(announced=len(SOUNDS) + 9), "web-truncated"),
        (say(b"eine andere"), "swapped"),
    ],
)
def test_what_is_no_recording_is_told_and_leaves_nothing(desk, serve, ask, answer, trouble):
    desk.quote()
    assert troubles(ask(serve(answer).url)) == [("anruf.m4a", trouble)]
    assert desk.files == []


@pytest.mark.parametrize(
    ("address", "token", "trouble"),
    [
        (f"http://{SECRET}.example", None, "web-not-https"),
        (f"ftp://{SECRET}.example", None, "web-not-https"),
        (f"https://user:{SECRET}@store.example", None, "web-password"),
        (f"https://store.example/{SECRET} x", None, "web-address-bad"),
        (f"https://[{SECRET}", None, "web-address-bad"),
        ("https://", None, "web-address-bad"),
        ("https://store.example", f"{SECRET} x", "web-token-bad"),
        (f"https://{SECRET}.invalid", SECRET, "web-unreachable"),
        (f"../{SECRET}", None, "no-folder"),
    ],
)
def test_a_bad_address_is_told_once_and_never_repeated(desk, ask, address, token, trouble, caplog):
    desk.quote()
    caplog.set_level(logging.DEBUG)
    (failure,) = ask(address, token).failures
    assert failure.trouble.id == trouble
    done = (
        desk.run(CHEFETAGE_MEDIA_STORE=address, CHEFETAGE_MEDIA_TOKEN=token or "") if "invalid" not in address else None
    )
    assert SECRET not in caplog.text + (done.output if done else "") + repr(failure)


def test_a_token_is_in_no_representation():
    store = store_from(
        {"CHEFETAGE_MEDIA_STORE": f"https://x.example/{SECRET}", "CHEFETAGE_MEDIA_TOKEN": SECRET}, Path()
    )
    assert SECRET not in repr(store)


def test_every_trouble_can_be_said_in_every_language():
    params = {"store": stores.STORE, "token": stores.TOKEN, "seconds": 1, "status": 1, "found": "x", "megabytes": 1,
              "reason": "x"}  # fmt: skip
    for language in available():
        texts = speak(language).texts("commands.media.trouble")
        for name in texts:
            assert speak(language).say(f"commands.media.trouble.{name}", **params)
    known = set(speak("de").texts("commands.media.trouble"))
    web = {name for name in speak("de").texts("commands.sources") if name.startswith("web-")}
    never = {
        "web-page",
        "web-variable-missing",
        "web-json-bad",
        "web-no-records",
        "web-no-record",
        "web-too-wide",
        "web-not-kept",
    }
    assert web - never <= known
