"""The same pages, whatever builds them."""

from __future__ import annotations

import filecmp
import re
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("engines")]

GENERATOR = re.compile(r'<meta name="generator"[^>]*>')


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def article(page: Path) -> str:
    text = page.read_text(encoding="utf-8")
    return text[text.index('<article class="ce') : text.rindex("</article>")]


def test_two_builds_of_the_same_day_give_the_same_bytes(root, site, process, tmp_path):
    assert process("mkdocs", "build", "--site-dir", tmp_path / "again", cwd=root).returncode == 0
    assert files(site) == files(tmp_path / "again")
    _, different, odd = filecmp.cmpfiles(site, tmp_path / "again", files(site), shallow=False)
    assert (different, odd) == ([], [])


def test_properdocs_gives_the_same_pages(root, site, process, tmp_path):
    built = process("properdocs", "build", "-f", "mkdocs.yml", "--strict", "--site-dir", tmp_path / "proper", cwd=root)
    assert built.returncode == 0, built.stderr
    pages = [name for name in files(site) if name.endswith(".html")]
    assert pages == [name for name in files(tmp_path / "proper") if name.endswith(".html")]
    for name in pages:
        ours, theirs = ((folder / name).read_text(encoding="utf-8") for folder in (site, tmp_path / "proper"))
        assert GENERATOR.sub("", ours) == GENERATOR.sub("", theirs), name


@pytest.fixture(scope="module")
def export(root, process, tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("export") / "out"
    exported = process("chefetage", "export", target, cwd=root)
    assert exported.returncode == 0, exported.stderr
    return target


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_exported_tree_builds_with_plain_mkdocs_to_the_same_articles(site, export, process, language):
    tree = export / language
    assert "hooks" not in (tree / "mkdocs.yml").read_text(encoding="utf-8")
    built = process("mkdocs", "build", "--strict", cwd=tree)
    assert built.returncode == 0, built.stderr
    pages = [path for path in sorted((site / language).rglob("*.html")) if path.name != "404.html"]
    assert len(pages) > 20
    for page in pages:
        name = page.relative_to(site / language)
        assert article(page) == article(tree / "site" / language / name), name


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_exported_tree_builds_with_zensical_to_the_same_words(site, export, process, language):
    built = process("zensical", "build", "--strict", cwd=export / language)
    assert built.returncode == 0, built.stdout + built.stderr
    words = re.compile(r"<[^>]*>")
    for page in sorted((site / language).rglob("*.html")):
        other = export / language / "site" / language / page.relative_to(site / language)
        assert words.sub("", article(page)) == words.sub("", article(other)), page.name


def test_an_export_replaces_an_earlier_one_and_nothing_else(root, export, process, tmp_path):
    assert process("chefetage", "export", export, cwd=root).returncode == 0
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    refused = process("chefetage", "export", tmp_path, cwd=root)
    assert refused.returncode == 2
    assert "Traceback" not in refused.stderr
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_each_language_has_its_own_search_index(site):
    for language, word, other in (("de", "Montagetag", "fitting day"), ("en", "fitting day", "Montagetag")):
        index = (site / language / "search" / "search_index.json").read_text(encoding="utf-8")
        assert word in index
        assert other not in index
        script = (site / language / "search" / "search_index.js").read_text(encoding="utf-8")
        assert script == f"var __index={index}"
    assert not (site / "search").exists()


def test_every_page_keeps_search_engines_out(site):
    pages = list(site.rglob("*.html"))
    assert [
        page.name for page in pages if '<meta name="robots" content="noindex">' not in page.read_text("utf-8")
    ] == []
    assert not list(site.glob("sitemap*"))


def test_no_page_names_another_host_but_in_links(site):
    outside = re.compile(r"""(?:src=|href=|url\(|@import\s|action=)["']?(https?:)?//[^"')\s]+""")
    allowed = re.compile(r"<a [^>]*>")
    for path in [*site.rglob("*.html"), *site.rglob("*.css")]:
        text = allowed.sub("", path.read_text(encoding="utf-8"))
        assert outside.findall(text) == [], path.name


def test_every_pages_pencil_opens_a_file_that_exists(root, site):
    pencil = re.compile(r'href="https://github\.com/lindenried/chefetage/edit/main/([^"]+)"')
    for path in sorted(site.glob("??/**/*.html")):
        named = pencil.findall(path.read_text(encoding="utf-8"))
        assert named, path.relative_to(site)
        for name in named:
            assert (root / name).is_file(), f"{path.relative_to(site)}: {name}"


def test_every_quote_ask_story_measure_and_study_has_a_pencil_of_its_own(site):
    for page, folder, least in (
        ("quotes", "quotes", 15), ("asks", "asks", 7), ("stories", "stories", 5), ("stories", "measures", 5),
        ("studies", "studies", 8), ("why", "why", 5),
    ):  # fmt: skip
        text = (site / "de" / page / "index.html").read_text(encoding="utf-8")
        assert len(set(re.findall(rf"/edit/main/briefings/{folder}/[a-z0-9-]+\.md", text))) >= least, folder


def test_a_chart_in_vega_lite_is_a_drawing_in_every_tree_and_what_was_drawn_is_kept_nowhere_in_it(site, export):
    for page in (site / "de" / "method" / "index.html", export / "de" / "docs" / "method" / "index.md"):
        text = page.read_text(encoding="utf-8")
        assert 'class="ce-plot ce-plot--wide"' in text
        assert "vega-lite" not in text
    assert [path for folder in (site, export) for path in folder.rglob("*.cache*")] == []
