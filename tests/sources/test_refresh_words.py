"""What a refresh says of each kind of metric."""

from datetime import date

import pytest

from chefetage.cli.refresh_report import lines
from chefetage.locales import speak
from chefetage.model.metric import MetricKind, Statistic, Unit
from chefetage.model.month import Month
from chefetage.sources.cut_off import Statuses
from chefetage.sources.refresh import MonthNews
from chefetage.sources.revisions import Input, revise

OCTOBER = Month(2026, 10)
WORDS = {"de": "Bestellungen", "en": "orders"}


@pytest.mark.parametrize(
    ("kind", "facts", "stats", "later", "expected"),
    [
        (
            MetricKind.COMPLAINT_RATE, {"unit": Unit.PER_THOUSAND, "exposure": WORDS}, {"k": 37, "exposure": 12_400},
            {"k": 58, "exposure": 12_900},
            (
                "neu, 3,0 je 1.000 (2,1 bis 4,1 je 1.000), 12.400 Bestellungen, vorläufig",
                "→ 4,5 je 1.000 (3,4 bis 5,8 je 1.000), 12.400 → 12.900 Bestellungen, vorläufig",
            ),
        ),
        (
            MetricKind.COUNT, {"unit": Unit.COUNT}, {"count": 1234}, {"count": 1300},
            ("neu, 1.234, vorläufig", "1.234 → 1.300, vorläufig"),
        ),
        (
            MetricKind.MONEY, {"unit": Unit.EURO}, {"amount": 19_200, "n": 40}, {"amount": 23_000, "n": 50},
            ("neu, 19.000 €, 40 Fälle", "19.000 € → 23.000 €, 40 → 50 Fälle, vorläufig"),
        ),
        (
            MetricKind.TIME_TO_RESOLUTION, {"unit": Unit.HOURS, "clock": WORDS, "statistic": Statistic.MEDIAN},
            {"closed-3": 20, "closed-6": 30, "closed-9": 10}, {"closed-3": 5, "open-40": 60},
            ("neu, 6,0 Stunden (6,0 bis 6,0 Stunden), 60 Fälle", "→ zu viele Fälle noch offen, 60 → 65 Fälle"),
        ),
        (
            MetricKind.RESPONSE_RATE, {"unit": Unit.PERCENT}, {"k": 239, "n": 1140}, {"k": 250, "n": 1140},
            ("neu, 21,0 %, 1.140 Einladungen, vorläufig", "21,0 % → 21,9 %, 1.140 → 1.140 Einladungen, vorläufig"),
        ),
    ],
)  # fmt: skip
def test_a_value_is_told_with_what_it_rests_on(desk, make_metric, kind, facts, stats, later, expected):
    metric = make_metric("m", kind, **facts)
    desk.metrics = [metric]
    month, seen = None, []
    for day, counts in ((3, stats), (4, later)):
        found = Input({"all": counts}, "survey", f"{day}", date(2026, 11, day), Statuses("provisional"))
        month, differences = revise(metric, month, found, 5)
        _, line = lines(MonthNews(OCTOBER, None, differences), desk.project, speak("de"))
        seen.append(line.replace("\u00a0", " "))
    assert [words in line for words, line in zip(expected, seen, strict=True)] == [True, True], seen
