"""``pressdesk new``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressdesk.cli.arguments import json_option
from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session

if TYPE_CHECKING:
    from pressdesk.domain.content import Language
    from pressdesk.services.templates import FilledFields, Template


@click.command("new", cls=Command)
@click.argument("template_id", metavar="TEMPLATE")
@click.option(
    "-o",
    "target",
    required=True,
    metavar="FILE.pressdesk",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The new file.",
)
@click.option("--language", type=click.Choice(["nb", "nn", "en"]), help="The language to write in.")
@click.option("--set", "assignments", metavar="FIELD=VALUE", multiple=True, help="Fill a field.")
@click.option(
    "--fields",
    "fields_file",
    metavar="FILE.toml",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Fields on top, then [[partner]], [[spokesperson]], [[contact]].",
)
@click.option(
    "--partner", "partners", metavar='"NAME; SHORT"', multiple=True, help="In the agreed order."
)
@click.option(
    "--speaker",
    "speakers",
    metavar='"NAME; TITLE; SHORT"',
    multiple=True,
    help="Who is quoted, for which partner.",
)
@click.option("--example", "with_example", is_flag=True, help="Start with the example's answers.")
@json_option
@pass_session
def command(
    session: Session,
    template_id: str,
    *,
    target: Path,
    language: str | None,
    assignments: tuple[str, ...],
    fields_file: Path | None,
    partners: tuple[str, ...],
    speakers: tuple[str, ...],
    with_example: bool,
    as_json: bool,
) -> None:
    """Make a release of a template; what is not filled in becomes a placeholder.

    “pressdesk templates --json” lists the templates and their fields.
    """
    from pressdesk.services.shapes import release_shape
    from pressdesk.services.templates import FilledFields, combined, read_fields_file

    templates = session.journeys.templates
    template = templates.load().template(template_id)
    written_in = _language(session, template, language)
    filled = templates.example(template, written_in) if with_example else FilledFields()
    if fields_file is not None:
        filled = combined(filled, read_fields_file(fields_file))
    filled = combined(filled, _answers(assignments, partners, speakers))
    _say_problems(session, template, written_in, filled)
    profile = session.journeys.settings.profile
    content = templates.draft(template, written_in, filled, profile=profile)
    release = session.journeys.drafting.create_file(content, target)
    if as_json:
        session.print_json(release_shape(release, content))
        return
    session.say("“{title}” was made into {name}.", title=content.title, name=target.name)
    session.say(
        "Blocks: {blocks}, of which quotes: {quotes}. Partners: {partners}.",
        blocks=len(content.blocks),
        quotes=sum(1 for _ in content.quotes()),
        partners=", ".join(partner.name for partner in content.partners) or "–",
    )


def _language(session: Session, template: Template, wanted: str | None) -> Language:
    """Return the language asked for, else the usual one, else the first of the template."""
    from pressdesk.domain.content import Language

    if wanted is not None:
        return Language(wanted)
    usual = session.journeys.settings.document_language
    return next((one for one in template.languages if one == usual), template.languages[0])


def _answers(
    assignments: tuple[str, ...], partners: tuple[str, ...], speakers: tuple[str, ...]
) -> FilledFields:
    from pressdesk.services.templates import (
        FilledFields,
        FilledPartner,
        FilledSpokesperson,
        parse_assignments,
    )

    named = [_parts(words, 2) for words in partners]
    spoken = [_parts(words, 3) for words in speakers]
    return FilledFields(
        values=parse_assignments(assignments),
        partners=tuple(FilledPartner(name=name, short=short) for name, short in named),
        spokespersons=tuple(
            FilledSpokesperson(name=name, title=title, partner=partner)
            for name, title, partner in spoken
        ),
    )


def _parts(words: str, most: int) -> list[str]:
    """Return the parts between semicolons, empty ones for those left out."""
    parts = [part.strip() for part in words.split(";")]
    if len(parts) > most or not parts[0]:
        from pressdesk.domain.errors import AssignmentRefused

        raise AssignmentRefused(words=words)
    return parts + [""] * (most - len(parts))


def _say_problems(
    session: Session, template: Template, language: Language, filled: FilledFields
) -> None:
    """Say what is wrong with the answers; leave if some of them cannot stand."""
    from pressdesk.services.templates import ProblemKind, problem_sentence

    problems = session.journeys.templates.check(template, language, filled)
    refused = [problem for problem in problems if problem.is_refused]
    for problem in refused or problems:
        if problem.kind is not ProblemKind.MISSING:
            sentence = problem_sentence(problem, template, session.language)
            click.echo(f"{problem.field}: {sentence}", err=True)
    if refused:
        click.echo(session.gettext("Nothing was written."), err=True)
        click.get_current_context().exit(2)
    missing = [problem.field for problem in problems if problem.kind is ProblemKind.MISSING]
    if missing:
        words = session.gettext("Still to be filled in: {fields}.")
        click.echo(words.format(fields=", ".join(missing)), err=True)
