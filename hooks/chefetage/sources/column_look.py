"""What one column of an export holds, told without repeating what anybody wrote."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chefetage.sources.discretion import USUAL_K
from chefetage.sources.text import number_or_word, tidy

ISO = ""
"""Stands for days that need no `date_format`."""
DATE_FORMATS = (
    ISO, "%d.%m.%Y", "%d.%m.%Y %H:%M", "%d.%m.%Y %H:%M:%S", "%m/%d/%Y", "%d/%m/%Y", "%m/%d/%Y %H:%M:%S",
    "%d/%m/%Y %H:%M:%S", "%m/%d/%Y %I:%M:%S %p", "%d/%m/%Y %I:%M:%S %p", "%Y/%m/%d %H:%M:%S",
)  # fmt: skip
_FEW = 12
"""At most so many different words are listed; more is free text."""
_LONGEST_WORD = 60
_SCALES = range(-100, 101)
"""Where scales lie. Beyond it are years, postcodes and telephone numbers: of these, no range is told."""
_YEARS = range(1990, 2100)
"""When people answer surveys; tools write bare times as if they were in 1899."""
_TIMES = 2
"""Words that are answers come back: each at least so often, on average."""


class Holds(StrEnum):
    """The kind of thing a column holds."""

    NOTHING = "nothing"
    NUMBERS = "numbers"
    """Whole numbers, perhaps with a few words among them, such as worded ends of a scale."""
    WORDS = "words"
    DAYS = "days"
    TEXT = "text"
    """Anything else: of this, nothing is repeated."""


class Suggestion(StrEnum):
    """What a column could be used for."""

    NPS = "nps"
    CSAT = "csat"
    SHARE = "share"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """What was seen of a column."""

    name: str
    answered: int
    holds: Holds
    low: int | None = None
    high: int | None = None
    """Smallest and largest number; `None` also where they can be no scale."""
    words: tuple[tuple[str, int], ...] = ()
    """The words that came often enough to be repeated and how often, the most frequent first."""
    rare_words: int = 0
    """How many different words came too seldom to be repeated; they may be names."""
    date_formats: tuple[str, ...] = ()
    """The ways in which all its cells can be read as days; an empty one needs no declaring."""

    @property
    def suggestion(self) -> Suggestion | None:
        """What the column could be used for; a guess for a person to check."""
        if self.holds is Holds.DAYS:
            return Suggestion.DATE
        if self.holds is Holds.WORDS:
            return Suggestion.SHARE if len(self.words) + self.rare_words > 1 else None
        if self.low is None or self.high is None or self.low < 0:
            return None
        if 7 < self.high <= 10:  # noqa: PLR2004 – the scale from 0 to 10, lower ends often unused
            return Suggestion.NPS
        return Suggestion.CSAT if 1 <= self.low < self.high <= 7 else None  # noqa: PLR2004 – 1–5 and 1–7


class ColumnWatcher:
    """Looks at a column cell by cell, in constant memory."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._answered = 0
        self._numbers = 0
        self._low: int | None = None
        self._high: int | None = None
        self._words: Counter[str] = Counter()
        self._free = False
        self._formats = list(DATE_FORMATS)

    def see(self, cell: str) -> None:
        """Take in one cell."""
        if not cell or not (text := tidy(cell)):
            return
        self._answered += 1
        if self._formats:
            self._formats = [form for form in self._formats if _is_day(text, form)]
        value = number_or_word(text)
        if isinstance(value, int):
            self._numbers += 1
            self._low = value if self._low is None else min(self._low, value)
            self._high = value if self._high is None else max(self._high, value)
        elif not self._free:
            self._words[text] += 1
            self._free = len(self._words) > _FEW or len(text) > _LONGEST_WORD

    def look(self) -> ColumnLook:
        """Return what was seen."""
        if not self._answered:
            return ColumnLook(self._name, 0, Holds.NOTHING)
        if self._formats and not self._numbers:
            return ColumnLook(self._name, self._answered, Holds.DAYS, date_formats=tuple(self._formats))
        if self._free or (self._words and self._answered < _TIMES * len(self._words)):
            return ColumnLook(self._name, self._answered, Holds.TEXT)
        holds = Holds.NUMBERS if self._numbers * 2 >= self._answered else Holds.WORDS
        ranged = self._low in _SCALES and self._high in _SCALES
        words = tuple((word, times) for word, times in self._words.most_common() if times >= USUAL_K)
        return ColumnLook(
            self._name,
            self._answered,
            holds,
            self._low if ranged else None,
            self._high if ranged else None,
            words,
            len(self._words) - len(words),
        )


def _is_day(text: str, form: str) -> bool:
    try:
        day = datetime.fromisoformat(text) if form == ISO else datetime.strptime(text, form)  # noqa: DTZ007 – only the day
    except ValueError:
        return False
    return day.year in _YEARS
