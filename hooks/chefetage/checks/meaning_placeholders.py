"""A metric's sentence of meaning uses numbers that the metric has.

Passes: `meaning: {de: "Von 100 Kunden würden uns {promoters_of_100} empfehlen."}` for a metric of the kind `nps`.
Fails: `{promotors_of_100}`; `{promoters_of_100}` for a share; a brace that is never closed; a token such as
`{{ nps.n }}`, which belongs into texts.
"""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

from chefetage.model.nearest import nearest
from chefetage.model.problem import Problem, Severity
from chefetage.stats.meaning import placeholder_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

ID = "unknown-placeholder"
BRACES = "open-brace"
DOUBLE = "token-in-meaning"


def check(project: Project) -> Iterator[Problem]:
    """Yield one problem per placeholder for which there is no number."""
    for metric in project.metrics.values():
        allowed = placeholder_names(metric)
        for language, sentence in metric.meaning.items():
            place = metric.at("meaning", language)
            if "{{" in sentence:
                yield Problem(place, Severity.ERROR, DOUBLE, {"allowed": ", ".join(sorted(allowed))})
                continue
            names = _placeholders(sentence)
            if names is None:
                yield Problem(place, Severity.ERROR, BRACES)
                continue
            for name in names:
                if name not in allowed:
                    params = {"found": name, "allowed": ", ".join(sorted(allowed)), "nearest": nearest(name, allowed)}
                    yield Problem(place, Severity.ERROR, ID, params)


def _placeholders(sentence: str) -> list[str] | None:
    """Return what stands in braces, in whole; `None` where braces do not pair."""
    names = []
    try:
        for _, name, spec, conversion in Formatter().parse(sentence):
            if name is not None:
                names.append(name + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else ""))
    except ValueError:
        return None
    return names
