"""Hints that a team has switched off."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import chefetage
from chefetage.build import assemble
from chefetage.checks.ranking import RANKING, RIGHTS
from chefetage.locales.problems import problem_ids

TODAY = date(2026, 11, 21)
EDITION = "briefings/editions/2026-10.md"
PACKAGE = Path(chefetage.__file__).parent
LAYERS = ("build.py", "checks", "content", "pages")
"""What `chefetage check` runs through; `refresh` and `inspect` have hints of their own."""


def test_a_hint_with_a_reason_is_not_told_any_more(site):
    site.replace(EDITION, "- Ein Teil fehlt.", "- " + "Wort " * 21)
    assert "long-message" in {problem.id for problem in assemble(site.root, TODAY).problems}
    site.write("checks.yml", "hints: {off: {long-message: Die Leitung liest gern.}}\n")
    assert "long-message" not in {problem.id for problem in assemble(site.root, TODAY).problems}


def test_an_unknown_name_and_the_name_of_an_error_are_found(site):
    site.write("checks.yml", "hints:\n  off:\n    long-mesage: x\n    edited-snapshot: x\n    did-you-mean: x\n")
    assert site.found() == [
        "checks.yml:3:5 error unknown-hint", "checks.yml:4:5 error not-a-hint", "checks.yml:5:5 error unknown-hint"
    ]  # fmt: skip
    assert site.problems()[0].params["nearest"] == "long-message"


def test_every_hint_has_a_rank_and_every_rank_a_hint():
    assert set(RANKING) | set(RIGHTS) == hints_in_the_code()
    assert len(set(RANKING) | set(RIGHTS)) == len(RANKING) + len(RIGHTS)


def hints_in_the_code() -> set[str]:
    """Return every id that some call in the code makes a hint of."""
    return {
        check_id
        for layer in LAYERS
        for path in sorted([PACKAGE / layer] if layer.endswith(".py") else (PACKAGE / layer).rglob("*.py"))
        for check_id in _hints(ast.parse(path.read_text("utf-8")))
    } & problem_ids()


def _hints(module: ast.Module) -> set[str]:
    names = {
        target.id: _texts(node.value, {})
        for node in ast.walk(module) if isinstance(node, ast.Assign)
        for target in node.targets if isinstance(target, ast.Name)
    }  # fmt: skip
    pairs = {
        target.id: [value]
        for node in ast.walk(module) if isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple)
        for into in node.targets if isinstance(into, ast.Tuple)
        for target, each in zip(into.elts, node.value.elts, strict=True) if isinstance(target, ast.Name)
        for value in _texts(each, {})
    }  # fmt: skip
    perhaps = {
        target.id
        for node in ast.walk(module) if isinstance(node, ast.Assign) and _is_hint(node.value, set())
        for target in node.targets if isinstance(target, ast.Name)
    }  # fmt: skip
    calls = [node for node in ast.walk(module) if isinstance(node, ast.Call)]
    found: set[str] = set()
    for call in calls:
        is_hint = isinstance(call.func, ast.Attribute) and call.func.attr == "hint"
        if is_hint or any(_is_hint(argument, perhaps) for argument in call.args):
            found |= {text for argument in call.args for text in _texts(argument, {**names, **pairs})}
    return found


def _is_hint(node: ast.expr, perhaps: set[str]) -> bool:
    """Whether an expression is the severity of a hint, or may be."""
    parts = list(ast.walk(node))
    return any(isinstance(part, ast.Attribute) and part.attr == "HINT" for part in parts) or (
        isinstance(node, ast.Name) and node.id in perhaps
    )


def _texts(node: ast.expr, names: dict[str, list[str]]) -> list[str]:
    """Return every text that an expression may stand for; of a text with a gap, all that begin so."""
    texts: list[str] = []
    for part in ast.walk(node):
        if isinstance(part, ast.JoinedStr):
            start = part.values[0]
            if isinstance(start, ast.Constant):
                texts += [each for each in problem_ids() if each.startswith(str(start.value))]
        elif isinstance(part, ast.Constant) and isinstance(part.value, str):
            texts.append(part.value)
        elif isinstance(part, ast.Name):
            texts += names.get(part.id, [])
    return texts
