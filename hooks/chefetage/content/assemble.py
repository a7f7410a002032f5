"""What was read, made into a model; or all that is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from chefetage.content.findings import clipped
from chefetage.content.fit import fit
from chefetage.content.mistakes import field_path, translate
from chefetage.content.shape import Choice, Many, Record, Spoken, Table, shape_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.content.findings import Findings
    from chefetage.content.languages import Languages
    from chefetage.content.shape import Shape
    from chefetage.content.tree import Tree
    from chefetage.model.location import FieldPath

M = TypeVar("M", bound=BaseModel)


def assemble(
    model: type[M],
    tree: Tree,
    languages: Languages,
    findings: Findings,
    kept: Mapping[str, object] | None = None,
) -> M | None:
    """Return the model, or `None` with at least one error.

    Args:
        model: What is to be made.
        tree: The fields as they are written.
        languages: The site's languages as the item sees them.
        findings: Takes what is wrong, everything in one go.
        kept: Values that the reader adds: the id, the words below the front matter.
    """
    before = findings.errors
    values, faulty = fit(tree, shape_of(model), languages, findings)
    made: M | None = None
    try:
        made = model.model_validate({**values, **(kept or {})})
    except ValidationError as error:
        for details in error.errors(include_url=False):
            path = field_path(details)
            check_id, params = translate(details, path)
            if check_id != "missing-field":
                path = _written(path, tree)
            allowed = _choices(shape_of(model), path) if check_id == "missing-field" else ""
            if allowed:
                check_id, params = "missing-choice", {**params, "allowed": allowed}
            if not _is_known(path, faulty):
                faulty.add(path)
                # What somebody has written may be of any length; what is possible is told in full.
                shown = {
                    key: clipped(value) if isinstance(value, str) and key != "allowed" else value
                    for key, value in params.items()
                }
                findings.error(tree.positions.at(*path), check_id, **{"field": languages.label(path), **shown})
    return made if findings.errors == before else None


def _choices(record: Record, path: FieldPath) -> str:
    """Return the values that a field may have, as in messages; empty where it is not one of a few."""
    shape: Shape = record
    for step in path:
        if isinstance(shape, Record) and step in shape.slots:
            shape = shape.slots[str(step)].shape
        elif isinstance(shape, Many | Table | Spoken):
            shape = shape.of
    return ", ".join(map(str, shape.allowed)) if isinstance(shape, Choice) else ""


def _written(path: FieldPath, tree: Tree) -> FieldPath:
    """Return the part of the path that the author has written: one number for a range has no `low` and no `high`."""
    return next((path[:length] for length in range(len(path), 0, -1) if path[:length] in tree.places), path)


def _is_known(path: FieldPath, faulty: set[FieldPath]) -> bool:
    """Whether something was found at the field, around it or within it already."""
    return any(path[: len(known)] == known or known[: len(path)] == path for known in faulty)
