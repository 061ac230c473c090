"""Starting from templates: dates as typed, what is wrong in words, and what is left to fill in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from typing import TYPE_CHECKING

import pytest

from pressdesk import paths
from pressdesk.domain.content import Language, Profile, ReleaseMode
from pressdesk.i18n.field_problems import SENTENCES
from pressdesk.services.templates import (
    FieldProblem,
    FieldType,
    FilledContact,
    FilledFields,
    FilledPartner,
    FilledSpokesperson,
    LoadedTemplates,
    ProblemKind,
    Progress,
    Template,
    Templates,
    combined,
    problem_sentence,
    progress,
    templates_shape,
    top_lines,
    words_of,
)
from pressdesk.services.typed_dates import understood

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 24)
PARTNERS = (FilledPartner(name="Fjord Kraft", short="Fjord"), FilledPartner(name="Tangen Maskin"))


@pytest.fixture
def templates(tmp_path: Path) -> Templates:
    """Return the journey, on 24 November 2026."""
    numbers = count(1)
    return Templates(
        shipped_folder=paths.templates(),
        own_folder=tmp_path / "templates",
        clock=lambda: datetime(2026, 11, 23, 23, 30, tzinfo=UTC),
        new_id=lambda: f"id-{next(numbers)}",
    )


@pytest.fixture(scope="module")
def loaded() -> LoadedTemplates:
    """Return the templates that come along."""
    from pressdesk.drafting.templates import load_templates

    return load_templates([paths.templates()])


@pytest.fixture
def agreement(loaded: LoadedTemplates) -> Template:
    """Return the template for partnership agreements."""
    return loaded.template("samarbeidsavtale")


# --- dates as typed


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        pytest.param("2026-11-26", "2026-11-26", id="iso stays"),
        pytest.param("26.11.2026", "26.11.2026", id="what templates read stays"),
        pytest.param("26.11.26", "2026-11-26", id="short year"),
        pytest.param("26/11-2026", "2026-11-26", id="slash and hyphen"),
        pytest.param("26/11", "2026-11-26", id="no year"),
        pytest.param("26.11.", "2026-11-26", id="no year, a stop"),
        pytest.param("261126", "2026-11-26", id="digits only"),
        pytest.param("3.1", "2027-01-03", id="the next one"),
        pytest.param("1.11", "2026-11-01", id="in the last weeks"),
        pytest.param("26. nov", "2026-11-26", id="short month"),
        pytest.param("26 november", "2026-11-26", id="month without a stop"),
        pytest.param("26. nov. 2027", "2027-11-26", id="short month with a year"),
        pytest.param("November 26, 2026", "2026-11-26", id="English order"),
        pytest.param("tors. 26. nov", "2026-11-26", id="short weekday"),
        pytest.param("torsdag  26.11", "2026-11-26", id="weekday before digits"),
        pytest.param("fredag 26.11", "fredag 26. november 2026", id="wrong weekday is kept"),
        pytest.param("laurdag 28. nov", "2026-11-28", id="nynorsk weekday"),
        pytest.param("i morgon", "2026-11-25", id="tomorrow"),
        pytest.param("i dag", "2026-11-24", id="today"),
        pytest.param("29.2", "29.2", id="no such day this year"),
        pytest.param("31.4.2026", "31.4.2026", id="no such day"),
        pytest.param("26. no", "26. no", id="month too short to know"),
        pytest.param("ma 26.11", "ma 26.11", id="weekday too short to know"),
        pytest.param("snart", "snart", id="no date"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_a_date_is_read_as_people_type_it(typed: str, read: str) -> None:
    """What is clear becomes a date templates read; what is not stays, to be asked about."""
    assert understood(FieldType.DATE, typed, TODAY) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2026-11-26T08:00", "2026-11-26T08:00"),
        ("26.11.2026 kl. 08.00", "26.11.2026 kl. 08.00"),
        ("26.11 kl 8", "2026-11-26 kl. 08.00"),
        ("tors 26. nov, 08:30", "2026-11-26 kl. 08.30"),
        ("26. november 2026 kl. 0830", "26. november 2026 kl. 08.30"),
        ("i morgen klokka 7", "2026-11-25 kl. 07.00"),
        ("26. november 2026", "26. november 2026"),
        ("26.11.2026", "26.11.2026"),
        ("26.11 kl 25", "26.11 kl 25"),
        ("kl 8", "kl 8"),
    ],
)
def test_a_moment_is_read_as_people_type_it(typed: str, read: str) -> None:
    """A year is never taken for a time of day: without a time, nothing is read."""
    assert understood(FieldType.DATETIME, typed, TODAY) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [("8", "08:00"), ("kl. 8", "08:00"), ("0830", "08:30"), ("08.00", "08.00"), ("24", "24")],
)
def test_a_time_is_read_as_people_type_it(typed: str, read: str) -> None:
    """Hours alone will do."""
    assert understood(FieldType.TIME, typed, TODAY) == read


def test_other_answers_stay_as_typed() -> None:
    """Only dates and times are read anew; a text keeps its line breaks."""
    assert understood(FieldType.LONGTEXT, "26/11\n i dag", TODAY) == "26/11\n i dag"


# --- drafts


def test_forgiving_dates_reach_the_draft(templates: Templates, agreement: Template) -> None:
    """Date and embargo are those that were meant, in Norwegian time."""
    filled = FilledFields(
        values={"date": "tors 26. nov", "embargo": "26/11 kl 8"}, partners=PARTNERS
    )

    content = templates.draft(agreement, Language.NB, filled, profile="ntb")

    assert content.date == date(2026, 11, 26)
    assert content.release_mode is ReleaseMode.EMBARGO
    assert content.embargo == datetime(2026, 11, 26, 7, 0, tzinfo=UTC)
    assert content.profile is Profile.NTB
    assert top_lines(content) == (
        "Felles pressemelding fra Fjord Kraft og Tangen Maskin",
        "Sperrefrist: torsdag 26. november 2026 kl. 08.00",
    )


def test_a_preview_draws_no_ids_and_repeats_itself(
    templates: Templates, agreement: Template
) -> None:
    """A key more must not make every block another one."""
    before = templates.preview(agreement, Language.NB, FilledFields(partners=PARTNERS))
    after = templates.preview(agreement, Language.NB, FilledFields(partners=PARTNERS))

    assert before == after
    assert templates.new_id() == "id-1"


@pytest.mark.parametrize(
    ("name", "typed", "written"),
    [
        ("date", "26.11", "torsdag 26. november 2026"),
        ("date", "26.13.2026", ""),
        ("embargo", "26.11 kl 8", "torsdag 26. november 2026 kl. 08.00"),
        ("cost", "4500000", "4\u00a0500\u00a0000 kroner"),
        ("purpose", "bygge", ""),
        ("date", " ", ""),
    ],
)
def test_an_answer_is_shown_as_it_will_be_written(
    templates: Templates, agreement: Template, name: str, typed: str, written: str
) -> None:
    """A date is echoed with its weekday; what is not understood, or plain words, are not."""
    field = words_of(agreement, "nb").field(name)
    assert field is not None

    words = templates.written(field, typed, Language.NB)

    assert words.replace("\u00a0kroner", " kroner") == written


def test_problems_name_the_value_that_was_typed(templates: Templates, agreement: Template) -> None:
    """Not the form that PressDesk made of it."""
    filled = FilledFields(values={"date": "fredag 26.11"}, partners=PARTNERS)

    (problem,) = [
        one for one in templates.check(agreement, Language.NB, filled) if one.field == "date"
    ]

    assert (problem.kind, problem.value) == (ProblemKind.WEEKDAY_WRONG, "fredag 26.11")
    assert problem.is_refused
    assert problem_sentence(problem, agreement, "en") == (
        "The weekday in “fredag 26.11” is wrong: it is a torsdag."
    )


def test_every_kind_of_problem_has_its_sentence() -> None:
    """And there is one for moments, which are dates with a time."""
    assert set(SENTENCES) == {kind.value for kind in ProblemKind} | {"moment_unclear"}


def test_an_embargo_without_a_time_is_asked_for_one(agreement: Template) -> None:
    """The sentence shows the form of a moment, not that of a date."""
    problem = FieldProblem(
        field="embargo", kind=ProblemKind.DATE_UNCLEAR, value="26.11.2026", expected="", found=""
    )

    assert "kl. 08.00" in problem_sentence(problem, agreement, "en")
    assert "kl." not in problem_sentence(replace(problem, field="date"), agreement, "en")


@pytest.mark.parametrize("typed", ["2026-03-29 02:30", "29.3.2026 kl. 02.30"])
def test_a_time_that_does_not_exist_is_said_with_its_weekday(
    agreement: Template, typed: str
) -> None:
    """Whichever way it was typed."""
    problem = FieldProblem(field="embargo", kind=ProblemKind.TIME_IN_GAP, value=typed)

    sentence = problem_sentence(problem, agreement, "nb")

    assert sentence.startswith("«søndag 29. mars 2026 kl. 02.30» finnes ikke")


def test_progress_counts_what_a_release_needs(agreement: Template) -> None:
    """Required fields, two partners at least, each with somebody to quote; an embargo if chosen."""
    text = words_of(agreement, "nb")
    required = sum(field.required for field in text.fields)
    some = FilledFields(
        values={"purpose": "bygge", "cost": "1", "release_mode": "embargo"},
        partners=(PARTNERS[0], FilledPartner()),
        spokespersons=(FilledSpokesperson(name="Kari Nes", partner="Fjord"),),
    )

    assert progress(text, FilledFields()) == Progress(0, required + 4)
    assert progress(text, some) == Progress(3, required + 5)


def test_new_partners_bring_people_of_their_own() -> None:
    """The people of an example do not speak for somebody else's partners."""
    example = FilledFields(
        values={"a": "1", "b": "2"},
        partners=PARTNERS,
        spokespersons=(FilledSpokesperson(name="Kari"),),
        contacts=(FilledContact(name="Ola"),),
    )
    mine = (FilledPartner(name="Havlyft"),)

    assert combined(example, FilledFields(values={"b": "3"})).values == {"a": "1", "b": "3"}
    assert combined(example, FilledFields(values={})).spokespersons == example.spokespersons
    replaced = combined(example, FilledFields(partners=mine))
    assert (replaced.partners, replaced.spokespersons, replaced.contacts) == (mine, (), ())


