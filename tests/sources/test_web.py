"""A source behind an https address, asked over real encrypted connections; every way it can go wrong."""

import json
import logging
import socket
import ssl
import threading
from base64 import b64decode
from contextlib import closing, suppress
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import trustme
from click.testing import CliRunner

from chefetage.cli.refresh import refresh as refresh_command
from chefetage.locales import available, speak
from chefetage.model.month import Month
from chefetage.sources.fetchers import Surroundings
from chefetage.sources.refresh import refresh
from chefetage.sources.web.answer import Limits
from chefetage.sources.web.download import Downloader
from chefetage.sources.web.proxy import proxy_for
from chefetage.sources.words import finding_lines

OCTOBER = Month(2026, 10)
SECRET = "geheim-4711"
CSV = "Score\n" + "9\n" * 30 + "3\n" * 10
PATIENCE = Limits(connect=2, silence=0.4, whole=20, tries=3, pause=0.001, longest_pause=5, size=1 << 20, redirects=3)


class Handler(BaseHTTPRequestHandler):
    """Answers as the test says, and remembers what it was asked."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        server = self.server
        server.asked.append((self.path, dict(self.headers)))
        answers = server.answers
        answer = answers[min(len(server.asked), len(answers)) - 1]
        answer(self)

    def log_message(self, *_):
        pass


def say(body=CSV, content_type="text/csv", status=200, **headers):
    """An answer in full."""
    content = body if isinstance(body, bytes) else body.encode()

    def answer(handler):
        handler.send_response(status)
        if content_type:
            handler.send_header("Content-Type", content_type)
        handler.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def cut(handler):
    """Fewer bytes than announced."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/csv")
    handler.send_header("Content-Length", str(len(CSV) + 100))
    handler.end_headers()
    handler.wfile.write(CSV.encode())
    handler.close_connection = True


def torn(handler):
    """A chunk that is never ended."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/csv")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"40\r\n" + CSV.encode()[:20])
    handler.close_connection = True


def endless(handler):
    """Chunks without end, and no length."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/csv")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"8000\r\n" + b"9\n" * 0x4000 + b"\r\n")
    except OSError:
        handler.close_connection = True


def stall(handler):
    """Nothing, for longer than anybody waits."""
    handler.server.over.wait(10)
    handler.close_connection = True


@pytest.fixture(scope="session")
def authority():
    return trustme.CA()


@pytest.fixture
def serve(authority):
    """Starts servers on this machine that speak TLS."""
    running = []

    def start(*answers, name="localhost", plain=False):
        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        server.answers, server.asked, server.over = list(answers), [], threading.Event()
        if not plain:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            authority.issue_cert(name).configure_cert(context)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        server.handle_error = lambda *_: None  # clients that hang up are meant
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        server.url = f"https://localhost:{server.server_port}/export?key={SECRET}"
        running.append(server)
        return server

    yield start
    for server in running:
        server.over.set()
        server.shutdown()
        server.server_close()


@pytest.fixture
def ask(desk, authority):
    """Refreshes October from an address."""
    context = ssl.create_default_context()
    authority.configure_trust(context)
    pauses = []

    def run(address, *, months=(OCTOBER,), limits=PATIENCE, trust=context, environ=None, **source):
        desk.source = {"file": None, "address": "SURVEY_URL"} | source
        known = {"SURVEY_TOKEN": SECRET} | ({} if address is None else {"SURVEY_URL": address}) | (environ or {})
        downloader = Downloader(limits, trust, pauses.append)
        around = Surroundings(desk.folder, date(2026, 11, 3), known, downloader)
        return refresh(desk.project, months, around)

    run.pauses = pauses
    return run


def ids(refreshed):
    return [problem.id for failure in refreshed.failures for problem in failure.problems]


def counts(refreshed, at=0):
    return refreshed.months[at].snapshot.metrics["nps"].groups["all"][-1].stats


def test_a_csv_answer_is_counted_like_an_export(serve, ask):
    server = serve(say())
    refreshed = ask(server.url)
    assert counts(refreshed) == {"promoters": 30, "passives": 0, "detractors": 10}
    assert len(server.asked) == 1


