"""Several jobs at once, each in a copy of this process; where that cannot be, one after the other.

A copy knows all that was read before without being told, so nothing but results is passed on. Only for jobs without
effects: one whose copy is lost is done again here, with the same result or the same error.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection

T = TypeVar("T")


def at_once(jobs: Sequence[Callable[[], T]], workers: int | None = None) -> list[T]:
    """Return the results of jobs, in their order.

    Args:
        jobs: called once each; results have to be picklable.
        workers: processes, this one included; by default one a processor.

    Raises:
        Exception: what a job has raised; of several, that of the first.
    """
    count = min(workers or _workers(), len(jobs))
    here, elsewhere = jobs[: len(jobs) - count + 1], jobs[len(jobs) - count + 1 :]
    copies = [_Copy(job) for job in elsewhere]
    try:
        return [*[job() for job in here], *[copy.result() for copy in copies]]
    finally:
        for copy in copies:
            copy.end()


def _workers() -> int:
    """Return how many processes are of use; a process with threads is not to be copied, nor are all systems able to."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


class _Copy(Generic[T]):
    """A copy of this process that does one job."""

    def __init__(self, job: Callable[[], T]) -> None:
        self._job = job
        context = multiprocessing.get_context("fork")
        self._answers, answer = context.Pipe(duplex=False)
        self._process = context.Process(target=_work, args=(job, answer), daemon=True)
        self._process.start()
        answer.close()

    def result(self) -> T:
        try:
            found: T = pickle.loads(self._answers.recv_bytes())  # noqa: S301 – written by ourselves
        except EOFError:
            found = self._job()
        return found

    def end(self) -> None:
        self._answers.close()
        self._process.terminate()
        self._process.join()


def _work(job: Callable[[], object], answer: Connection) -> None:
    # What goes wrong is said by the process that does the job again.
    with suppress(Exception):
        answer.send_bytes(pickle.dumps(job(), pickle.HIGHEST_PROTOCOL))
