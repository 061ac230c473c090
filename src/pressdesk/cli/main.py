"""The ``pressdesk`` command: its options, and the one place where failures get their sentence."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from pressdesk.cli.session import Session
from pressdesk.domain.errors import PressDeskError

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "open": "opening",
    "import": "importing",
    "show": "show",
    "text": "text",
    "check": "check",
    "rules": "rules",
    "edit": "edit",
    "set": "setting",
    "round": "rounds",
    "propose": "propose",
    "approve": "approve",
    "delegate": "delegate",
    "comment": "comment",
    "preflight": "preflight",
    "freeze": "freeze",
    "export": "export",
    "log": "log",
    "verify": "verify",
    "versions": "versions",
    "compare": "compare",
    "templates": "templates",
    "new": "new",
    "key": "key",
    "doctor": "doctor",
    "demo": "demo",
}
"""Each command and the module it lives in, in the order of the help."""


def _take(name: str) -> Any:  # noqa: ANN401  # Any: click's callbacks take and return whatever
    def take(context: click.Context, _parameter: click.Parameter, value: object) -> object:
        if value is not None:
            context.ensure_object(Session).wish(**{name: value})
        return value

    return take


def global_options() -> list[click.Parameter]:
    """Return new options that every command takes, before or after its name."""
    folder = click.Path(file_okay=False, path_type=Path)
    return [
        click.Option(
            ["--as", "actor"],
            metavar='"NAME <MAIL>; ORGANISATION"',
            help="Who you are in the history.",
            callback=_take("actor"),
            expose_value=False,
        ),
        click.Option(
            ["--key", "key_file"],
            type=click.Path(dir_okay=False, path_type=Path),
            help="A key file to sign with; PRESSDESK_KEY=session signs with a key of this run.",
            callback=_take("key_file"),
            expose_value=False,
        ),
        click.Option(
            ["--data", "data_folder"],
            type=folder,
            help="Another data folder.",
            callback=_take("data_folder"),
            expose_value=False,
        ),
    ]


class Command(click.Command):
    """A command that takes the global options too."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:  # noqa: ANN401  # Any: click's own signature
        super().__init__(*arguments, **settings)
        self.params.extend(global_options())


class PressDesk(click.Group):
    """The group: imports a command's module when it is needed, and explains failures."""

    command_class = Command

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, None for an unknown one."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"pressdesk.cli.{COMMANDS[cmd_name]}")
        command: click.Command = module.command
        return command

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  # Any: click's own signature
        """Run the command; a failure becomes its sentence and its exit code."""
        session = ctx.ensure_object(Session)
        try:
            return super().invoke(ctx)
        except PressDeskError as error:
            _leave(ctx, session, error)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:  # noqa: BLE001  # one of the three edges of rule 8
            click.echo(_fault(session, error), err=True)
            ctx.exit(2)
        finally:
            session.close()


@click.group(
    cls=PressDesk,
    params=global_options(),
    invoke_without_command=True,
    context_settings={"max_content_width": 100},
)
@click.version_option(package_name="pressdesk", message="PressDesk %(version)s")
@click.pass_context
def pressdesk(context: click.Context) -> None:
    """Draft joint press releases, have every word approved, and export the final Word file.

    Without a command, PressDesk opens its window.
    """
    if context.invoked_subcommand is None:
        context.exit(context.ensure_object(Session).show_window())


def run(session: Session, arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave the process."""
    pressdesk.main(args=arguments, prog_name="pressdesk", obj=session)
    raise AssertionError("click leaves the process")


def _leave(context: click.Context, session: Session, error: PressDeskError) -> NoReturn:
    from pressdesk.i18n import explain

    click.echo(explain(error, session.language), err=True)
    context.exit(error.exit_code)


def _fault(session: Session, error: Exception) -> str:
    """Return one sentence about a fault of ours: where it is, without any words of a release."""
    place = "?"
    trace = error.__traceback__
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "?")
        if module.startswith("pressdesk."):
            place = f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return session.gettext(
        "PressDesk made a mistake ({kind} at {place}). Your file is as it was. Please report this."
    ).format(kind=type(error).__name__, place=place)
