"""``pressdesk show``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pressdesk.cli.arguments import json_option, language_option, release_file
from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session
from pressdesk.i18n.marking import N_

if TYPE_CHECKING:
    from pathlib import Path


@click.command("show", cls=Command)
@release_file
@language_option
@json_option
@pass_session
def command(session: Session, file: Path, language: str | None, *, as_json: bool) -> None:
    """Print a release: its parts, its blocks with their ids, and who speaks."""
    from pressdesk.domain.approvals import approval_states
    from pressdesk.domain.content import Language, QuoteBlock
    from pressdesk.domain.freezing import stage
    from pressdesk.i18n.labels import APPROVALS, STAGES
    from pressdesk.services.shapes import release_shape

    release = session.journeys.at(file).read()
    content = release.draft.content(Language(language) if language else None)
    if as_json:
        session.print_json(release_shape(release, content))
        return
    click.echo(content.title)
    for text in content.lead:
        click.echo(text)
    reached = session.gettext(STAGES[stage(release.events, release.draft.contents)])
    session.say("Stage: {stage}", stage=reached)
    standings = approval_states(release.events, content)
    rows = []
    for block in content.blocks:
        person = content.person(block.speaker) if isinstance(block, QuoteBlock) else None
        who = (
            ", ".join(part for part in (person.name, person.title, person.organisation) if part)
            if person
            else ""
        )
        mark = " ?" if content.is_uncertain(block) else ""
        standing = standings.get(block.id)
        approval = session.gettext(APPROVALS[standing.state]) if standing else ""
        words = " ".join(text.plain for text in block.texts)
        rows.append((block.id, who + mark, approval, words))
    click.echo()
    session.print_table((N_("Block"), N_("Speaker"), N_("Approval"), N_("Text")), rows)
