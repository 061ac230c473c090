"""``pressdesk versions``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pressdesk.cli.arguments import json_option, release_file
from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session, when
from pressdesk.i18n.marking import N_

if TYPE_CHECKING:
    from pathlib import Path


@click.command("versions", cls=Command)
@release_file
@json_option
@pass_session
def command(session: Session, file: Path, *, as_json: bool) -> None:
    """Print the versions that something depends on: sent, named or exported."""
    from pressdesk.services.history import version_shape

    found = session.journeys.history.versions(session.journeys.at(file))
    if as_json:
        session.print_json({"versions": [version_shape(one) for one in found]})
        return
    rows = [(str(one.number), when(one.at), one.saved.name, one.hash[:12]) for one in found]
    session.print_table((N_("No."), N_("When"), N_("Name"), N_("Hash")), rows)
