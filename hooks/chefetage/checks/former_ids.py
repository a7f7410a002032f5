"""A former id must be free: it leaves a redirect to the item's new address.

Passes: `was: [old-name]`, with nothing of that kind called `old-name` any more.
Fails: `was: [store]` in one ask while another is called `store`, or was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from chefetage.model.base import Item
    from chefetage.model.project import Project

ID = "former-id-taken"

KINDS = (
    "edition", "quote", "story", "study", "ask", "measure", "praise", "visit", "argument", "standing", "metric",
    "event", "term",
)  # fmt: skip


def check(project: Project) -> Iterator[Problem]:
    """Yield one problem per former id that is in use."""
    for kind in KINDS:
        yield from _of_kind(kind, project.of_kind(kind))


def _of_kind(kind: str, items: Mapping[str, Item]) -> Iterator[Problem]:
    taken = {item_id: item.path for item_id, item in items.items()}
    for item in items.values():
        for index, former in enumerate(item.was):
            if former in taken:
                params = {"kind": kind, "found": former, "file": taken[former]}
                yield Problem(item.at("was", index), Severity.ERROR, ID, params)
            taken.setdefault(former, item.path)
