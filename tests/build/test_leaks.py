"""What must not be public reaches no output: neither words, nor recordings, nor addresses."""

from __future__ import annotations

import re
from hashlib import sha256

import pytest

pytestmark = [pytest.mark.slow]

QUOTE = """---
said_on: 2026-10-12
channel: call
mood: pain
basis:
  {basis}
media: {{key: {key}.mp3, sha256: {digest}}}
{words}
"""
CONSENT = "consent: {{reference: E-1, scope: [site], given: 2026-10-13{more}}}"


def write_quote(demo, name: str, *, words: bool = True, more: str = "") -> None:
    text = QUOTE.format(
        basis=CONSENT.format(more=more), key=name, digest=sha256(b"Ton " + name.encode()).hexdigest(),
        words=f"who: Wer {name}\ntranscript: Mitschrift {name}\n---\nWorte {name}." if words else "---",
    )  # fmt: skip
    (demo / "briefings" / "quotes" / f"{name}.md").write_text(text, encoding="utf-8")
    (demo / "docs" / "media").mkdir(exist_ok=True)
    (demo / "docs" / "media" / f"{name}.mp3").write_bytes(b"Ton " + name.encode())


def test_canaries_reach_no_output(demo, process, tmp_path):
    write_quote(demo, "kanari-zurueckgezogen", words=False, more=", withdrawn: 2026-11-01")
    write_quote(demo, "kanari-worte-noch-da", more=", withdrawn: 2026-11-01")
    write_quote(demo, "kanari-abgelaufen", more=", until: 2026-11-01")
    write_quote(demo, "kanari-entwurf")
    write_quote(demo, "nachtigall")
    draft = demo / "briefings" / "editions" / "2026-11.md"
    draft.write_text(draft.read_text(encoding="utf-8") + "\n```quote\nkanari-entwurf\n```\n", encoding="utf-8")
    published = demo / "briefings" / "editions" / "2026-10.md"
    text = re.sub(r"^quotes: \[", "quotes: [kanari-worte-noch-da, kanari-abgelaufen, nachtigall, ",
                  published.read_text(encoding="utf-8"), flags=re.MULTILINE)  # fmt: skip
    published.write_text(text, encoding="utf-8")
    for command in (["mkdocs", "build", "--site-dir", tmp_path / "site"], ["chefetage", "export", tmp_path / "export"]):
        done = process(*command, cwd=demo)
        assert done.returncode == 0, done.stdout + done.stderr
    told = re.compile(rb"(Wer|Worte|Mitschrift|Ton) kanari")
    for folder in ("site", "export"):
        files = [path for path in (tmp_path / folder).rglob("*") if path.is_file()]
        assert [path for path in files if told.search(path.read_bytes())] == []
        assert [path for path in files if "kanari" in path.name] == []
        assert any(b"Worte nachtigall" in path.read_bytes() for path in files)
        assert any(path.name == "nachtigall.mp3" for path in files)
    for path in (tmp_path / "site").rglob("*.html"):
        assert b"kanari-entwurf" not in path.read_bytes(), path


def test_a_recording_that_was_swapped_is_not_published(demo, process, tmp_path):
    write_quote(demo, "nachtigall")
    (demo / "docs" / "media" / "nachtigall.mp3").write_bytes(b"Etwas anderes")
    done = process("mkdocs", "build", "--site-dir", tmp_path / "site", cwd=demo)
    assert done.returncode == 1
    assert "[swapped-recording]" in done.stdout + done.stderr


def test_words_without_consent_stop_a_pull_request_and_never_a_build(demo, process, tmp_path):
    write_quote(demo, "kanari-worte-noch-da", more=", withdrawn: 2026-11-01")
    checked = process("chefetage", "check", cwd=demo)
    assert checked.returncode == 1
    assert "briefings/quotes/kanari-worte-noch-da.md:11:1: Fehler:" in checked.stdout
    built = process("mkdocs", "build", "--site-dir", tmp_path / "site", cwd=demo)
    assert built.returncode == 0
    assert "[words-after-withdrawal]" in built.stdout + built.stderr
