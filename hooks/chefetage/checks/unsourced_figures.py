"""A figure in a text says where it comes from.

Passes: `{{ solved }}`; „40 %“ in a text with a metric's token, a block or a link; in a comment on a metric, or in an
item with metrics, studies, measures, cost or benefit of its own; a figure that stands in what the edition shows; a
price, as any amount below a thousand; whatever a story or a visit tells of one customer.
Fails: „80 % aller Kunden verzeihen einen Fehler.“ or „Das kostet uns 2 Mio. €.“, with nothing to look it up in.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from chefetage.checks.written import written
from chefetage.locales.figures import claimed_figure, figures
from chefetage.model.edition import Edition
from chefetage.model.measure import Benefit
from chefetage.model.money import Span
from chefetage.model.problem import Problem, Severity
from chefetage.model.texts import texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.checks.written import Written
    from chefetage.model.base import Item
    from chefetage.model.project import Project

ID = "unsourced-figure"
_SOURCE = re.compile(r"\{\{|\]\([^()\n]+\)|^[ \t]*(?:```+|~~~+)[ \t]*(?:metrics|chart|study|measure)\b", re.MULTILINE)
_FACTS = ("metrics", "studies", "measures", "cost", "benefit", "source")
_KINDS = frozenset({"edition", "ask", "argument"})
_SHOWN = {"asks": "ask", "measures": "measure"}


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per text, at the first sentence whose figure nobody can look up."""
    for each in written(project):
        if each.kind not in _KINDS or each.text.field == "commentary" or _has_source(each):
            continue
        known: frozenset[Decimal] | None = None
        for sentence in each.sentences:
            found = claimed_figure(sentence.text, each.text.language)
            if found is None:
                continue
            known = _figures_shown(project, each.item) if known is None else known
            if found.value not in known:
                yield Problem(each.at(sentence), Severity.HINT, ID, {"found": found.written})
                break


def _has_source(each: Written) -> bool:
    if _SOURCE.search(each.text.text):
        return True
    # What an edition shows is not what each of its sentences speaks of.
    return not isinstance(each.item, Edition) and any(getattr(each.item, name, None) for name in _FACTS)


def _figures_shown(project: Project, item: Item) -> frozenset[Decimal]:
    """Return the figures in what an edition shows besides its own words, and in a body that names its sources."""
    if not isinstance(item, Edition):
        return frozenset()
    shown = [
        project.of_kind(kind)[each]
        for name, kind in _SHOWN.items()
        for each in getattr(item, name)
        if each in project.of_kind(kind)
    ]
    if item.study in project.studies:
        shown.append(project.studies[item.study or ""])
    texts = [text for each in shown for text in texts_of(each)]
    texts += [text for text in texts_of(item) if text.field == "body" and _SOURCE.search(text.text)]
    money = (getattr(each, name, None) for each in shown for name in ("cost", "benefit"))
    amounts = {Decimal(str(end)) for each in money if each is not None for end in _ends(each)}
    return frozenset(amounts | {figure.value for text in texts for figure in figures(text.text, text.language)})


def _ends(amount: object) -> tuple[float, ...]:
    span = amount.euros if isinstance(amount, Benefit) else amount
    return (span.low, span.high) if isinstance(span, Span) else ()
