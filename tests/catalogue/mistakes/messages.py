"""What a message must be: whole, and with something to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chefetage.locales import available, speak

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.problem import Problem

_VERBS = (
    "Add|Allowed|Ask|Begin|Check|Choose|Close|Compare|Copy|Correct|Delete|Describe|Divide|Enter|Examples|Fetch|Fill|"
    "Give|Go|If|Include|Indent|Install|Leave|Look|Make|Move|Name|Poss|Put|Read|Refresh|Remove|Rename|Replace|Restore|Run|"
    "Save|Say|Set|Shorten|Start|Swap|Take|Type|Use|Write"
)
TO_DO = {
    "de": re.compile(r"\b[a-zäöüß]+(?:e|l|r)?n Sie\b|\b\w+n Sie\b|Möglich (?:sind|ist)|[Ee]rlaubt|erwartet|müssen Sie"),
    "en": re.compile(rf"(?:^|[.:;,!?] |, and | or | then )(?:{_VERBS}|{_VERBS.lower()})\b|allowed|expected|must be"),
}
"""Language → what tells the reader what to do, or what is possible."""

_NOTHING = re.compile(r"\bNone\b(?! of)")
_ENDS = (".", "!", "?", '"', "…", ")", "]")


def flaws(problem: Problem) -> Iterator[str]:
    """Yield what is wrong with a finding's message in any language."""
    for language in available():
        message = speak(language).problem(problem)
        if not TO_DO[language].search(message):
            yield f"does not say what to do: {message}"
        if _NOTHING.search(message) or "  " in message or not message.endswith(_ENDS):
            yield f"is not whole: {message}"