def test_a_token_goes_along_and_nothing_else_does(serve, ask):
    server = serve(say())
    ask(server.url, token="SURVEY_TOKEN")
    (_, headers) = server.asked[0]
    assert headers["Authorization"] == f"Bearer {SECRET}"
    ask(server.url)
    assert "Authorization" not in server.asked[1][1]


@pytest.mark.parametrize("records", [None, "data.responses"])
def test_records_in_json_are_counted(serve, ask, records):
    found = [{"id": n, "answers": {"Score": 9 if n % 2 else 2.0, "Tags": ["a"], "Text": None}} for n in range(40)]
    body = json.dumps({"data": {"responses": found}} if records else found)
    server = serve(say(body, "application/json; charset=utf-8"))
    refreshed = ask(server.url, format="json", records=records, metrics={"nps": {"column": "answers.Score"}})
    assert counts(refreshed) == {"promoters": 20, "passives": 0, "detractors": 20}
    assert server.asked[0][1]["Accept"] == "application/json"


def test_an_address_with_the_month_is_asked_once_a_month(serve, ask):
    server = serve(say("Score\n" + "9\n" * 10), say("Score\n" + "9\n" * 20))
    address = server.url.replace("/export", "/export/{month}")
    refreshed = ask(address, months=(OCTOBER - 1, OCTOBER))
    assert [path.partition("?")[0] for path, _ in server.asked] == ["/export/2026-09", "/export/2026-10"]
    assert [counts(refreshed, at)["promoters"] for at in (0, 1)] == [10, 20]


def test_an_address_without_the_month_is_asked_once_for_all_months(serve, ask):
    days = [f"9,2026-{month}-05" for month in ("09", "10") for _ in range(10 if month == "09" else 20)]
    server = serve(say("\n".join(["Score,Day", *days])))
    refreshed = ask(server.url, months=(OCTOBER - 1, OCTOBER), period=None, date="Day")
    assert len(server.asked) == 1
    assert [counts(refreshed, at)["promoters"] for at in (0, 1)] == [10, 20]


def test_the_answer_of_one_period_cannot_stand_for_two_months(serve, ask):
    server = serve(say())
    assert ids(ask(server.url, months=(OCTOBER - 1, OCTOBER))) == ["counted-elsewhere"]
    assert server.asked == []


def test_a_redirect_on_the_same_host_is_followed(serve, ask):
    server = serve(say("", status=302, Location="/elsewhere"), say())
    assert counts(ask(server.url))["promoters"] == 30
    assert server.asked[1][0] == "/elsewhere"


@pytest.mark.parametrize(
    ("location", "problem"),
    [
        ("https://127.0.0.1:{port}/x", "web-elsewhere"),
        ("https://example.invalid/x", "web-elsewhere"),
        ("http://localhost:{port}/x", "web-elsewhere"),
        ("https://localhost:1/x", "web-elsewhere"),
        ("//example.invalid/x", "web-elsewhere"),
        ("file:///etc/passwd", "web-elsewhere"),
        ("https://[::1/x", "web-elsewhere"),
        ("/export", "web-circle"),
        ("", "web-circle"),
    ],
)
def test_a_redirect_elsewhere_or_without_end_is_not_followed(serve, ask, location, problem):
    server = serve()
    server.answers.append(say("", status=301, Location=location.format(port=server.server_port)))
    assert ids(ask(server.url, token="SURVEY_TOKEN")) == [problem]
    assert len(server.asked) == (1 if problem == "web-elsewhere" else 4)


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_server_that_is_busy_is_asked_again_each_time_later(serve, ask, status):
    server = serve(say("", status=status), say("", status=status), say())
    assert counts(ask(server.url))["promoters"] == 30
    assert ask.pauses == [0.001, 0.002]


@pytest.mark.parametrize(("status", "problem"), [(429, "web-too-often"), (500, "web-server")])
def test_a_server_that_stays_busy_is_given_up(serve, ask, status, problem):
    server = serve(say("secret page", status=status))
    assert ids(ask(server.url)) == [problem]
    assert len(server.asked) == 3


def test_a_server_may_say_how_long_to_wait(serve, ask):
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=4), usegmt=True)
    server = serve(say("", status=429, Retry_After="2"), say("", status=503, Retry_After=later), say())
    assert counts(ask(server.url))["promoters"] == 30
    assert ask.pauses[0] == 2
    assert 0 < ask.pauses[1] <= 4


