"""A chart that somebody has described in Vega-Lite: its words, its numbers and its drawing."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from chefetage.charts.vega.clean import clean
from chefetage.charts.vega.config import CONFIG, NARROW, WIDE, is_fluid, sized
from chefetage.charts.vega.plotter import NotInstalledError, NotPlottedError, Task
from chefetage.charts.vega.reading import SpecError, Written, read_spec
from chefetage.charts.vega.rules import data_of, faults
from chefetage.charts.vega.words import fields_of, in_language
from chefetage.model.location import Location
from chefetage.model.nearest import nearest
from chefetage.pages.parts.plot_data import DataTable, Numbers, fill_in
from chefetage.pages.plain import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.pages.context import Context
    from chefetage.pages.markdown.source import FoundBlock

BLOCK = "vega-lite"
_COMPULSORY = ("title", "description")
_WORDS = (*_COMPULSORY, "note")


@dataclass(frozen=True, slots=True)
class PlotView:
    """One chart; `drawing` is empty where there is nothing to draw."""

    title: Markup
    note: Markup
    drawing: Markup
    empty: str
    """What stands in place of a drawing."""
    tables: tuple[DataTable, ...]


def view_plot(c: Context, block: FoundBlock) -> PlotView | None:
    """Return a chart; `None` if it cannot be shown, and then every reason is noted with its place."""
    try:
        written = read_spec(block.content)
    except SpecError as error:
        _note(c, block, error, error.line)
        return None
    written = Written(in_language(written.content, c.project.settings.languages, c.language), written.lines)
    words = {name: written.content.pop(name, None) for name in _WORDS}
    found = [*_silent(words), *faults(written.content)]
    numbers = Numbers((), (), ())
    if not found:
        numbers = fill_in(c, written.content)
        found += numbers.errors or _strange_fields(written.content)
    for each in found:
        _note(c, block, each, written.line(each.path))
    if found:
        return None
    label = plain_text(c.line_of(words["description"], _place(block, written.line(("description",)))))
    try:
        drawing = Markup() if numbers.is_empty else _drawn(c, written.content, label)
    except NotInstalledError:
        c.findings.error(block.location, "vega-not-installed")
        return None
    except NotPlottedError as error:
        c.findings.error(block.location, "vega-not-drawn", reason=str(error))
        return None
    own = c.line_of(words["note"], _place(block, written.line(("note",)))) if words["note"] else None
    return PlotView(
        title=c.line_of(words["title"], _place(block, written.line(("title",)))),
        note=Markup(" ").join([*numbers.notes, *([own] if own else [])]),
        drawing=drawing,
        empty="" if drawing else c.locale.say("charts.nothing"),
        tables=() if numbers.is_empty else numbers.tables,
    )


def _drawn(c: Context, spec: dict[str, Any], label: str) -> Markup:
    widths = (("ce-plot ce-plot--wide", WIDE), ("ce-plot ce-plot--narrow", NARROW))
    shapes = [(class_, sized(spec, width)) for class_, width in widths] if is_fluid(spec) else [("ce-plot", spec)]
    drawings: list[Markup] = []
    for class_, shape in shapes:
        task = Task(shape, CONFIG, c.locale.d3_numbers, c.locale.d3_dates)
        prefix = f"plot-{sha256(task.text().encode()).hexdigest()[:8]}"
        drawings.append(clean(c.studio.plotter.plot(task), class_, label, prefix))
    return Markup("").join(drawings)


def _silent(words: dict[str, Any]) -> Iterator[SpecError]:
    """Yield what a chart needs and does not have, or has in a form that is no text."""
    for name, text in words.items():
        missing = text is None and name in _COMPULSORY
        if missing or (text is not None and not (isinstance(text, str) and text.strip())):
            yield SpecError(f"vega-{name}", (name,))


def _strange_fields(spec: dict[str, Any]) -> Iterator[SpecError]:
    """Yield fields that no row has: Vega-Lite would draw nothing and say nothing."""
    known = {name for _, data in data_of(spec) for row in data["values"] if isinstance(row, dict) for name in row}
    fields = list(fields_of(spec))
    if not known or any("transform" in path for path, _ in fields):
        return
    for path, field in fields:
        if field not in known and not set(field) & set(".[]\\"):
            yield SpecError("vega-field", path, name=field, nearest=nearest(field, sorted(known)))


def _place(block: FoundBlock, line: int) -> Location:
    return Location(block.location.path, block.location.line + line) if line else block.location


def _note(c: Context, block: FoundBlock, error: SpecError, line: int) -> None:
    c.findings.error(_place(block, line), error.check, **error.params)
