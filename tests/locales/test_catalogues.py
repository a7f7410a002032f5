"""Every language says everything."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from chefetage.locales import available, speak
from chefetage.locales.catalogue import catalogue

PLACEHOLDER = re.compile(r"\{(\w*)[^{}]*\}")
PACKAGE = Path(__file__).parent.parent.parent / "hooks" / "chefetage"


@pytest.mark.parametrize("language", [code for code in available() if code != "de"])
def test_every_language_has_the_same_keys(language):
    assert set(catalogue(language)) == set(catalogue("de"))


@pytest.mark.parametrize("language", [code for code in available() if code != "de"])
def test_every_text_has_the_same_placeholders_in_every_language(language):
    german, other = catalogue("de"), catalogue(language)
    different = [
        key for key in german
        if set(PLACEHOLDER.findall(german[key])) != set(PLACEHOLDER.findall(other.get(key, german[key])))
        and not key.startswith("values.")  # a language may need a part of a basis that another does not
    ]  # fmt: skip
    assert different == []


def test_every_text_that_the_code_names_in_full_exists():
    missing = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "say"
                and node.args and isinstance(node.args[0], ast.Constant)
            ):  # fmt: skip
                key = str(node.args[0].value)
                if not (speak("de").knows(key) or speak("de").knows(f"site.{key}")):
                    missing.append(f"{path.name}: {key}")
    assert missing == []


def test_german_typography_is_kept():
    """No straight quotation marks, no hyphen for a minus or a dash, no breaking space before a percent sign."""
    wrong = {
        key: text for key, text in catalogue("de").items()
        if '"' in re.sub(r"<[^>]*>", "", text) or " - " in text or re.search(r"[\d}] %", text)
    }  # fmt: skip
    assert wrong == {}


@pytest.mark.parametrize("language", available())
def test_no_text_is_cut_off_by_a_number_sign_that_yaml_takes_for_a_comment(language):
    cut = re.compile(r"""^\s*[\w"-]+: [^"'|>\n].* #""", re.MULTILINE)
    files = (PACKAGE / "locales" / language).glob("*.yml")
    assert [line for file in files for line in cut.findall(file.read_text(encoding="utf-8"))] == []
