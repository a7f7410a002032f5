"""A new file with guidance in the editor's language, filled in as far as the site knows already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from chefetage.content import kinds, read_project
from chefetage.content.names import is_id, slug
from chefetage.content.writing import write_files
from chefetage.desk.unseen import Unseen
from chefetage.model.month import Month
from chefetage.stats.figures import change, figure

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from chefetage.content.kinds import Kind
    from chefetage.locales import Locale
    from chefetage.model.estimate import Change
    from chefetage.model.metric import Metric
    from chefetage.model.project import Project

KINDS: Mapping[str, Kind[Any]] = {
    kind.name: kind
    for kind in (
        kinds.EDITION, kinds.QUOTE, kinds.STORY, kinds.ASK, kinds.MEASURE, kinds.PRAISE, kinds.VISIT, kinds.STUDY,
        kinds.ARGUMENT,
    )
}  # fmt: skip
"""What `new` can make."""

_DAYS_TO_DECIDE = 28
_MOST = 8
"""Suggestions of a kind; more would be no help."""


@dataclass(frozen=True, slots=True)
class New:
    """What became of the wish for a new file."""

    path: Path
    """Where it stands, or would."""
    exists: bool = False
    """There is one already; it was left as it is."""


def month_to_write(project: Project) -> Month:
    """Return the month that the next edition is about: the first without one after the newest, else the last month."""
    last = Month.of(project.today) - 1
    months = {edition.month for edition in project.editions.values()}
    return max(months) + 1 if months and max(months) < last else last


def good_id(kind: str, item_id: str) -> str | None:
    """Return an id that would do instead of a bad one; `None` if it is good already."""
    if kind == kinds.EDITION.name:
        try:
            return None if str(Month.parse(item_id)) == item_id else "2026-10"
        except ValueError:
            return "2026-10"
    return None if is_id(item_id) else slug(item_id) or "name"


def new_item(  # noqa: PLR0913 – what, where and for whom
    root: Path, kind: str, item_id: str, locale: Locale, today: date, *, short: bool = False
) -> New:
    """Write a new file, unless there is one.

    Args:
        root: the site's folder.
        kind: one of `KINDS`.
        item_id: a good id; for an edition its month.
        locale: the editor's language; the words are to be written in it too.
        today: the day it is.
        short: whether an edition is to have the least that makes one.

    Raises:
        OSError: the file cannot be written.
    """
    path = root / KINDS[kind].folder / f"{item_id}.md"
    if path.exists():
        return New(path, exists=True)
    project, _ = read_project(root, today, drafts=True)
    write_files({path: draft(project, kind, item_id, locale, short=short)})
    return New(path)


def draft(project: Project, kind: str, item_id: str, locale: Locale, *, short: bool = False) -> str:
    """Return the text of a new file."""
    is_foreign = locale.language != project.settings.languages[0]
    values: dict[str, Any] = {
        "language": locale.language if is_foreign else "",
        "today": project.today,
        "year": project.today.year,
        "next_year": _a_year_later(project.today),
        "in_four_weeks": project.today + timedelta(days=_DAYS_TO_DECIDE),
        "k": project.settings.k,
        "metrics": list(project.metrics),
        "measures": [],
        "short": short,
    }
    if kind == kinds.EDITION.name:
        values |= _edition(project, Month.parse(item_id), locale)
    elif kind == kinds.STORY.name:
        values["measures"] = list(project.measures)
    return _environment().get_template(f"{locale.language}/new/{kind}.md").render(values)


def _edition(project: Project, month: Month, locale: Locale) -> dict[str, Any]:
    """Return what is known of a month, and what is new since the last edition."""
    before = sorted((e for e in project.editions.values() if e.month < month), key=lambda edition: edition.month)
    last = before[-1] if before else None
    unseen = Unseen(project, next((edition for edition in reversed(before) if not edition.is_draft), None))
    core = [project.metrics[name] for name in project.core_for(month.year) if name in project.metrics]
    told = [(metric, change(project, metric.id, month, known_by=project.today)) for metric in core]
    measured = [(metric, moved) for metric, moved in told if _value(project, metric, month, locale)]
    proven = [(metric, moved) for metric, moved in measured if moved.is_proven]
    return {
        "month": month,
        "owner": last.owner if last else "",
        "deputy": (last.deputy or "") if last else "",
        "metric": next((metric.id for metric in core), ""),
        "values": [
            f"{_name(metric, locale)}: {_value(project, metric, month, locale)}; {_moved(metric, moved, locale)}"
            for metric, moved in measured
        ],
        "proven": [f"{_name(metric, locale)}: {_moved(metric, moved, locale)}" for metric, moved in proven],
        "commented": [{"id": metric.id, "name": _name(metric, locale)} for metric, _ in proven],
        "quotes": [
            {"id": quote.id, "mood": locale.say(f"site.mood.{quote.mood}"), "day": locale.day(quote.said_on)}
            for quote in unseen.quotes(month)[:_MOST]
        ],
        "answered": unseen.answered_asks()[:_MOST],
        "waiting": unseen.waiting_asks()[:_MOST],
        "stories": unseen.of("story")[:_MOST],
        "measures": unseen.of("measure")[:_MOST],
        "praises": unseen.of("praise")[:_MOST],
        "studies": unseen.studies()[:_MOST],
        "visits": unseen.visits()[:_MOST],
    }


def _name(metric: Metric, locale: Locale) -> str:
    return metric.name.get(locale.language) or next(iter(metric.name.values()))


def _value(project: Project, metric: Metric, month: Month, locale: Locale) -> str:
    """Return a metric's value with its interval; empty without one."""
    found = figure(project, metric.id, month, known_by=project.today)
    if found.estimate is None:
        return ""
    value = locale.on_scale(metric, locale.figure(found))
    return value if found.estimate.is_fact else f"{value} ({locale.figure_interval(found)})"


def _moved(metric: Metric, moved: Change, locale: Locale) -> str:
    word = locale.trend(moved)
    return word if moved.difference is None else f"{word}, {locale.change(moved, metric)}"


def _a_year_later(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28))


@cache
def _environment() -> Environment:
    """Return an environment whose marks do not clash with tokens, which stand in the text as they are."""
    return Environment(
        loader=PackageLoader("chefetage", "locales"),
        autoescape=False,  # noqa: S701 – Markdown for an editor, not a page
        undefined=StrictUndefined,
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        comment_start_string="<#",
        comment_end_string="#>",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
