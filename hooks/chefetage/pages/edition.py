"""An edition: the first screen in the order that executives ask, then what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from markupsafe import Markup

from chefetage.charts import Mark, legend
from chefetage.model.ask import AskStatus
from chefetage.model.estimate import Trend
from chefetage.model.metric import Comparison
from chefetage.model.quote import Mood
from chefetage.pages.address import address_of
from chefetage.pages.parts.ask import PromiseView, view_ask, view_promise
from chefetage.pages.parts.measure import view_measure
from chefetage.pages.parts.number import FigureView, Omitted, view_figures, view_omitted
from chefetage.pages.parts.praise import view_praise
from chefetage.pages.parts.story import view_story
from chefetage.pages.parts.study import view_study
from chefetage.pages.parts.voice import VoiceView, view_voice
from chefetage.pages.press import count, number_word, phrase
from chefetage.pages.reading import minutes as minutes_for
from chefetage.pages.reading import open_text, sentences, words
from chefetage.pages.sealed import press_for
from chefetage.stats.difference import ALPHA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from chefetage.model.base import Id
    from chefetage.model.edition import Edition
    from chefetage.model.metric import Metric
    from chefetage.model.page import Page
    from chefetage.pages.context import Context
    from chefetage.pages.press import Press

_T = TypeVar("_T")
_V = TypeVar("_V")

_UNPROVEN = (Trend.UNPROVEN, Trend.TOO_FEW, Trend.NO_HISTORY, Trend.BROKEN, Trend.UNTESTED)
_MOODS = (Mood.PAIN, Mood.MIXED, Mood.JOY)


@dataclass(frozen=True, slots=True)
class Changed:
    """What has really changed."""

    proven: tuple[FigureView, ...]
    others: tuple[tuple[Trend, tuple[FigureView, ...]], ...]
    """What cannot be said of the others, and of which."""
    has_values: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of earlier asks."""

    named: tuple[PromiseView, ...]
    counts: tuple[str, ...]
    """Such as `1 überfällig`."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """One correction."""

    day: str
    iso: str
    what: Markup


@dataclass(frozen=True, slots=True)
class Article:
    """An edition's article."""

    html: Markup
    minutes: str
    """How long it takes to read, in words."""


def write(live: Press) -> Iterator[Page]:
    """Yield the page of every edition that readers of this build see."""
    for edition in live.project.shown_editions:
        yield write_one(live, edition)


def write_one(live: Press, edition: Edition) -> Page:
    """Return an edition's page."""
    press = press_for(live, edition)
    c = press.context(address_of("edition", edition.id), edition)
    return press.page(
        c,
        "archive",
        title(c, edition),
        article(press, c, edition).html,
        description=description(c, edition),
        source=edition,
        draft=edition.is_draft,
    )


def title(c: Context, edition: Edition) -> str:
    """Return the title for tab and search."""
    return c.say("edition.tab", month=c.locale.month(edition.month), headline=c.plain(edition, "headline"))


def description(c: Context, edition: Edition) -> str:
    """Return what search and previews show: the first sentence to repeat."""
    said = c.lines(edition, "messages")
    return said[0].striptags() if said else ""


def article(press: Press, c: Context, edition: Edition, *, notice: str = "") -> Article:
    """Return the whole article.

    Args:
        press: writes the pages of one language; of a closed edition the one that knows its seal.
        c: the page's own view, with the edition's month and day.
        edition: what is told.
        notice: what stands above the headline, such as that a newer one is late.
    """
    project, seal = press.project, press.studio.seal
    voices = [view_voice(c, project.quotes[quote]) for quote in edition.quotes if quote in project.quotes]
    opening = _first_voice(voices)
    text = open_text(c, edition)
    rows = _rows(c)
    figures = [row for row in rows if isinstance(row, FigureView)]
    first = c.render(
        "pages/edition-opening.html",
        edition=edition,
        opening=opening,
        asks=[view_ask(c, project.asks[ask]) for ask in edition.asks if ask in project.asks],
        changed=_changed(figures),
        kept=_kept(c, edition, press),
        is_foreign=not c.is_translated(edition, "headline"),
        short=_short(c, edition),
        has_background=bool(text.rest),
        speaks_against=seal.speaks_against if seal else bool(project.arguments or project.studies),
    )
    rest = c.render(
        "pages/edition-rest.html",
        edition=edition,
        rows=rows,
        is_led=isinstance(rows[0], FigureView) and not rows[0].value.is_word if rows else False,
        legend=legend_of(c, figures),
        opening=opening,
        voices=[voice for voice in voices if voice is not opening],
        story=_one(c, view_story, project.stories, edition.story),
        measures=[view_measure(c, project.measures[each]) for each in edition.measures if each in project.measures],
        praise=_one(c, view_praise, project.praises, edition.praise),
        visits=[project.visits[visit] for visit in edition.visits if visit in project.visits],
        study=_one(c, view_study, project.studies, edition.study),
        text=text,
        corrections=_corrections(c, edition),
        before=press.index.before.get(edition.id),
        after=press.index.after.get(edition.id),
    )
    heard = c.heard(edition, "headline")
    assert heard is not None
    minutes = seal.minutes.get(c.language) if seal else None
    minutes = minutes or _minutes(c, first, text.standfirst + rest)
    html = c.render(
        "pages/edition.html",
        edition=edition,
        notice=notice,
        number=press.index.numbers[edition.id],
        headline=sentences(c.line_of(heard.value, edition.at("headline", heard.language))),
        headline_language="" if heard.language == c.language else heard.language,
        text=text,
        known=_known(c, edition, figures),
        first=first,
        rest=rest,
        minutes=minutes,
    )
    return Article(html, minutes)


