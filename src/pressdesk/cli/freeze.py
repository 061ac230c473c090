"""``pressdesk freeze``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pressdesk.cli.arguments import release_file
from pressdesk.cli.main import Command
from pressdesk.cli.preflight import print_readiness
from pressdesk.cli.session import Session, pass_session

if TYPE_CHECKING:
    from pathlib import Path


@click.command("freeze", cls=Command)
@release_file
@click.option(
    "--override", "reason", metavar="REASON", help="Freeze although something is missing."
)
@click.option("--by", metavar="NAME", help="Who answers for that.")
@click.pass_context
@pass_session
def command(
    session: Session, context: click.Context, file: Path, reason: str | None, by: str | None
) -> None:
    """Freeze the text: final files are made from exactly these words.

    Exit status: 1 when something is missing and nobody answers for it; nothing is changed.
    """
    from pressdesk.services.gate import Override

    override = None if reason is None and by is None else Override(reason=reason or "", by=by or "")
    outcome = session.journeys.gate.freeze(session.journeys.at(file), override)
    if outcome.frozen is None:
        print_readiness(session, outcome.readiness, is_refusal=True)
        click.echo(session.gettext("The text was not frozen. Nothing was changed."), err=True)
        context.exit(1)
    if outcome.overridden is not None:
        print_readiness(session, outcome.readiness, is_refusal=True)
        session.say("{by} answers for what is missing.", by=outcome.overridden.by)
    session.say("Version {number} is frozen.", number=outcome.frozen.number)
