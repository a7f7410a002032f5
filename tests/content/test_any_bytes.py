"""Whatever stands in a file, reading it ends, and ends without a traceback."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from chefetage.checks import check_project
from chefetage.content import read_project
from chefetage.locales.report import report

SOUND = Path(__file__).parent / "sound"

FILES = (
    "briefings/editions/2026-10.md", "briefings/editions/2026-10.en.md", "briefings/quotes/fitter.md",
    "briefings/stories/tap.md", "briefings/measures/callback.md", "metrics/nps.yml", "metrics/core.yml",
    "metrics/sources.yml", "metrics/segments.yml", "metrics/events.yml", "docs/glossary.yml", "docs/method.md",
    "metrics/snapshots/2026-10.json", "mkdocs.yml", "brand.yml",
)  # fmt: skip

NAMES = st.sampled_from([
    "month", "status", "owner", "headline", "messages", "asks", "quotes", "commentary", "omitted", "basis", "consent",
    "scope", "given", "who", "de", "en", "no", "on", "kind", "name", "metrics", "date", "low", "high", "top", "targets",
    "<<", "", "extra", "chefetage", "languages", "k", "schema", "groups", "stats", "values", "of",
])  # fmt: skip
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.datetimes() | st.text(max_size=20)
    | st.binary(max_size=5) | st.sampled_from(["2026-10", "draft", "nps", "joy", "2026-13-45", "140.000", "12:30"])
)  # fmt: skip
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES | st.text(max_size=5), inner, max_size=6)
)
BYTES = (
    st.binary(max_size=400)
    | st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace"))
    | st.text(alphabet="-:{}[]\"'#&*!|>%@`,? \n\tab12", max_size=200).map(str.encode)
)


SLIPS = st.tuples(st.integers(0, 2000), st.integers(0, 30), BYTES.map(lambda data: data[:40]))
"""Where in a sound file, how much is cut out, and what is put in."""


@pytest.fixture(params=FILES)
def read(request, tmp_path):
    """Return a function that reads the sound site with one file replaced, checks it and says all findings."""
    root = tmp_path / "site"
    shutil.copytree(SOUND, root)

    def read_with(data: bytes) -> None:
        (root / request.param).write_bytes(data)
        project, problems = read_project(root, date(2026, 11, 21))
        found = [*problems, *check_project(project)]
        for language in ("de", "en"):
            for line in report(found, language):
                line.encode()

    read_with.path = root / request.param
    return read_with


def patiently(examples: int):
    return settings(max_examples=examples, suppress_health_check=[HealthCheck.too_slow])


def test_any_bytes_may_stand_in_a_file(read):
    @patiently(25)
    @given(data=BYTES)
    @example(data=b"---\n")
    @example(data=b"---\n---\n")
    @example(data=b"---\n? \n: \n---\n")
    @example(data=b"[" * 100_000)
    @example(data=b'{"a":' * 100_000)
    @example(data=b"\x00")
    def check(data: bytes) -> None:
        read(data)

    check()


def test_any_values_may_stand_in_a_file(read):
    @patiently(25)
    @given(value=VALUES)
    def check(value: object) -> None:
        text = yaml.safe_dump(value, allow_unicode=True).removesuffix("...\n")
        text = f"---\n{text}---\nText.\n" if read.path.suffix == ".md" else text
        read(text.encode("utf-8", "surrogatepass"))

    check()


def test_any_slip_may_happen_in_a_sound_file(read):
    sound = read.path.read_bytes() if read.path.exists() else b"---\nheadline: x\nof: 123\n---\nText\n"

    @patiently(40)
    @given(slip=SLIPS)
    def check(slip: tuple[int, int, bytes]) -> None:
        start, length, new = slip
        start %= len(sound) + 1
        read(sound[:start] + new + sound[start + length :])

    check()
