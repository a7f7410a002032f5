"""Measure the build: against plain MkDocs on the exported tree, and its growth. Run by `make bench`.

Prints ratios of medians taken in one run, since machines are noisy. The plain build is that of the exported trees: the
same articles with their charts inlined, the same theme, the same navigation; the time of its second start of MkDocs
is taken off, since ours starts once for both languages.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1795219200", "NO_MKDOCS_2_WARNING": "1"}
NEWEST = (2026, 10)


def month(back: int) -> str:
    """Return the month that lies so many months before the newest one."""
    index = NEWEST[0] * 12 + NEWEST[1] - 1 - back
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def make_project(target: Path, editions: int) -> None:
    """Write a project with the demo's items and so many editions: copies of the demo's, each a month of its own."""
    ignored = shutil.ignore_patterns("editions", "snapshots", "exports", "decisions")
    for name in ("briefings", "metrics", "docs"):
        shutil.copytree(ROOT / name, target / name, ignore=ignored)
    for name in ("mkdocs.yml", "brand.yml"):
        shutil.copy(ROOT / name, target / name)
    (target / "hooks").mkdir()
    shutil.copy(ROOT / "hooks/mkdocs_hooks.py", target / "hooks")
    (target / "briefings/editions").mkdir()
    (target / "metrics/snapshots").mkdir()
    originals = sorted(path.stem for path in (ROOT / "briefings/editions").glob("*.md") if "." not in path.stem)
    snapshots = sorted((ROOT / "metrics/snapshots").glob("*.json"))
    for back in range(editions):
        original, copy = originals[-1 - back % len(originals)], month(back)
        for suffix in ("", ".en"):
            text = (ROOT / f"briefings/editions/{original}{suffix}.md").read_text(encoding="utf-8")
            path = target / f"briefings/editions/{copy}{suffix}.md"
            path.write_text(text.replace(f"month: {original}", f"month: {copy}"), encoding="utf-8")
        snapshot = snapshots[-1 - back % len(snapshots)]
        text = snapshot.read_text(encoding="utf-8").replace(f'"month": "{snapshot.stem}"', f'"month": "{copy}"')
        (target / f"metrics/snapshots/{copy}.json").write_text(text, encoding="utf-8")


def seconds(command: list[str], folder: Path) -> float:
    """Return how long a whole process takes."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=True, capture_output=True)
    return time.perf_counter() - start


def measure(editions: int, runs: int) -> tuple[float, float, float]:
    """Return medians in seconds: our build with charts drawn before, without, and plain MkDocs on the exports."""
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        project.mkdir()
        make_project(project, editions)
        subprocess.run(
            [sys.executable, "-m", "chefetage", "export", "../export"],
            cwd=project,
            env=ENVIRONMENT,
            check=True,
            capture_output=True,
        )
        trees = sorted(path.parent for path in (Path(folder) / "export").glob("*/mkdocs.yml"))
        empty = Path(folder) / "empty"
        (empty / "docs").mkdir(parents=True)
        (empty / "docs/index.md").write_text("# Empty\n", encoding="utf-8")
        (empty / "mkdocs.yml").write_text("site_name: x\ntheme: material\n", encoding="utf-8")
        warm, cold, plain = [], [], []
        for _ in range(runs):
            shutil.rmtree(project / ".cache", ignore_errors=True)
            cold.append(seconds(mkdocs, project))
            warm.append(seconds(mkdocs, project))
            starts = seconds(mkdocs, empty) * (len(trees) - 1)
            plain.append(sum(seconds(mkdocs, tree) for tree in trees) - starts)
    return statistics.median(warm), statistics.median(cold), statistics.median(plain)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--editions", type=int, nargs="+", default=[120, 1200])
    options = parser.parse_args()
    times: dict[int, float] = {}
    print(f"{'editions':>8} {'pages':>6} {'warm':>8} {'cold':>8} {'plain':>8} {'warm':>6} {'cold':>6}")
    for editions in options.editions:
        warm, cold, plain = measure(editions, options.runs)
        times[editions] = warm
        line = f"{editions:>8} {editions * 2:>6} {warm:>7.2f}s {cold:>7.2f}s {plain:>7.2f}s"
        print(f"{line} {warm / plain:>5.2f}× {cold / plain:>5.2f}×", flush=True)
    few, many = min(times), max(times)
    if few != many:
        print(f"growth from {few} to {many} editions: {times[many] / times[few]:.2f} × the time for {many / few:g} ×")


if __name__ == "__main__":
    main()
