"""``pressdesk export``."""

from __future__ import annotations

from pathlib import Path

import click

from pressdesk.cli.arguments import json_option, language_option, release_file
from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session


@click.command("export", cls=Command)
@release_file
@click.option(
    "-o",
    "target",
    required=True,
    metavar="OUT",
    type=click.Path(path_type=Path),
    help="A name in .docx, or a folder: then the file is named by rule.",
)
@click.option("--draft", "is_draft", is_flag=True, help="Write a draft, marked so on every page.")
@language_option
@json_option
@pass_session
def command(
    session: Session,
    file: Path,
    target: Path,
    language: str | None,
    *,
    is_draft: bool,
    as_json: bool,
) -> None:
    """Write the Word file, read it again, and look for what must not leave.

    Exit status: 1 when the text is not frozen and --draft was not given; nothing is written.
    """
    from pressdesk.domain.content import Language

    chosen = Language(language) if language else None
    written = session.journeys.exporting.export(
        session.journeys.at(file), target, is_draft=is_draft, language=chosen
    )
    if as_json:
        session.print_json(written.to_json())
        return
    session.say("{path} was written.", path=written.path)
    session.say("Read again: the text is the same. Nothing in it that must not leave.")
