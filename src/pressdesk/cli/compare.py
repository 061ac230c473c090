"""``pressdesk compare``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pressdesk.cli.arguments import json_option, language_option
from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session
from pressdesk.i18n.marking import N_

if TYPE_CHECKING:
    from pressdesk.services.comparing import ComparedBlock, Comparison, Hunk

_SIGNS = {"same": " ", "changed": "~", "moved": ">", "added": "+", "removed": "-"}
_COUNTS = {
    "same": N_("The same: {count}"),
    "changed": N_("Changed: {count}"),
    "moved": N_("Moved: {count}"),
    "added": N_("Added: {count}"),
    "removed": N_("Removed: {count}"),
}
_LINE_BREAK = "¶"
_CONTROLS = {place: "\ufffd" for place in (*range(32), *range(127, 160)) if place != ord("\t")}
"""A text from outside must not talk to the terminal."""


@click.command("compare", cls=Command)
@click.argument("old", metavar="A")
@click.argument("new", metavar="B")
@click.option(
    "--level",
    type=click.Choice(["word", "sentence", "paragraph"]),
    default="word",
    help="What counts as one change.",
)
@language_option
@json_option
@pass_session
def command(
    session: Session, old: str, new: str, *, level: str, language: str | None, as_json: bool
) -> None:
    """Print what differs from A to B: files of any kind, or versions of a release as FILE@2.

    Words that went stand in [-…-], words that came in {+…+}. A sign before each paragraph says
    what became of it: ~ changed, > moved, + added, - removed.
    """
    from pressdesk.domain.content import Language
    from pressdesk.services.comparing import Level

    found = session.journeys.comparing.compare(
        old, new, level=Level(level), language=Language(language) if language else None
    )
    if as_json:
        session.print_json(found.shape())
        return
    for block in found.blocks:
        click.echo(f"{_SIGNS[block.kind.value]} {_words(block)}")
    click.echo()
    click.echo(_summary(session, found))


def _words(block: ComparedBlock) -> str:
    return "".join(_shown(hunk, is_whole=len(block.hunks) == 1) for hunk in block.hunks)


def _shown(hunk: Hunk, *, is_whole: bool) -> str:
    """Return a hunk with its marks; a paragraph that came or went as a whole has its sign only."""
    words = hunk.text.replace("\n", _LINE_BREAK).translate(_CONTROLS)
    if hunk.op.value == "delete":
        return click.style(words if is_whole else f"[-{words}-]", fg="red", strikethrough=True)
    if hunk.op.value == "insert":
        return click.style(words if is_whole else f"{{+{words}+}}", fg="green", underline=True)
    return words


def _summary(session: Session, found: Comparison) -> str:
    if all(block.kind.value == "same" for block in found.blocks):
        return session.gettext("The two texts say the same.")
    counts = {kind.value: count for kind, count in found.counts.items()}
    return " · ".join(
        session.gettext(words).format(count=counts[kind])
        for kind, words in _COUNTS.items()
        if kind in counts
    )
