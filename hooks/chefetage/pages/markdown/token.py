"""The grammar of tokens: `{{ metric[.YYYY-MM][.segment.DIMENSION.ID][.field] }}`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from chefetage.model.month import Month
from chefetage.model.snapshot import ALL

MARK = re.compile(r"\{\{(?P<inside>[^{}\n]*)\}\}")
"""Anything that wants to be a token."""

OPEN = "{{"
CLOSE = "}}"

_GRAMMAR = re.compile(
    r"""(?P<metric>[a-z0-9-]+)
        (?:\.(?P<month>\d{4}-(?:0[1-9]|1[0-2])))?
        (?:\.segment\.(?P<dimension>[a-z0-9-]+)\.(?P<value>[a-z0-9-]+))?
        (?:\.(?P<field>[a-z]+))?""",
    re.VERBOSE,
)


class TokenField(StrEnum):
    """What of a metric a token stands for."""

    VALUE = "value"
    CHANGE = "change"
    INTERVAL = "interval"
    N = "n"
    TARGET = "target"
    MEANING = "meaning"
    TREND = "trend"


FIELDS = tuple(field.value for field in TokenField if field is not TokenField.VALUE)
"""What can be written after the last point."""


@dataclass(frozen=True, slots=True)
class Token:
    """A reference to a number, resolved when the page is written."""

    metric: str
    month: Month | None = None
    dimension: str | None = None
    segment: str | None = None
    field: TokenField = TokenField.VALUE

    @property
    def group(self) -> str:
        """The group of respondents, as snapshots name it."""
        return ALL if self.dimension is None else f"{self.dimension}.{self.segment}"


def parse_token(inside: str) -> Token | None:
    """Read what stands between the braces; `None` if it does not follow the grammar.

    The value is what a token without a field means; `.value` itself is not part of the grammar.
    """
    found = _GRAMMAR.fullmatch(inside.strip())
    if found is None:
        return None
    field = found["field"]
    if field is not None and field not in FIELDS:
        return None
    try:
        month = Month.parse(found["month"]) if found["month"] else None
    except ValueError:
        return None
    return Token(
        metric=found["metric"],
        month=month,
        dimension=found["dimension"],
        segment=found["value"],
        field=TokenField(field) if field else TokenField.VALUE,
    )
