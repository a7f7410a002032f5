"""What was found in an export, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from chefetage.locales import Locale
    from chefetage.model.problem import Problem


def message(problem: Problem, locale: Locale) -> str:
    """Return a finding's message without its place."""
    params = {**problem.params, "row": problem.location.line}
    text = locale.say(f"commands.sources.{problem.id}", **params)
    count = problem.params.get("count")
    if isinstance(count, int) and count > 1 and locale.knows(f"commands.sources.{problem.id}-many"):
        text = locale.say(f"commands.sources.{problem.id}-many", **params)
    near = problem.params.get("nearest")
    return text + locale.say("commands.sources.did-you-mean", nearest=near) if near else text


def finding_lines(problems: Iterable[Problem], locale: Locale) -> Iterator[str]:
    """Yield a line per finding, as other commands print them: `path:row:column: severity: message [id]`."""
    for problem in problems:
        severity = locale.say(f"findings.{problem.severity}")
        yield f"{problem.location}: {severity}: {message(problem, locale)} [{problem.id}]"
