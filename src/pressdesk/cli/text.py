"""``pressdesk text``."""

from __future__ import annotations

from pathlib import Path

import click

from pressdesk.cli.arguments import json_option
from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session


@click.command("text", cls=Command)
@click.argument("source", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--revisions",
    type=click.Choice(["accept", "reject", "mark"]),
    default="accept",
    help="Tracked changes: all accepted, all rejected, or marked [-out-] and {+in+}.",
)
@json_option
@pass_session
def command(session: Session, source: Path, *, revisions: str, as_json: bool) -> None:
    """Print the words of a text, a Word file or a release, one paragraph a line."""
    from pressdesk.services.texts import RevisionsShown

    text = session.journeys.texts.read(source, RevisionsShown(revisions))
    if as_json:
        session.print_json(text.shape())
        return
    for paragraph in text.paragraphs:
        click.echo(paragraph)
