"""``pressdesk text``."""

from __future__ import annotations

from pathlib import Path

import click

from pressdesk.cli.arguments import json_option
from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session


@click.command("text", cls=Command)
@click.argument("source", type=click.Path(dir_okay=False, path_type=Path))
@json_option
@pass_session
def command(session: Session, source: Path, *, as_json: bool) -> None:
    """Print the words of a text, a Word file or a release, one paragraph a line."""
    paragraphs = session.journeys.texts.paragraphs(source)
    if as_json:
        session.print_json({"paragraphs": list(paragraphs)})
        return
    for paragraph in paragraphs:
        click.echo(paragraph)
