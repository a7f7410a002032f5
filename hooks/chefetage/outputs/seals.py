"""A seal as a file: readable in a pull request, and the same bytes for the same edition."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from chefetage.model.seal import digest_of_seal, plain_fields

if TYPE_CHECKING:
    from chefetage.model.seal import Seal


def seal_text(seal: Seal) -> str:
    """Return what stands in the seal's file, its digest filled in."""
    kept = {"schema": seal.schema_, **plain_fields(seal, frozenset({"digest"}))}
    return json.dumps({"digest": digest_of_seal(kept), **kept}, ensure_ascii=False, indent=1) + "\n"
