"""``pressdesk import``."""

from __future__ import annotations

from pathlib import Path

import click

from pressdesk.cli.arguments import json_option, standard_input
from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session
from pressdesk.i18n.marking import N_


@click.command("import", cls=Command)
@click.argument("source", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.option(
    "-o",
    "target",
    required=True,
    metavar="FILE.pressdesk",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The new file.",
)
@click.option(
    "--language", type=click.Choice(["nb", "nn", "en"]), help="The language, if not recognised."
)
@json_option
@pass_session
def command(
    session: Session, source: Path, target: Path, language: str | None, *, as_json: bool
) -> None:
    """Make a release of a loose text (.txt, .docx, .html, or - for standard input).

    Tells what was cleaned away, and asks about what the text leaves open.
    """
    from pressdesk.domain.content import Language
    from pressdesk.i18n.labels import CLEAN_UPS, QUESTIONS
    from pressdesk.services.reading import SourceBytes, read_bytes
    from pressdesk.services.shapes import notes_shape, release_shape

    is_piped = str(source) == "-"
    brought = SourceBytes(name="-", data=standard_input()) if is_piped else read_bytes(source)
    release = session.journeys.drafting.import_source(
        brought, target, Language(language) if language else None
    )
    content, notes = release.draft.content(), release.draft.notes
    if as_json:
        session.print_json({"release": release_shape(release, content), **notes_shape(notes)})
        return
    session.say("“{title}” was made into {name}.", title=content.title, name=target.name)
    session.say(
        "Blocks: {blocks}, of which quotes: {quotes}. Partners: {partners}.",
        blocks=len(content.blocks),
        quotes=sum(1 for _ in content.quotes()),
        partners=", ".join(partner.name for partner in content.partners) or "–",
    )
    if notes.cleaned:
        session.say("Cleaned away:")
        rows = [
            (str(one.line), session.gettext(CLEAN_UPS[one.kind]), one.text) for one in notes.cleaned
        ]
        session.print_table((N_("Line"), N_("What"), N_("Text")), rows)
    if notes.questions:
        session.say("To be answered:")
        rows = [
            (str(one.line), session.gettext(QUESTIONS[one.kind]), one.text)
            for one in notes.questions
        ]
        session.print_table((N_("Line"), N_("About"), N_("Question")), rows)