@pytest.mark.parametrize("wait", ["3600", "9" * 400, "Fri, 31 Dec 2100 23:59:59 GMT"])
def test_a_server_that_asks_for_too_much_patience_is_given_up_at_once(serve, ask, wait):
    server = serve(say("", status=429, Retry_After=wait))
    assert ids(ask(server.url)) == ["web-too-often"]
    assert (len(server.asked), ask.pauses) == (1, [])


@pytest.mark.parametrize("wait", ["soon", "-5", "", "Fri, 99 Dec 9999999 23:59:59 GMT", "²"])
def test_a_wait_that_makes_no_sense_is_our_own(serve, ask, wait):
    assert counts(ask(serve(say("", status=429, Retry_After=wait), say()).url))["promoters"] == 30
    assert ask.pauses == [0.001]


@pytest.mark.parametrize(
    ("status", "problem"), [(401, "web-refused"), (403, "web-refused"), (404, "web-status"), (204, "web-status")]
)
def test_a_refusal_is_final(serve, ask, status, problem):
    server = serve(say("", status=status))
    assert ids(ask(server.url)) == [problem]
    assert len(server.asked) == 1


@pytest.mark.parametrize("broken", [cut, torn])
def test_a_download_that_breaks_off_is_tried_again_and_never_counted(serve, ask, broken):
    server = serve(broken)
    assert ids(ask(server.url)) == ["web-truncated"]
    assert len(server.asked) == 3
    assert counts(ask(serve(broken, say()).url))["promoters"] == 30


def test_a_server_that_says_nothing_is_given_up(serve, ask):
    server = serve(stall)
    assert ids(ask(server.url)) == ["web-slow"]


@pytest.mark.parametrize(
    ("content_type", "format_"), [("text/html", "csv"), ("text/html", "json"), ("text/csv", "json")]
)
def test_a_wrong_content_type_is_refused(serve, ask, content_type, format_):
    refreshed = ask(serve(say("<p>Log in</p>", content_type)).url, format=format_)
    assert ids(refreshed) == ["web-type"]


def test_a_web_page_that_calls_itself_csv_is_refused_too(serve, ask):
    assert ids(ask(serve(say("<html>Log in</html>")).url)) == ["web-page"]


@pytest.mark.parametrize("answer", [say(b"9\n" * (1 << 20)), endless])
def test_more_than_the_limit_is_not_taken(serve, ask, answer):
    assert ids(ask(serve(answer).url)) == ["web-large"]


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("{", "web-json-bad"), ("", "web-json-bad"), ("[" * 100_000, "web-json-bad"), ('{"a": 1}', "web-no-records"),
        ('{"data": []}', "web-no-records"), ('{"data": {"responses": [1]}}', "web-no-record"),
    ],
)  # fmt: skip
def test_json_that_is_none_or_holds_no_records_is_told(serve, ask, body, problem):
    server = serve(say(body, "application/json"))
    assert ids(ask(server.url, format="json", records="data.responses")) == [problem]


def test_no_records_are_nobody_who_answered(serve, ask):
    refreshed = ask(serve(say("[]", "application/json")).url, format="json")
    assert ids(refreshed) == ["no-header"]


def test_a_port_where_nobody_listens_is_told(ask):
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert ids(ask(f"https://localhost:{port}/?key={SECRET}")) == ["web-unreachable"]
    assert len(ask.pauses) == 2


def test_a_host_that_does_not_exist_is_told(ask):
    assert ids(ask(f"https://nowhere.invalid/?key={SECRET}")) == ["web-unreachable"]


def test_a_certificate_nobody_vouches_for_is_refused(serve, ask):
    server = serve(say())
    assert ids(ask(server.url, trust=ssl.create_default_context())) == ["web-certificate"]
    assert server.asked == []


def test_a_certificate_for_another_name_is_refused(serve, ask):
    assert ids(ask(serve(say(), name="example.org").url)) == ["web-certificate"]


def test_a_server_without_encryption_is_refused(serve, ask):
    server = serve(say(), plain=True)
    assert ids(ask(server.url))[0] in {"web-certificate", "web-unreachable"}
    assert server.asked == []


