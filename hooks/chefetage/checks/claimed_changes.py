"""A sentence says of a metric no more than its tested change.

Passes: „Die Weiterempfehlung ist gestiegen.“ in an edition whose test of that metric says so; „… ist nicht nachweisbar
gestiegen.“; a question, a hope, a quotation.
Fails: the same where no change can be shown, where there is nothing to compare with, or where it fell. A hint, as words
can mean more than a list of them knows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from chefetage.checks.passages import passages
from chefetage.checks.sentences import sentences
from chefetage.locales.claims import Direction, claim_in
from chefetage.model.base import pick
from chefetage.model.estimate import Trend
from chefetage.model.location import Location
from chefetage.model.metric import Direction as Good
from chefetage.model.month import Month
from chefetage.model.problem import Problem, Severity
from chefetage.model.snapshot import ALL
from chefetage.stats.changes import change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.checks.passages import Passage
    from chefetage.checks.sentences import Sentence
    from chefetage.locales.claims import Claim
    from chefetage.model.metric import Metric
    from chefetage.model.project import Project

OPPOSITE = "claim-opposite"
_TOKEN = re.compile(
    r"\{\{\s*(?P<metric>[a-z0-9-]+)(?:\.(?P<month>\d{4}-\d\d))?(?:\.segment\.(?P<group>[a-z0-9-]+\.[a-z0-9-]+))?"
)


class _Subject(NamedTuple):
    """What a sentence may be about."""

    metric: str
    group: str
    month: Month


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per sentence that claims a change of a metric which none of the tests bears out."""
    for passage in passages(project):
        for number, sentence in enumerate(sentences(passage.text)):
            claim = claim_in(sentence.text, passage.language)
            if claim is not None:
                subjects = _subjects(project, passage, claim.clause, is_first=number == 0)
                yield from _unproven(project, passage, sentence, claim, subjects)


def _unproven(
    project: Project, passage: Passage, sentence: Sentence, claim: Claim, subjects: list[_Subject]
) -> Iterator[Problem]:
    trends = [change(project, each.metric, each.month, each.group, project.today).trend for each in subjects]
    if not subjects or any(
        _bears_out(trend, claim.direction, project.metrics[subject.metric])
        for trend, subject in zip(trends, subjects, strict=True)
    ):
        return
    subject, trend = subjects[0], trends[0]
    name = pick(project.metrics[subject.metric].name, passage.language)
    params = {"found": claim.words, "metric": name.value if name else subject.metric, "month": subject.month}
    place = Location(passage.start.path, passage.start.line + sentence.line) if passage.is_prose else passage.start
    check_id = OPPOSITE if trend in {Trend.UP, Trend.DOWN} else f"claim-{trend.value}"
    yield Problem(place, Severity.HINT, check_id, params)


def _bears_out(trend: Trend, direction: Direction, metric: Metric) -> bool:
    if direction in {Direction.UP, Direction.DOWN}:
        up = direction is Direction.UP
    else:
        up = (direction is Direction.BETTER) is (metric.direction is Good.UP)
    return trend is (Trend.UP if up else Trend.DOWN)


def _subjects(project: Project, passage: Passage, clause: str, *, is_first: bool) -> list[_Subject]:
    """Return what a clause is about: metrics with a token or by name; a comment's first sentence, its own metric."""
    subjects: list[_Subject] = []
    for token in _TOKEN.finditer(clause):
        if token["metric"] in project.metrics:
            months = (Month.parse(token["month"]),) if token["month"] else passage.months
            subjects += [_Subject(token["metric"], token["group"] or ALL, month) for month in months]
    named = [metric.id for metric in project.metrics.values() if _names(clause, metric, passage.language)]
    if not named and not subjects and is_first and passage.about in project.metrics:
        named = [passage.about] if passage.about else []
    groups = _groups(project, clause, passage.language) or [ALL]
    return subjects + [
        _Subject(metric, group, month) for metric in named for group in groups for month in passage.months
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
