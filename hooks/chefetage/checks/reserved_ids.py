"""Every address belongs to one page: an item's id must not lead to one that the site writes itself.

Passes: `docs/privacy.md`; `docs/method.md`, which opens the page of that name.
Fails: `docs/index.md` and `docs/home.md`, which would take the place of the newest edition; `metrics/index.yml`, which
would take that of all metrics.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from chefetage.model.project import Project

ID = "reserved-id"

RESERVED: Mapping[str, frozenset[str]] = {
    "standing": frozenset({"index", "home"}),
    "metric": frozenset({"index"}),
}
"""Kind to the ids that are taken; items of other kinds have addresses of another form."""


def check(project: Project) -> Iterator[Problem]:
    """Yield one problem per id, present or former, whose address is taken."""
    for kind, taken in RESERVED.items():
        for item in project.of_kind(kind).values():
            if item.id in taken:
                yield Problem(item.at(), Severity.ERROR, ID, {"found": item.id})
            for index, former in enumerate(item.was):
                if former in taken:
                    yield Problem(item.at("was", index), Severity.ERROR, ID, {"found": former})
