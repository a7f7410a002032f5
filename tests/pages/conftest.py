"""Small projects made by hand, and their pages taken apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest

from chefetage.model.argument import Argument
from chefetage.model.ask import Ask
from chefetage.model.base import Item, Prose
from chefetage.model.core import Core
from chefetage.model.edition import Edition
from chefetage.model.event import Event
from chefetage.model.location import Location, Positions
from chefetage.model.measure import Measure
from chefetage.model.metric import Metric
from chefetage.model.month import Month
from chefetage.model.praise import Praise
from chefetage.model.project import Project
from chefetage.model.quote import Quote
from chefetage.model.settings import Brand, Settings
from chefetage.model.snapshot import Snapshot
from chefetage.model.standing import Standing
from chefetage.model.step import Step
from chefetage.model.story import Story
from chefetage.model.study import Study
from chefetage.model.term import Term
from chefetage.model.visit import Visit
from chefetage.pages.site import render_site

TODAY = date(2026, 11, 21)
OCTOBER = Month(2026, 10)
KINDS = {
    Edition: "editions", Quote: "quotes", Story: "stories", Study: "studies", Ask: "asks", Measure: "measures",
    Praise: "praises", Visit: "visits", Argument: "arguments", Standing: "standing", Metric: "metrics",
    Event: "events", Term: "terms", Step: "steps",
}  # fmt: skip


class Document(HTMLParser):
    """A page taken apart: its words, its tags, its ids and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.tags: list[tuple[str, dict[str, str]]] = []
        self._words: list[str] = []
        self.feed(html)
        self.words = " ".join(" ".join(self._words).split())

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data):
        self._words.append(data)

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.tags if "id" in attrs]

    @property
    def links(self) -> list[str]:
        return [attrs["href"] for tag, attrs in self.tags if tag == "a" and "href" in attrs]

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attrs for name, attrs in self.tags if name == tag]

    def classes(self) -> set[str]:
        return {name for _, attrs in self.tags for name in attrs.get("class", "").split()}

    def part(self, css_class: str, tag: str) -> str:
        """The words of the first element of a class; elements of its own tag inside it are counted."""
        start = self.html.index(f'class="{css_class}')
        start = self.html.rindex("<", 0, start)
        depth, at = 0, start
        while True:
            opening, closing = self.html.find(f"<{tag}", at + 1), self.html.find(f"</{tag}>", at + 1)
            if opening != -1 and opening < closing:
                depth, at = depth + 1, opening
            elif depth:
                depth, at = depth - 1, closing
            else:
                return Document(self.html[start:closing]).words


@dataclass
class Rendered:
    """All pages of a project by address, and what was found on the way."""

    site: Any
    problems: list[Any]
    pages: dict[str, Document] = field(init=False)

    def __post_init__(self):
        self.pages = {page.address: Document(page.html) for page in self.site.pages}

    def __getitem__(self, address: str) -> Document:
        return self.pages[address]

    def page(self, address: str):
        return next(page for page in self.site.pages if page.address == address)

    @property
    def html(self) -> str:
        return "\n".join(page.html for page in self.site.pages)


