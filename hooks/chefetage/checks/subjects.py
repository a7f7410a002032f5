"""What a sentence is about: metrics that it names, or shows by a token, in all customers or a group of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from chefetage.model.base import pick
from chefetage.model.month import Month
from chefetage.model.snapshot import ALL

if TYPE_CHECKING:
    from chefetage.checks.passages import Passage
    from chefetage.model.metric import Metric
    from chefetage.model.project import Project

_TOKEN = re.compile(
    r"\{\{\s*(?P<metric>[a-z0-9-]+)(?:\.(?P<month>\d{4}-\d\d))?(?:\.segment\.(?P<group>[a-z0-9-]+\.[a-z0-9-]+))?"
)


class Subject(NamedTuple):
    """What a sentence may be about."""

    metric: str
    group: str
    month: Month


def subjects_of(project: Project, passage: Passage, clause: str, *, is_first: bool) -> list[Subject]:
    """Return what a clause is about: metrics with a token or by name; a comment's first sentence, its own metric."""
    subjects: list[Subject] = []
    for token in _TOKEN.finditer(clause):
        if token["metric"] in project.metrics:
            months = (Month.parse(token["month"]),) if token["month"] else passage.months
            subjects += [Subject(token["metric"], token["group"] or ALL, month) for month in months]
    named = [metric.id for metric in project.metrics.values() if _names(clause, metric, passage.language)]
    if not named and not subjects and is_first and passage.about in project.metrics:
        named = [passage.about] if passage.about else []
    groups = _groups(project, clause, passage.language) or [ALL]
    return subjects + [
        Subject(metric, group, month) for metric in named for group in groups for month in passage.months
    ]


def _names(clause: str, metric: Metric, language: str) -> bool:
    name = pick(metric.name, language)
    return name is not None and _stands_in(name.value, clause)


def _groups(project: Project, clause: str, language: str) -> list[str]:
    """Return the groups that a clause names."""
    return [
        f"{dimension_id}.{group_id}"
        for dimension_id, dimension in project.dimensions.items()
        for group_id, group in dimension.values.items()
        if (name := pick(group.name, language)) is not None and _stands_in(name.value, clause)
    ]


def _stands_in(name: str, clause: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", clause, re.IGNORECASE) is not None
