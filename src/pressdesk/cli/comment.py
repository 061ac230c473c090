"""``pressdesk comment``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pressdesk.cli.arguments import json_option, language_option, release_file
from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session, when
from pressdesk.i18n.marking import N_

if TYPE_CHECKING:
    from pathlib import Path


@click.group("comment")
def command() -> None:
    """Comments beside the text, for those who may read them."""


@command.command("list", cls=Command)
@release_file
@click.option("--for", "eyes", metavar="PARTNER", help="Only what people of this partner may read.")
@json_option
@pass_session
def listed(session: Session, file: Path, eyes: str | None, *, as_json: bool) -> None:
    """Print the comments in the order they were made."""
    from pressdesk.i18n.labels import AUDIENCES
    from pressdesk.services.commenting import comment_shape
    from pressdesk.textops.visible import visible_line

    place = session.journeys.at(file)
    release = place.read()
    found = session.journeys.commenting.listed(place, eyes=eyes)
    if as_json:
        shapes = [comment_shape(one, release.draft.contents) for one in found]
        session.print_json({"comments": list(shapes)})
        return
    rows = []
    for one in found:
        settled = session.gettext(N_("settled")) if one.resolved else ""
        added = one.added
        audience = session.gettext(AUDIENCES[added.audience])
        author, text = visible_line(added.author), visible_line(added.text)
        rows.append((visible_line(one.id), when(one.at), author, audience, text, settled))
    columns = (N_("No."), N_("When"), N_("Who"), N_("For"), N_("Text"), N_("State"))
    session.print_table(columns, rows)


@command.command("add", cls=Command)
@release_file
@click.argument("where", metavar="[BLOCK]", required=False)
@click.option("--text", required=True, help="What you want to say.")
@click.option("--at", "words", default="", metavar="WORDS", help="The words it is about.")
@click.option(
    "--audience",
    type=click.Choice(["own", "all", "partner"]),
    default="all",
    help="Your own organisation, all, or one partner too; all if you do not say.",
)
@click.option("--partner", "reader", metavar="PARTNER", help="Which one, with --audience partner.")
@click.option("--reply-to", "parent", metavar="COMMENT", help="The comment that this answers.")
@language_option
@pass_session
def add(
    session: Session,
    *,
    file: Path,
    where: str | None,
    text: str,
    words: str,
    audience: str,
    reader: str | None,
    parent: str | None,
    language: str | None,
) -> None:
    """Comment on a block, the title, the lead, or the release as a whole.

    BLOCK is an id that “pressdesk show” prints, “title”, or “lead”.
    """
    from pressdesk.domain.comments import Audience
    from pressdesk.domain.content import Language
    from pressdesk.services.commenting import Remark, Spot, spot_at

    chosen = Language(language) if language else None
    place = session.journeys.at(file)
    if (audience == Audience.PARTNER) != (reader is not None):
        raise click.UsageError(session.gettext("--audience partner and --partner go together."))
    if words and where is None:
        raise click.UsageError(session.gettext("Say in which block the words of --at stand."))
    spot = spot_at(place.read().draft.content(chosen), where, words) if where else Spot()
    remark = Remark(text=text, spot=spot, audience=Audience(audience), reader=reader, parent=parent)
    added = session.journeys.commenting.add(place, remark, chosen)
    session.say("Comment {comment} was added.", comment=added.id)


@command.command("resolve", cls=Command)
@release_file
@click.argument("comment")
@click.option("--reason", required=True, metavar="TEXT", help="How it was settled.")
@pass_session
def resolve(session: Session, file: Path, comment: str, reason: str) -> None:
    """Settle a comment, and with it what answers it."""
    resolved = session.journeys.commenting.resolve(
        session.journeys.at(file), comment, reason=reason
    )
    session.say("Comment {comment} is settled.", comment=resolved.comment)
