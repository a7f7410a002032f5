"""Nothing that leads to a person stands in the files: whoever has the repository has it for good.

Passes: `who: Paar aus Wolfsburg`; the team's own address from `brand.yml`; addresses at example.org.
Fails: an e-mail address, a telephone number, an IBAN, a card or tax number, wherever it stands; a name after „Herr“ or
„Frau“, but for the description of a customer who agreed to be named.

Messages show only how the found text begins, since they end up in places that more people can read.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from chefetage.checks.texts import texts_in
from chefetage.locales.people import phone_regions, titled_names
from chefetage.model.problem import Problem, Severity
from chefetage.model.quote import Quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.base import Item
    from chefetage.model.project import Project
    from chefetage.model.texts import Text

MAIL, PHONE, NUMBER, NAME = "private-mail", "private-phone", "private-number", "private-name"

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Reserved for examples: RFC 2606, RFC 6761.
_NOBODY = re.compile(r"@(?:.+\.)?(?:example(?:\.\w+)?|test|invalid|localhost)$", re.IGNORECASE)
# Whatever somebody dials from elsewhere begins with 0 or +; amounts and dates are left alone.
_DIALLED = re.compile(r"(?<![\w.,/+-])(?:\+|\(?0)[\d\s()/.–-]{6,22}\d(?![\w%€])")
_DATE = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}")
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b")
_LONG = re.compile(r"(?<![\w.,/-])\d(?:[ -]?\d){10,18}(?![\w/-])")
_SEVERAL_DIGITS = re.compile(r"(?:\d\D*){7}")
"""What is shorter than any number that leads to a person is not looked at."""
_TAX_DIGITS, _CARD_DIGITS = 11, frozenset({15, 16})
_SHOWN = 3
"""Characters of what was found that a message shows."""


def check(project: Project) -> Iterator[Problem]:
    """Yield one error per thing that leads to a person."""
    own = (project.brand.contact_mail or "").casefold()
    for item, texts in texts_in(project):
        for text in texts:
            for found in _MAIL.finditer(text.text):
                if found[0].casefold() != own and not _NOBODY.search(found[0]):
                    yield _problem(text, found, MAIL)
            yield from _numbers(text)
            if not _may_be_named(item, text):
                for found in titled_names(text.text, text.language):
                    yield _problem(text, found, NAME)


def _may_be_named(item: Item, text: Text) -> bool:
    return isinstance(item, Quote) and text.field == "who" and item.basis.consent is not None


def _numbers(text: Text) -> Iterator[Problem]:
    if not _SEVERAL_DIGITS.search(text.text):
        return
    for found in _ACCOUNT.finditer(text.text):
        if _is_account(found[0]):
            yield _problem(text, found, NUMBER)
    for found in _LONG.finditer(text.text):
        if _is_card_or_tax_number(re.sub(r"\D", "", found[0])):
            yield _problem(text, found, NUMBER)
    for found in _DIALLED.finditer(text.text):
        if not _DATE.search(found[0]) and _is_phone(found[0], phone_regions(text.language)):
            yield _problem(text, found, PHONE)


# These libraries take a while to load, and hardly any text has such numbers.


def _is_account(number: str) -> bool:
    from stdnum import iban  # noqa: PLC0415

    return bool(iban.is_valid(number))


def _is_card_or_tax_number(digits: str) -> bool:
    from stdnum import luhn  # noqa: PLC0415
    from stdnum.de import idnr  # noqa: PLC0415

    if len(digits) == _TAX_DIGITS:
        return bool(idnr.is_valid(digits))
    return len(digits) in _CARD_DIGITS and digits[0] in "3456" and bool(luhn.is_valid(digits))


@cache
def _is_phone(number: str, regions: tuple[str, ...]) -> bool:
    import phonenumbers  # noqa: PLC0415

    for region in regions:
        try:
            if phonenumbers.is_valid_number(phonenumbers.parse(number, region)):
                return True
        except phonenumbers.NumberParseException:
            continue
    return False


def _problem(text: Text, found: re.Match[str], check_id: str) -> Problem:
    begins = f"{found[0][:_SHOWN]}…"
    return Problem(text.at(found.start()), Severity.ERROR, check_id, {"found": begins, "field": text.field})
