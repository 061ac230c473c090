"""``pressdesk edit``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pressdesk.cli.arguments import language_option, release_file, standard_input
from pressdesk.cli.losing import approvals_watched
from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session

if TYPE_CHECKING:
    from pathlib import Path


@click.command("edit", cls=Command)
@release_file
@click.argument("block")
@click.option(
    "--text",
    "words",
    required=True,
    help="The new words, dash and attribution included; - reads them.",
)
@language_option
@pass_session
def command(session: Session, file: Path, block: str, words: str, language: str | None) -> None:
    """Change the words of one block in the working draft.

    A line break begins a new paragraph. “pressdesk show” lists the blocks. Whoever must approve
    the words again is named on stderr.
    """
    from pressdesk.domain.content import Language
    from pressdesk.domain.ids import BlockId
    from pressdesk.services.reading import SourceBytes, decode

    if words == "-":
        words = decode(SourceBytes(name="-", data=standard_input()))
    chosen = Language(language) if language else None
    place = session.journeys.at(file)
    with approvals_watched(session, place):
        session.journeys.drafting.edit(place, BlockId(block), words, chosen)
