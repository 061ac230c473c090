"""``pressdesk verify``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pressdesk.cli.arguments import json_option, release_file
from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session
from pressdesk.i18n.marking import N_

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.services.history import Verification


@click.command("verify", cls=Command)
@release_file
@click.option("--head", "code", metavar="CODE", help="A head code from a paper or a mail.")
@json_option
@pass_session
def command(session: Session, file: Path, code: str | None, *, as_json: bool) -> None:
    """Check that the history of a release is unbroken, and continues what was seen.

    Exit status: 1 when it is broken, does not hold CODE, or is not the history seen here before.
    """
    from pressdesk.services.history import problem_words, verification_shape

    found = session.journeys.history.verify(session.journeys.at(file), code)
    if as_json:
        session.print_json(verification_shape(found))
    else:
        session.say(
            _verdict(found),
            events=found.events,
            head=found.head_code or "–",
        )
        session.say(
            "Withheld: {withheld}. Erased: {erased}. Keys not confirmed: {keys}.",
            withheld=found.withheld,
            erased=found.erased,
            keys=len(found.unconfirmed_keys),
        )
        for problem in found.problems:
            click.echo(problem_words(problem, session.language))
    raise SystemExit(0 if found.is_expected else 1)


def _verdict(found: Verification) -> str:
    if not found.unbroken:
        return N_("BROKEN: {events} events, head {head}.")
    if not found.is_expected:
        return N_(
            "Unbroken by itself, but not the history that was expected: {events} events, head {head}."
        )
    return N_("Unbroken: {events} events, head {head}.")
