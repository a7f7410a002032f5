"""An edition's way: published when it goes out, closed when nothing in it may change any more."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from chefetage.build import assemble, assets_of
from chefetage.checks import placeholders
from chefetage.content.head import with_field
from chefetage.content.writing import write_files
from chefetage.drawing import Drawings
from chefetage.model.edition import EditionStatus
from chefetage.model.nearest import nearest
from chefetage.model.rules import Denied
from chefetage.model.seal import SUFFIX
from chefetage.model.snapshot import RevisionStatus
from chefetage.outputs.seals import seal_text
from chefetage.pages.site import seal_of
from chefetage.stats.figures import figure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from chefetage.build import Assembled
    from chefetage.model.edition import Edition
    from chefetage.model.metric import Metric
    from chefetage.model.problem import Problem
    from chefetage.model.project import Project


_NOBODY = Denied()


class Outcome(StrEnum):
    """What became of the wish to publish or to close an edition."""

    DONE = "done"
    ALREADY = "already"
    """Nothing to do."""
    UNKNOWN = "unknown"
    """There is no such edition."""
    FAULTY = "faulty"
    """Something has to be put right first."""
    DRAFT = "draft"
    """It has to be published first."""
    PROVISIONAL = "provisional"
    """Values of the month may still change."""


@dataclass(frozen=True, slots=True)
class Step:
    """What was done, or why it was not."""

    outcome: Outcome
    written: tuple[Path, ...] = ()
    nearest: str = ""
    """The month that was perhaps meant; empty if none comes close."""
    problems: tuple[Problem, ...] = ()
    provisional: tuple[Metric, ...] = ()
    """The core metrics whose values are not final."""


def publish_edition(root: Path, edition_id: str, today: date, denied: Denied = _NOBODY) -> Step:
    """Make a draft an edition that readers see from the next build on; its day is today.

    Raises:
        OSError: the file cannot be written.
    """
    assembled = assemble(root, today, drafts=True, denied=denied)
    edition = assembled.project.editions.get(edition_id)
    if edition is None:
        return _unknown(assembled, edition_id)
    if not edition.is_draft:
        return Step(Outcome.ALREADY)
    unfinished = tuple(each for each in assembled.problems if each.id in placeholders.IDS and _is_of(each, edition))
    if assembled.errors or unfinished:
        return Step(Outcome.FAULTY, problems=assembled.errors + unfinished)
    return _write(root, edition, {"status": EditionStatus.PUBLISHED, "published_on": today.isoformat()})


def close_edition(
    root: Path, edition_id: str, today: date, denied: Denied = _NOBODY, *, provisional: bool = False
) -> Step:
    """Keep an edition as it is: write its seal, and mark it as closed.

    Args:
        root: the site's folder.
        edition_id: such as `2026-10`.
        today: the day whose knowledge the edition keeps.
        denied: names that must stand nowhere, and so in no seal.
        provisional: whether values that are not final may be kept.

    Raises:
        OSError: a file cannot be written; then none has been changed.
    """
    assembled = assemble(root, today, denied=denied)
    project = assembled.project
    edition = project.editions.get(edition_id)
    if edition is None:
        return _unknown(assembled, edition_id)
    if edition.is_draft:
        return Step(Outcome.DRAFT)
    if edition.status is EditionStatus.CLOSED and edition_id in project.seals:
        return Step(Outcome.ALREADY)
    if assembled.errors:
        return Step(Outcome.FAULTY, problems=assembled.errors)
    waiting = tuple(_provisional(project, edition))
    if waiting and not provisional:
        return Step(Outcome.PROVISIONAL, provisional=waiting)
    with Drawings(root) as drawings:
        seal = seal_of(project, edition_id, assets_of(root), drawings)
    path = root / edition.path
    return _write(
        root, edition, {"status": EditionStatus.CLOSED}, {path.with_name(edition_id + SUFFIX): seal_text(seal)}
    )


def _unknown(assembled: Assembled, edition_id: str) -> Step:
    if assembled.project.is_left_out("edition", edition_id):
        return Step(Outcome.FAULTY, problems=assembled.errors)
    return Step(Outcome.UNKNOWN, nearest=nearest(edition_id, assembled.project.editions) or "")


def _is_of(problem: Problem, edition: Edition) -> bool:
    """Whether a finding stands in the edition's own file or in one of its translations."""
    return problem.location.path.startswith(edition.path.removesuffix(".md") + ".")


def _provisional(project: Project, edition: Edition) -> Iterator[Metric]:
    left_out = {metric for each in edition.omitted.values() for metric in each}
    for name in project.core_for(edition.month.year):
        if name in project.metrics and name not in left_out:
            found = figure(project, name, edition.month, known_by=project.today)
            if found.status is RevisionStatus.PROVISIONAL:
                yield found.metric


def _write(root: Path, edition: Edition, fields: dict[str, str], others: dict[Path, str] | None = None) -> Step:
    path = root / edition.path
    text = path.read_bytes().decode("utf-8")
    for name, value in fields.items():
        changed = with_field(text, name, value)
        assert changed is not None  # it was read a moment ago
        text = changed
    contents = {**(others or {}), path: text}
    write_files(contents)
    return Step(Outcome.DONE, written=tuple(contents))