def test_the_systems_own_list_of_authorities_counts(serve, ask, authority, tmp_path, monkeypatch):
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    assert counts(ask(serve(say()).url, trust=ssl.create_default_context()))["promoters"] == 30


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        (None, "web-variable-missing"),
        ("  ", "web-variable-missing"),
        ("http://localhost/x", "web-not-https"),
        ("ftp://localhost/x", "web-not-https"),
        ("//localhost/x", "web-not-https"),
        ("localhost", "web-address-bad"),
        ("https://", "web-address-bad"),
        ("https://[::1", "web-address-bad"),
        ("https://localhost:99999/", "web-address-bad"),
        ("https://local host/", "web-address-bad"),
        ("https://anna:kennwort@localhost/", "web-password"),
    ],
)
def test_an_address_that_cannot_be_asked_is_told_by_its_variable(ask, address, problem):
    refreshed = ask(address)
    assert ids(refreshed) == [problem]
    assert "SURVEY_URL" in said(refreshed)
    assert "kennwort" not in said(refreshed)


@pytest.mark.parametrize(
    ("token", "problem"),
    [("", "web-variable-missing"), ("two words", "web-token-bad"), ("a\r\nHost: b", "web-token-bad")],
)
def test_a_token_that_cannot_be_sent_is_told_by_its_variable(ask, token, problem):
    refreshed = ask("https://localhost/", token="SURVEY_TOKEN", environ={"SURVEY_TOKEN": token})
    assert ids(refreshed) == [problem]
    assert "SURVEY_TOKEN" in said(refreshed)


def said(refreshed):
    problems = [problem for failure in refreshed.failures for problem in failure.problems]
    return "\n".join(line for language in available() for line in finding_lines(problems, speak(language)))


@pytest.mark.parametrize(
    "answer",
    [
        say("", status=500), say("", status=404), say("", "text/html"), say("{", "application/json"), cut, stall,
        say("", status=302, Location=f"https://example.invalid/?key={SECRET}"), say("Other\n9\n"),
    ],
)  # fmt: skip
def test_no_secret_reaches_a_message_or_a_log(serve, ask, answer, caplog, tmp_path):
    caplog.set_level(logging.DEBUG)
    refreshed = ask(serve(answer).url, token="SURVEY_TOKEN")
    text = said(refreshed)
    assert text
    assert SECRET not in text + caplog.text + repr(refreshed)
    assert "localhost" not in text + caplog.text
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert not [content for content in written if SECRET.encode() in content]


def test_what_was_downloaded_is_deleted(serve, ask, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    ask(serve(say()).url)
    ask(serve(cut).url)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


class Proxy(BaseHTTPRequestHandler):
    """Opens a tunnel to where it is told, and remembers."""

    def do_CONNECT(self):
        self.server.asked.append((self.path, self.headers.get("Proxy-Authorization")))
        host, _, port = self.path.rpartition(":")
        with socket.create_connection((host, int(port)), timeout=5) as far:
            self.send_response(200)
            self.end_headers()
            ways = [(self.connection, far), (far, self.connection)]
            threads = [threading.Thread(target=self.pass_on, args=way, daemon=True) for way in ways]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join(5)

    @staticmethod
    def pass_on(source, target):
        with suppress(OSError):
            while data := source.recv(65536):
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)

    def log_message(self, *_):
        pass


@pytest.fixture
def proxy():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    server.daemon_threads = True
    server.asked = []
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_a_proxy_is_gone_through_and_sees_neither_token_nor_question(serve, ask, proxy):
    server = serve(say())
    environ = {"HTTPS_PROXY": f"http://anna:kenn%20wort@127.0.0.1:{proxy.server_port}"}
    assert counts(ask(server.url, token="SURVEY_TOKEN", environ=environ))["promoters"] == 30
    (where, who) = proxy.asked[0]
    assert where == f"localhost:{server.server_port}"
    assert b64decode(who.removeprefix("Basic ")) == b"anna:kenn wort"


@pytest.mark.parametrize(
    ("host", "without", "direct"),
    [
        ("a.example.org", "example.org", True), ("a.example.org", ".EXAMPLE.org", True), ("a.org", "org, x", True),
        ("badexample.org", "example.org", False), ("example.org", "a.example.org", False), ("example.org", ",", False),
    ],
)  # fmt: skip
def test_a_domain_can_be_excepted_from_the_proxy(host, without, direct):
    environ = {"HTTPS_PROXY": "http://proxy:3128", "NO_PROXY": without}
    assert (proxy_for(f"https://{host}/x", environ) is None) == direct


