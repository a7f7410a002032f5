"""What messages say, word by word; all mistakes are in `tests/catalogue`."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from chefetage import content
from chefetage.locales import speak
from chefetage.locales.catalogue import catalogue

ID = re.compile(r"[a-z]+(?:-[a-z]+)+")

EDITION = "briefings/editions/2026-10.md"
QUOTE = "briefings/quotes/fitter.md"
ASK = "briefings/asks/store.md"


class Mistake(NamedTuple):
    """One change to the sound site, and what it leads to."""

    path: str
    old: str
    new: str
    found: str
    """Line, column and id, in the file that was changed."""


MESSAGES = [
    (
        Mistake(EDITION, "owner: Anna Beispiel", "owner: on", "4:1 ambiguous-value"),
        '„on“ wird hier nicht als Text gelesen, sondern als Wert true. Setzen Sie es in gerade Anführungszeichen: "on"',
        '“on” is not read as text here but as the value true. Put it in straight quotation marks: "on"',
    ),
    (
        Mistake(QUOTE, "said_on: 2026-10-14", "said_on: 14.10.2026", "2:1 bad-date"),
        (
            "Bei „said_on“ wird ein Datum der Form 2026-10-14 erwartet; gefunden wurde „14.10.2026“. "
            "Meinten Sie „2026-10-14“?"
        ),
        "A date such as 2026-10-14 is expected for “said_on”; found “14.10.2026”. Did you mean “2026-10-14”?",
    ),
    (
        Mistake(EDITION, "status: published", "status: publsihed", "3:1 bad-value"),
        (
            "Bei „status“ ist „publsihed“ nicht vorgesehen. Möglich sind: draft, published, closed. "
            "Meinten Sie „published“?"
        ),
        "“publsihed” is no choice for “status”. Allowed are: draft, published, closed. Did you mean “published”?",
    ),
    (
        Mistake(ASK, "high: 140000", "high: 140.000", "5:21 ambiguous-number"),
        (
            "„140.000“ wird als 140 gelesen. Gemeint ist wohl 140000; schreiben Sie Zahlen ohne Tausenderpunkt und "
            "ohne führende Null, und das Komma als Punkt."
        ),
        (
            "“140.000” is read as 140. You probably mean 140000; write numbers without separators for thousands and "
            "without a leading zero."
        ),
    ),
    (
        Mistake(QUOTE, "    given: 2026-10-15\n", "", "7:3 missing-field"),
        "Es fehlt die Angabe „basis.consent.given“. Ergänzen Sie eine Zeile „given: …“.",
        "The field “basis.consent.given” is missing. Add a line “given: …”.",
    ),
]


@pytest.mark.parametrize(("mistake", "german", "english"), MESSAGES, ids=lambda each: getattr(each, "found", ""))
def test_messages_say_what_is_wrong_and_what_to_do(site, mistake, german, english):
    site.replace(mistake.path, mistake.old, mistake.new)
    problem = site.problems()[0]
    assert speak("de").problem(problem) == german
    assert speak("en").problem(problem) == english


def test_every_finding_has_words():
    folder = Path(content.__file__).parent.parent
    known = {key.removeprefix("problems.") for key in catalogue("de") if key.startswith("problems.")}
    for path in [*(folder / "content").glob("*.py"), *(folder / "checks").glob("*.py")]:
        if path.name in {"translation.py", "history.py"}:  # speak of a command and to git, not of findings
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and ID.fullmatch(node.value):
                assert node.value in known, f"{path.name}:{node.lineno}"
