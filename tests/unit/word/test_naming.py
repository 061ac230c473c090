from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.content import Content, Language, Partner, ReleaseMode
from pressdesk.domain.ids import PartnerId
from pressdesk.domain.text import EMPTY
from pressdesk.word.naming import file_name, review_name
from unit.word.releases import bokmal, english, nynorsk

TODAY = date(2026, 11, 24)


def of(*shorts: str) -> Content:
    """Return an empty release of partners with those short forms."""
    partners = tuple(
        Partner(id=PartnerId(str(number)), name=short, short=short)
        for number, short in enumerate(shorts)
    )
    return Content(language=Language.NB, title=EMPTY, partners=partners)


def test_a_draft_and_a_final_are_named_by_rule() -> None:
    content = replace(of("ACT", "Skift"), date=date(2026, 11, 26))

    assert file_name(content, today=TODAY, is_draft=True) == (
        "2026-11-26_ACT-Skift_pressemelding_utkast_nb.docx"
    )
    assert file_name(content, today=TODAY, is_draft=False, suffix=".pdf") == (
        "2026-11-26_ACT-Skift_pressemelding_nb.pdf"
    )


def test_every_language_has_its_words() -> None:
    assert file_name(nynorsk(), today=TODAY, is_draft=True) == (
        "2026-05-03_Fjordtare-Vestskulen_pressemelding_utkast_nn.docx"
    )
    assert file_name(english(), today=TODAY, is_draft=True) == (
        "2026-11-26_Granitt-ElvebyenFjernvarme-Nettnord_press-release_draft_en.docx"
    )


def test_the_day_is_the_embargos_in_norway_else_the_release_date_else_today() -> None:
    late = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    embargoed = replace(bokmal(), embargo=late, date=date(2026, 6, 1))
    open_ = replace(embargoed, release_mode=ReleaseMode.IMMEDIATE, embargo=None)

    days = [
        file_name(one, today=TODAY, is_draft=False)[:10]
        for one in (embargoed, open_, replace(open_, date=None))
    ]

    assert days == ["2026-07-01", "2026-06-01", "2026-11-24"]


@pytest.mark.parametrize(
    ("shorts", "part"),
    [
        (("Nordlys Kraft", "Ål"), "NordlysKraft-Ål"),
        (("Nord-Troms", "A/S Sjø & Land"), "NordTroms-ASSjøLand"),
        (("miljødirektoratet for natur",), "miljødirektoratetForNatur"[:24]),
        (("../../etc", "CON", "NUL."), "etc-CON-NUL"),
        (("A", "B", "C", "D", "E", "F"), "A-B-C-D+2"),
        (("x\u202egpj.exe",), "xGpjExe"),
    ],
)
def test_short_forms_become_one_safe_word_each(shorts: tuple[str, ...], part: str) -> None:
    assert file_name(of(*shorts), today=TODAY, is_draft=False) == (
        f"2026-11-24_{part}_pressemelding_nb.docx"
    )


def test_without_partners_their_part_is_left_out() -> None:
    for content in (of(), of("???")):
        assert file_name(content, today=TODAY, is_draft=False) == (
            "2026-11-24_pressemelding_nb.docx"
        )


@given(st.lists(st.text(min_size=1).filter(str.strip), max_size=9))
def test_any_short_forms_give_a_name_that_every_system_takes(shorts: list[str]) -> None:
    name = file_name(of(*shorts), today=TODAY, is_draft=True)

    assert len(name) < 160
    assert name.startswith("2026-11-24_")
    assert name.endswith("pressemelding_utkast_nb.docx")
    assert not set(name) & set('<>:"/\\|?*\0\n ')
    assert name.count("_") in (3, 4)


@pytest.mark.parametrize(
    ("person", "surname"),
    [
        ("Kari Nes", "Nes"),
        ("Li, Anna", "Li"),
        ("Anna Li, direktør", "Li"),
        ("van der Berg, Jan", "Berg"),
        ("../../etc/passwd", "etcPasswd"),
        (", ,", "x"),
    ],
)
def test_a_readers_file_carries_their_surname(person: str, surname: str) -> None:
    """However the name is written, and whatever stands in it."""
    name = review_name(of("ACT"), today=TODAY, number=2, person=person, taken=set())

    assert name == f"2026-11-24_ACT_pressemelding_runde2_{surname}_nb.docx"