@pytest.mark.parametrize("without", ["localhost", "example.org, localhost", "*"])
def test_a_host_that_needs_no_proxy_is_asked_directly(serve, ask, proxy, without):
    environ = {"https_proxy": f"http://127.0.0.1:{proxy.server_port}", "no_proxy": without}
    assert counts(ask(serve(say()).url, environ=environ))["promoters"] == 30
    assert proxy.asked == []


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("http://127.0.0.1:1", "web-unreachable"), ("ftp://127.0.0.1:1", "web-proxy-bad"), ("proxy", "web-proxy-bad"),
        ("http://[::1", "web-proxy-bad"), ("http://anna:kennwort@127.0.0.1:1", "web-unreachable"),
    ],
)  # fmt: skip
def test_a_proxy_that_is_none_is_told_without_its_password(serve, ask, address, problem):
    refreshed = ask(serve(say()).url, environ={"HTTPS_PROXY": address})
    assert ids(refreshed) == [problem]
    assert "kennwort" not in said(refreshed)


METRIC = """name: {de: Weiterempfehlung, en: Recommendation}
kind: nps
question: {de: Würden Sie uns empfehlen?, en: Would you recommend us?}
unit: points
direction: up
cadence: month
owner: {de: Leitung Kundenerlebnis, en: Head of CX}
source: survey
meaning: {de: Von 100 Kunden …, en: Of 100 customers …}
"""
SOURCES = """survey:
  name: {de: Befragung, en: Survey}
  address: SURVEY_URL
  token: SURVEY_TOKEN
  format: json
  records: data.responses
  date: day
  metrics:
    nps: {column: answers.score}
"""


@pytest.fixture
def run(authority, tmp_path, monkeypatch):
    """Runs the command in a site that fetches from an address."""
    (tmp_path / "metrics").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nextra: {chefetage: {languages: [de, en]}}\n")
    (tmp_path / "brand.yml").write_text("company: Lindenried\n")
    (tmp_path / "metrics/nps.yml").write_text(METRIC, "utf-8")
    (tmp_path / "metrics/sources.yml").write_text(SOURCES, "utf-8")
    (tmp_path / "metrics/core.yml").write_text("2026: [nps, nps]\n")
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    monkeypatch.setenv("NO_PROXY", "localhost")

    def refresh_from(address, *arguments):
        monkeypatch.setenv("SURVEY_URL", address)
        monkeypatch.setenv("SURVEY_TOKEN", SECRET)
        command = ["--root", str(tmp_path), "--today", "2026-11-03", *arguments]
        return CliRunner().invoke(refresh_command, command, catch_exceptions=False)

    return refresh_from


def test_the_command_fetches_two_months_with_one_request_and_leaves_no_answer_behind(serve, run, tmp_path):
    records = [
        {"day": f"2026-{month}-07T10:00:00Z", "answers": {"score": 10}, "name": f"Erika {n}"}
        for month in ("09", "10")
        for n in range(40)
    ]
    server = serve(say(json.dumps({"data": {"responses": records}}), "application/json"))
    result = run(server.url, "--from", "2026-09")
    assert (result.exit_code, result.stderr) == (0, "")
    assert len(server.asked) == 1
    assert sorted(path.name for path in (tmp_path / "metrics/snapshots").iterdir()) == ["2026-09.json", "2026-10.json"]
    text = "".join(path.read_text("utf-8") for path in tmp_path.rglob("*.json"))
    assert SECRET not in text + result.output
    assert "Erika" not in text + result.output


def test_the_command_ends_with_3_and_one_plain_line_if_the_address_fails(serve, run, tmp_path):
    result = run(serve(say("", status=404)).url, "--month", "2026-10", "--lang", "en")
    assert result.exit_code == 3
    why, *rest = result.stderr.splitlines()
    assert why.startswith("metrics/sources.yml:3:3: error: survey answered with 404, not with data. Check the address")
    assert rest == [
        "Survey: not read. Nothing has been known so far.",
        "Nothing written. Put the errors right and run the command again.",
    ]
    assert not (tmp_path / "metrics/snapshots").exists()
