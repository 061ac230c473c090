"""``pressdesk preflight``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pressdesk.cli.arguments import json_option, release_file
from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.services.gate import Readiness


@click.command("preflight", cls=Command)
@release_file
@json_option
@click.pass_context
@pass_session
def command(session: Session, context: click.Context, file: Path, *, as_json: bool) -> None:
    """Look whether the text can be frozen, and say what is missing.

    Exit status: 1 when something is missing.
    """
    found = session.journeys.gate.preflight(session.journeys.at(file))
    if as_json:
        session.print_json(found.to_json())
    else:
        print_readiness(session, found)
    if not found.is_ready:
        context.exit(1)


def print_readiness(session: Session, found: Readiness, *, is_refusal: bool = False) -> None:
    """Print what is missing, what is in the way first; a refusal goes to stderr."""
    for one in found.blocking:
        where = f"  [{one.block}]" if one.block else ""
        click.echo(f"✗ {one.message}{where}", err=is_refusal)
    for one in found.warnings:
        where = f"  [{one.block}]" if one.block else ""
        click.echo(f"! {one.message}{where}", err=is_refusal)
    if not is_refusal and found.is_ready:
        session.say("The text can be frozen.")
