"""Recordings brought to where a build finds them, each only if it is the one that was consented to."""

from __future__ import annotations

import os
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING

from chefetage.durable import make_folder, remove_file, replace_file, sync_folder
from chefetage.sources.web.answer import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from chefetage.model.project import Project
    from chefetage.model.quote import Quote
    from chefetage.sources.media.store import Store

FOLDER = "docs/media"


@dataclass(frozen=True, slots=True)
class Failure:
    """A recording that could not be brought; without a key it concerns the store, and so all of them."""

    trouble: Trouble
    key: str = ""


@dataclass(slots=True)
class Brought:
    """What became of the recordings, by their keys."""

    fetched: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """Those that were there already."""
    removed: list[str] = field(default_factory=list)
    """Those whose consent has ended."""
    failures: list[Failure] = field(default_factory=list)


def fetch_recordings(project: Project, root: Path, store: Callable[[], Store | Trouble]) -> Brought:
    """Bring every recording that may be shown on the project's day, and remove those that may no more.

    Args:
        project: The quotes, and the day.
        root: The project's folder.
        store: Asked for where recordings are kept, if there is one to fetch.
    """
    brought = Brought()
    folder = root.resolve() / FOLDER
    shown, ended = _by_key(project)
    for key in sorted(ended - shown.keys()):
        _remove(folder, key, brought)
    missing: dict[str, str] = {}
    for key, quotes in sorted(shown.items()):
        digests = {quote.media.sha256 for quote in quotes if quote.media is not None}
        if len(digests) > 1:
            brought.failures.append(Failure(Trouble("two-digests"), key))
        elif _digest(folder / key) in digests:
            brought.kept.append(key)
        else:
            missing[key] = digests.pop()
    found = store() if missing else None
    if isinstance(found, Trouble):
        brought.failures.append(Failure(found))
    elif found is not None:
        for key, digest in missing.items():
            trouble = _bring(found, folder, key, digest)
            if trouble is None:
                brought.fetched.append(key)
            else:
                brought.failures.append(Failure(trouble, key))
    return brought


def _by_key(project: Project) -> tuple[dict[str, list[Quote]], set[str]]:
    """Return the recordings that may be shown with their quotes, and those whose consent has ended."""
    shown: dict[str, list[Quote]] = defaultdict(list)
    ended: set[str] = set()
    for quote in project.quotes.values():
        if quote.media is None:
            continue
        if quote.may_be_shown(project.today):
            shown[quote.media.key].append(quote)
        elif quote.ended_on(project.today) is not None:
            ended.add(quote.media.key)
    return shown, ended


def _bring(store: Store, folder: Path, key: str, digest: str) -> Trouble | None:
    """Fetch into a hidden file, which no build copies, and give it its name once it is known to be the right one."""
    target = folder / key
    try:
        if not target.parent.resolve().is_relative_to(folder):
            return Trouble("outside")
        make_folder(target.parent)
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
        os.close(handle)
        part = Path(name)
        try:
            trouble = store.fetch(key, part)
            if trouble is not None:
                return trouble
            if _digest(part) != digest:
                return Trouble("swapped")
            part.chmod(0o644)
            replace_file(part, target)
            sync_folder(target.parent)
        finally:
            remove_file(part)
    except OSError as error:
        return Trouble("not-written", {"reason": error.strerror or type(error).__name__})
    return None


def _remove(folder: Path, key: str, brought: Brought) -> None:
    target = folder / key
    if not target.is_file() or not target.parent.resolve().is_relative_to(folder):
        return
    try:
        remove_file(target)
        brought.removed.append(key)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        brought.failures.append(Failure(Trouble("not-removed", {"reason": reason}), key))


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None