def _short(c: Context, edition: Edition) -> Markup:
    """Return what can be pasted into a chat: the team's own text, else headline and messages."""
    written = c.line(edition, "short_text")
    if written:
        return written
    said = Markup(" ").join((c.line(edition, "headline"), *c.lines(edition, "messages")))
    return phrase(c, "say.composed", said=said, company=c.project.brand.company, month=c.locale.month(edition.month))


def _known(c: Context, edition: Edition, rows: Sequence[FigureView]) -> str:
    """Return the day of the figures, where they are younger than the edition."""
    known = max((row.known_on for row in rows if row.known_on), default=None)
    if known is None or edition.published_on is None or known <= edition.published_on:
        return ""
    return c.say("edition.known", day=c.locale.day_short(known))


def core_metrics(c: Context) -> list[Metric]:
    """Return what every edition of the year shows; where nobody has decided yet, all metrics, at most five."""
    metrics = c.project.metrics
    return [metrics[name] for name in c.core or tuple(metrics)[:5] if name in metrics]


def _one(c: Context, view: Callable[[Context, _T], _V], items: Mapping[Id, _T], wanted: Id | None) -> _V | None:
    return view(c, items[wanted]) if wanted is not None and wanted in items else None


def _minutes(c: Context, first: Markup, rest: Markup) -> str:
    """Return how long the first screen takes to read, and how long everything, where that is longer."""
    in_first = words(first)
    soon, whole = minutes_for(in_first), minutes_for(in_first + words(rest))
    if soon == whole:
        return count(c, "edition.minutes", whole)
    return count(c, "edition.minutes-of", soon) + count(c, "edition.minutes-all", whole)


def _first_voice(voices: Sequence[VoiceView]) -> VoiceView | None:
    shown = [voice for voice in voices if not voice.gap]
    return min(shown, key=lambda voice: _MOODS.index(voice.quote.mood), default=None)


def _rows(c: Context) -> list[FigureView | Omitted]:
    """Return a row for each core metric; as long as the month has no value at all, only what is left out on purpose."""
    metrics = core_metrics(c)
    shown = view_figures(c, [metric for metric in metrics if not c.omits(metric.id)])
    by_id = {row.metric.id: row for row in shown} if any(row.basis for row in shown) else {}
    rows: list[FigureView | Omitted] = []
    for metric in metrics:
        if c.omits(metric.id):
            rows.append(view_omitted(c, metric))
        elif metric.id in by_id:
            rows.append(by_id[metric.id])
    return rows


def _changed(rows: Sequence[FigureView]) -> Changed:
    others = [
        (trend, tuple(row for row in rows if row.change is not None and row.change.trend is trend))
        for trend in _UNPROVEN
    ]
    return Changed(
        proven=tuple(row for row in rows if row.change is not None and row.change.is_proven),
        others=tuple((trend, each) for trend, each in others if each),
        has_values=any(row.basis for row in rows),
    )


def _kept(c: Context, edition: Edition, press: Press) -> Kept:
    promises = press.index.promises[edition.id]
    return Kept(
        tuple(view_promise(c, ask) for ask in promises.named),
        tuple(
            c.say("promises.count", n=c.locale.number(number), state=c.say(f"ask.state.{AskStatus(state)}"))
            for state, number in promises.counts.items()
        ),
    )


def legend_of(c: Context, rows: Sequence[FigureView]) -> Markup:
    """Explain the marks that the rows use; the grey dot is the period compared with."""
    drawn = [row for row in rows if row.whisker]
    if not drawn or c.month is None:
        return Markup()
    months = {figure.month for row in drawn if (figure := c.figure(row.metric.id))}
    of_months = ", ".join(c.locale.month(month) for month in sorted(months, reverse=True))
    marks = [(Mark.ACTUAL, of_months)]
    if not all(row.is_fact for row in drawn):
        marks.append((Mark.INTERVAL, c.say("legend.interval")))
    beside = [row for row in drawn if not row.metric.adds_up]
    changes = [change for row in beside if (change := c.change(row.metric.id)) and change.estimate_before]
    family = max((round(ALPHA / change.alpha) for change in changes if change.difference is not None), default=0)
    if family:
        text = c.say("legend.widened", n=number_word(c, family)) if family > 1 else c.say("legend.change")
        marks.append((Mark.BRACKET, text))
    if changes:
        periods = {change.before for change in changes}
        is_one_year = len(periods) == 1 and changes[0].comparison is Comparison.YEAR
        last = c.locale.month(changes[0].before[1])
        marks.append((Mark.BEFORE, c.say("legend.year-before", last=last) if is_one_year else c.say("legend.before")))
    if any(row.has_target for row in drawn):
        marks.append((Mark.TARGET, c.say("legend.target")))
    return legend(marks, c.say("legend.label"))


def _corrections(c: Context, edition: Edition) -> list[Corrected]:
    heard = c.heard(edition, "corrections")
    return [
        Corrected(c.locale.day(each.on), each.on.isoformat(), c.entry(edition, "corrections", at, part="what"))
        for at, each in enumerate(heard.value if heard else ())
    ]
