"""``pressdesk propose``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pressdesk.cli.arguments import json_option, release_file
from pressdesk.cli.losing import approvals_watched
from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session
from pressdesk.i18n.marking import N_

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST_SHOWN = 40
_STATES = {
    "open": N_("open"),
    "accepted": N_("accepted"),
    "rejected": N_("rejected"),
}
_FLAGS = {
    "number": N_("figures"),
    "name": N_("a name"),
    "date": N_("a date"),
    "negation": N_("a negation"),
    "foreign_quote": N_("another partner’s quote"),
}
_ids = click.argument("ids", metavar="[ID]...", nargs=-1)
_all = click.option("--all", "is_all", is_flag=True, help="All that nobody has decided about.")


@click.group("propose")
def command() -> None:
    """Proposals of readers: what they would have otherwise, one change each."""


@command.command("list", cls=Command)
@release_file
@json_option
@pass_session
def listed(session: Session, file: Path, *, as_json: bool) -> None:
    """Print all proposals, and how they fit the text as it stands."""
    from pressdesk.services.round_shapes import proposals_shape

    lines = session.journeys.proposals.listed(session.journeys.at(file))
    if as_json:
        session.print_json(proposals_shape(lines))
        return
    rows = []
    for one in lines:
        state = session.gettext(_STATES[one.state.value])
        if one.is_conflict:
            state = session.gettext(N_("conflict"))
        marks = [] if one.proposal.is_marked else [N_("unmarked")]
        marks += [_FLAGS[flag.value] for flag in one.proposal.flags]
        mark = ", ".join(map(session.gettext, marks))
        old, new = _shown(one.proposal.old), _shown(one.proposal.new)
        rows.append((one.id, one.person, old, new, mark, state))
    columns = (N_("No."), N_("Who"), N_("Instead of"), N_("Proposed"), N_("Mark"), N_("State"))
    session.print_table(columns, rows)


@command.command("accept", cls=Command)
@release_file
@_ids
@_all
@click.option("--force", is_flag=True, help="Take it although the text went on since.")
@json_option
@pass_session
def accepted(
    session: Session,
    file: Path,
    ids: tuple[str, ...],
    *,
    is_all: bool,
    force: bool,
    as_json: bool,
) -> None:
    """Make proposals part of the working draft.

    Exit status: 2 when some contradict the text or each other; the others are taken.
    """
    place = session.journeys.at(file)
    chosen = _chosen(session, ids, is_all=is_all)
    with approvals_watched(session, place):
        session.journeys.proposals.accept(place, chosen, force=force)
    _print_all(session, file, as_json=as_json)


@command.command("reject", cls=Command)
@release_file
@_ids
@_all
@json_option
@pass_session
def rejected(
    session: Session, file: Path, ids: tuple[str, ...], *, is_all: bool, as_json: bool
) -> None:
    """Keep proposals out of the working draft; accepted ones are taken out again."""
    place = session.journeys.at(file)
    chosen = _chosen(session, ids, is_all=is_all)
    with approvals_watched(session, place):
        session.journeys.proposals.reject(place, chosen)
    _print_all(session, file, as_json=as_json)


@command.command("reopen", cls=Command)
@release_file
@_ids
@json_option
@pass_session
def reopened(session: Session, file: Path, ids: tuple[str, ...], *, as_json: bool) -> None:
    """Undo decisions: the draft is as if nobody had decided about these."""
    place = session.journeys.at(file)
    chosen = _chosen(session, ids, is_all=False) or ()
    with approvals_watched(session, place):
        session.journeys.proposals.reopen(place, chosen)
    _print_all(session, file, as_json=as_json)


def _chosen(session: Session, ids: tuple[str, ...], *, is_all: bool) -> tuple[str, ...] | None:
    if is_all == bool(ids):
        raise click.UsageError(session.gettext("Name proposals, or give --all."))
    return None if is_all else ids


def _print_all(session: Session, file: Path, *, as_json: bool) -> None:
    if as_json:
        from pressdesk.services.round_shapes import proposals_shape

        lines = session.journeys.proposals.listed(session.journeys.at(file))
        session.print_json(proposals_shape(lines))


def _shown(words: str) -> str:
    line = "".join(one if one.isprintable() else " " for one in words)
    return line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 1]}…"
