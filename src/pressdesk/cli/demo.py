"""``pressdesk demo``."""

from __future__ import annotations

from pathlib import Path

import click

from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session


@click.command("demo", cls=Command)
@click.option(
    "-o",
    "folder",
    default="pressdesk-demo",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to write.",
)
@click.option("--fill", type=click.IntRange(1, 10_000), help="Put that many releases on the desk.")
@pass_session
def command(session: Session, folder: Path, fill: int | None) -> None:
    """Do the main job on a sample release: from loose text to Word files that go round.

    Signs with a key of this run. Files of an earlier demo in the folder are replaced.
    """
    session.wish(key_choice="session", key_file=None)
    if session.wishes.actor is None:
        session.wish(actor="Demo; PressDesk")
    samples = session.journeys.samples
    if fill is not None:
        samples.fill_desk(fill)
        session.say("{count} releases were put on the desk.", count=fill)
        return
    for language in ("nb", "nn"):
        made = samples.demonstrate(language, folder)
        session.say("“{title}”", title=made.title)
        session.say(
            "  Blocks: {blocks}, quotes: {quotes}, cleaned away: {cleaned}, asked: {asked}.",
            blocks=made.blocks,
            quotes=made.quotes,
            cleaned=made.cleaned,
            asked=made.asked,
        )
        session.say(
            "  Proofread: {remarks} findings, {errors} of them errors. Sent round to: {readers}.",
            remarks=made.remarks,
            errors=made.errors,
            readers=made.readers,
        )
        session.say(
            "  The history is unbroken: {events} events, head {head}.",
            events=made.events,
            head=made.head_code,
        )
        for path in made.paths:
            session.say("  Written: {path}", path=path)
