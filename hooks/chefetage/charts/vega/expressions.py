"""Formulas in a chart, such as `datum.value > 40`: arithmetic on a row and a list of known functions, nothing else."""

from __future__ import annotations

import re

from chefetage.charts.vega.names import CONSTANTS, FUNCTIONS

_TOKEN = re.compile(
    r"""\s*(?:(?P<text>"[^"\\\n]*"|'[^'\\\n]*')|(?P<number>\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|(?P<name>[^\W\d][\w$]*)"""
    r"""|(?P<sign>[!=]==?|[<>]=?|&&|\|\||[-+*/%!?:(),.\[\]]))\s*"""
)
_INSIDE = frozenset({"constructor", "prototype", "toString", "valueOf"})
"""Members that lead out of the row into the machine; so do all that begin with an underscore."""


def strange_word(formula: str) -> str | None:
    """Return the first word of a formula that is not allowed in one, or its unreadable rest; `None` if all are."""
    at = 0
    before = ""
    while at < len(formula):
        token = _TOKEN.match(formula, at)
        if token is None:
            return formula[at : at + 20]
        word, at = token[0].strip(), token.end()
        if token["name"] and not _is_known(word, before, is_called=formula.startswith("(", at)):
            return word
        if token["text"] and before == "[" and _leads_inside(word[1:-1]):
            return word
        if word == "(" and _ends_a_value(before):
            return formula[at - 1 : at + 20]
        if word == "[" and _is_computed(formula, at, before):
            return formula[at : at + 20]
        before = word
    return None


def _is_known(word: str, before: str, *, is_called: bool) -> bool:
    if before == ".":
        return not is_called and not _leads_inside(word)
    return word in FUNCTIONS if is_called else word in CONSTANTS


def _leads_inside(name: str) -> bool:
    return name.startswith("_") or name in _INSIDE


def _ends_a_value(before: str) -> bool:
    """Whether a bracket behind this would belong to it: of names that may be called, only `_is_known` decides."""
    return before[-1:] in {")", "]", '"', "'"}


def _is_computed(formula: str, at: int, before: str) -> bool:
    """Whether a bracket asks for a member whose name is only known when the formula runs."""
    if not (_ends_a_value(before) or before[-1:].isalnum() or before[-1:] in {"_", "$"}):
        return False  # it begins a list
    token = _TOKEN.match(formula, at)
    return token is None or not (token["text"] or token["number"]) or not formula.startswith("]", token.end())
