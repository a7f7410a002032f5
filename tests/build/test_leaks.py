"""What must not be public reaches no output: neither words, nor numbers, nor recordings, nor addresses.

The site in `aviary/` is full of canaries: words and numbers that stand nowhere else, each behind a protection. It is
built with all protections and without any. What is seen in the second must not be seen in the first; and a canary that
is not seen in the second either proves nothing, so the test fails.
"""

from __future__ import annotations

import gzip
import html
import io
import json
import re
import zipfile
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from chefetage.build import assemble
from chefetage.locales import available
from chefetage.locales.report import report
from chefetage.model.rules import Denied
from chefetage.outputs.findings import findings_site

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

pytestmark = [pytest.mark.slow]

AVIARY = Path(__file__).parent / "aviary"
TODAY = date(2026, 11, 21)
MARK = re.compile(r"⟦([^|⟧]*)\|([^⟧]*)⟧")
"""`⟦with protection|without⟧`."""
CANARY = re.compile(r"kanari[a-z]+", re.IGNORECASE)
UNPUBLISHED, OMITTED = "7919", "8600000"
"""How many answers the month of the draft has; a value that an edition does not show, for a reason that it gives."""

QUOTE = """---
said_on: 2026-10-12
who: Kanariwer{name}
channel: call
mood: pain
need: Kanariwunsch{name}
basis: {{consent: {{reference: E-1, given: 2026-10-13, {terms}}}}}
media: {{key: kanariband{name}.mp3, sha256: {digest}}}
transcript: Kanariwortlaut{name}
captions: |
  00:00.300 --> 00:04.300
  Kanariuntertitel{name}
---
Kanarizitat{name}

⟦<!--|⟧ Kanarizusatz{name} ⟦-->|⟧
"""
TRANSLATION = """---
who: Kanariwho{name}
need: Kanarineed{name}
transcript: Kanariverbatim{name}
---
Kanariwords{name}
"""
TERMS = {
    "withdrawn": "scope: [site]⟦, withdrawn: 2026-11-01|⟧", "expired": "scope: [site]⟦, until: 2026-11-20|⟧",
    "unscoped": "scope: [mail⟦|, site⟧]", "drafted": "scope: [site]",
    "later": "scope: [site]⟦, withdrawn: 2026-11-10|⟧",
}  # fmt: skip
"""Quote → the terms of its consent. Its words still stand there, as if nobody had deleted them yet."""
EDITION = "briefings/editions/2026-10.md"
CLOSED, SEAL = "briefings/editions/2026-09.md", "briefings/editions/2026-09.sealed.json"
"""The edition that shows `later`, and was closed before the withdrawal."""

PRIVATE = {
    ".env": "schluessel", ".github/CODEOWNERS": "zustaendig", "briefings/notes.txt": "zettel",
    "briefings/quotes/notes.txt": "mitschrift", "docs/.env": "umgebung", "docs/CODEOWNERS": "besitzer",
    "docs/answers.csv": "antworten", "docs/answers.xlsx": "tabelle", "docs/decisions/0001.md": "beschluss",
    "docs/decisions/sketch.png": "skizze", "docs/_notes/plan.png": "vorhaben", "docs/media/unused.mp3": "unbenutzt",
    "metrics/exports/2026-10.csv": "befragte", ".cache/chefetage/seen.png": "zwischenlager",
}  # fmt: skip
"""File that is not copied → the canary in it. Without protection it is a picture in `docs/`, which is."""


def write(root: Path, files: Mapping[str, str | bytes]) -> None:
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())


def texts(*, protected: bool) -> dict[str, str]:
    """Return the files of the site."""
    found = {path.relative_to(AVIARY).as_posix(): path.read_text("utf-8") for path in AVIARY.rglob("*.*")}
    for name, terms in TERMS.items():
        sound = f"Kanariton{name}"
        digest = sha256(sound.encode()).hexdigest()
        found[f"briefings/quotes/{name}.md"] = QUOTE.format(name=name, terms=terms, digest=digest)
        found[f"briefings/quotes/{name}.en.md"] = TRANSLATION.format(name=name)
        found[f"docs/media/kanariband{name}.mp3"] = sound
    found |= {path if protected else f"docs/{name}.png": f"Kanari{name}" for path, name in PRIVATE.items()}
    found["hooks/mkdocs_hooks.py"] = "from chefetage.mkdocs_events import *\n"
    return {path: MARK.sub(lambda mark: mark[1 if protected else 2], text) for path, text in found.items()}