class Small:
    """Builds items that are as plain as can be but for what a test gives."""

    def edition(self, month: str = "2026-10", **given: Any) -> Edition:
        plain = {
            "id": month, "month": month, "status": "published", "owner": "Team", "asks": (),
            "headline": {"de": "Das letzte Teil fehlt.", "en": "The last part is missing."},
            "messages": {"de": ("Ein Teil fehlt.",), "en": ("A part is missing.",)},
            "published_on": (Month.parse(month) + 1).first_day.replace(day=5),
        }  # fmt: skip
        return Edition.model_validate(plain | given)

    def quote(self, quote_id: str = "blende", words: str = "Eine Blende fehlt.", **given: Any) -> Quote:
        plain = {
            "id": quote_id, "said_on": "2026-10-01", "who": {"de": "Paar aus Wolfsburg", "en": "A couple"},
            "channel": "call", "mood": "pain", "basis": {"anonymised": {"by": "Datenschutz", "on": "2026-10-02"}},
            "body": {"de": Prose(words), "en": Prose("A panel is missing.")},
        }  # fmt: skip
        return Quote.model_validate(plain | given)

    def consent(self, **given: Any) -> dict[str, Any]:
        return {"consent": {"reference": "K-1", "scope": ("site",), "given": "2026-09-01"} | given}

    def ask(self, ask_id: str = "lager", **given: Any) -> Ask:
        plain = {
            "id": ask_id, "to": {"de": "Geschäftsführung", "en": "The board"}, "due": "2026-11-27", "status": "open",
            "what": {"de": f"Geben Sie {ask_id} frei.", "en": f"Approve {ask_id}."},
        }  # fmt: skip
        return Ask.model_validate(plain | given)

    def metric(self, metric_id: str = "nps", kind: str = "nps", **given: Any) -> Metric:
        plain = {
            "id": metric_id, "kind": kind, "unit": "points" if kind == "nps" else "percent", "direction": "up",
            "name": {"de": f"Zahl {metric_id}", "en": f"Figure {metric_id}"}, "cadence": "month", "source": "survey",
            "question": {"de": "Wie …?", "en": "How …?"}, "owner": {"de": "Team", "en": "Team"},
            "meaning": {"de": "Von 100 so viele: {value}.", "en": "Of 100: {value}."},
        }  # fmt: skip
        return Metric.model_validate(plain | ({} if kind == "nps" else {"top": (4, 5)}) | given)

    def measure(self, measure_id: str = "sms", **given: Any) -> Measure:
        plain = {
            "id": measure_id, "what": {"de": f"Maßnahme {measure_id}.", "en": f"Measure {measure_id}."},
            "since": "2026-06-01", "owner": {"de": "Auslieferung", "en": "Delivery"},
        }  # fmt: skip
        return Measure.model_validate(plain | given)

    def story(self, story_id: str = "kratzer", **given: Any) -> Story:
        plain = {
            "id": story_id, "title": {"de": "Der Kratzer.", "en": "The scratch."},
            "customer": {"de": "Vermieterin", "en": "Landlady"},
            "before": {"de": {"text": "23 Tage."}, "en": {"text": "23 days."}},
            "after": {"de": {"text": "10 Minuten."}, "en": {"text": "10 minutes."}},
        }  # fmt: skip
        return Story.model_validate(plain | given)

    def study(self, study_id: str = "hult-2017", **given: Any) -> Study:
        plain = {
            "id": study_id, "authors": "Hult G. T. M., Morgeson F. V., Morgan N. A.", "year": 2017, "title": "A title",
            "publication": "A journal", "kind": "peer-reviewed", "finding": {"de": "Befund.", "en": "Finding."},
            "limits": {"de": "Nur USA.", "en": "US only."}, "grade": "B", "stance": "supports",
            "url": "https://example.org/",
        }  # fmt: skip
        return Study.model_validate(plain | given)

    def praise(self, **given: Any) -> Praise:
        plain = {
            "id": "montage", "team": {"de": "Montage Nord", "en": "Fitting North"}, "people": 31,
            "what": {"de": "Sie sagen es vorher.", "en": "They say it first."}, "agreed": "2026-10-01",
            "mail": "montage@example.org", "body": {"de": Prose("Liebes Team,\n\ndanke."), "en": Prose("Thank you.")},
        }  # fmt: skip
        return Praise.model_validate(plain | given)

    def visit(self, **given: Any) -> Visit:
        plain = {
            "id": "kassel", "date": "2026-12-02", "host": {"de": "Studioleitung", "en": "Head of studio"},
            "customer": {"de": "Ein Paar", "en": "A couple"}, "places": {"de": "ein Platz", "en": "one place"},
        }  # fmt: skip
        return Visit.model_validate(plain | given)

    def argument(self, argument_id: str = "naehe", **given: Any) -> Argument:
        plain = {
            "id": argument_id, "title": {"de": "Nähe.", "en": "Closeness."},
            "counter": {"de": "Einzelfälle.", "en": "Single cases."},
            "body": {"de": Prose("Wer hingeht, weiß mehr."), "en": Prose("Go and see.")},
        }  # fmt: skip
        return Argument.model_validate(plain | given)

    def standing(self, standing_id: str, text: str = "Text.", **given: Any) -> Standing:
        plain = {
            "id": standing_id, "title": {"de": f"Seite {standing_id}", "en": f"Page {standing_id}"},
            "body": {"de": Prose(text, Location(f"docs/{standing_id}.md")), "en": Prose("Text.")},
        }  # fmt: skip
        return Standing.model_validate(plain | given)

    def term(self, term_id: str, german: str, english: str, **given: Any) -> Term:
        words = {"de": "ein Wort", "en": "a word"}
        plain = {"id": term_id, "term": {"de": german, "en": english}, "plain": words, "explain": words}
        return Term.model_validate(plain | given)

    def step(self, step_id: str, german: str, english: str, **given: Any) -> Step:
        plain = {
            "id": step_id, "name": {"de": german, "en": english}, "wants": {"de": "Kochen.", "en": "Cooking."},
            "departments": {"de": ("Montage",), "en": ("Fitting",)},
        }  # fmt: skip
        return Step.model_validate(plain | given)

    def placed(self, item: Item, path: str) -> Item:
        return item.placed(Positions(Location(path), {}))

    def snapshots(self, counts: dict[str, Any], last: Month = OCTOBER, months: int = 24) -> dict[Month, Snapshot]:
        """Snapshots of so many months; `counts` gives per metric the groups of the later and of the earlier half.

        `{"nps": ({"all": (220, 120, 80)}, {"all": (160, 140, 120)})}`: promoters, passives, detractors, or k and n;
        of other kinds a mapping with the names in a snapshot.
        """
        found = {}
        for back in range(months):
            month = last - back
            groups = {name: halves[back >= months // 2] for name, halves in counts.items()}
            found[month] = Snapshot.model_validate(
                {"schema": 1, "month": str(month), "metrics": {name: _month(each) for name, each in groups.items()}}
            )
        return found

    def project(self, *items: Item, **given: Any) -> Project:
        kinds: dict[str, dict[str, Item]] = {}
        for item in items:
            kinds.setdefault(KINDS[type(item)], {})[item.id] = item
        metrics = tuple(kinds.get("metrics", {}))
        core = Core(years={"2026": metrics[:5]}) if len(metrics) > 1 else None
        plain = {
            "today": TODAY, "settings": Settings(), "core": core,
            "brand": Brand(company="Beispiel GmbH", contact_mail="a@example.org"),
        }  # fmt: skip
        return Project(**(plain | kinds | given))

    def render(self, *items: Item, **given: Any) -> Rendered:
        return Rendered(*render_site(self.project(*items, **given)))


def _month(groups: dict[str, Any]) -> dict[str, Any]:
    hidden = groups.get("hidden", ())
    written = {
        name: [
            {
                "known_on": "2026-11-09", "status": "final", "source": "survey", "digest": "0", "method": "test",
                "stats": _named(numbers),
                "result": None,
            }
        ]
        for name, numbers in groups.items() if name != "hidden"
    }  # fmt: skip
    return {"definition": "0", "groups": written, "hidden": hidden}


def _named(numbers: Any) -> dict[str, int]:
    if isinstance(numbers, dict):
        return numbers
    names = ("promoters", "passives", "detractors") if len(numbers) == 3 else ("k", "n")
    return dict(zip(names, numbers, strict=True))


@pytest.fixture
def small() -> Small:
    """Builds small projects."""
    return Small()
