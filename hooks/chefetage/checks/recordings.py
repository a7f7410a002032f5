"""Who cannot hear a recording can read it, and captions say when.

Passes: a recording with `transcript`; `captions` with cues such as `00:00.300 --> 00:04.300`, each before the next.
Fails: a recording without a word to read; a film without captions; a cue that ends before it begins.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project
    from chefetage.model.quote import Quote

UNREADABLE = "recording-without-transcript"
UNCAPTIONED = "film-without-captions"
BAD_CAPTIONS = "bad-captions"
_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d\.\d{3})"
_CUE = re.compile(rf"{_TIME} --> {_TIME}(?: .*)?")


def check(project: Project) -> Iterator[Problem]:
    """Yield one finding per recording that cannot be read, and one per text of captions that no player understands."""
    for quote in project.quotes.values():
        yield from _captions(quote)
        if quote.media is None or not quote.may_be_shown(project.today):
            continue
        if not quote.transcript:
            yield Problem(quote.at("media"), Severity.ERROR, UNREADABLE, {})
        elif quote.media.is_film and not quote.captions:
            yield Problem(quote.at("media"), Severity.ERROR, UNCAPTIONED, {})


def _captions(quote: Quote) -> Iterator[Problem]:
    for language, text in quote.captions.items():
        found = _first_mistake(text)
        if found is not None:
            place = quote.at("captions", language)
            yield Problem(place, Severity.ERROR, BAD_CAPTIONS, {"found": found})


def _first_mistake(text: str) -> str | None:
    """Return the first line that should be a cue's time and is none, or none that comes after the one before."""
    last = 0.0
    for block in re.split(r"\n\s*\n", text.strip()):
        line, _, words = block.strip().partition("\n")
        cue = _CUE.fullmatch(line.strip())
        if cue is None or not words.strip():
            return line
        start, end = (_seconds(*cue.groups()[at : at + 3]) for at in (0, 3))
        if not last <= start < end:
            return line
        last = end
    return None


def _seconds(hours: str | None, minutes: str, seconds: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds)
