"""Findings for programs: JSON, and what GitHub shows beside the lines of a pull request."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from chefetage.cli.summary import ROWS, as_code, as_words
from chefetage.locales.report import more_hints
from chefetage.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.checks.budget import Told
    from chefetage.locales import Locale
    from chefetage.model.problem import Problem

ANNOTATIONS = 10
"""So many of a kind GitHub shows per step; what comes after them it drops without a word."""

_LEVELS = {Severity.ERROR: "error", Severity.HINT: "notice"}


def as_json(told: Told, locale: Locale) -> str:
    """Return `{"errors": 1, "hints": 0, "held_back": 0, "findings": […]}`.

    Places are counted from 1, messages are in one language.
    """
    findings = [
        {
            "check": problem.id,
            "severity": str(problem.severity),
            "file": problem.location.path,
            "line": problem.location.line,
            "column": problem.location.column,
            "message": locale.problem(problem),
        }
        for problem in told.problems
    ]
    errors = sum(problem.severity is Severity.ERROR for problem in told.problems)
    hints = len(told.problems) - errors
    counted = {"errors": errors, "hints": hints, "held_back": told.held_back, "findings": findings}
    return json.dumps(counted, ensure_ascii=False, indent=2)


def as_annotations(problems: Sequence[Problem], locale: Locale) -> list[str]:
    """Return the commands that put the first ten findings beside the lines of a pull request.

    Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands.
    """
    return [
        f"::{_LEVELS[problem.severity]} file={_property(problem.location.path)},line={problem.location.line},"
        f"col={problem.location.column},title={_property(locale.say(f'findings.{problem.severity}'))} "
        f"[{problem.id}]::{_data(locale.problem(problem))}"
        for problem in problems[:ANNOTATIONS]
    ]


def as_summary(told: Told, locale: Locale) -> str:
    """Return all findings as a Markdown table, for the summary of a job."""
    problems = told.problems
    if not problems:
        return f"{locale.say('findings.none')}\n"
    columns = [locale.say(f"findings.column.{name}") for name in ("severity", "place", "message")]
    lines = [f"| {' | '.join(columns)} |", "|---|---|---|"]
    lines += [
        f"| {locale.say(f'findings.{problem.severity}')} | `{as_code(str(problem.location))}` | "
        f"{as_words(locale.problem(problem))} `{problem.id}` |"
        for problem in problems[:ROWS]
    ]
    if len(problems) > ROWS:
        lines += ["", locale.say("findings.more", count=len(problems) - ROWS)]
    for line in more_hints(told.held_back, locale):
        lines += ["", line]
    return "\n".join(lines) + "\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
