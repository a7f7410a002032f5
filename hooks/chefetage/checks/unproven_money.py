"""No amount of money stands beside a change that cannot be shown: it would reckon with what may be chance.

Passes: „Der Rückruf spart 40.000 €.“ in a measure, with quantity and rate; an amount beside a metric whose change is
proven; beside a metric that is money itself; a price.
Fails: „Die Weiterempfehlung bringt uns 40.000 € im Jahr.“ where no change of that metric can be shown. A hint, as the
sentence may speak of something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.checks.passages import passages
from chefetage.checks.sentences import sentences
from chefetage.checks.subjects import subjects_of
from chefetage.locales.figures import claimed_money
from chefetage.model.base import pick
from chefetage.model.estimate import Trend
from chefetage.model.location import Location
from chefetage.model.metric import MetricKind
from chefetage.model.problem import Problem, Severity
from chefetage.stats.changes import change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.checks.subjects import Subject
    from chefetage.model.project import Project

ID = "unproven-money"
_PROVEN = frozenset({Trend.UP, Trend.DOWN})


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per sentence with an amount that is about metrics of which no change can be shown."""
    for passage in passages(project):
        for sentence in sentences(passage.text):
            amount = claimed_money(sentence.text, passage.language)
            if amount is None:
                continue
            # All that is said in a comment is about its metric.
            subjects = subjects_of(project, passage, sentence.text, is_first=True)
            if not subjects or any(_may_be_worth_something(project, each) for each in subjects):
                continue
            name = pick(project.metrics[subjects[0].metric].name, passage.language)
            params = {
                "found": amount.written, "metric": name.value if name else subjects[0].metric,
                "month": subjects[0].month,
            }  # fmt: skip
            start = passage.start
            place = Location(start.path, start.line + sentence.line) if passage.is_prose else start
            yield Problem(place, Severity.HINT, ID, params)


def _may_be_worth_something(project: Project, subject: Subject) -> bool:
    if project.metrics[subject.metric].kind is MetricKind.MONEY:
        return True
    return change(project, subject.metric, subject.month, subject.group, project.today).trend in _PROVEN
