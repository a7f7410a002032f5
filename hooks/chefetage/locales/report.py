"""Findings as lines to read on a terminal: `path:line:col: severity: message [check-id]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.locales.locale import speak
from chefetage.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.locales.locale import Locale
    from chefetage.model.base import Language
    from chefetage.model.problem import Problem


def report(problems: Sequence[Problem], language: Language, held_back: int = 0) -> list[str]:
    """Return one line per finding, one that counts them, and one for hints that are not shown; nothing if none are."""
    if not problems:
        return []
    locale = speak(language)
    lines = [
        f"{problem.location}: {locale.say(f'findings.{problem.severity}')}: {locale.problem(problem)} [{problem.id}]"
        for problem in problems
    ]
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    hints = len(problems) - errors
    counts = [
        locale.say(f"findings.{name}.{_form(count)}", count=count)
        for name, count in (("errors", errors), ("hints", hints))
        if count
    ]
    return [*lines, locale.say("findings.sum", counts=", ".join(counts)), *more_hints(held_back, locale)]


def more_hints(count: int, locale: Locale) -> list[str]:
    """Return the line that says how many hints are not shown; none if there are none."""
    return [locale.say(f"findings.held-back.{_form(count)}", count=count)] if count else []


def _form(count: int) -> str:
    return "one" if count == 1 else "many"
