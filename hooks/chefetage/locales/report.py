"""Findings as lines to read on a terminal: `path:line:col: severity: message [check-id]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.locales.locale import speak
from chefetage.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.model.base import Language
    from chefetage.model.problem import Problem


def report(problems: Sequence[Problem], language: Language) -> list[str]:
    """Return one line per finding, and a last line that counts them; nothing if there are none."""
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
    return [*lines, locale.say("findings.sum", counts=", ".join(counts))]


def _form(count: int) -> str:
    return "one" if count == 1 else "many"
