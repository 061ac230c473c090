"""``pressdesk open``."""

from __future__ import annotations

from pathlib import Path

import click

from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session


@click.command("open", cls=Command)
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path))
@click.pass_context
@pass_session
def command(session: Session, context: click.Context, source: Path) -> None:
    """Open FILE in the window: a .pressdesk file, a Word file (.docx) or a text file.

    A window that is open on the same desk already shows it there.
    """
    context.exit(session.show_window(source.absolute()))
