"""The digest of what is measured."""

from __future__ import annotations

import re
from hashlib import sha256

import pytest

from chefetage.model.metric import Direction, MetricKind, Unit
from chefetage.model.month import Month
from chefetage.stats.definition import definition_digest


def test_the_digest_is_twelve_hex_digits(metric):
    assert re.fullmatch(r"[0-9a-f]{12}", definition_digest(metric()))


def test_the_digest_is_that_of_the_facts_written_out(metric):
    written = (
        r'{"definition":{},"kind":"nps",'
        r'"question":{"de":"W\u00fcrden Sie uns empfehlen?","en":"Would you recommend us?"},'
        r'"scale":[0,10],"top":[],"unit":"points","variant":null}'
    )
    assert definition_digest(metric()) == sha256(written.encode()).hexdigest()[:12]


@pytest.mark.parametrize(
    "facts",
    [
        {"question": {"de": "Würden Sie uns weiterempfehlen?", "en": "Would you recommend us?"}},
        {"question": {"de": "Würden Sie uns empfehlen?", "en": "Would you mention us?"}},
        {"definition": {"de": "alle Antworten"}},
        {"kind": MetricKind.CSAT, "top": (5,)},
        {"kind": MetricKind.CSAT, "top": ("5",)},
        {"kind": MetricKind.CSAT, "top": (4, 5), "scale": (1, 5)},
        {"kind": MetricKind.CSAT, "top": (4, 5), "scale": (1, 7)},
        {"variant": "relational"},
        {"unit": Unit.PERCENT},
    ],
)
def test_what_changes_the_measurement_changes_the_digest(metric, facts):
    assert definition_digest(metric(**facts)) != definition_digest(metric())


def test_all_those_digests_differ(metric):
    tops = [(5,), ("5",), (4, 5)]
    assert len({definition_digest(metric(kind=MetricKind.CSAT, top=top)) for top in tops}) == 3


@pytest.mark.parametrize(
    "facts",
    [
        {"name": {"de": "Weiterempfehlung"}},
        {"owner": {"de": "Vertrieb"}},
        {"meaning": {"de": "Anders gesagt …"}},
        {"direction": Direction.DOWN},
        {"targets": ({"by": "2026-12-31", "value": 40},)},
        {"valid_from": Month(2026, 1)},
        {"scale": (0, 10)},  # always so for a recommendation score
    ],
)
def test_what_only_describes_it_does_not(metric, facts):
    assert definition_digest(metric(**facts)) == definition_digest(metric())


def test_the_way_of_writing_makes_no_difference(metric):
    composed = metric(
        kind=MetricKind.CSAT, top=("gut", "sehr gut"), question={"de": "Wie fühlten\nSie sich?", "en": "?"}
    )
    spelt = metric(
        kind=MetricKind.CSAT, top=("sehr gut", "gut"), question={"en": "?", "de": "Wie fu\u0308hlten\r\nSie sich?\n"}
    )
    assert definition_digest(composed) == definition_digest(spelt)
