"""YAML files: definitions of metrics, sources, groups, events and terms; words stand per language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chefetage.content.assemble import assemble
from chefetage.content.dimension_rules import groups_belong_together
from chefetage.content.document import as_table
from chefetage.content.files import entries, read_text, shown
from chefetage.content.findings import as_read, clipped
from chefetage.content.items import own_language
from chefetage.content.kinds import nothing_else
from chefetage.content.languages import Languages
from chefetage.content.metric_rules import fits_its_kind
from chefetage.content.names import is_id, slug
from chefetage.content.tree import Tree, read_tree
from chefetage.content.words import note_gaps
from chefetage.model.core import Core
from chefetage.model.dimension import Dimension
from chefetage.model.location import Location
from chefetage.model.metric import Metric
from chefetage.model.project import EVERY_ID
from chefetage.model.retention import Retention

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from chefetage.content.findings import Findings
    from chefetage.content.kinds import ItemT
    from chefetage.content.reading import Reading
    from chefetage.model.location import FieldPath, Positions

METRICS = "metrics"
CORE, SOURCES, SEGMENTS, EVENTS, WORTH = "core", "sources", "segments", "events", "worth"
_SUFFIX = ".yml"
_OTHER_SUFFIX = ".yaml"
_YEAR = re.compile("(19|20)[0-9]{2}")


def read_table(path: Path, reading: Reading) -> Tree | None:
    """Return a file's fields; `None` where there is no file, or none that can be read."""
    if not path.exists() and not path.is_symlink():
        return None
    text = read_text(path, reading.root, reading.findings)
    if text is None:
        return None
    tree = read_tree(text, shown(path, reading.root), reading.findings)
    return None if tree is None else as_table(tree, reading.findings)


def read_metrics(reading: Reading) -> dict[str, Metric]:
    """Return the metrics, each from a file of its own."""
    metrics: dict[str, Metric] = {}
    for path in entries(reading.root / METRICS, reading.root, reading.findings):
        place = Location(shown(path, reading.root))
        if path.suffix == _OTHER_SUFFIX:
            reading.findings.hint(place, "unread-file", nearest=path.stem + _SUFFIX)
        if path.suffix != _SUFFIX or path.stem in {CORE, SOURCES, SEGMENTS, EVENTS, WORTH}:
            continue
        if not is_id(path.stem):
            params = {"found": clipped(path.stem), "nearest": slug(path.stem)}
            reading.findings.error(place, "bad-id", **params)
            reading.leave_out("metric", path.stem)
            continue
        before = reading.findings.errors
        tree = read_table(path, reading)
        metric = None if tree is None else _item(Metric, path.stem, tree, reading, fits_its_kind)
        if metric is None or reading.findings.errors > before:
            reading.leave_out("metric", path.stem)
        else:
            metrics[path.stem] = metric
    return metrics


def read_named(  # noqa: PLR0913 – what a file of many needs
    kind: str,
    model: type[ItemT],
    path: Path,
    reading: Reading,
    also: Callable[[ItemT, Findings], None] = nothing_else,
    *,
    in_order_of_ids: bool = True,
) -> dict[str, ItemT]:
    """Return the items of a file that holds many, each under its id.

    Args:
        kind: As in messages and in `RefTo`.
        model: What each of them is to be.
        path: The file, which need not exist.
        reading: Takes what is wrong.
        also: What the kind asks of its fields beyond its model.
        in_order_of_ids: Whether they come in the order of their ids, else as written.
    """
    items: dict[str, ItemT] = {}
    for item_id, tree in _named(kind, path, reading, in_order_of_ids=in_order_of_ids).items():
        item = _item(model, item_id, tree, reading, also)
        if item is None:
            reading.leave_out(kind, item_id)
        else:
            items[item_id] = item
    return items


