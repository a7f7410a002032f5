"""What one column of an export holds, told without repeating what anybody wrote."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC
from enum import StrEnum
from typing import TYPE_CHECKING

from chefetage.sources.days import day_reader
from chefetage.sources.discretion import USUAL_K
from chefetage.sources.numbers import read_number
from chefetage.sources.scales import no_answers, number_in, scale_of
from chefetage.sources.text import number_or_word, plain, tidy

if TYPE_CHECKING:
    from collections.abc import Mapping

ISO = ""
"""Stands for days that need no `date_format`."""
DATE_FORMATS = (
    ISO, "%d.%m.%Y", "%d.%m.%Y %H:%M", "%d.%m.%Y %H:%M:%S", "%d.%m.%y", "%m/%d/%Y", "%d/%m/%Y", "%m/%d/%Y %H:%M",
    "%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M:%S", "%d/%m/%Y %H:%M:%S", "%m/%d/%Y %I:%M %p", "%d/%m/%Y %I:%M %p",
    "%m/%d/%Y %I:%M:%S %p", "%d/%m/%Y %I:%M:%S %p", "%m/%d/%y", "%d/%m/%y", "%m/%d/%y %H:%M", "%d/%m/%y %H:%M",
    "%Y/%m/%d", "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %I:%M:%S %p %z", "%d-%b-%Y", "%d %b %Y", "%b %d, %Y", "%B %d, %Y",
)  # fmt: skip
_READERS = {form: day_reader(UTC, form or None) for form in DATE_FORMATS}
_FEW = 12
"""At most so many different words are listed; more is free text."""
_LONGEST_WORD = 60
_SCALES = range(-100, 101)
"""Where scales lie. Beyond it are years, postcodes and telephone numbers: of these, no range is told."""
_DECIMALS = (".", ",")
_MANY = 200
"""More different numbers are no answers on a scale."""
_WEIGHTS = ("weight", "gewicht", "wt")
_YEARS = range(1990, 2100)
"""When people answer surveys; tools write bare times as if they were in 1899."""
_TIMES = 2
"""Words that are answers come back: each at least so often, on average."""


class Holds(StrEnum):
    """The kind of thing a column holds."""

    NOTHING = "nothing"
    NUMBERS = "numbers"
    """Whole numbers, perhaps with a few words among them, such as worded ends of a scale."""
    DECIMALS = "decimals"
    """Numbers, some of them broken: amounts, durations, weights. No range is told: an amount may be one person's."""
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
    WEIGHT = "weight"


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
    decimal: str | None = None
    """Of broken numbers, the decimal sign."""
    scale: tuple[int, int] | None = None
    """The scale that its numbers seem to be on; see `scale_of`."""
    codes: tuple[int | str, ...] = ()
    """What seems to mean no answer."""
    labels: Mapping[str, int] = field(default_factory=dict)
    """Worded answers that begin with a number, such as the ends of a scale, and that number."""
    numbers: Mapping[int, int] = field(default_factory=dict)
    """Each whole number and how often it came, as long as they are few; never to be told."""

    @property
    def suggestion(self) -> Suggestion | None:
        """What the column could be used for; a guess for a person to check."""
        if self.holds is Holds.DAYS:
            return Suggestion.DATE
        if self.holds in {Holds.DECIMALS, Holds.NUMBERS} and plain(self.name).startswith(_WEIGHTS):
            return Suggestion.WEIGHT
        if self.holds is Holds.WORDS and self.scale is None:
            return Suggestion.SHARE if len(self.words) + self.rare_words > 1 else None
        if self.scale is None:
            return None
        return Suggestion.NPS if self.scale[1] == 10 else Suggestion.CSAT  # noqa: PLR2004 – 0–10, and all shorter ones


class ColumnWatcher:
    """Looks at a column cell by cell, in constant memory."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._answered = 0
        self._numbers: Counter[int] = Counter()
        self._whole = 0
        self._broken = dict.fromkeys(_DECIMALS, 0)
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
            self._whole += 1
            if value in self._numbers or len(self._numbers) < _MANY:
                self._numbers[value] += 1
            self._low = value if self._low is None else min(self._low, value)
            self._high = value if self._high is None else max(self._high, value)
            return
        for decimal in _DECIMALS:
            self._broken[decimal] += read_number(text, decimal) is not None
        if not self._free:
            self._words[text] += 1
            self._free = len(self._words) > _FEW or len(text) > _LONGEST_WORD

    def look(self) -> ColumnLook:
        """Return what was seen."""
        if not self._answered:
            return ColumnLook(self._name, 0, Holds.NOTHING)
        if self._formats and not self._whole:
            return ColumnLook(self._name, self._answered, Holds.DAYS, date_formats=tuple(self._formats))
        decimal = self._decimal()
        if decimal is not None:
            return ColumnLook(self._name, self._answered, Holds.DECIMALS, decimal=decimal)
        if self._free or (self._words and self._answered < _TIMES * len(self._words)):
            return ColumnLook(self._name, self._answered, Holds.TEXT)
        words = tuple((word, times) for word, times in self._words.most_common() if times >= USUAL_K)
        labels = {word: number for word, _ in words if (number := number_in(word)) is not None}
        numbers = Counter(self._numbers)
        for word, number in labels.items():
            numbers[number] += self._words[word]
        scale, codes = scale_of(numbers)
        ranged = self._low in _SCALES and self._high in _SCALES
        return ColumnLook(
            self._name,
            self._answered,
            Holds.NUMBERS if self._whole * 2 >= self._answered else Holds.WORDS,
            self._low if ranged else None,
            self._high if ranged else None,
            words,
            len(self._words) - len(words),
            scale=scale if ranged or codes else None,
            codes=(*(code for code in codes if numbers[code] >= USUAL_K), *no_answers(self._words)),
            labels=labels if self._numbers or len(labels) == len(words) else {},
            numbers=self._numbers if len(self._numbers) < _MANY else {},
        )

    def _decimal(self) -> str | None:
        """Return the decimal sign under which all cells are numbers, if some are broken."""
        broken = self._answered - self._whole
        return next((sign for sign in _DECIMALS if broken and self._broken[sign] == broken), None)


def _is_day(text: str, form: str) -> bool:
    day = _READERS[form](text)
    return day is not None and day.year in _YEARS
