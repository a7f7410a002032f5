"""One refresh at a time: what two read at once, the later one would write without what the first had found."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 60.0
"""Seconds to wait for another refresh."""
_FILE = ".cache/chefetage/refresh.lock"


class BusyError(Exception):
    """Another refresh is still running."""


@contextmanager
def only_one(root: Path, waiting: Callable[[], None], patience: float | None = None) -> Iterator[None]:
    """Hold the project's lock. The system frees it when the process ends, however it ends.

    Args:
        root: The project's folder.
        waiting: Called once if another process holds the lock.
        patience: Seconds to wait for it; default: `PATIENCE`.

    Raises:
        BusyError: it was not free in time.
        OSError: the lock's file cannot be made.
    """
    path = root / _FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path)
    try:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            waiting()
            lock.acquire(timeout=PATIENCE if patience is None else patience)
    except Timeout as error:
        raise BusyError from error
    try:
        yield
    finally:
        lock.release()
