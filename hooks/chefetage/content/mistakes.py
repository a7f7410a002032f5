"""What pydantic finds, in terms of the one who wrote the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from chefetage.model.location import FieldPath

_BY_FIELD = {
    "url": "bad-url",
    "sha256": "bad-digest",
    "key": "bad-key",
    "colour": "bad-colour",
    "colour_dark": "bad-colour",
    "was": "bad-id",
    "id": "bad-id",
    "values": "bad-id",
}
"""Fields that must follow a pattern."""

_SAME_NAME = {
    "one_basis": "one-basis",
    "one_period": "one-period",
    "one_place": "one-place",
    "more_lost": "more-lost",
    "some_weights": "some-weights",
    "range_order": "range-order",
}
"""Rules of the models that say it all; see `PydanticCustomError` in `chefetage.model`."""


def field_path(error: ErrorDetails) -> FieldPath:
    """Return the path of the field that the error is about, a missing one included."""
    path = tuple(step for step in error["loc"] if step != "[key]")
    if error["type"] == "unfit_statistic":
        return (*path, "statistic")
    missing = error.get("ctx", {}).get("field") if error["type"] == "missing_words" else None
    return path if missing is None else (*path, missing)


def translate(error: ErrorDetails, path: FieldPath) -> tuple[str, dict[str, object]]:  # noqa: PLR0911  (one a mistake)
    """Return the check's id and its params besides the field's name."""
    context = error.get("ctx", {})
    kind = error["type"]
    if kind in {"missing", "missing_words"}:
        return (
            ("too-few", {"low": path[-1] + 1}) if isinstance(path[-1], int) else ("missing-field", {"name": path[-1]})
        )
    if kind == "too_short":
        return "too-few", {"low": context["min_length"], "count": context["actual_length"]}
    if kind == "too_long":
        return "too-many", {"high": context["max_length"], "count": context["actual_length"]}
    if kind == "greater_than_equal":
        return "too-low", {"found": str(error["input"]), "low": context["ge"]}
    if kind == "greater_than":
        return "not-above", {"found": str(error["input"]), "low": f"{context['gt']:.15g}"}
    if kind == "less_than_equal":
        return "too-high", {"found": str(error["input"]), "high": context["le"]}
    if kind in {"string_too_short", "string_too_long"}:
        return "one-character", {"found": str(error["input"])}
    if kind == "string_pattern_mismatch":
        name = next((step for step in reversed(path) if step in _BY_FIELD), "id")
        return _BY_FIELD[str(name)], {"found": str(error["input"])}
    if kind == "unfit_statistic":
        return "unfit-statistic", {"metric": context["kind"], "allowed": context["allowed"] or "–"}
    numbers = {name: f"{value:.15g}" for name, value in context.items() if isinstance(value, int | float)}
    return _SAME_NAME.get(kind, "unfit-value"), dict(numbers)
