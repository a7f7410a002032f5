"""`chefetage inspect FILE`: what a survey export holds, before anything is configured."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from chefetage.cli.inspect_json import as_json
from chefetage.cli.inspect_options import Asked, ask, source_of
from chefetage.cli.inspect_report import lines
from chefetage.cli.inspection import Inspection
from chefetage.cli.options import CLEAN, FINDINGS, SOURCE_FAILED, day_of, lang_option, locale_of
from chefetage.content import read_settings
from chefetage.model.metric import MetricKind, Statistic, Unit
from chefetage.sources.entry import source_entry
from chefetage.sources.findings import Findings
from chefetage.sources.look import look_at, try_column
from chefetage.sources.table import MAX_HEADER_ROWS, read_table
from chefetage.sources.words import finding_lines

_TIMES = [unit.value for unit in (Unit.HOURS, Unit.DAYS, Unit.MINUTES)]


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--column", metavar="NAME", help="The column to read, as its header names it.")
@click.option("--kind", type=click.Choice([kind.value for kind in MetricKind]), help="What to read the column as.")
@click.option(
    "--statistic",
    type=click.Choice([one.value for one in Statistic]),
    help="What to tell it as. [default: the kind's usual]",
)
@click.option(
    "--scale", metavar="LOW-HIGH", help="Lowest and highest answer. [default: csat 1-5, ces 1-7, else as found]"
)
@click.option("--flip", is_flag=True, help="1 is the best answer, as in school marks.")
@click.option("--top", metavar="ANSWER", multiple=True, help="An answer that counts. [default: csat 4 and 5]")
@click.option("--missing", metavar="CODE", multiple=True, help="An answer that means none, besides an empty cell.")
@click.option("--label", metavar="TEXT=VALUE", multiple=True, help="What a worded answer stands for.")
@click.option("--weight", metavar="COLUMN", help="The column that says how much an answer weighs.")
@click.option("--only", metavar="COLUMN=VALUE", multiple=True, help="Rows to keep.")
@click.option(
    "--total", metavar="COUNT=COLUMN", multiple=True, help="Rows are already counted: k=Answered n=Sent, say."
)
@click.option(
    "--opened", metavar="COLUMN", help="For times: when a case was opened; with --closed, instead of --column."
)
@click.option("--closed", metavar="COLUMN", help="For times: when it was closed; empty while it is open.")
@click.option("--open-when", metavar="COLUMN=VALUE", multiple=True, help="For times in --column: which cases are open.")
@click.option("--unit", type=click.Choice(_TIMES), default=_TIMES[0], show_default=True, help="For times: the unit.")
@click.option("--decimal", type=click.Choice([".", ","]), default=".", show_default=True, help="The decimal sign.")
@click.option("--date-format", metavar="FORMAT", help="How days are written, as in strptime. [default: found out]")
@click.option(
    "--header-rows",
    type=click.IntRange(1, MAX_HEADER_ROWS),
    help="Rows before the first respondent. [default: found out]",
)
@click.option("--delimiter", metavar="CHAR", help="What separates cells. [default: found out]")
@click.option("--sheet", metavar="NAME", help="The sheet of a workbook.")
@click.option("--records", metavar="NAMES", help="Where the list stands in a JSON file, such as data.responses.")
@click.option("--json", "wants_json", is_flag=True, help="Print one JSON object.")
@lang_option
@click.pass_context
def inspect(context: click.Context, /, file: Path, lang: str | None, *, wants_json: bool, **options: Any) -> None:  # noqa: ANN401 – as Click hands them over, each checked
    """Show what a survey export holds.

    Without more: the tool that wrote it, its header, and what each column holds; free text is never shown. With --kind
    and --column also what the column comes to as a metric, and the entries for metrics/ to paste.
    """
    asked = Asked(**options)
    source = source_of(file, asked)
    settings, _ = read_settings(Path())
    locale = locale_of(lang, settings)
    findings = Findings(str(file))
    inspection = Inspection(findings, source)
    table = read_table(file, findings, source.header_rows, source.delimiter, sheet=source.sheet, records=source.records)
    if table is not None:
        look = look_at(table, source.only, findings, is_all=asked.kind is None)
        inspection = Inspection(findings, source, table, look)
        if asked.kind is not None and not findings.failed:
            wanted = ask(asked, source, table, look, findings)
            if wanted is not None:
                stats = try_column(table, wanted, source, day_of(None, settings), findings)
                entry = source_entry(source, table, look)
                inspection = Inspection(findings, source, table, look, wanted, asked.told_as, stats, entry)
    if wants_json:
        click.echo(json.dumps(as_json(inspection, locale), ensure_ascii=False, indent=2))
    else:
        for line in lines(inspection, locale):
            click.echo(line)
        for line in finding_lines([*findings.errors, *findings.hints], locale):
            click.echo(line, err=True)
    context.exit(SOURCE_FAILED if table is None else FINDINGS if findings.failed else CLEAN)
