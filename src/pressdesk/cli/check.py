"""``pressdesk check``."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressdesk.cli.arguments import json_option, standard_input
from pressdesk.cli.main import Command
from pressdesk.cli.session import Session, pass_session

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressdesk.domain.finding import Finding
    from pressdesk.domain.manuscript import Manuscript
    from pressdesk.services.proofing import Checked

    Suggest = Callable[[Finding], tuple[str, ...]]

_MOST_WORDS_SUGGESTED = 300
"""Misspelt words of one text for which suggestions are worked out; the rest would take too long."""
_LONGEST_SHOWN = 60


@click.command("check", cls=Command)
@click.argument("source", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.option(
    "--language",
    type=click.Choice(["nb", "nn", "en"]),
    help="The language of a loose text, if not recognised; or which version of a release.",
)
@click.option(
    "--rules-profile",
    "profile",
    type=click.Choice(["sprakradet", "ntb", "house"]),
    help="Whose rules of typography; else those of the release, or of your settings.",
)
@click.option("--no-suggestions", is_flag=True, help="Do not work out what to write instead.")
@json_option
@click.option("--sarif", "as_sarif", is_flag=True, help="Print one SARIF 2.1.0 document.")
@click.pass_context
@pass_session
def command(
    session: Session,
    context: click.Context,
    source: Path,
    language: str | None,
    profile: str | None,
    *,
    no_suggestions: bool,
    as_json: bool,
    as_sarif: bool,
) -> None:
    """Proofread a release, a text, a Word file, a web page, or - for standard input.

    Of standard input every line is a paragraph. The exit code is 1 if there is an error.
    """
    from pressdesk.domain.finding import Severity
    from pressdesk.services.proofing_shapes import check_shape, sarif_shape

    if as_json and as_sarif:
        raise click.UsageError(session.gettext("Choose one of --json and --sarif."))
    manuscript, checked = _checked(session, source, language, profile)
    suggest = _none if no_suggestions else _suggester(session, manuscript)
    if as_json:
        session.print_json(check_shape(checked, manuscript.language, suggest))
    elif as_sarif:
        from importlib.metadata import version

        rules = session.journeys.proofing.rules()
        session.print_json(sarif_shape(checked, rules, _uri(source), version("pressdesk"), suggest))
    else:
        _print(session, checked, suggest)
    if any(one.severity is Severity.ERROR for one in checked.findings):
        context.exit(1)


def _checked(
    session: Session, source: Path, language: str | None, profile: str | None
) -> tuple[Manuscript, Checked]:
    """Return what was proofread and what was found; what could not be done is said on stderr."""
    from pressdesk.domain.content import Language, Profile
    from pressdesk.domain.proofing_notes import ProofingNotes
    from pressdesk.services.reading import SourceBytes

    proofing = session.journeys.proofing
    wanted = Language(language) if language else None
    chosen = Profile(profile) if profile else None
    if str(source) == "-":
        piped = SourceBytes(name="-", data=standard_input())
        manuscript = proofing.manuscript_of(piped, language=wanted, profile=chosen)
        notes = ProofingNotes()
    else:
        manuscript, notes = proofing.manuscript_at(source, language=wanted, profile=chosen)
    checked = proofing.check(manuscript, notes)
    for notice in checked.notices:
        session.notify(notice)
    for one in checked.set_aside:
        told = session.gettext("The rule {rule} took too long in line {line} and was left there.")
        click.echo(told.format(rule=one.rule, line=one.line), err=True)
    return manuscript, checked


def _none(_finding: Finding) -> tuple[str, ...]:
    return ()


def _suggester(session: Session, manuscript: Manuscript) -> Suggest:
    """Return what gives suggestions, of so many misspelt words as can be waited for."""
    seen: set[str] = set()

    def suggest(finding: Finding) -> tuple[str, ...]:
        if finding.suggestions is None:
            if len(seen) >= _MOST_WORDS_SUGGESTED and finding.text not in seen:
                return ()
            seen.add(finding.text)
        return session.journeys.proofing.suggest(finding, manuscript)

    return suggest


def _uri(source: Path) -> str:
    from urllib.parse import quote

    if str(source) == "-":
        return "stdin"
    return source.as_uri() if source.is_absolute() else quote(source.as_posix())


def _print(session: Session, checked: Checked, suggest: Suggest) -> None:
    """Print the findings for people, line by line."""
    for line, group in groupby(checked.findings, lambda one: one.place and one.place.line):
        findings = list(group)
        if line is None:
            session.say("The text as a whole")
        else:
            session.say("Line {line}", line=line)
        for finding in findings:
            _print_finding(session, finding, suggest(finding))
        click.echo()
    from pressdesk.domain.finding import Severity

    counts = {one: sum(found.severity is one for found in checked.findings) for one in Severity}
    session.say(
        "Words: {words}. Errors: {errors}. Warnings: {warnings}. Advice: {advice}.",
        words=checked.words,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        advice=counts[Severity.ADVICE],
    )
    if checked.ignored:
        session.say("Ignored: {count}.", count=len(checked.ignored))


def _print_finding(session: Session, finding: Finding, suggestions: tuple[str, ...]) -> None:
    from pressdesk.i18n.labels import SEVERITIES

    severity = session.gettext(SEVERITIES[finding.severity])
    words = f" “{_visible(finding.text)}”" if finding.text else ""
    instead = " / ".join(map(_visible, suggestions))
    click.echo(f"  {severity}{words}{f' → {instead}' if instead else ''}")
    click.echo(f"      {finding.message}")
    click.echo(f"      {finding.source} [{finding.rule}]")


def _visible(text: str) -> str:
    """Return words in one short piece, spaces at their ends shown, nothing a terminal obeys."""
    shown = "".join(
        letter if letter.isprintable() else " " if letter.isspace() else "\ufffd" for letter in text
    )
    if len(shown) > _LONGEST_SHOWN:
        shown = shown[: _LONGEST_SHOWN - 1] + "…"
    return shown if shown.strip() else "␣" * len(shown)
