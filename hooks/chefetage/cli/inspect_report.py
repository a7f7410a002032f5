"""What `chefetage inspect` prints for people."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

from chefetage.model.counts import TimeCounts, Weighted
from chefetage.model.metric import Tally, Unit
from chefetage.sources.column_look import Holds, Suggestion
from chefetage.sources.entry import metric_entry
from chefetage.sources.sheet import Format
from chefetage.stats.unequal import effective_answers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.cli.inspection import Inspection
    from chefetage.locales import Locale
    from chefetage.sources.column_look import ColumnLook
    from chefetage.sources.look import Look
    from chefetage.sources.table import Table

_DELIMITER_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_DECIMALS = {Unit.SCALE: 2, Unit.COUNT: 0, Unit.EURO: 0}
_INSPECT = "commands.inspect"
_RECOMMEND = re.compile(r"recommend|empfehl|\bnps\b|netpro", re.IGNORECASE)
"""What a question after a recommendation is called; the first thing to try."""


def lines(inspection: Inspection, locale: Locale) -> Iterator[str]:
    """Yield lines for people to read."""
    table, look = inspection.table, inspection.look
    if table is None or look is None:
        return
    yield locale.say(
        f"{_INSPECT}.file", file=inspection.findings.path, form=_form(table, locale),
        vendor=locale.say(f"{_INSPECT}.vendors.{table.vendor.id}"), header_rows=len(table.header.rows),
    )  # fmt: skip
    yield _rows(table, look, locale)
    if inspection.wanted is None:
        yield ""
        for number, column in enumerate(look.columns, start=1):
            yield _column(number, column, locale)
        yield from _next_step(inspection.findings.path, look, locale)
    elif inspection.stats is not None:
        yield ""
        yield from _value(inspection, locale)
        if inspection.entry is not None:
            yield ""
            yield locale.say(f"{_INSPECT}.paste")
            yield ""
            yield inspection.entry
            yield locale.say(f"{_INSPECT}.paste-metric")
            yield ""
            yield metric_entry(inspection.wanted, inspection.told_as).rstrip()


def _form(table: Table, locale: Locale) -> str:
    sheet = table.sheet
    if sheet.format is not Format.CSV:
        form = f"{_INSPECT}.forms.{sheet.format}"
        return locale.say(form) if sheet.name is None else locale.say(f"{form}-named", name=locale.quoted(sheet.name))
    if table.header.width == 1:
        return locale.say(f"{_INSPECT}.forms.csv-narrow", encoding=sheet.encoding)
    name = _DELIMITER_NAMES.get(sheet.delimiter or "")
    delimiter = locale.say(f"{_INSPECT}.delimiters.{name}") if name else repr(sheet.delimiter)
    return locale.say(f"{_INSPECT}.forms.csv", encoding=sheet.encoding, delimiter=delimiter)


def _rows(table: Table, look: Look, locale: Locale) -> str:
    reasons = [
        locale.say(f"{_INSPECT}.dropped.{reason}", count=locale.number(count))
        for reason, count in (("blank", look.blank), ("only", look.left_out))
        if count
    ]
    return locale.say(
        f"{_INSPECT}.rows", rows=locale.number(look.rows), kept=locale.number(look.kept), columns=table.header.width,
        reasons=f" ({', '.join(reasons)})" if reasons else "",
    )  # fmt: skip


def _column(number: int, column: ColumnLook, locale: Locale) -> str:
    holds = locale.say(f"{_INSPECT}.holds.{column.holds}", low=column.low, high=column.high)
    if column.holds is Holds.NUMBERS and column.low is None:
        holds = locale.say(f"{_INSPECT}.holds.many-numbers")
    if column.decimal == ",":
        holds = locale.say(f"{_INSPECT}.holds.decimal-comma")
    words = [f"{locale.quoted(word)} ({locale.number(count)})" for word, count in column.words]
    if column.rare_words:
        words.append(locale.say(f"{_INSPECT}.rare-word{'s' * (column.rare_words > 1)}", count=column.rare_words))
    if words:
        holds = locale.say(f"{_INSPECT}.with-words", holds=holds, words=", ".join(words))
    if column.date_formats and column.date_formats[0]:
        holds += f" (date_format: {' / '.join(column.date_formats)})"
    name = column.name or locale.say(f"{_INSPECT}.nameless")
    line = locale.say(
        f"{_INSPECT}.column", number=number, name=name, answered=locale.number(column.answered), holds=holds
    )
    if column.suggestion is None:
        return line
    use = locale.say(f"{_INSPECT}.uses.{column.suggestion}")
    options = _options(column)
    return line + locale.say(f"{_INSPECT}.suggestion", use=f"{use} ({options})" if options else use)


def _options(column: ColumnLook) -> str:
    """Return what to type for a column, as a shell takes it; the file and the column's name aside."""
    if column.suggestion is None or column.suggestion in {Suggestion.DATE, Suggestion.WEIGHT}:
        return ""
    options = [f"--kind {column.suggestion.value}"]
    if column.suggestion is Suggestion.CSAT and column.scale not in {None, (1, 5)}:
        options.append("--scale {}-{}".format(*column.scale or ()))
    if column.suggestion is Suggestion.SHARE:
        options.append("--top …")
    options += [f"--missing {shlex.quote(str(code))}" for code in column.codes]
    if column.suggestion is not Suggestion.SHARE:
        options += [f"--label {shlex.quote(f'{word}={number}')}" for word, number in column.labels.items()]
    return " ".join(options)


