"""Steps of a long query that an engine works out one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir

_ALL = 2**62
_PUT_TOGETHER_AGAIN = frozenset({"postgres"})
"""Engines that put nested queries together again, and then work out every column as often as it is named above."""


def step(rows: ir.Table, **columns: ir.Value) -> ir.Table:
    """Return the rows with columns more, each worked out once however often the next step names it."""
    rows = rows.mutate(**columns)
    # A limit, even one that nothing meets, keeps a query apart from the one around it.
    return rows.limit(_ALL) if rows.get_backend().name in _PUT_TOGETHER_AGAIN else rows
