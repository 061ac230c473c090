"""``pressdesk round``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressdesk.cli.arguments import json_option, language_option, release_file
from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session, when
from pressdesk.i18n.marking import N_
from pressdesk.textops.visible import visible_line

if TYPE_CHECKING:
    from datetime import datetime

    from pressdesk.services.rounds import OpenedRound, Received

_folder = click.option(
    "-o",
    "folder",
    required=True,
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the files, which are named by rule.",
)
_deadline = click.option(
    "--deadline",
    required=True,
    metavar="ISO",
    help="When answers are due, like 2026-11-27T12:00, by Norwegian clocks.",
)
_STATES = {
    "waiting": N_("waiting"),
    "answered": N_("has answered"),
    "overdue": N_("overdue"),
}


@click.group("round")
def command() -> None:
    """Review rounds: sent to named people, answered in Word."""


@command.command("open", cls=Command)
@release_file
@click.option(
    "--to",
    "invitations",
    multiple=True,
    required=True,
    metavar='"NAME <MAIL>;role=ROLE;partner=SHORT"',
    help="Who reads: a reader, commenter or approver. Once for each person.",
)
@_deadline
@_folder
@click.option("--confidential", "is_confidential", is_flag=True, help="Say so in every file.")
@click.option(
    "--listed-partner",
    "is_listed_partner",
    is_flag=True,
    help="Say in every file that it may hold inside information.",
)
@language_option
@json_option
@pass_session
def opened(  # noqa: PLR0917  # one for each option
    session: Session,
    file: Path,
    invitations: tuple[str, ...],
    deadline: str,
    folder: Path,
    language: str | None,
    *,
    is_confidential: bool,
    is_listed_partner: bool,
    as_json: bool,
) -> None:
    """Send the text round: one Word file for each person, with a deadline.

    Approvers get a box under each quote of theirs.
    """
    from pressdesk.domain.content import Language
    from pressdesk.services.invitations import Invitation

    found = session.journeys.rounds.open(
        session.journeys.at(file),
        [Invitation.parse(words) for words in invitations],
        _instant(deadline),
        folder,
        is_confidential=is_confidential,
        is_listed_partner=is_listed_partner,
        language=Language(language) if language else None,
    )
    _print_opened(session, found, folder, as_json=as_json)


@command.command("request", cls=Command)
@release_file
@click.argument("block")
@click.option(
    "--to",
    "invitation",
    required=True,
    metavar='"NAME <MAIL>;partner=SHORT"',
    help="The person quoted, or who may approve for them.",
)
@_deadline
@_folder
@language_option
@json_option
@pass_session
def requested(  # noqa: PLR0917  # one for each option
    session: Session,
    file: Path,
    block: str,
    invitation: str,
    deadline: str,
    folder: Path,
    language: str | None,
    *,
    as_json: bool,
) -> None:
    """Ask for the approval of one quote, with what changed since the last one."""
    from pressdesk.domain.content import Language
    from pressdesk.domain.ids import BlockId
    from pressdesk.services.invitations import Invitation

    found = session.journeys.rounds.request(
        session.journeys.at(file),
        BlockId(block),
        Invitation.parse(invitation),
        _instant(deadline),
        folder,
        language=Language(language) if language else None,
    )
    _print_opened(session, found, folder, as_json=as_json)


@command.command("receive", cls=Command)
@release_file
@click.argument(
    "answers",
    metavar="ANSWER...",
    nargs=-1,
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
)
@json_option
@click.pass_context
@pass_session
def received(
    session: Session,
    context: click.Context,
    file: Path,
    answers: tuple[Path, ...],
    *,
    as_json: bool,
) -> None:
    """Take in what people sent back: Word files, with or without tracked changes.

    Exit status: 2 when one of them was refused; the others are taken.
    """
    from pressdesk.services.round_shapes import received_shape

    found = session.journeys.rounds.receive(session.journeys.at(file), answers)
    if as_json:
        session.print_json(received_shape(found))
    for one in found:
        _tell(session, one, as_json=as_json)
    if not all(one.is_taken for one in found):
        context.exit(2)


@command.command("files", cls=Command)
@release_file
@click.option("--round", "number", type=int, help="Which round; the last one if not given.")
@_folder
@pass_session
def written(session: Session, file: Path, number: int | None, folder: Path) -> None:
    """Write the files of a round again, exactly as they were sent."""
    from pressdesk.domain.errors import RoundUnknown

    journey, place = session.journeys.rounds, session.journeys.at(file)
    found = [one for one in journey.show(place) if number in (None, one.opened.number)]
    if not found:
        raise RoundUnknown
    for path in journey.files_again(place, found[-1].id, folder):
        click.echo(str(folder / path.name))


@command.command("show", cls=Command)
@release_file
@json_option
@pass_session
def shown(session: Session, file: Path, *, as_json: bool) -> None:
    """Print the rounds: who was asked, and who has answered."""
    from pressdesk.services.round_shapes import person_state, rounds_shape

    place = session.journeys.at(file)
    release = place.read()
    now = session.journeys.clock()
    if as_json:
        session.print_json(rounds_shape(release, now))
        return
    rows = []
    for asked in session.journeys.rounds.show(place):
        for reader in asked.opened.readers:
            partner = release.draft.content().partner(reader.partner)
            answered = asked.responses_of(reader)
            rows.append(
                (
                    str(asked.opened.number),
                    reader.name,
                    partner.short if partner else "",
                    session.gettext(_STATES[person_state(asked, reader, now)]),
                    when(answered[-1].at) if answered else "",
                    when(asked.deadline),
                )
            )
    columns = (N_("Round"), N_("Who"), N_("Partner"), N_("State"), N_("Answered"), N_("Deadline"))
    session.print_table(columns, rows)


@command.command("move", cls=Command)
@release_file
@_deadline
@pass_session
def moved(session: Session, file: Path, deadline: str) -> None:
    """Give the open round another deadline."""
    asked = session.journeys.rounds.move(session.journeys.at(file), _instant(deadline))
    session.say(
        "Round {number} is due {deadline}.",
        number=asked.opened.number,
        deadline=when(asked.deadline),
    )


@command.command("close", cls=Command)
@release_file
@click.option("--reject-rest", is_flag=True, help="Reject what nobody has decided about.")
@pass_session
def closed(session: Session, file: Path, *, reject_rest: bool) -> None:
    """Close the open round: what was decided about proposals is recorded as a version."""
    found = session.journeys.rounds.close(session.journeys.at(file), reject_rest=reject_rest)
    session.say(
        "Round {number} is closed. Proposals accepted: {accepted}, rejected: {rejected}.",
        number=found.number,
        accepted=found.accepted,
        rejected=found.rejected,
    )


def _instant(words: str) -> datetime:
    from pressdesk.services.deadlines import deadline_in

    return deadline_in(words)


def _print_opened(session: Session, found: OpenedRound, folder: Path, *, as_json: bool) -> None:
    from pressdesk.services.round_shapes import opened_shape

    if as_json:
        session.print_json(opened_shape(found))
        return
    for reader, path in zip(found.opened.readers, found.paths, strict=True):
        session.say("{person}: {path}", person=reader.name, path=folder / path.name)


def _tell(session: Session, one: Received, *, as_json: bool) -> None:
    """Say what became of a file; problems go to stderr."""
    from pressdesk.i18n import explain
    from pressdesk.i18n.answers import problem_sentence

    if one.refusal is not None:
        click.echo(explain(one.refusal, session.language), err=True)
        return
    if one.response is not None and not one.is_duplicate and not as_json:
        session.say(
            "{name}: answer of {person}. Proposals: {proposals}, of them without tracking: "
            "{silent}. Comments: {comments}. Quotes answered: {answers}.",
            name=one.file_name,
            person=one.response.person,
            proposals=len(one.response.proposals),
            silent=sum(not each.is_marked for each in one.response.proposals),
            comments=one.comments,
            answers=len(one.response.answers),
        )
    for code in one.problems:
        sentence = problem_sentence(code, session.language)
        click.echo(f"{visible_line(one.file_name)}: {sentence}", err=True)
