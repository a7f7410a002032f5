"""What a token is replaced by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.charts import planned
from chefetage.model.nearest import nearest
from chefetage.pages.markdown.token import CLOSE, FIELDS, OPEN, Token, TokenField, parse_token

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from chefetage.model.estimate import Figure
    from chefetage.pages.markdown.source import FoundToken
    from chefetage.pages.markdown.view import View


def resolve(found: FoundToken, context: View) -> str | Markup:
    """Return the words for a token; a mistake is noted and leaves the token as it was written.

    A value that is hidden, empty or rests on too few answers gives the word for it and is no mistake. Markup comes
    back for `meaning` only, which is the team's own text.
    """
    token = parse_token(found.inside) if found.inside is not None else None
    if token is None:
        context.findings.error(found.location, "malformed-token", token=found.raw, nearest=_meant(found, context))
        return found.raw
    if not _is_known(token, found, context):
        return found.raw
    if context.omits(token.metric):
        return context.locale.say("values.shown.omitted")
    figure = context.figure(token.metric, token.group, token.month)
    if figure is None:
        return context.locale.say("values.shown.no-data")
    return _field(token, figure, context)


def _field(token: Token, figure: Figure, context: View) -> str | Markup:
    locale = context.locale
    words: str | Markup
    match token.field:
        case TokenField.VALUE:
            words = locale.figure(figure)
        case TokenField.INTERVAL:
            words = locale.figure_interval(figure)
        case TokenField.N:
            words = locale.figure(figure) if figure.n is None else locale.number(figure.n)
        case TokenField.MEANING:
            words = context.meaning(figure) or locale.figure(figure)
        case TokenField.TARGET:
            words = _target(figure, context)
        case TokenField.CHANGE:
            change = context.change(token.metric, token.group, token.month)
            words = locale.change(change, figure.metric) if change else locale.say("values.shown.no-data")
        case TokenField.TREND:
            change = context.change(token.metric, token.group, token.month)
            words = locale.trend(change) if change else locale.say("values.shown.no-data")
    return words


def _target(figure: Figure, context: View) -> str:
    target = figure.metric.target_for(figure.month.first_day)
    if target is None:
        return context.locale.say("values.no-target")
    return planned(target.value, figure.metric, context.locale)


def _is_known(token: Token, found: FoundToken, context: View) -> bool:
    project = context.project
    if token.metric not in project.metrics:
        _unknown(found, context, "metric", token.metric, project.metrics)
        return False
    if token.dimension is None:
        return True
    dimension = project.dimensions.get(token.dimension)
    if dimension is None:
        _unknown(found, context, "dimension", token.dimension, project.dimensions)
        return False
    if token.segment not in dimension.values:
        _unknown(found, context, "segment", str(token.segment), dimension.values)
        return False
    return True


def _meant(found: FoundToken, context: View) -> str | None:
    """Return the token that somebody may have meant who misspelt the metric or the last name in it."""
    metric, *others = (found.inside or "").strip().casefold().split(".")
    near = nearest(metric, context.project.metrics)
    if near is not None and others:
        others[-1] = nearest(others[-1], FIELDS) or others[-1]
    meant = ".".join([near or "", *others])
    return f"{OPEN} {meant} {CLOSE}" if parse_token(meant) else None


def _unknown(found: FoundToken, context: View, kind: str, written: str, known: Iterable[str]) -> None:
    if not context.project.is_left_out(kind, written):
        context.findings.error(
            found.location, "unknown-in-token", kind=kind, id=written, nearest=nearest(written, known)
        )
