"""``pressdesk log``."""

from __future__ import annotations

from pathlib import Path

import click

from pressdesk.cli.arguments import json_option, release_file
from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session, when
from pressdesk.i18n.marking import N_


@click.command("log", cls=Command)
@release_file
@click.option(
    "-o",
    "target",
    metavar="OUT.ledger.json",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write the ledger for the stand-alone verifier.",
)
@json_option
@pass_session
def command(session: Session, file: Path, target: Path | None, *, as_json: bool) -> None:
    """Print what happened to a release: who did what, and when."""
    history, place = session.journeys.history, session.journeys.at(file)
    entries = history.log(place)
    if target is not None:
        history.export_ledger(place, target)
    if as_json:
        session.print_json({"events": [entry.to_json() for entry in entries]})
        return
    rows = [(str(one.seq), when(one.at), one.actor, one.summary) for one in entries]
    session.print_table((N_("No."), N_("When"), N_("Who"), N_("What")), rows)
