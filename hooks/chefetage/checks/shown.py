"""Which edition shows an item last: it is there that somebody will look at it again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chefetage.model.base import Prose
from chefetage.stats.per_project import per_project

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from chefetage.model.base import Item
    from chefetage.model.edition import Edition
    from chefetage.model.project import Project

_BLOCK = re.compile(
    r"^[ \t]*(?:`{3,}|~{3,})[ \t]*(?P<kind>quote|story|study|ask|measure|praise)[ \t]*\n"
    r"[ \t]*(?:id:[ \t]*)?(?P<id>[a-z0-9-]+)[ \t]*$",
    re.MULTILINE,
)
_TRANSLATION = re.compile(r"\.(?P<language>[\w-]+)\.md$")
_LISTS = {"quotes": "quote", "asks": "ask", "measures": "measure", "visits": "visit"}
_SINGLE = {"story": "story", "study": "study", "praise": "praise"}


def edition_of(project: Project, path: str) -> Edition | None:
    """Return the newest edition that shows what a file holds, original or translation; an edition shows itself."""
    name = _newest(project).get(original_of(project, path))
    return None if name is None else project.editions.get(name)


def original_of(project: Project, path: str) -> str:
    """Return the file that a translation renders; any other file is its own."""
    found = _TRANSLATION.search(path)
    is_translation = found is not None and found["language"] in project.settings.languages
    return f"{path[: found.start()]}.md" if found is not None and is_translation else path


@per_project
def _newest(project: Project) -> Mapping[str, str]:
    """Return file → the id of the newest edition that shows it."""
    newest: dict[str, str] = {}
    for edition in sorted(project.editions.values(), key=lambda each: each.month):
        newest |= dict.fromkeys(_files(project, edition), edition.id)
    return newest


def _files(project: Project, edition: Edition) -> Iterator[str]:
    """Yield the file of an edition and of everything in it, and in that, however deep."""
    seen: set[str] = set()
    waiting: list[Item] = [edition]
    while waiting:
        item = waiting.pop()
        if item.path not in seen:
            seen.add(item.path)
            waiting += _within(project, item)
            yield item.path


def _within(project: Project, item: Item) -> Iterator[Item]:
    for name, kind in _LISTS.items():
        yield from _known(project, kind, getattr(item, name, ()))
    for name, kind in _SINGLE.items():
        if isinstance(single := getattr(item, name, None), str):
            yield from _known(project, kind, (single,))
    for prose in getattr(item, "body", {}).values():
        if isinstance(prose, Prose) and ("```" in prose.text or "~~~" in prose.text):
            for block in _BLOCK.finditer(prose.text):
                yield from _known(project, block["kind"], (block["id"],))


def _known(project: Project, kind: str, ids: tuple[str, ...]) -> Iterator[Item]:
    items = project.of_kind(kind)
    yield from (items[each] for each in ids if each in items)