def _next_step(file: str, look: Look, locale: Locale) -> Iterator[str]:
    useful = [
        column for column in look.columns if column.suggestion in {Suggestion.NPS, Suggestion.CSAT} and column.name
    ]
    if useful:
        first = min(
            useful, key=lambda column: (not _RECOMMEND.search(column.name), column.suggestion is not Suggestion.NPS)
        )
        command = f"chefetage inspect {shlex.quote(file)} --column {shlex.quote(first.name)} {_options(first)}"
        yield ""
        yield locale.say(f"{_INSPECT}.next")
        yield f"  {command}"


def _value(inspection: Inspection, locale: Locale) -> Iterator[str]:
    look, wanted, counts, estimated = inspection.look, inspection.wanted, inspection.counts, inspection.estimated
    if look is None or wanted is None or counts is None or inspection.unit is None:
        return
    if wanted.question.top or wanted.tally in {Tally.SCORE, Tally.MEAN}:
        n = counts.n
        yield locale.say(
            f"{_INSPECT}.respondents", kept=locale.number(look.kept), missing=locale.number(look.kept - n),
            n=locale.number(n),
        )  # fmt: skip
    if estimated is None:
        yield locale.say(f"{_INSPECT}.{'open' if isinstance(counts, TimeCounts) and counts.n else 'nobody'}")
        return
    yield from _counts(inspection, locale)
    decimals = _DECIMALS.get(inspection.unit, 1)
    value = locale.value(estimated.value, inspection.unit, decimals)
    method = locale.say(f"values.method.{estimated.method}")
    if estimated.is_fact:
        yield locale.say(f"{_INSPECT}.fact", value=value, method=method)
    else:
        interval = locale.interval(estimated.low, estimated.high, inspection.unit, decimals)
        yield locale.say(f"{_INSPECT}.value", value=value, interval=interval, method=method)
    if inspection.of_maximum is not None:
        share = locale.value(inspection.of_maximum, Unit.PERCENT, 1)
        yield locale.say(f"{_INSPECT}.of-maximum", share=share, best=(wanted.question.scale or (0, 0))[1])


def _counts(inspection: Inspection, locale: Locale) -> Iterator[str]:
    counts, tally = inspection.counts, inspection.wanted and inspection.wanted.tally
    stats = {
        key: count for key, count in (inspection.stats or {}).items() if not key.startswith(("weight-", "squares"))
    }
    if isinstance(counts, TimeCounts):
        still_open = sum(count for _, count in counts.still_open)
        yield locale.say(
            f"{_INSPECT}.counts.time", closed=locale.number(counts.n - still_open), open=locale.number(still_open)
        )
    elif tally is Tally.MEAN:
        answers = ", ".join(f"{key.removeprefix('answer-')}: {locale.number(count)}" for key, count in stats.items())
        yield locale.say(f"{_INSPECT}.counts.mean", answers=answers)
    elif tally in {Tally.SCORE, Tally.SHARE, Tally.RATE}:
        yield locale.say(f"{_INSPECT}.counts.{tally}", **{key: locale.number(count) for key, count in stats.items()})
    if isinstance(counts, Weighted):
        yield locale.say(f"{_INSPECT}.weighted", answers=locale.number(effective_answers(counts)))
