"""The visibility guard, asked over real encrypted connections of a server that plays GitHub's interface."""

from __future__ import annotations

import json
import shutil
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import trustme
from click.testing import CliRunner

from chefetage.cli import main
from chefetage.hosting.github import GitHub
from chefetage.locales import available, speak
from chefetage.locales.catalogue import catalogue

SOUND = Path(__file__).parent.parent / "content" / "sound"
SECRET = "geheim-4711"
REPOSITORY = "lindenried/briefing"
PRIVATE = {"visibility": "private"}
CLOSED = {"public": False}


class Handler(BaseHTTPRequestHandler):
    """Answers with what the test has laid out for an address."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        status, body = self.server.answers.get(self.path, (404, {"message": "Not Found"}))
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        if status in {301, 302}:
            self.send_header("Location", f"https://localhost:{self.server.server_port}/elsewhere")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture
def github(authority, monkeypatch, tmp_path):
    """A server that says what the test wants it to say of the repository and of its site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_: None
    server.answers, server.asked = {}, []

    def say(repository=PRIVATE, site=CLOSED, *, status=200, site_status=200):
        server.answers[f"/repos/{REPOSITORY}"] = (status, repository)
        server.answers[f"/repos/{REPOSITORY}/pages"] = (site_status, site)

    server.say = say
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    certificate = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(certificate)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    monkeypatch.setenv("GITHUB_API_URL", f"https://localhost:{server.server_port}")
    monkeypatch.setenv("GITHUB_TOKEN", SECRET)
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(GitHub.__init__, "__defaults__", (0.0, 3))
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def site(tmp_path):
    """A small sound site, internal as sites are by default."""
    return Path(shutil.copytree(SOUND, tmp_path / "site"))


@pytest.fixture
def guard(site):
    def run(*options):
        command = ["guard", "--repository", REPOSITORY, "--root", str(site), "--today", "2026-11-21", *options]
        return CliRunner().invoke(main, command)

    return run


