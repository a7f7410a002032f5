"""Style sheets, fonts and scripts: nothing from elsewhere, licences beside, contrasts kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from chefetage.charts.marks import Mark, draw_mark
from chefetage.locales import speak
from chefetage.outputs.bundle import SCRIPTS, STYLES, joined

if TYPE_CHECKING:
    from pathlib import Path

PAIRS = [
    ("ink", "paper", 4.5), ("ink-2", "paper", 4.5), ("ink-3", "paper", 4.5), ("ink", "wash", 4.5),
    ("ink-2", "wash", 4.5), ("ink-3", "wash", 4.5), ("good", "paper", 4.5), ("bad", "paper", 4.5),
    ("paper", "bad", 4.5), ("paper", "ac", 4.5), ("ink", "mid", 4.5), ("ink", "band", 4.5),
    ("on-py", "py", 4.5), ("on-py", "bad-py", 4.5), ("block-ink", "block", 4.5), ("block-ink-2", "block", 4.5),
    ("block-edge", "block", 3), ("edge", "paper", 3), ("py", "paper", 3), ("ac", "band", 3),
]  # fmt: skip


@pytest.fixture(scope="module")
def assets(theme: Path) -> Path:
    return theme / "assets" / "chefetage"


@pytest.fixture(scope="module")
def styles(assets: Path) -> str:
    return "\n".join(file.read_text("utf-8") for file in sorted((assets / "css").glob("*.css")))


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back", "needed"), PAIRS)
def test_contrasts_are_kept(assets: Path, front: str, back: str, needed: float, scheme: int) -> None:
    tokens = (assets / "css" / "tokens.css").read_text("utf-8")
    both = re.findall(r"--ce-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", tokens)
    colours = {name: (light, dark) for name, light, dark in both}
    colours |= {name: (same, same) for name, same in re.findall(r"--ce-([\w-]+): (#\w{6});", tokens)}
    lighter, darker = sorted((_luminance(colours[name][scheme]) for name in (front, back)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= needed


def test_style_sheets_load_nothing_but_our_fonts(assets: Path, styles: str) -> None:
    urls = re.findall(r"url\(\"?([^)\"]+)", styles)
    assert all((assets / "css" / url).resolve().is_file() for url in urls)
    assert "@import" not in styles


def test_every_style_sheet_is_joined(assets: Path) -> None:
    assert {*STYLES, "print"} == {file.stem for file in (assets / "css").glob("*.css")}


def test_what_is_joined_is_whole_and_without_comments(theme: Path, assets: Path) -> None:
    files = joined(theme)
    assert list(files) == ["assets/chefetage/css/chefetage.css", "assets/chefetage/javascript/early.js"]
    styles, script = files.values()
    assert "/*" not in styles + script
    assert all(f".ce-{name}" in styles for name in ("filter", "voice", "explain"))
    assert {"desk", "folder-frame", "wake", *SCRIPTS} == {file.stem for file in (assets / "javascript").glob("*.js")}


def test_braces_are_balanced(assets: Path) -> None:
    for file in (assets / "css").glob("*.css"):
        text = file.read_text("utf-8")
        assert text.count("{") == text.count("}"), file.name


def test_fonts_come_with_their_licences(assets: Path) -> None:
    assert {file.name for file in (assets / "fonts").glob("LICENSE*")} == {
        "LICENSE-public-sans.txt",
        "LICENSE-stix-two-text.txt",
    }


def test_every_mark_s_classes_are_styled(styles: str) -> None:
    drawn = "".join(draw_mark(mark) for mark in Mark)
    for class_ in {name for found in re.findall(r'class="([^"]+)"', drawn) for name in found.split()}:
        assert f".{class_}" in styles


def test_colours_stand_in_the_tokens_only(assets: Path) -> None:
    for file in (assets / "css").glob("*.css"):
        if file.stem not in {"tokens", "print"}:
            assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", file.read_text("utf-8")), file.name


def test_templates_ask_for_words_that_exist(theme: Path) -> None:
    asked = {
        key for file in theme.rglob("*.html") for key in re.findall(r"words\[\"([\w.-]+)\"\]", file.read_text("utf-8"))
    } - {"material."}
    for language in ("de", "en"):
        assert asked <= set(speak(language).texts("theme"))


def test_motion_is_only_for_those_who_want_it(styles: str) -> None:
    outside = re.sub(r"@media \(prefers-reduced-motion: no-preference\) \{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", styles)
    assert "transition:" not in outside
