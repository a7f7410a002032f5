"""The command line: one module a command."""

from __future__ import annotations

from pathlib import Path

import click

from chefetage import __version__
from chefetage.cli.changed import changed
from chefetage.cli.check import check
from chefetage.cli.consent import consent
from chefetage.cli.demo import demo
from chefetage.cli.doctor import doctor
from chefetage.cli.export import export
from chefetage.cli.guard import guard
from chefetage.cli.init import init
from chefetage.cli.inspect import inspect
from chefetage.cli.months import close, publish
from chefetage.cli.new import new
from chefetage.cli.refresh import refresh
from chefetage.cli.schemas import schemas
from chefetage.cli.translated import translated
from chefetage.cli.upgrade import upgrade
from chefetage.fault import report_fault


class _Commands(click.Group):
    def invoke(self, ctx: click.Context) -> object:
        """Run a command; a fault of ours is told in one line."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # the last: somebody who reads only the beginning, as `head` does
        except Exception as fault:
            raise click.ClickException(report_fault(Path(), fault)) from fault


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="chefetage")
def main() -> None:
    """Executive briefings as a bilingual site: Markdown in, trustworthy numbers and customers' voices out."""


for command in (
    check, changed, refresh, inspect, new, translated, publish, close, consent, export, guard, schemas, init,
    upgrade, doctor, demo,
):  # fmt: skip
    main.add_command(command)