def replace(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_site_for_the_repository_s_readers_may_be_published(github, guard):
    github.say()
    done = guard()
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("lindenried/briefing: Die Website sieht nur, wer das Repository lesen darf.")
    assert [path for path, _ in github.asked] == [f"/repos/{REPOSITORY}", f"/repos/{REPOSITORY}/pages"]
    assert all(headers["Authorization"] == f"Bearer {SECRET}" for _, headers in github.asked)


@pytest.mark.parametrize(("repository", "site_says", "told"), [
    (PRIVATE, {"public": True}, ["Die Website wäre für alle im Internet zu lesen"]),
    ({"visibility": "internal"}, {"public": True}, ["Die Website wäre für alle im Internet zu lesen"]),
    ({"visibility": "public"}, CLOSED, ["Das Repository ist für alle im Internet zu lesen"]),
    ({"visibility": "public"}, {"public": True}, ["Die Website wäre", "Das Repository ist"]),
])  # fmt: skip
def test_what_is_internal_is_refused_where_everybody_could_read_it(github, guard, repository, site_says, told):
    github.say(repository, site_says)
    done = guard()
    assert done.exit_code == 1
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert [line.startswith(start) for line, start in zip(lines, told, strict=False)] == [True] * len(told)
    assert lines[-1] == "Nicht veröffentlicht; die bisherige Website bleibt, wie sie ist."
    assert all("Settings" in line for line in lines[:-1])


@pytest.mark.parametrize("answer", [
    {"site": {"public": "false"}}, {"site": {"public": None}}, {"site": {}}, {"site": []}, {"site": b"<html>Log in"},
    {"site": b""}, {"site": b"[" * 100_000}, {"site": b"\xff\xfe"}, {"repository": {"visibility": "secret"}},
    {"repository": {"visibility": ["public"]}}, {"repository": {"private": True}}, {"repository": "private"},
])  # fmt: skip
def test_an_answer_that_makes_no_sense_is_no_permission(github, guard, answer):
    github.say(**answer)
    done = guard()
    assert (done.exit_code, done.stdout) == (1, "")
    assert "nicht zu verstehen" in done.stderr


@pytest.mark.parametrize(("status", "word"), [
    (401, "verweigert"), (403, "verweigert"), (404, "noch nicht eingeschaltet"), (301, "Antwort 301"),
    (429, "Antwort 429"), (500, "Antwort 500"), (503, "Antwort 503"),
])  # fmt: skip
def test_every_other_answer_is_no_permission_either(github, guard, status, word):
    github.say(site_status=status)
    done = guard()
    assert (done.exit_code, done.stdout) == (1, "")
    assert word in done.stderr
    assert not any(path == "/elsewhere" for path, _ in github.asked)


def test_a_server_that_stumbles_is_asked_again(github, guard):
    github.say(site_status=503)
    guard()
    assert len(github.asked) == 1 + 3


def test_a_repository_that_the_token_may_not_read_is_said_to_be_one(github, guard):
    github.say(status=404)
    assert "GitHub kennt lindenried/briefing nicht" in guard().stderr


@pytest.mark.usefixtures("github")
def test_nobody_there_is_no_permission(guard, monkeypatch):
    monkeypatch.setenv("GITHUB_API_URL", "https://localhost:1")
    done = guard("--lang", "en")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "GitHub does not answer" in done.stderr


def test_a_server_with_a_strange_certificate_is_nobody(github, guard, monkeypatch, tmp_path):
    github.say()
    other = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(other)
    monkeypatch.setenv("SSL_CERT_FILE", str(other))
    assert guard().exit_code == 1
    assert github.asked == []


@pytest.mark.usefixtures("github")
@pytest.mark.parametrize("address", ["http://localhost:1", "localhost", "ftp://x"])
def test_the_token_goes_only_through_encrypted_connections(guard, monkeypatch, address):
    monkeypatch.setenv("GITHUB_API_URL", address)
    done = guard()
    assert done.exit_code == 1
    assert "https://" in done.stderr


@pytest.mark.usefixtures("github")
def test_without_a_token_it_says_how_to_give_one(guard, monkeypatch):
    monkeypatch.delenv("GITHUB_TOKEN")
    done = guard()
    assert done.exit_code == 1
    assert "GITHUB_TOKEN: ${{ github.token }}" in done.stderr


def test_what_is_declared_public_is_published_if_every_item_allows_it(github, guard, site):
    github.say({"visibility": "public"}, {"public": True})
    replace(site / "mkdocs.yml", "visibility: internal", "visibility: public")
    refused = guard()
    assert refused.exit_code == 1
    assert "briefings/quotes/fitter.md:9:5: Fehler:" in refused.stderr
    assert "[praise-not-public]" in refused.stderr
    replace(site / "briefings" / "quotes" / "fitter.md", "[site, mail]", "[site, public]")
    replace(site / "briefings" / "praise" / "planners.md", "agreed:", "public: true\nagreed:")
    done = guard()
    assert done.exit_code == 0, done.output
    assert "für alle im Internet zu lesen" in done.stdout


def test_a_file_that_cannot_be_read_is_not_for_everybody(github, guard, site):
    github.say({"visibility": "public"}, {"public": True})
    replace(site / "mkdocs.yml", "visibility: internal", "visibility: public")
    (site / "briefings" / "praise" / "planners.md").unlink()
    (site / "briefings" / "quotes" / "fitter.md").write_text("---\nsaid_on: [\n---\n", "utf-8")
    assert guard().exit_code == 1


def test_settings_that_cannot_be_read_count_as_internal(github, guard, site):
    github.say(PRIVATE, {"public": True})
    replace(site / "mkdocs.yml", "visibility: internal", "visibility: publik")
    assert guard().exit_code == 1


def test_a_site_built_with_drafts_is_refused(github, guard, tmp_path):
    github.say()
    (tmp_path / "built").mkdir()
    assert guard("--site", str(tmp_path / "built")).exit_code == 0
    (tmp_path / "built" / "DRAFTS.txt").write_text("x")
    done = guard("--site", str(tmp_path / "built"))
    assert (done.exit_code, done.stdout) == (1, "")
    assert "Entwürfen gebaut" in done.stderr


@pytest.mark.parametrize("name", ["lindenried", "a/b/c", "../x", "a b/c", "a/b?x=1", "", "a/b\n"])
def test_only_a_repository_s_name_is_asked_for(github, name):
    done = CliRunner().invoke(main, ["guard", "--repository", name, "--root", str(SOUND)])
    assert done.exit_code == 2
    assert github.asked == []


def test_the_token_is_never_told(github, guard):
    for site_status in (200, 401, 404, 500):
        github.say(site_status=site_status)
        assert SECRET not in guard().output


def test_each_reason_says_what_to_do_in_each_language():
    reasons = {key.removeprefix("commands.guard.unknown.") for key in catalogue("de") if ".guard.unknown." in key}
    params = {"repository": REPOSITORY, "token": "GITHUB_TOKEN", "status": 500}
    for language in available():
        for reason in reasons:
            assert speak(language).say(f"commands.guard.unknown.{reason}", **params).count(".") > 0
