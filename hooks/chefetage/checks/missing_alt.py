"""Who cannot see a picture reads what it shows.

Passes: `![Die Küche nach dem Einbau](kueche.jpg)`; pictures within code; a headline with a tag in it, which is text.
Fails: `![](kueche.jpg)`, `<img src="kueche.jpg">`, or the file's name in place of words. A picture that shows nothing
worth saying does not belong in a briefing, so there is no way to call one decorative.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chefetage.checks.texts import texts_in
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

ID = "missing-alt"

_CODE = re.compile(
    r"""^[ \t]*(?P<fence>```+|~~~+)[^\n]*\n.*?(?:^[ \t]*(?P=fence)[`~]*[ \t]*$|\Z)
      | (?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)
      | <!--.*?(?:-->|\Z)
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_PICTURE = re.compile(r"(?<!\\)!\[(?P<alt>(?:\\.|[^\]\\])*)\][(\[]\s*<?(?P<target>[^)\]\s>]*)")
_HTML = re.compile(r"<img\b(?P<attributes>[^>]*)>?", re.IGNORECASE)
_ALT = re.compile(r"""\balt\s*=\s*(?:"\s*[^"\s]|'\s*[^'\s]|[^\s"'>])""", re.IGNORECASE)
_FILE = re.compile(r"[\w.-]+\.(?:avif|gif|jpe?g|png|svg|webp)", re.IGNORECASE)


def check(project: Project) -> Iterator[Problem]:
    """Yield one error per picture without words for it."""
    for _, texts in texts_in(project):
        for text in texts:
            if "![" not in text.text and "<img" not in text.text.lower():
                continue
            shown = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text.text)
            # In a short text a tag is nothing but the letters it is written with.
            tags = _wordless_html(shown) if text.is_prose else ()
            for at, target in sorted([*_wordless(shown), *tags]):
                yield Problem(text.at(at), Severity.ERROR, ID, {"found": target})


def _wordless(text: str) -> Iterator[tuple[int, str]]:
    for picture in _PICTURE.finditer(text):
        alt = picture["alt"].strip()
        if not alt or _FILE.fullmatch(alt):
            yield picture.start(), picture["target"]


def _wordless_html(text: str) -> Iterator[tuple[int, str]]:
    for picture in _HTML.finditer(text):
        if not _ALT.search(picture["attributes"]):
            yield picture.start(), "<img>"
