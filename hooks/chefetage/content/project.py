"""A whole site, read: every file is looked at, every mistake is found in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.content import kinds
from chefetage.content.counted import without_unfit_counts
from chefetage.content.definitions import (
    EVENTS,
    METRICS,
    SOURCES,
    read_core,
    read_dimensions,
    read_metrics,
    read_named,
    read_retention,
)  # fmt: skip
from chefetage.content.files import entries, shown
from chefetage.content.findings import Findings
from chefetage.content.items import read_items
from chefetage.content.reading import Reading
from chefetage.content.seals import read_seals
from chefetage.content.sent import read_sent
from chefetage.content.settings import brand_of, edit_base_of, rules_of, settings_of
from chefetage.content.snapshots import read_snapshots
from chefetage.content.source_rules import fields_belong_together
from chefetage.content.tracked import note_tracked
from chefetage.model.event import Event
from chefetage.model.location import Location
from chefetage.model.nearest import nearest
from chefetage.model.problem import in_order
from chefetage.model.project import Project
from chefetage.model.rules import Denied
from chefetage.model.source import Source
from chefetage.model.step import Step
from chefetage.model.term import Term

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from chefetage.model.problem import Problem
    from chefetage.model.settings import Settings


_NOBODY = Denied()


def read_settings(root: Path) -> tuple[Settings, list[Problem]]:
    """Return what the site decides for itself, with what is wrong about it; never raises for content."""
    findings = Findings()
    settings = settings_of(root.resolve(), findings)
    return settings, in_order(findings.problems)


def read_project(
    root: Path, today: date, *, drafts: bool = False, denied: Denied = _NOBODY
) -> tuple[Project, list[Problem]]:
    """Read everything below `root`.

    Args:
        root: The site's folder, with `mkdocs.yml` in it.
        today: The day on which promises and consents are judged.
        drafts: Whether drafts are shown, as while writing.
        denied: Names that must stand nowhere and are not kept with the site.

    Returns:
        What could be read, and all that is wrong with the files, in the order of files. An item with an error is left
        out of the project and named in `Project.left_out`. Content never raises.
    """
    findings, root = Findings(), root.resolve()
    reading = Reading(root, settings_of(root, findings), findings)
    brand = brand_of(root, reading.settings.languages, findings)
    _note_unknown_folders(reading)
    note_tracked(root, findings)
    core = read_core(reading)
    metrics = read_metrics(reading)
    project = Project(
        today=today,
        settings=reading.settings,
        brand=brand,
        rules=rules_of(root, reading.settings.languages, findings),
        denied=denied,
        editions=read_items(kinds.EDITION, reading),
        quotes=read_items(kinds.QUOTE, reading),
        stories=read_items(kinds.STORY, reading),
        studies=read_items(kinds.STUDY, reading),
        asks=read_items(kinds.ASK, reading),
        measures=read_items(kinds.MEASURE, reading),
        praises=read_items(kinds.PRAISE, reading),
        visits=read_items(kinds.VISIT, reading),
        arguments=read_items(kinds.ARGUMENT, reading),
        standing=read_items(kinds.STANDING, reading),
        metrics=metrics,
        core=None if core is None else core[0],
        core_positions=None if core is None else core[1],
        retention=read_retention(reading),
        sources=read_named("source", Source, root / METRICS / f"{SOURCES}.yml", reading, fields_belong_together),
        dimensions=read_dimensions(reading),
        events=read_named("event", Event, root / METRICS / f"{EVENTS}.yml", reading),
        terms=read_named("term", Term, root / "docs" / "glossary.yml", reading),
        steps=read_named("step", Step, root / "docs" / "journey.yml", reading, in_order_of_ids=False),
        snapshots=without_unfit_counts(read_snapshots(reading), metrics, findings),
        sent=read_sent(reading),
        seals=read_seals(reading),
        edit_base=edit_base_of(root),
        drafts=drafts,
        left_out={kind: frozenset(ids) for kind, ids in reading.left_out.items()},
    )
    return project, in_order(findings.problems)


def _note_unknown_folders(reading: Reading) -> None:
    """Hint at a folder of briefings that nobody reads, such as `briefings/quote`."""
    known = {folder.rpartition("/")[2] for folder in kinds.FOLDERS}
    for path in entries(reading.root / kinds.BRIEFINGS, reading.root, reading.findings):
        if path.is_dir() and path.name not in known:
            place = Location(shown(path, reading.root))
            reading.findings.hint(place, "unread-folder", nearest=nearest(path.name, known))
