"""Measure the desk: how long a check takes, and a change until it is in the browser. Run by `make bench`.

Seconds, not ratios, as people wait in seconds; beside them the start of Python with pydantic, to tell a slow machine
from a slow program.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench import ENVIRONMENT, make_project, seconds

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
ITEMS = 300
EDITION = "2026-10"


def multiply(project: Path, items: int) -> int:
    """Copy quotes, stories and asks under new names until there are so many items; return how many there are."""
    kinds = [project / "briefings" / kind for kind in ("quotes", "stories", "asks", "measures")]
    count = sum(1 for path in (project / "briefings").rglob("*.md") if "." not in path.stem)
    originals = [path for kind in kinds for path in sorted(kind.glob("*.md")) if "." not in path.stem]
    for number in range(items - count):
        original = originals[number % len(originals)]
        for path in original.parent.glob(f"{original.stem}*.md"):
            suffix = path.name.removeprefix(original.stem)
            shutil.copy(path, original.parent / f"{original.stem}-{number}{suffix}")
    return max(count, items)


def measure_check(runs: int) -> tuple[float, float, int]:
    """Return medians in seconds: a whole `chefetage check`, the start of Python with pydantic; and how many items."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        make_project(project, 13)
        items = multiply(project, ITEMS)
        check = [sys.executable, "-m", "chefetage", "check", "--all"]
        subprocess.run(check, cwd=project, env=ENVIRONMENT, check=False, capture_output=True)
        checks, starts = [], []
        for _ in range(runs):
            start = time.perf_counter()
            subprocess.run(check, cwd=project, env=ENVIRONMENT, check=False, capture_output=True)
            checks.append(time.perf_counter() - start)
            starts.append(seconds([sys.executable, "-c", "import pydantic; pydantic.BaseModel"], project))
    return statistics.median(checks), statistics.median(starts), items


def measure_reload(editions: int, runs: int) -> list[float]:
    """Return seconds from writing a file until the page in the browser has changed."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as listener:
        project = Path(folder)
        make_project(project, editions)
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        listener.close()
        command = [sys.executable, "-m", "chefetage", "serve", "--edition", EDITION, "--port", str(port)]
        server = subprocess.Popen(
            command, cwd=project, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        try:
            return _reloads(f"http://127.0.0.1:{port}/de/editions/{EDITION}.html", project, runs)
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait()


def _reloads(address: str, project: Path, runs: int) -> list[float]:
    file = project / f"briefings/editions/{EDITION}.md"
    times = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page()
        for _ in range(300):
            try:
                page.goto(address)
                break
            except Exception:  # noqa: BLE001 – not there yet, for whatever reason
                time.sleep(0.2)
        for number in range(runs + 1):
            text = re.sub(
                r"^headline: .*$", f"headline: Der Versuch {number}.", file.read_text("utf-8"), flags=re.MULTILINE
            )
            file.write_text(text, encoding="utf-8")
            start = time.perf_counter()
            page.get_by_role("heading", level=1).get_by_text(f"Der Versuch {number}.").wait_for(timeout=60_000)
            if number:  # the first one warms up
                times.append(time.perf_counter() - start)
            time.sleep(0.7 + number % 5 / 10)  # not in step with the server's own rhythm
        browser.close()
    return times


def main() -> None:
    """Print both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--editions", type=int, default=120)
    options = parser.parse_args()
    check, start, items = measure_check(options.runs)
    print(
        f"check of {items} items: {check:.2f} s, {check / start:.1f} × Python with pydantic ({start:.2f} s)", flush=True
    )
    times = measure_reload(options.editions, options.runs)
    span = f"median of {len(times)}; {min(times):.2f} to {max(times):.2f}"
    print(f"a change in the browser, {options.editions} editions: {statistics.median(times):.2f} s ({span})")


if __name__ == "__main__":
    main()
