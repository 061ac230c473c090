"""``pressdesk key``."""

from __future__ import annotations

from pathlib import Path

import click

from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session


@click.group("key")
def command() -> None:
    """Keys that sign what you do."""


@command.command("new", cls=Command)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@pass_session
def new(session: Session, file: Path) -> None:
    """Make a key file, locked with a passphrase of at least 12 characters.

    The passphrase is PRESSDESK_PASSPHRASE, or asked for twice.
    """
    key = session.journeys.identity.new_key_file(file)
    session.say("{path} was written. Its key is {key}.", path=file, key=key[:16])
