"""A translation has the numbers and the tokens of its original.

Passes: „1.400 Fronten“ and “1,400 fronts”; „12 Monate“ and “twelve months”; tokens in another order.
Fails: „1.400 Fronten“ and “1,500 fronts”; `{{ nps.n }}` in the original alone. A translation that is out of date anyway
is left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from chefetage.checks.texts import texts_in
from chefetage.checks.written import is_closed
from chefetage.locales.figures import figures, spoken_figures
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from chefetage.model.location import Location
    from chefetage.model.project import Project
    from chefetage.model.texts import Text

FIGURES, TOKENS = "differing-figures", "differing-tokens"
_TOKEN = re.compile(r"\{\{\s*([^{}\n]*?)\s*\}\}")
_NO_TEXT = re.compile(
    r"^(?P<fence>```+|~~~+)[^\n]*\n.*?(?:^(?P=fence)[`~]*[ \t]*$|\Z)|`[^`\n]+`|<!--.*?-->|(?<=\])\([^()\n]*\)|https?://\S+",
    re.MULTILINE | re.DOTALL,
)
_DIGIT = re.compile(r"\d")
_GROUPED = re.compile(r"[.,]\d{3}(?!\d)")
"""What one language takes for thousands and the other for decimals; the same digits then are not the same number."""
_HALF_A_DAY = 12
"""„16 Uhr“ is “4 pm”."""
_LEFT_OUT = frozenset({"captions"})
"""Their times are their own."""


def check(project: Project) -> Iterator[Problem]:
    """Yield at most one hint per field and translation, about what it lacks or has too much."""
    for item, texts in texts_in(project):
        if is_closed(project, item):
            continue
        fields: dict[tuple[str, str], list[Text]] = defaultdict(list)
        for text in texts:
            if text.language != item.language and text.language in item.stale:
                continue
            fields[text.field, text.language].append(text)
        for (name, language), translated in fields.items():
            original = fields.get((name, item.language))
            if original and language != item.language and name not in _LEFT_OUT:
                yield from _compare(original, translated)


def _compare(original: Sequence[Text], translated: Sequence[Text]) -> Iterator[Problem]:
    tokens, others = _tokens(original), _tokens(translated)
    place = translated[0].start
    if tokens != others:
        found = min(tokens ^ others)
        params = {"found": found, "in_language": (translated if found in tokens else original)[0].language}
        yield Problem(place, Severity.HINT, TOKENS, params)
        return
    for here, there in ((original, translated), (translated, original)):
        lacking = _lacking(here, there)
        if lacking is not None:
            written, where = lacking
            params = {"found": written, "in_language": there[0].language}
            yield Problem(where if here is translated else place, Severity.HINT, FIGURES, params)
            return


def _tokens(texts: Sequence[Text]) -> frozenset[str]:
    return frozenset("".join(found[1].split()) for text in texts for found in _TOKEN.finditer(_blank(text.text)))


def _lacking(here: Sequence[Text], there: Sequence[Text]) -> tuple[str, Location] | None:
    """Return the first number of one side that the other does not have, neither in digits nor in words."""
    wanted = [
        (figure, text) for text in here if _DIGIT.search(text.text)
        for figure in figures(_without_tokens(text.text), text.language)
    ]  # fmt: skip
    if not wanted:
        return None
    known: set[Decimal] = set()
    for text in there:
        plain = _without_tokens(text.text)
        known |= {figure.value for figure in figures(plain, text.language)} | spoken_figures(plain, text.language)
    for figure, text in wanted:
        if {figure.value, figure.value - _HALF_A_DAY, figure.value + _HALF_A_DAY} & known:
            continue
        is_a_name = not _GROUPED.search(figure.written) and any(figure.written in other.text for other in there)
        if not is_a_name:
            return figure.written, text.at(figure.start)
    return None


def _without_tokens(text: str) -> str:
    return _TOKEN.sub(lambda found: " " * len(found[0]), _blank(text))


def _blank(text: str) -> str:
    """Return the text with everything that nobody reads out replaced by spaces, lines kept."""
    return _NO_TEXT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
