"""``pressdesk rules``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pressdesk.cli.arguments import json_option
from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session
from pressdesk.i18n.marking import N_

if TYPE_CHECKING:
    from pressdesk.services.proofing_shapes import RuleInWords


@click.command("rules", cls=Command)
@click.argument("rule_id", metavar="[ID]", required=False)
@json_option
@pass_session
def command(session: Session, rule_id: str | None, *, as_json: bool) -> None:
    """Print the rules that “pressdesk check” knows, or all about the one with that ID."""
    from pressdesk.i18n.labels import SEVERITIES
    from pressdesk.services.proofing_shapes import in_words, rules_shape

    rules = [in_words(rule) for rule in session.journeys.proofing.rules(rule_id)]
    if as_json:
        session.print_json(rules_shape(rules))
        return
    if rule_id is not None:
        for rule in rules:
            _print(session, rule)
        return
    rows = [
        (
            rule.id,
            " ".join(rule.languages),
            session.gettext(SEVERITIES[rule.severity]),
            rule.message,
        )
        for rule in rules
    ]
    session.print_table((N_("Rule"), N_("Languages"), N_("Severity"), N_("Message")), rows)


def _print(session: Session, rule: RuleInWords) -> None:
    from pressdesk.i18n.labels import SEVERITIES

    click.echo(f"{rule.id} ({session.gettext(SEVERITIES[rule.severity])})")
    click.echo(rule.message)
    click.echo(rule.explanation)
    session.say("Source: {source}", source=rule.source)
    for wrong, right in rule.examples:
        session.say("Wrong: {text}", text=wrong)
        if right is not None:
            session.say("Right: {text}", text=right)
    for text in rule.clean:
        session.say("Right: {text}", text=text)
