"""``pressdesk delegate``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pressdesk.cli.arguments import release_file
from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session

if TYPE_CHECKING:
    from pathlib import Path


@click.command("delegate", cls=Command)
@release_file
@click.option("--from", "speaker", required=True, metavar="NAME", help="Who is quoted.")
@click.option("--to", "delegate", required=True, metavar="NAME", help="Who may approve for them.")
@click.option("--evidence", required=True, metavar="TEXT", help="How the authority was given.")
@pass_session
def command(session: Session, file: Path, speaker: str, delegate: str, evidence: str) -> None:
    """Record that a person who is quoted lets somebody else approve for them.

    It holds for answers from now on.
    """
    named = session.journeys.approving.delegate(
        session.journeys.at(file), speaker=speaker, delegate=delegate, evidence=evidence
    )
    session.say(
        "{delegate} may approve for {speaker} from now on.",
        delegate=named.delegate,
        speaker=named.speaker,
    )
