"""A mistake stops a build with its place and its remedy, and never with a traceback."""

from __future__ import annotations

import re

import pytest

pytestmark = [pytest.mark.slow]

EDITION = "briefings/editions/2026-10.md"


def spoil(demo, pattern: str, replacement: str, name: str = EDITION) -> None:
    path = demo / name
    text, count = re.subn(pattern, replacement, path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    assert count == 1
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("strict", [[], ["--strict"]])
@pytest.mark.parametrize(
    ("pattern", "replacement", "check"),
    [
        (r"\{\{ complete \}\}", "{{ complet }}", "unknown-in-token"),
        (r"^owner: .*\n", "", "missing-field"),
        (r"^asks: \[", "asks: [[", "[a-z-]+"),
    ],
)
def test_a_build_fails_with_or_without_strict(demo, process, strict, pattern, replacement, check):
    spoil(demo, pattern, replacement)
    built = process("mkdocs", "build", *strict, cwd=demo)
    assert built.returncode == 1
    output = built.stdout + built.stderr
    assert "Traceback" not in output
    assert re.search(rf"{EDITION}:\d+:\d+: Fehler: .+ \[{check}\]", output)


def test_all_findings_come_together(demo, process):
    spoil(demo, r"\{\{ complete \}\}", "{{ complet }}")
    spoil(demo, r"^owner: .*\n", "", "briefings/editions/2026-09.md")
    spoil(demo, r"^due: .*", "due: 27.11.2026", "briefings/asks/restteillager.md")
    built = process("mkdocs", "build", cwd=demo)
    for found in ("2026-10.md", "2026-09.md", "restteillager.md"):
        assert found in built.stdout + built.stderr
    assert "3 Fehler" in built.stdout + built.stderr


def test_check_prints_the_same_and_exits_with_one(demo, process):
    spoil(demo, r"\{\{ complete \}\}", "{{ complet }}")
    built, checked = process("mkdocs", "build", cwd=demo), process("chefetage", "check", cwd=demo)
    assert checked.returncode == 1
    (line,) = [line for line in checked.stdout.splitlines() if "unknown-in-token" in line]
    assert line in built.stdout + built.stderr
    english = process("chefetage", "check", "--lang", "en", cwd=demo)
    assert "error: " in english.stdout


def test_the_demo_itself_has_no_errors(root, process):
    checked = process("chefetage", "check", cwd=root)
    assert checked.returncode == 0, checked.stdout


def test_drafts_reach_no_output(demo, process, tmp_path):
    draft = demo / "briefings/editions/2026-11.md"
    assert "status: draft" in draft.read_text(encoding="utf-8")
    spoil(demo, r"^headline: .*", "headline: Geheimwort Rhabarber.", "briefings/editions/2026-11.md")
    assert process("mkdocs", "build", "--site-dir", tmp_path / "site", cwd=demo).returncode == 0
    assert process("chefetage", "export", tmp_path / "export", cwd=demo).returncode == 0
    leaks = [
        path for folder in ("site", "export") for path in (tmp_path / folder).rglob("*")
        if path.is_file() and (b"Rhabarber" in path.read_bytes() or "2026-11" in path.name)
    ]  # fmt: skip
    assert leaks == []


def test_the_day_of_withdrawal_is_enough_to_take_a_quote_off_every_page(demo, process, tmp_path):
    words = "Ihr Mitarbeiter isst vermutlich zu Hause"
    assert process("mkdocs", "build", "--site-dir", tmp_path / "before", cwd=demo).returncode == 0
    assert any(words in path.read_text(encoding="utf-8") for path in (tmp_path / "before").rglob("*.html"))
    spoil(demo, r"given: 2026-10-19,", "given: 2026-10-19, withdrawn: 2026-11-20,", "briefings/quotes/campingkocher.md")
    built = process("mkdocs", "build", "--site-dir", tmp_path / "after", cwd=demo)
    assert built.returncode == 0, built.stdout + built.stderr
    leaks = [
        path for path in (tmp_path / "after").rglob("*")
        if path.is_file() and any(word in path.read_bytes() for word in (words.encode(), b"presumably eats at home"))
    ]  # fmt: skip
    assert leaks == []


def test_a_title_that_looks_like_a_tag_is_text_in_search_and_in_the_browsers_tab(demo, process, tmp_path):
    spoil(demo, r"^headline: .*", 'headline: "<img src=x onerror=alert(1)> fehlt."')
    assert process("mkdocs", "build", "--site-dir", tmp_path / "site", cwd=demo).returncode == 0
    assert process("chefetage", "export", tmp_path / "export", cwd=demo).returncode == 0
    texts = [
        path.read_text(encoding="utf-8") for folder in ("site", "export") for path in (tmp_path / folder).rglob("*")
        if path.suffix in {".html", ".json", ".js", ".md"}
    ]  # fmt: skip
    assert any("&lt;img src=x onerror=alert(1)&gt; fehlt" in text for text in texts)
    assert [text[:80] for text in texts if "<img src=x" in text] == []


def test_an_attachment_stands_in_every_language_and_a_link_out_of_the_project_in_none(demo, process, tmp_path):
    (demo / "docs" / "plan.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("Rhabarber", encoding="utf-8")
    (demo / "docs" / "leak.txt").symlink_to(tmp_path / "secret.txt")
    brand = demo / "brand.yml"
    brand.write_text(brand.read_text(encoding="utf-8") + "logo: plan.svg\n", encoding="utf-8")
    built = process("mkdocs", "build", "--strict", "--site-dir", tmp_path / "site", cwd=demo)
    assert built.returncode == 0, built.stdout + built.stderr
    for language in ("de", "en"):
        assert (tmp_path / "site" / language / "plan.svg").is_file()
        home = (tmp_path / "site" / language / "metrics" / "nps.html").read_text(encoding="utf-8")
        assert '<img src="../plan.svg" alt="">' in home
    assert not list((tmp_path / "site").rglob("leak.txt"))


def test_a_logo_that_does_not_exist_is_an_error(demo, process):
    brand = demo / "brand.yml"
    brand.write_text(brand.read_text(encoding="utf-8") + "logo: gibt-es-nicht.svg\n", encoding="utf-8")
    checked = process("chefetage", "check", cwd=demo)
    assert checked.returncode == 1
    assert "[missing-logo]" in checked.stdout


def test_check_finds_a_link_from_a_published_edition_to_a_draft(demo, process):
    spoil(demo, r"\Z", "\n[Nächste](2026-11.md)\n")
    checked = process("chefetage", "check", cwd=demo)
    assert checked.returncode == 1
    assert "[link-to-draft]" in checked.stdout
