"""What the groups of a dimension ask of each other: months in order, successors that exist and come to an end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.chains import in_a_circle
from chefetage.model.nearest import nearest

if TYPE_CHECKING:
    from chefetage.content.findings import Findings
    from chefetage.model.dimension import Dimension
    from chefetage.model.location import Positions


def groups_belong_together(dimension: Dimension, places: Positions, findings: Findings) -> None:
    """Note groups that end before they begin, and successors that are none.

    Args:
        dimension: The groups.
        places: Where the dimension's fields stand.
        findings: Takes what is wrong.
    """
    successors = {name: group.successor for name, group in dimension.values.items()}
    circling = in_a_circle(successors)
    heard: dict[str, str] = {}
    for name, group in dimension.values.items():
        if group.valid_from is not None and group.valid_to is not None and group.valid_from > group.valid_to:
            params = {"low": group.valid_from, "high": group.valid_to}
            findings.error(places.at("values", name, "valid_to"), "valid-order", **params)
        if group.successor is not None:
            place = places.at("values", name, "successor")
            if group.successor not in dimension.values:
                near = nearest(group.successor, dimension.values.keys() - {name})
                findings.error(place, "unknown-reference", kind="segment", found=group.successor, nearest=near)
            elif name in circling:
                findings.error(place, "successor-circle", found=name)
            elif group.valid_to is None:
                findings.error(place, "field-needs", field="successor", needs="valid_to")
        for index, answer in enumerate(group.answers or (name,)):
            if answer in heard:
                field = ("values", name, "answers", index) if group.answers else ("values", name)
                findings.error(places.at(*field), "answer-of-two", found=answer, other=heard[answer])
            heard.setdefault(answer, name)
