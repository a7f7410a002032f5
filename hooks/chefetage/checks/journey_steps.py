"""The journey and the quotes call its steps by the same names, and its groups exist.

Passes: `step: Einbau` in a quote, with a step of that name in `docs/journey.yml`; any step where there is no journey.
Fails: `step: Einbauen`; `group: occasion.fiting`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.nearest import nearest
from chefetage.model.problem import Problem, Severity
from chefetage.model.project import EVERY_ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

UNKNOWN_STEP = "unknown-step"
UNKNOWN_GROUP = "unknown-step-group"


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per name that the journey does not know, and one error per group that does not exist."""
    if not project.is_left_out("dimension", EVERY_ID):
        yield from _groups(project)
    if project.steps and not project.is_left_out("step", EVERY_ID):
        yield from _names(project)


def _names(project: Project) -> Iterator[Problem]:
    for quote in project.quotes.values():
        for language, words in quote.step.items():
            known = [step.name[language] for step in project.steps.values() if language in step.name]
            if known and words.casefold() not in {name.casefold() for name in known}:
                params = {"found": words, "nearest": nearest(words, known)}
                yield Problem(quote.at("step", language), Severity.HINT, UNKNOWN_STEP, params)


def _groups(project: Project) -> Iterator[Problem]:
    known = [f"{name}.{group}" for name, dimension in project.dimensions.items() for group in dimension.values]
    for step in project.steps.values():
        if step.group is None or step.group in known:
            continue
        if not project.is_left_out("dimension", step.group.partition(".")[0]):
            params = {"found": step.group, "nearest": nearest(step.group, known)}
            yield Problem(step.at("group"), Severity.ERROR, UNKNOWN_GROUP, params)
