"""Whether two months measured the same: a digest of what a metric is."""

from __future__ import annotations

import json
import unicodedata
from hashlib import sha256
from typing import TYPE_CHECKING

from chefetage.model.metric import NPS_SCALE, MetricKind, Statistic, Tally

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.model.metric import Metric


def definition_digest(metric: Metric) -> str:
    """Return twelve hex digits that change when, and only when, what is measured changes.

    Counted in: kind, question and definition in every language, scale, the answers that count, variant and unit. Not:
    names, owners, targets, meaning. The order of languages and of the answers that count, the way line ends are written
    and the composition of accents make no difference.
    """
    facts = {
        "kind": metric.kind.value,
        "question": _words(metric.question),
        "definition": _words(metric.definition),
        "scale": NPS_SCALE if metric.kind is MetricKind.NPS else metric.scale,
        "top": sorted({json.dumps(_text(answer) if isinstance(answer, str) else answer) for answer in metric.counting}),
        "variant": metric.variant,
        "unit": metric.unit.value,
        **_where_asked_for(metric),
    }
    return sha256(json.dumps(facts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()[:12]


def _where_asked_for(metric: Metric) -> dict[str, object]:
    """Return what most metrics do not say; left out where it is not said, so that it changes nothing for them."""
    facts: dict[str, object] = {
        "told_as": metric.told_as and metric.told_as.value,
        "flip": metric.flip or None,
        "window_days": metric.window_days,
        "exposure": _words(metric.exposure) or None,
        "clock": _words(metric.clock) or None,
        "quantile": metric.quantile.value if metric.tally is Tally.TIME else None,
        "population": metric.population,
        "weighted_by": metric.weighted_by,
        "channel": metric.channel,
    }
    if metric.told_as is Statistic.SHARE and metric.kind is MetricKind.CSAT:
        del facts["told_as"]
    return {name: value for name, value in facts.items() if value is not None}


def _words(spoken: Mapping[str, str]) -> dict[str, str]:
    return {language: _text(words) for language, words in spoken.items()}


def _text(words: str) -> str:
    return unicodedata.normalize("NFC", "\n".join(words.strip().splitlines()))
