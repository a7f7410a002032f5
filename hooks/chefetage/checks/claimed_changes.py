"""A sentence says of a metric no more than its tested change.

Passes: „Die Weiterempfehlung ist gestiegen.“ in an edition whose test of that metric says so; „… ist nicht nachweisbar
gestiegen.“; a question, a hope, a quotation.
Fails: the same where no change can be shown, where there is nothing to compare with, or where it fell. A hint, as words
can mean more than a list of them knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.checks.passages import passages
from chefetage.checks.sentences import sentences
from chefetage.checks.subjects import subjects_of
from chefetage.locales.claims import Direction, claim_in
from chefetage.model.base import pick
from chefetage.model.estimate import Trend
from chefetage.model.location import Location
from chefetage.model.metric import Direction as Good
from chefetage.model.problem import Problem, Severity
from chefetage.stats.changes import change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.checks.passages import Passage
    from chefetage.checks.sentences import Sentence
    from chefetage.checks.subjects import Subject
    from chefetage.locales.claims import Claim
    from chefetage.model.metric import Metric
    from chefetage.model.project import Project

OPPOSITE = "claim-opposite"


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per sentence that claims a change of a metric which none of the tests bears out."""
    for passage in passages(project):
        for number, sentence in enumerate(sentences(passage.text)):
            claim = claim_in(sentence.text, passage.language)
            if claim is not None:
                subjects = subjects_of(project, passage, claim.clause, is_first=number == 0)
                yield from _unproven(project, passage, sentence, claim, subjects)


def _unproven(
    project: Project, passage: Passage, sentence: Sentence, claim: Claim, subjects: list[Subject]
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
