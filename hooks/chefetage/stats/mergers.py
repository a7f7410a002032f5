"""Groups that became one: brands after a merger, regions after a reform.

`segments.yml` says of a group that ended who its customers belong to since. The new group's own series starts there; a
pro forma one counts its predecessors in for the months before, as if they had always been one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.stats.observations import dimension_of

if TYPE_CHECKING:
    from chefetage.model.dimension import SegmentValue
    from chefetage.model.month import Month
    from chefetage.model.project import Project


def predecessors(project: Project, group: str) -> tuple[str, ...]:
    """Return the groups that became this one, theirs included, in the order of `segments.yml`; none for `all`."""
    dimension = dimension_of(group)
    values = project.dimensions[dimension].values if dimension in project.dimensions else {}
    found = {group}
    before = 0
    while len(found) > before:
        before = len(found)
        found |= {
            f"{dimension}.{value_id}"
            for value_id, value in values.items()
            if value.successor is not None and f"{dimension}.{value.successor}" in found
        }
    return tuple(each for each in (f"{dimension}.{value_id}" for value_id in values) if each in found - {group})


def is_valid(project: Project, group: str, month: Month) -> bool:
    """Whether a group existed in a month; one that stands in no `segments.yml` always did."""
    value = _value(project, group)
    return value is None or value.is_valid(month)


def merged_from(project: Project, group: str) -> frozenset[Month]:
    """Return the months from which a group holds other customers than before: a predecessor had ended."""
    ends = (_value(project, each) for each in predecessors(project, group))
    return frozenset(value.valid_to + 1 for value in ends if value is not None and value.valid_to is not None)


def recomposed_from(project: Project, dimension: str) -> frozenset[Month]:
    """Return the months from which all customers are divided into other groups: one began, or had ended."""
    values = project.dimensions[dimension].values.values() if dimension in project.dimensions else ()
    begun = {value.valid_from for value in values if value.valid_from is not None}
    return frozenset(begun | {value.valid_to + 1 for value in values if value.valid_to is not None})


def _value(project: Project, group: str) -> SegmentValue | None:
    dimension, _, value_id = group.partition(".")
    defined = project.dimensions.get(dimension)
    return defined.values.get(value_id) if defined else None
