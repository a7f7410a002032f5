"""A small project whose numbers are known, and a page to write on."""

from __future__ import annotations

from datetime import date

import pytest
from jinja2 import DictLoader, Environment

from chefetage.locales import available, speak
from chefetage.model.base import Prose
from chefetage.model.dimension import Dimension
from chefetage.model.location import Location
from chefetage.model.metric import Metric
from chefetage.model.month import Month
from chefetage.model.project import Project
from chefetage.model.quote import Quote
from chefetage.model.settings import Brand, Settings
from chefetage.model.snapshot import Snapshot
from chefetage.pages.context import Context, Studio
from chefetage.pages.findings import Findings
from chefetage.pages.index import index_of
from chefetage.pages.markdown.writer import Writer
from chefetage.pages.numbers import LiveNumbers

METRIC = Metric.model_validate(
    {
        "id": "nps", "name": {"de": "Weiterempfehlung", "en": "Recommendation"}, "kind": "nps",
        "question": {"de": "Wie wahrscheinlich …?"}, "unit": "points", "direction": "up", "cadence": "month",
        "owner": {"de": "Team"}, "source": "survey",
        "meaning": {"de": "Von 100 empfehlen uns **{promoters_of_100}** weiter.", "en": "{promoters_of_100} of 100."},
        "targets": [{"by": "2026-12-31", "value": 40}],
    }
)  # fmt: skip


def _revision(promoters: int, passives: int, detractors: int, value: float, low: float, high: float) -> list[dict]:
    return [
        {
            "known_on": "2026-11-03", "status": "final", "method": "adjusted-wald", "source": "survey", "digest": "0",
            "stats": {"promoters": promoters, "passives": passives, "detractors": detractors},
            "result": {"value": value, "low": low, "high": high},
        }
    ]  # fmt: skip


@pytest.fixture
def project() -> Project:
    """October 2026 has 400 answers; of the two occasions one is hidden."""
    snapshot = Snapshot.model_validate(
        {
            "schema": 1, "month": "2026-10",
            "metrics": {
                "nps": {
                    "definition": "0",
                    "groups": {
                        "all": _revision(180, 140, 80, 25.0, 17.33, 32.3),
                        "occasion.fitting": _revision(178, 139, 79, 25.0, 17.3, 32.3),
                    },
                    "hidden": ["occasion"],
                }
            },
        }
    )  # fmt: skip
    occasion = Dimension.model_validate(
        {
            "name": {"de": "Anlass"},
            "values": {"fitting": {"name": {"de": "Einbau"}}, "online": {"name": {"de": "Netz"}}},
        }
    )
    quote = Quote.model_validate(
        {
            "id": "leaky", "said_on": "2026-10-01", "who": {"de": "Eine Kundin"}, "channel": "call", "mood": "pain",
            "basis": {"anonymised": {"by": "Datenschutz", "on": "2026-10-02"}},
        }
    )  # fmt: skip
    return Project(
        today=date(2026, 11, 21), settings=Settings(), brand=Brand(company="Beispiel GmbH"), metrics={"nps": METRIC},
        snapshots={Month(2026, 10): snapshot}, dimensions={"occasion": occasion}, quotes={"leaky": quote},
    )  # fmt: skip


@pytest.fixture
def context(project: Project) -> Context:
    """A German page below `de/`, with templates that only name what they got."""
    templates = {
        "blocks/quote.html": "<q>{{ item.id }}</q>",
        "blocks/metrics.html": "<b>{{ metrics|map(attribute='id')|join(' ') }}</b>",
        "blocks/chart.html": "<i>{{ metric.id }} {{ months }} {{ segment or '-' }}</i>",
    }
    studio = Studio(
        project=project,
        index=index_of(project),
        numbers=LiveNumbers(project),
        environment=Environment(loader=DictLoader(templates), autoescape=True),
        writer=Writer("de"),
        sources={"docs/method.md": "method/index.html", "briefings/quotes/leaky.md": "quotes/index.html#leaky"},
        assets=frozenset({"docs/plan.pdf"}),
        findings=Findings(),
    )
    return Context(studio, speak("de"), "de/editions/2026-10.html", Month(2026, 10), date(2026, 11, 5))


@pytest.fixture
def write(context: Context):
    """Return a function that renders a text as it stands from line 10 of an edition on."""

    def prose(text: str) -> str:
        return str(context.prose_of(Prose(text, Location("briefings/editions/2026-10.md", 10))))

    return prose


@pytest.fixture
def found(context: Context):
    """Return a function that lists the findings so far as `line:column id`, after saying each in every language."""

    def listing() -> list[str]:
        for problem in context.studio.findings.problems:
            for language in available():
                assert speak(language).problem(problem).strip()
        return [f"{p.location.line}:{p.location.column} {p.id}" for p in context.studio.findings.problems]

    return listing
