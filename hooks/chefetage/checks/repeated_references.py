"""A list names each thing once.

Passes: `quotes: [fitter, planner]`.
Fails: `quotes: [fitter, fitter]`: the page would show it twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.checks.references import KINDS, references_in
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pydantic import BaseModel

    from chefetage.model.location import FieldPath, Location
    from chefetage.model.project import Project

ID = "repeated-reference"


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per entry of a list that stands further up already."""
    for kind in KINDS:
        for item in project.of_kind(kind).values():
            yield from _repeated(item, item.at)
    if project.core is not None and project.core_positions is not None:
        yield from _repeated(project.core, project.core_positions.at)


def _repeated(model: BaseModel, at: Callable[..., Location]) -> Iterator[Problem]:
    seen: set[tuple[FieldPath, str]] = set()
    for reference in references_in(model):
        if isinstance(reference.path[-1], int):
            entry = (reference.path[:-1], reference.item_id)
            if entry in seen:
                params = {"kind": reference.kind, "found": reference.item_id}
                yield Problem(at(*reference.path), Severity.HINT, ID, params)
            seen.add(entry)
