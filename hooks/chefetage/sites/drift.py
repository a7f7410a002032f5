"""How copied files have drifted from what this version brings, and bringing them up to date."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from chefetage.content.writing import write_files
from chefetage.sites.copies import copies
from chefetage.sites.packed import root as origin
from chefetage.sites.stamp import body_of, digest_of, stamp_of, stamped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from chefetage.model.base import Language

BESIDE = ".new"
"""Added to the name of a file that the site has changed: what it would be now."""
_SEARCHED = (".github", ".vscode", "schemas")
"""Folders in which a file with our line may have outlived its use."""


class Drift(StrEnum):
    """How a copied file stands to what this version brings."""

    CURRENT = "current"
    MISSING = "missing"
    OLD = "old"
    """Untouched, from another version."""
    OWN = "own"
    """Changed by the site, and there is nothing newer."""
    DIVERGED = "diverged"
    """Changed by the site, and this version brings something newer."""
    OBSOLETE = "obsolete"
    """Untouched, and not needed any more."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A copied file and how it stands."""

    path: str
    drift: Drift
    body: str = ""
    """What it would be now."""


def is_origin(root: Path) -> bool:
    """Whether a folder is the project that copies come from, which cannot drift from itself."""
    return root.resolve() == origin().resolve()


def drifted(root: Path, languages: tuple[Language, ...]) -> tuple[Copied, ...]:
    """Return every file that is copied, was copied once, or ought to be there, in order of paths."""
    if is_origin(root):
        return ()
    wanted = copies(languages)
    found = [Copied(path, _drift(root / path, body), body) for path, body in wanted.items()]
    found += [Copied(path, Drift.OBSOLETE) for path in _left_over(root, wanted)]
    return tuple(sorted(found, key=lambda each: each.path))


def bring_up_to_date(root: Path, found: Sequence[Copied]) -> None:
    """Write what is missing or old, put what is newer beside what the site has changed, remove what nobody needs.

    Raises:
        OSError: a file cannot be written.
    """
    contents: dict[Path, str] = {}
    for copied in found:
        path = root / copied.path
        if copied.drift in {Drift.MISSING, Drift.OLD}:
            contents[path] = stamped(copied.path, copied.body)
        elif copied.drift is Drift.DIVERGED:
            contents[path.with_name(path.name + BESIDE)] = stamped(copied.path, copied.body)
    write_files(contents)
    for copied in found:
        if copied.drift is Drift.OBSOLETE:
            (root / copied.path).unlink()


def waiting(root: Path, found: Iterable[Copied]) -> tuple[str, ...]:
    """Return the files that were put beside others and still wait for somebody to look at them."""
    return tuple(name for copied in found if (root / (name := copied.path + BESIDE)).exists())


def _drift(path: Path, body: str) -> Drift:
    if not path.exists():
        return Drift.MISSING
    text = _text(path)
    if text is None:
        return Drift.DIVERGED
    stamp, present, wanted = stamp_of(text), digest_of(body_of(text)), digest_of(body)
    if present == wanted:
        return Drift.CURRENT if stamp is not None and stamp.digest == wanted else Drift.OLD
    if stamp is None:
        return Drift.DIVERGED
    if present == stamp.digest:
        return Drift.OLD
    return Drift.OWN if stamp.digest == wanted else Drift.DIVERGED


def _left_over(root: Path, wanted: Iterable[str]) -> Iterator[str]:
    known = set(wanted)
    for folder in _SEARCHED:
        for path in (root / folder).rglob("*"):
            name = path.relative_to(root).as_posix()
            text = _text(path) if path.is_file() and name not in known and path.suffix != BESIDE else None
            stamp = None if text is None else stamp_of(text)
            if text is not None and stamp is not None and stamp.digest == digest_of(body_of(text)):
                yield name


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
