"""Numbers inside the engine: exact, read by the same forms as in `chefetage.sources.numbers`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import ibis

from chefetage.sources.database.cells import tidied

if TYPE_CHECKING:
    import ibis.expr.types as ir

_DECIMALS = 6
_FORMS = {
    ".": r"^-?([0-9]{1,15}|[0-9]{1,3}(,[0-9]{3}){1,4})([.][0-9]{1,20})?$",
    ",": r"^-?([0-9]{1,15}|[0-9]{1,3}([.][0-9]{3}){1,4})(,[0-9]{1,20})?$",
}
_EXACT = f"decimal(28, {_DECIMALS})"


class Amount(NamedTuple):
    """A cell read as a number."""

    is_number: ir.BooleanValue
    millionths: ir.DecimalValue
    """The number in whole millionths, half of one rounded away from zero; 0 for none."""


def amount_of(cell: ir.Value, decimal: str) -> Amount:
    """Read a cell as a number.

    Args:
        cell: A column of any type.
        decimal: The sign before the broken part, in texts; the other of `.` and `,` may set thousands apart.
    """
    sign = decimal if cell.type().is_string() else "."
    text = tidied(cell).replace("\u2212", "-").replace(" ", "").re_replace("^(EUR|€)|(EUR|€)$", "")
    is_number = text.re_search(_FORMS[sign])
    plain = text.replace("," if sign == "." else ".", "").replace(sign, ".")
    # An engine may work out a branch that is not taken, so a 0 stands in for what is no number.
    number = ibis.cases((is_number, plain), else_=ibis.literal("0")).cast(_EXACT)
    return Amount(is_number, (number * 10**_DECIMALS).cast("decimal(38, 0)"))
