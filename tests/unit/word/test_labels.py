from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from pressdesk.domain.content import (
    Boilerplate,
    Contact,
    Content,
    Image,
    Language,
    Link,
    Partner,
    ReleaseMode,
)
from pressdesk.domain.ids import BlockId, PartnerId
from pressdesk.domain.text import EMPTY, MarkKind, Text
from pressdesk.word.labels import Labels, contact_name, contact_reach, link_words
from unit.word.releases import EMBARGO, bokmal, english, marked, nynorsk


def with_partners(language: Language, *names: str) -> Content:
    """Return an empty release of those partners."""
    partners = tuple(
        Partner(id=PartnerId(str(number)), name=name, short=name)
        for number, name in enumerate(names)
    )
    return Content(language=language, title=EMPTY, partners=partners)


@pytest.mark.parametrize(
    ("language", "names", "line"),
    [
        (Language.NB, (), "Pressemelding"),
        (Language.NB, ("X",), "Pressemelding fra X"),
        (Language.NB, ("X", "Y"), "Felles pressemelding fra X og Y"),
        (Language.NB, ("X", "Y", "Z"), "Felles pressemelding fra X, Y og Z"),
        (Language.NN, ("X",), "Pressemelding frå X"),
        (Language.NN, ("X", "Y"), "Felles pressemelding frå X og Y"),
        (Language.EN, ("X", "Y", "Z"), "Joint press release from X, Y and Z"),
        (Language.NB, ("A {b}", "C\x07 \n{last}"), "Felles pressemelding fra A {b} og C  {last}"),
    ],
)
def test_the_sender_line_names_the_partners(
    language: Language, names: tuple[str, ...], line: str
) -> None:
    assert Labels(with_partners(language, *names)).sender().plain == line


@pytest.mark.parametrize(
    ("at", "line"),
    [
        (EMBARGO, "Sperrefrist: torsdag 26. november 2026 kl. 08.00"),
        (datetime(2026, 7, 5, 22, 5, tzinfo=UTC), "Sperrefrist: mandag 6. juli 2026 kl. 00.05"),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), "Sperrefrist: fredag 1. januar 2027 kl. 00.00"),
    ],
)
def test_the_embargo_is_norwegian_time_with_a_computed_weekday(at: datetime, line: str) -> None:
    content = replace(bokmal(), embargo=at)

    assert Labels(content).embargo().plain == line
    assert Labels(content).release().plain == line


def test_the_embargo_speaks_nynorsk_and_english() -> None:
    saturday = datetime(2026, 5, 2, 8, 0, tzinfo=UTC)
    nn = replace(nynorsk(), release_mode=ReleaseMode.EMBARGO, embargo=saturday)

    assert Labels(nn).embargo().plain == "Sperrefrist: laurdag 2. mai 2026 kl. 10.00"
    assert (
        Labels(english()).embargo().plain
        == "Embargoed until Thursday 26 November 2026, 08:00 (Oslo time)"
    )


def test_without_an_embargo_the_line_says_so_or_nothing() -> None:
    open_ = replace(nynorsk(), release_mode=None)

    assert Labels(nynorsk()).release().plain == "Kan publiserast straks"
    assert Labels(replace(nynorsk(), language=Language.NB)).release().plain == (
        "Til umiddelbar publisering"
    )
    assert not Labels(open_).release()
    assert not Labels(open_).embargo()


@pytest.mark.parametrize(
    ("place", "day", "line"),
    [
        ("Bodø", date(2026, 11, 26), "Bodø, 26. november 2026"),
        ("Bodø", None, "Bodø"),
        (None, date(2026, 3, 1), "1. mars 2026"),
        (None, None, ""),
    ],
)
def test_place_and_date_stand_as_far_as_they_are_known(
    place: str | None, day: date | None, line: str
) -> None:
    assert Labels(replace(bokmal(), place=place, date=day)).place_and_date().plain == line


def test_drafts_are_marked_in_the_language_of_the_release() -> None:
    marks = [Labels(one).draft_mark().plain for one in (bokmal(), nynorsk(), english())]

    assert marks == [
        "UTKAST – ikke for publisering",
        "UTKAST – ikkje for publisering",
        "DRAFT – not for publication",
    ]


@pytest.mark.parametrize(
    ("caption", "credit", "caption_line", "credit_line"),
    [
        ("Kaia i Bodø.", "Kari Li / ACT", "Bilde: Kaia i Bodø.", "Foto: Kari Li / ACT"),
        ("Bildetekst: Kaia.", "Foto: Kari Li", "Bildetekst: Kaia.", "Foto: Kari Li"),
        (
            "Bildet er fra kaia.",
            "Illustrasjon: Li",
            "Bilde: Bildet er fra kaia.",
            "Illustrasjon: Li",
        ),
        ("Kaia.", "", "Bilde: Kaia.", ""),
        ("Kaia.", "Fotograf Kari Li", "Bilde: Kaia.", "Fotograf Kari Li"),
    ],
)
def test_pictures_are_labelled_once(
    caption: str, credit: str, caption_line: str, credit_line: str
) -> None:
    image = Image(id=BlockId("i"), caption=Text(caption), credit=Text(credit))

    assert Labels(bokmal()).caption(image).plain == caption_line
    assert Labels(bokmal()).credit(image).plain == credit_line


def test_marks_move_along_with_a_label() -> None:
    caption = marked("Kaia i Bodø.", "Bodø", MarkKind.EMPHASIS)

    (mark,) = Labels(bokmal()).caption(Image(id=BlockId("i"), caption=caption)).marks

    assert "Bilde: Kaia i Bodø."[mark.start : mark.end] == "Bodø"


def test_boilerplates_keep_their_heading_or_get_one() -> None:
    headings = [Labels(bokmal()).boilerplate_heading(one).plain for one in bokmal().boilerplates]
    orphan = Boilerplate(id=BlockId("x"), partner=None, heading=EMPTY, paragraphs=())

    assert headings == ["Om Granitt Datasenter", "Om Elvebyen Fjernvarme", "Om Nettnord"]
    assert not Labels(bokmal()).boilerplate_heading(orphan)


def test_contacts_and_links_are_told_as_far_as_they_are_known() -> None:
    bare = Contact(partner=None, name=" Kari\nLi ", title="", phone=None, email="")

    assert (contact_name(bare), contact_reach(bare)) == ("Kari Li", ())
    assert contact_reach(bokmal().contacts[0]) == ("900 00 211", "marianne.holte@granitt.example")
    assert link_words(Link(label=Text("Les"), target="https://a.example")) == (
        Text("Les"),
        "https://a.example",
    )
    assert link_words(Link(label=Text("kari@a.example"), target="mailto:kari@a.example")) == (
        EMPTY,
        "kari@a.example",
    )
