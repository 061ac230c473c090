"""``pressdesk set``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pressdesk.cli.arguments import language_option, release_file
from pressdesk.cli.losing import approvals_watched
from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session

if TYPE_CHECKING:
    from pathlib import Path


HELP = """Change named fields of the working draft; an empty value clears the field.

\b
title, lead, place
date                     2026-11-26
embargo                  2026-11-26T08:00 (Norwegian time), or with an offset
release_mode             immediate
profile                  sprakradet, ntb, house
confidential, listed     true, false
partner.SHORT.           name, short, organisation_number
contact.SHORT.           name, title, phone, email
boilerplate.SHORT        the text about the partner
speaker.BLOCK.           name, title, organisation
spokesperson.NAME.       name, title, organisation
"""
"""``\\b`` tells click to keep the lines that follow."""


@click.command("set", cls=Command, help=HELP)
@release_file
@click.argument("changes", metavar="KEY=VALUE...", nargs=-1, required=True)
@language_option
@pass_session
def command(session: Session, file: Path, changes: tuple[str, ...], language: str | None) -> None:
    """Change named fields of the working draft."""
    from pressdesk.domain.content import Language
    from pressdesk.services.fields import Change

    chosen = Language(language) if language else None
    parsed = [Change.parse(one) for one in changes]
    place = session.journeys.at(file)
    with approvals_watched(session, place):
        session.journeys.drafting.set(place, parsed, chosen)