def read_dimensions(reading: Reading) -> dict[str, Dimension]:
    """Return the ways to divide customers; order matters, so it stays as written."""
    dimensions: dict[str, Dimension] = {}
    path = reading.root / METRICS / (SEGMENTS + _SUFFIX)
    for dimension_id, tree in _named("dimension", path, reading, in_order_of_ids=False).items():
        before = reading.findings.errors
        dimension = assemble(Dimension, tree, Languages(reading.settings.languages), reading.findings)
        if dimension is not None:
            groups_belong_together(dimension, tree.positions, reading.findings)
        if dimension is None or reading.findings.errors > before:
            reading.leave_out("dimension", dimension_id)
        else:
            dimensions[dimension_id] = dimension
    return dimensions


def read_core(reading: Reading) -> tuple[Core, Positions] | None:
    """Return the core metrics by year and where they stand."""
    path = reading.root / METRICS / (CORE + _SUFFIX)
    table = read_table(path, reading)
    tree = None if table is None else _years(table, reading)
    core = None if tree is None else assemble(Core, tree, _YearLabels(reading.settings.languages), reading.findings)
    if core is None or tree is None:
        if path.exists():
            reading.leave_out("core", EVERY_ID)
        return None
    return core, tree.positions


def read_retention(reading: Reading) -> Retention | None:
    """Return what one point is worth, if the site says so."""
    tree = read_table(reading.root / METRICS / (WORTH + _SUFFIX), reading)
    return None if tree is None else _item(Retention, WORTH, tree, reading, nothing_else)


class _YearLabels(Languages):
    """Calls a year's list by its year: `years` is the model's word, and nobody has written it."""

    def label(self, path: FieldPath) -> str:
        return super().label(path[1:])


def _years(table: Tree, reading: Reading) -> Tree | None:
    """Return the file as the model's `years`; what is called by no year is reported."""
    if not table.table:
        reading.findings.error(table.start, "empty-file")
        return None
    others = [name for name in table.table if not _YEAR.fullmatch(name)]
    for name in others:
        reading.findings.error(table.positions.at(name), "not-a-year", found=clipped(name))
    if others:
        return None
    places: dict[FieldPath, Location] = {("years", *path): place for path, place in table.places.items()}
    raw: dict[FieldPath, str] = {("years", *path): word for path, word in table.raw.items()}
    return Tree({"years": table.value}, table.start, places, raw)


def _named(kind: str, path: Path, reading: Reading, *, in_order_of_ids: bool = True) -> dict[str, Tree]:
    """Return the tables of a file by id; what is called by no id is reported and left out."""
    before = reading.findings.errors
    tree = read_table(path, reading)
    if reading.findings.errors > before:
        # An entry written twice, or a tag that nobody knows, may concern any of them.
        reading.leave_out(kind, EVERY_ID)
    if tree is None:
        return {}
    tables: dict[str, Tree] = {}
    for item_id, inner in tree.split().items():
        if not is_id(item_id):
            params = {"found": clipped(item_id), "nearest": slug(item_id)}
            reading.findings.error(inner.start, "bad-id", **params)
            reading.leave_out(kind, item_id)
        elif not isinstance(inner.value, dict):
            reading.findings.error(inner.start, "not-a-mapping", field=item_id, found=clipped(as_read(inner.value)))
            reading.leave_out(kind, item_id)
        else:
            tables[item_id] = inner
    return dict(sorted(tables.items())) if in_order_of_ids else tables


def _item(
    model: type[ItemT], item_id: str, tree: Tree, reading: Reading, also: Callable[[ItemT, Findings], None]
) -> ItemT | None:
    before = reading.findings.errors
    language = own_language(tree, reading)
    languages = Languages.of(language, reading.settings.languages)
    item = assemble(model, tree, languages, reading.findings, {"id": item_id, "language": language})
    if item is None or reading.findings.errors > before:
        return None
    item.placed(tree.positions)
    also(item, reading.findings)
    if reading.findings.errors > before:
        return None
    note_gaps(item, reading.settings.languages, reading.findings)
    return item
