"""``pressdesk doctor``."""

from __future__ import annotations

import click

from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session


@click.command("doctor", cls=Command)
@pass_session
def command(session: Session) -> None:
    """Look at the installation, and say what would not work and what to do.

    Exit status: 1 when something that PressDesk needs is missing.
    """
    checks = session.journeys.doctor.examine()
    for check in checks:
        mark = "✓" if check.is_well else "✗" if check.is_needed else "–"
        click.echo(f"{mark} {check.words}")
    raise SystemExit(any(check.is_needed and not check.is_well for check in checks))
