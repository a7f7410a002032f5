"""The command line: one module a command, read when it is called for."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from chefetage import __version__
from chefetage.fault import report_fault

COMMANDS = {
    "check": "check", "changed": "changed", "refresh": "refresh", "inspect": "inspect", "new": "new",
    "translated": "translated", "publish": "months", "close": "months", "consent": "consent", "media": "media",
    "export": "export", "guard": "guard", "schemas": "schemas", "init": "init", "upgrade": "upgrade",
    "doctor": "doctor", "serve": "serve",
    "demo": "demo",
}  # fmt: skip
"""Command → the module that holds it, in the order in which `--help` names them."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 – click passes it
        """Name the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command; what the others need is not read for it."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"{__name__}.{COMMANDS[cmd_name]}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

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
