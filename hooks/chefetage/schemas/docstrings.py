"""What the models say of their fields: the strings below each, which Python itself does not keep."""

from __future__ import annotations

import ast
import inspect
import textwrap
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def field_docs(model: type[BaseModel]) -> Mapping[str, str]:
    """Return field → what stands below it, inherited fields included; fields without a word are left out."""
    docs: dict[str, str] = {}
    for cls in reversed(model.__mro__):
        if issubclass(cls, BaseModel) and cls is not BaseModel:
            docs.update(_below_fields(cls))
    return docs


def first_sentence(model: type[BaseModel]) -> str:
    """Return the first paragraph of what a model says of itself, in one line."""
    return _one_line((inspect.getdoc(model) or "").partition("\n\n")[0])


def _below_fields(cls: type[BaseModel]) -> Mapping[str, str]:
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(cls))).body
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    return {
        field.target.id: _one_line(below.value.value)
        for field, below in pairwise(body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) and isinstance(below.value.value, str)
    }  # fmt: skip


def _one_line(text: str) -> str:
    return " ".join(text.split())
