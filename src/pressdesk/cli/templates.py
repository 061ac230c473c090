"""``pressdesk templates``."""

from __future__ import annotations

import click

from pressdesk.cli.arguments import json_option
from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session
from pressdesk.i18n.marking import N_


@click.command("templates", cls=Command)
@json_option
@pass_session
def command(session: Session, *, as_json: bool) -> None:
    """Print the templates that “pressdesk new” starts from, and what is wrong with your own."""
    from pressdesk.services.templates import templates_shape, words_of

    loaded = session.journeys.templates.load()
    for fault in loaded.problems:
        session.notify(fault)
    if as_json:
        session.print_json(templates_shape(loaded, session.language))
        return
    rows = []
    for template in loaded.templates:
        text = words_of(template, session.language)
        languages = ", ".join(one.value for one in template.languages)
        rows.append((template.id, text.title, languages, text.description))
    session.print_table((N_("Template"), N_("Title"), N_("Languages"), N_("Description")), rows)
