"""What has been read is not read again as long as it says the same: under `serve` one file of hundreds changes.

Off unless somebody turns it on, as a command that reads a site once has nothing to remember.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from chefetage.content.findings import Findings

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

T = TypeVar("T")


@dataclass(slots=True)
class _Known:
    content: object
    value: Any
    findings: Findings


class _Memory:
    def __init__(self) -> None:
        self.is_on = False
        self.known: dict[Hashable, _Known] = {}


_memory = _Memory()


def remember() -> None:
    """Remember what is read from now on."""
    _memory.is_on = True


def forget() -> None:
    """Remember nothing any more."""
    _memory.is_on = False
    _memory.known.clear()


def is_on() -> bool:
    """Whether anything is remembered."""
    return _memory.is_on


def read_once(key: Hashable, content: object, read: Callable[[Findings], T], findings: Findings) -> T:
    """Return what is read from some content, and note what is wrong with it.

    Args:
        key: What is read, such as a file.
        content: All that the result depends on.
        read: Reads it; whatever it finds goes to the findings that it is given.
        findings: Takes what is wrong, each time.
    """
    if not _memory.is_on:
        return read(findings)
    known = _memory.known.get(key)
    if known is None or known.content != content:
        own = Findings()
        known = _memory.known[key] = _Known(content, read(own), own)
    findings.problems += known.findings.problems
    findings.errors += known.findings.errors
    value: T = known.value
    return value