KNOWN = frozenset(
    {found.lower() for path, text in texts(protected=True).items() for found in CANARY.findall(f"{path} {text}")}
    | {UNPUBLISHED, OMITTED}
)
"""All canaries."""
OF_DRAFTS = frozenset(
    found.lower()
    for path, text in texts(protected=True).items()
    if "drafted" in path or "2026-11" in path or "/kanari" in path
    for found in CANARY.findall(f"{path} {text}")
) | {UNPUBLISHED}


def contents(path: Path) -> Iterator[bytes]:
    """Yield what a file holds, unpacked."""
    data = path.read_bytes()
    yield gzip.decompress(data) if path.suffix == ".gz" else data
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            yield from (packed.read(name) for name in packed.namelist())


def said(text: str) -> set[str]:
    """Return the canaries in a text, in whatever way it is written."""
    plain = unquote(html.unescape(text)).lower()
    ungrouped = re.sub(r"(?<=\d)[.,](?=\d{3})", "", plain)
    return {canary for canary in KNOWN if canary in plain or canary in ungrouped}


def seen(folder: Path) -> dict[str, str]:
    """Return the canaries in a folder, in names of files too, each with the first file that has it."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        inside = [data.decode("utf-8", "replace") for data in contents(path)] if path.is_file() else []
        for canary in said("\n".join([name, *inside])):
            found.setdefault(canary, name)
    return found


@dataclass(frozen=True)
class Out:
    """What a build or an export has written, and what it said."""

    root: Path
    folder: Path
    log: str


@pytest.fixture(scope="module")
def make(process, tmp_path_factory):
    """The function that writes a site once for all tests, after closing the edition of September in it."""
    open_site = tmp_path_factory.mktemp("open")
    later = "briefings/quotes/later.md"
    write(open_site, {**texts(protected=True), later: texts(protected=False)[later]})
    closed = process("chefetage", "close", "2026-09", cwd=open_site)
    assert closed.returncode == 0, closed.stdout + closed.stderr
    sealed = {path: (open_site / path).read_bytes() for path in (CLOSED, SEAL)}

    @cache
    def made(*command: str, protected: bool, drafts: str = "") -> Out:
        root = tmp_path_factory.mktemp("aviary")
        write(root, {**texts(protected=protected), **sealed})
        target = root / "out"
        with pytest.MonkeyPatch.context() as patched:
            patched.setenv("CHEFETAGE_DRAFTS", drafts)
            done = process(*command, target, cwd=root)
        assert done.returncode == 0, done.stdout + done.stderr
        return Out(root, target, done.stdout + done.stderr)

    return made


BUILD = ("mkdocs", "build", "--site-dir")
EXPORT = ("chefetage", "export")
FORMATS = ("text", "json", "github")


def test_no_canary_hides_in_another():
    assert [(one, other) for one in KNOWN for other in KNOWN if one != other and one in other] == []


@pytest.mark.parametrize("command", [BUILD, EXPORT], ids=["build", "export"])
def test_every_canary_is_seen_where_nothing_is_protected(make, command):
    assert KNOWN - seen(make(*command, protected=False).folder).keys() == frozenset()


@pytest.mark.parametrize("command", [BUILD, EXPORT], ids=["build", "export"])
def test_no_canary_is_seen_where_all_is_protected(make, command):
    found = seen(make(*command, protected=True).folder)
    found.pop(OMITTED)  # stands on the metric's own page, see below
    assert found == {}


def test_a_build_says_nothing_but_the_names_of_files(make):
    files = {path.stem for path in AVIARY.rglob("kanari*.md")}
    assert said(make(*BUILD, protected=True).log) <= files


def test_what_an_edition_does_not_show_is_on_none_of_its_pages(make):
    pages = [
        path.relative_to(folder).as_posix()
        for folder in [make(*BUILD, protected=True).folder]
        for path in folder.rglob("*.html")
        if OMITTED in said(path.read_text("utf-8"))
    ]
    assert [page for page in pages if "/metrics/" not in page] == []
    shown = make(*BUILD, protected=False).folder / "de" / "editions" / "2026-10.html"
    assert OMITTED in said(shown.read_text("utf-8"))


def test_a_build_to_look_at_shows_drafts_and_nothing_else(make):
    found = seen(make(*BUILD, protected=True, drafts="1").folder).keys()
    assert "kanarischlagzeile" in found
    assert found - OF_DRAFTS == {OMITTED}


def test_a_group_that_is_too_small_has_no_numbers(make):
    token = re.compile(r'data-token="nps[^"]*segment[^"]*">(.*?)</span>')
    pages = {
        protected: make(*BUILD, protected=protected).folder / "de/method/index.html" for protected in (True, False)
    }
    told = {protected: token.findall(page.read_text("utf-8")) for protected, page in pages.items()}
    assert len(told[True]) == len(told[False]) == 5
    assert [words for words in told[True] if re.search(r"\d", words)] == []
    assert told[False][:2] == ["67", "30"]


REFUSED = {
    "a denied name": ("Der Vorspann", "Kanarigesperrt", "denied-name"),
    "an address": ("Der Vorspann", "an kanari.vogel@kundenwelt.de", "private-mail"),
    "a number": ("Der Vorspann", "Anruf von 030 23125 014", "private-phone"),
    "a name": ("Der Vorspann", "Frau Kanarivogel", "private-name"),
}
"""What stops a build: what is replaced in the edition, by what, and what is found."""


@pytest.mark.parametrize("case", REFUSED)
def test_what_stops_a_build_is_told_without_repeating_it(process, tmp_path, case):
    old, new, check_id = REFUSED[case]
    files = texts(protected=True)
    write(tmp_path, files | {EDITION: files[EDITION].replace(old, new)})
    assembled = assemble(tmp_path, TODAY, denied=Denied(("Kanarivogel",)))
    assert check_id in {problem.id for problem in assembled.errors}
    written = [page.html for page in findings_site(assembled.problems, available(), ("de/index.html",)).pages]
    written += ["\n".join(report(assembled.problems, language)) for language in available()]
    checks = [["chefetage", "check", "--format", style] for style in FORMATS]
    for command in ([*BUILD, tmp_path / "out"], *checks):
        done = process(*command, cwd=tmp_path)
        assert done.returncode == 1
        written.append(done.stdout + done.stderr)
    for text in written:
        assert check_id in text
        assert not re.search(r"kanarigesperrt|kanari\.vogel|23125|kanarivogel", text, re.IGNORECASE)
    assert not (tmp_path / "out").exists()


ANSWERS = "answered,Anlass,Empfehlung,Name,Kommentar"
ROW = "2026-10-{day:02d},{group},{score},Kanarikunde,Kanariantwort"


def test_a_refresh_writes_neither_respondents_nor_small_groups(process, tmp_path):
    groups = {}
    for size in (3, 30):
        root = tmp_path / str(size)
        files = texts(protected=True)
        for path in ("metrics/snapshots/2026-10.json", "metrics/snapshots/2026-11.json", "metrics/claims.yml"):
            del files[path]
        files["metrics/sources.yml"] = files["metrics/sources.yml"].replace("    claims: {column: Kulanz}\n", "")
        rows = [ROW.format(day=1 + n % 28, group="planning" if n < size else "", score=n % 11) for n in range(100)]
        files["metrics/exports/2026-10.csv"] = "\n".join([ANSWERS, *rows]) + "\n"
        write(root, files)
        done = process("chefetage", "refresh", "--month", "2026-10", cwd=root)
        assert done.returncode == 0, done.stdout + done.stderr
        text = (root / "metrics/snapshots/2026-10.json").read_text("utf-8")
        assert not re.search("kanari", text + done.stdout + done.stderr, re.IGNORECASE)
        groups[size] = set(json.loads(text)["metrics"]["nps"]["groups"])
    assert groups == {3: {"all"}, 30: {"all", "occasion.planning"}}


def test_a_recording_that_was_swapped_is_not_published(demo, process, tmp_path):
    media = demo / "docs" / "media"
    media.mkdir(exist_ok=True)
    name, sound = "nachtigall", b"Ton"
    quote = MARK.sub(r"\2", QUOTE.format(name=name, terms="scope: [site]", digest=sha256(sound).hexdigest()))
    write(demo, {f"briefings/quotes/{name}.md": quote, f"docs/media/kanariband{name}.mp3": b"Etwas anderes"})
    done = process(*BUILD, tmp_path / "site", cwd=demo)
    assert done.returncode == 1
    assert "[swapped-recording]" in done.stdout + done.stderr


def test_words_without_consent_stop_a_pull_request_and_never_a_build(make, process):
    built = make(*BUILD, protected=True)
    assert "[words-after-withdrawal]" in built.log
    checked = process("chefetage", "check", cwd=built.root)
    assert checked.returncode == 1
    assert "briefings/quotes/withdrawn.md:3:1: Fehler:" in checked.stdout
