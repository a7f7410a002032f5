"""The summary that GitHub shows of a job: Markdown, with words from files that stay words."""

from __future__ import annotations

import os
import re
from pathlib import Path

FILE = "GITHUB_STEP_SUMMARY"

ROWS = 500
"""So many lines a list has; GitHub refuses a summary of more than a megabyte."""


def add_to_summary(text: str) -> bool:
    """Append to the summary of the job; return whether there is one.

    Raises:
        OSError: the file cannot be written.
    """
    summary = os.environ.get(FILE)
    if summary:
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(text)
    return bool(summary)


def as_code(text: str) -> str:
    """Return text that can stand between two backticks, in a table too."""
    return re.sub(r"[`|\r\n]", " ", text)


def as_words(text: str) -> str:
    """Return text that stays text in Markdown, in a table too."""
    return re.sub(r"([\\`*_{}\[\]()#+!|<>~@&])", r"\\\1", " ".join(text.split()))