def test_own_templates_take_the_place_of_others(
    templates: Templates, loaded: LoadedTemplates
) -> None:
    """By their id; a faulty one leaves the other in place and is reported with its line."""
    own = templates.own_folder / "tildeling"
    own.mkdir(parents=True)
    source = (paths.templates() / "tildeling" / "nb.toml").read_text("utf-8")
    (own / "nb.toml").write_text(source.replace('title = "Tildeling"', 'title = "Vår"'), "utf-8")
    bad = templates.own_folder / "pilotprosjekt"
    bad.mkdir()
    (bad / "nb.toml").write_text('id = "pilotprosjekt"\ntitle = 3\n', "utf-8")

    found = templates.load()

    assert found.template("tildeling").is_own
    assert words_of(found.template("tildeling"), "en").title == "Vår"
    assert not found.template("pilotprosjekt").is_own
    assert [one.name for one in found.problems if one.name.startswith("pilot")] == [
        "pilotprosjekt/nb.toml"
    ]
    assert len(found.templates) == len(loaded.templates)


def test_shape_has_the_agreed_keys(loaded: LoadedTemplates) -> None:
    """What ``templates --json`` prints is a contract."""
    shape = templates_shape(loaded, "nn")["templates"]

    assert isinstance(shape, list)
    first = shape[0]
    assert isinstance(first, dict)
    assert list(first) == ["id", "title", "languages", "fields"]
    assert (first["id"], first["languages"]) == ("samarbeidsavtale", ["nb", "nn", "en"])
    fields = first["fields"]
    assert isinstance(fields, list)
    assert fields[0] == {"name": "purpose", "type": "text", "required": True}
