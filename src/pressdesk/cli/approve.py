"""``pressdesk approve``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pressdesk.cli.arguments import language_option, release_file
from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session
from pressdesk.textops.visible import visible_line

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.services.approving import Noted


@click.command("approve", cls=Command)
@release_file
@click.argument("block")
@click.option("--by", required=True, metavar="NAME", help="Who answered.")
@click.option(
    "--how",
    type=click.Choice(["phone", "email", "meeting"]),
    help="How the answer was given.",
)
@click.option(
    "--evidence", metavar="TEXT", help="What was said or written; with --withdraw the reason."
)
@click.option("--code", help="The short code that the person read back, as in “show”.")
@click.option("--decline", "decision", flag_value="declined", help="They will not be quoted.")
@click.option(
    "--change-asked", "decision", flag_value="change_asked", help="They want other words."
)
@click.option("--withdraw", "is_withdrawal", is_flag=True, help="Take the approval back.")
@language_option
@click.pass_context
@pass_session
def command(
    session: Session,
    context: click.Context,
    *,
    file: Path,
    block: str,
    by: str,
    how: str | None,
    evidence: str | None,
    code: str | None,
    decision: str | None,
    language: str | None,
    is_withdrawal: bool,
) -> None:
    """Note what somebody answered about a quote, or take their approval back.

    Exit status: 1 when the person may not answer for the words; then it is taken as a comment.
    """
    from pressdesk.domain.approvals import How
    from pressdesk.domain.content import Language
    from pressdesk.domain.ids import BlockId
    from pressdesk.domain.rounds import Decided
    from pressdesk.services.approving import Said

    chosen = Language(language) if language else None
    approving, place = session.journeys.approving, session.journeys.at(file)
    if is_withdrawal:
        if decision is not None or code is not None or how is not None:
            raise click.UsageError(session.gettext("--withdraw takes only --by and --evidence."))
        reason = evidence if evidence is not None else session.gettext("No reason given")
        noted = approving.withdraw(place, BlockId(block), by=by, reason=reason, language=chosen)
    else:
        if how is None or evidence is None:
            raise click.UsageError(session.gettext("Say with --how and --evidence how you know."))
        said = Said(
            block=BlockId(block),
            by=by,
            how=How(how),
            evidence=evidence,
            code=code,
            decision=Decided(decision) if decision else Decided.APPROVED,
        )
        noted = approving.approve(place, said, chosen)
    if not noted.is_counted:
        click.echo(_refused(session, by), err=True)
        context.exit(1)
    _tell(session, noted)


def _refused(session: Session, by: str) -> str:
    return session.gettext(
        "{by} may not answer for these words, so what was said is kept as a comment. The approval "
        "is as it was. Record authority with “pressdesk delegate”, or ask the right person."
    ).format(by=visible_line(by))


def _tell(session: Session, noted: Noted) -> None:
    from pressdesk.i18n.labels import APPROVALS

    state = session.gettext(APPROVALS[noted.standing.state])
    session.say("Noted: {state} (code {code}).", state=state, code=noted.standing.code)
