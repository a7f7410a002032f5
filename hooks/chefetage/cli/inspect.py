"""`chefetage inspect FILE`: what a survey export holds, before anything is configured."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click

from chefetage.cli.inspect_report import Inspection, as_json, lines
from chefetage.cli.options import CLEAN, FINDINGS, SOURCE_FAILED, day_of, lang_option, locale_of
from chefetage.content import read_settings
from chefetage.model.metric import MetricKind
from chefetage.model.source import Column
from chefetage.sources.answers import Question
from chefetage.sources.findings import Findings
from chefetage.sources.look import look_at, source_entry, try_column
from chefetage.sources.request import Wanted
from chefetage.sources.table import DELIMITERS, MAX_HEADER_ROWS, read_table
from chefetage.sources.text import number_or_word
from chefetage.sources.words import finding_lines

_SATISFACTION = (1, 5)
_SATISFIED = ("4", "5")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--column", metavar="NAME", help="The column to read, as its header names it.")
@click.option("--kind", type=click.Choice([kind.value for kind in MetricKind]), help="What to read the column as.")
@click.option("--scale", metavar="LOW-HIGH", help="Lowest and highest answer. [default for csat without --top: 1-5]")
@click.option("--top", metavar="ANSWER", multiple=True, help="An answer that counts. [default for csat: 4 and 5]")
@click.option("--missing", metavar="CODE", multiple=True, help="An answer that means none, besides an empty cell.")
@click.option("--label", metavar="TEXT=VALUE", multiple=True, help="What a worded answer stands for.")
@click.option("--only", metavar="COLUMN=VALUE", multiple=True, help="Respondents to keep.")
@click.option("--header-rows", type=click.IntRange(1, MAX_HEADER_ROWS), help="Rows before the first respondent.")
@click.option("--delimiter", metavar="CHAR", help="What separates cells. [default: found out]")
@click.option("--json", "wants_json", is_flag=True, help="Print one JSON object.")
@lang_option
@click.pass_context
def inspect(  # noqa: PLR0913 – one parameter an option
    context: click.Context,
    *,
    file: Path,
    column: str | None,
    kind: str | None,
    scale: str | None,
    top: tuple[str, ...],
    missing: tuple[str, ...],
    label: tuple[str, ...],
    only: tuple[str, ...],
    header_rows: int | None,
    delimiter: str | None,
    lang: str | None,
    wants_json: bool,
) -> None:
    """Show what a survey export holds.

    Without more: encoding, delimiter, header, and what each column holds; free text is never shown. With --column and
    --kind also what the column comes to as a metric, and the entry for metrics/sources.yml.
    """
    if delimiter is not None and (len(delimiter) != 1 or delimiter in '"\r\n'):
        raise click.UsageError(f"a delimiter is one character, such as {' '.join(map(repr, DELIMITERS))}")
    labels = dict(_pair(text, "--label TEXT=VALUE") for text in label)
    reading = Column(
        column=column or "",
        missing=tuple(number_or_word(code) for code in missing),
        labels={text: number_or_word(value) for text, value in labels.items()},
    )
    question = _question(column, kind, scale, top, reading)
    keep = dict(_pair(text, "--only COLUMN=VALUE") for text in only)

    settings, _ = read_settings(Path())
    locale = locale_of(lang, settings)
    findings = Findings(str(file))
    table = read_table(file, findings, header_rows, delimiter)
    if table is None:
        inspection = Inspection(findings)
    else:
        look = look_at(table, findings)
        trial = entry = None
        if question is not None and not findings.failed:
            trial = try_column(table, Wanted(reading, question), keep, day_of(None, settings), findings)
            entry = source_entry(table, look, reading, keep, delimiter)
        inspection = Inspection(findings, table, look, question, trial, entry)
    if wants_json:
        click.echo(json.dumps(as_json(inspection, locale), ensure_ascii=False, indent=2))
    else:
        for line in lines(inspection, locale):
            click.echo(line)
        for line in finding_lines([*findings.errors, *findings.hints], locale):
            click.echo(line, err=True)
    context.exit(SOURCE_FAILED if table is None else FINDINGS if findings.failed else CLEAN)


def _question(
    column: str | None, kind: str | None, scale: str | None, top: tuple[str, ...], reading: Column
) -> Question | None:
    """Return how to read the column, or nothing if only a look was asked for."""
    if (column is None) != (kind is None):
        raise click.UsageError("--column and --kind belong together")
    if kind is None:
        return None
    chosen = MetricKind(kind)
    if chosen is MetricKind.NPS and (top or scale):
        raise click.UsageError("a recommendation score needs neither --top nor --scale: it is 9 and 10 on 0-10")
    if chosen is MetricKind.SHARE and not top:
        raise click.UsageError("a share needs --top: the answers that count")
    ends = None if scale is None else _scale(scale)
    if chosen is MetricKind.CSAT and not top:
        top, ends = _SATISFIED, ends or _SATISFACTION
    return Question.make(chosen, reading, ends, top)


def _scale(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(-?\d+)-(-?\d+)", text)
    if found is None or int(found[1]) >= int(found[2]):
        raise click.UsageError(f"not a scale: {text!r}; write --scale 1-5")
    return int(found[1]), int(found[2])


def _pair(text: str, form: str) -> tuple[str, str]:
    left, sign, right = text.rpartition("=")
    if not sign or not left:
        raise click.UsageError(f"{text!r} is not of the form {form}")
    return left, right
