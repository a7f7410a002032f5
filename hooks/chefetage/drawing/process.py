"""Starts the process that draws when it is first needed, and stops it when a chart fails or takes too long."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from threading import Timer

from chefetage.charts.vega.plotter import NotInstalledError, NotPlottedError

PATIENCE = 60.0
"""Seconds for one chart; the slowest takes two."""

PACKAGE = "vl_convert"
_WORKER = Path(__file__).with_name("worker.py")


class Process:
    """The process that draws."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._running: subprocess.Popen[str] | None = None

    def draw(self, task: str) -> str:
        """Return the SVG of a task.

        Raises:
            NotInstalledError: the package that draws is not there.
            NotPlottedError: it could not draw this.
        """
        if find_spec(PACKAGE) is None:
            raise NotInstalledError
        running = self._running = self._running or _start()
        assert running.stdin is not None
        assert running.stdout is not None
        clock = Timer(self._patience, running.kill)
        clock.start()
        try:
            running.stdin.write(task + "\n")
            running.stdin.flush()
            line = running.stdout.readline()
        except OSError:
            line = ""
        finally:
            clock.cancel()
        answer = json.loads(line) if line.endswith("\n") else {"error": "no answer"}
        if "svg" not in answer:
            # The next chart would inherit the error of this one.
            self.close()
            raise NotPlottedError(_said(answer["error"]))
        return str(answer["svg"])

    def close(self) -> None:
        """Stop the process; the next chart starts another."""
        running, self._running = self._running, None
        if running is not None:
            running.kill()
            running.communicate()


def _start() -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 – our own file
        # Not with its own folder in front, whose modules may be called like others.
        [sys.executable, "-P", str(_WORKER)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8",
        env={**os.environ, "TZ": "UTC"},
    )  # fmt: skip


def _said(error: str) -> str:
    """Return the line that says what is wrong, without the lines of the program it was found in."""
    lines = [line.strip() for line in error.splitlines() if line.strip()]
    told = [line for line in lines if not line.startswith("at ") and not line.endswith("failed:")]
    return (told or lines or ["?"])[0][:300]
