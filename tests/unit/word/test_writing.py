from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.content import (
    Boilerplate,
    BulletList,
    Contact,
    Content,
    FactBox,
    Image,
    Language,
    Link,
    Paragraph,
    Partner,
    QuoteBlock,
    ReleaseMode,
    Subheading,
)
from pressdesk.domain.ids import PartnerId
from pressdesk.domain.text import EMPTY, Mark, MarkKind, Text
from pressdesk.word.checking import is_text_equal
from pressdesk.word.labels import Labels
from pressdesk.word.markup import attribute, child, kind
from pressdesk.word.opening import opened
from pressdesk.word.reading import read
from pressdesk.word.scan import scan
from pressdesk.word.wording import expected_headers, expected_paragraphs
from pressdesk.word.writing import Layout, document
from unit.word.releases import (
    block_id,
    bokmal,
    english,
    nynorsk,
    written,
)

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.domain.content import Block

LAYOUTS = pytest.mark.parametrize("layout", list(Layout))
CONTENTS = pytest.mark.parametrize("content", [bokmal(), nynorsk(), english()])


@CONTENTS
@LAYOUTS
def test_what_was_written_is_read_back_equal(
    tmp_path: Path, content: Content, layout: Layout
) -> None:
    path = written(tmp_path, content, layout)

    assert is_text_equal(path, content, layout)
    assert read(path).footers[0] in ("Side 1 av 1", "Page 1 of 1")


def test_a_difference_in_any_paragraph_or_in_the_layout_is_seen(tmp_path: Path) -> None:
    content = bokmal()
    path = written(tmp_path, content)

    assert not is_text_equal(path, replace(content, title=Text("Noe annet")), Layout.FINAL)
    assert not is_text_equal(path, replace(content, contacts=()), Layout.FINAL)
    assert not is_text_equal(path, content, Layout.DRAFT)
    assert not is_text_equal(written(tmp_path, content, Layout.DRAFT), content, Layout.FINAL)


def test_the_page_says_everything_in_the_agreed_order() -> None:
    assert expected_paragraphs(nynorsk()) == (
        "Felles pressemelding frå Fjordtare og Vestskulen",
        "Florø, 3. mai 2026",
        "Kan publiserast straks",
        "Fjordtare og Vestskulen startar fagskule for taredyrking",
        "Fjordtare og Vestskulen går saman om den fyrste fagskulen for taredyrking i landet. "
        "Dei fyrste 24 studentane møter til undervisning i august 2027.",
        "Studiet går over to semester og gjev 30 studiepoeng. Undervisninga er dels på nettet, "
        "dels på sjøen.",
        "– Me har arbeidd i tre år for å få dette til, seier Siv Aukra, dagleg leiar i Fjordtare.",
        "Søknadsfrist i februar",
        "Søkjarane treng fagbrev eller fem års praksis frå sjøen.",
        "Om Fjordtare",
        "Fjordtare dyrkar sukkertare i Solund og har 14 tilsette.",
        "Kontakt",
        "Fjordtare",
        "Siv Aukra, dagleg leiar",
        "900 00 331 · siv@fjordtare.example",
        "Vestskulen",
        "Ola Eide, rektor",
        "900 00 332",
    )


def test_contacts_stand_with_their_partner_and_those_of_nobody_last(tmp_path: Path) -> None:
    stray = Contact(partner=None, name="Per Vakt", phone="900 00 999")
    content = replace(nynorsk(), contacts=(stray, *nynorsk().contacts))

    assert expected_paragraphs(content)[-4:] == (
        "Ola Eide, rektor",
        "900 00 332",
        "Per Vakt",
        "900 00 999",
    )
    assert is_text_equal(written(tmp_path, content), content, Layout.FINAL)


def test_the_draft_mark_and_the_embargo_stand_above_every_page(tmp_path: Path) -> None:
    embargo = "Sperrefrist: torsdag 26. november 2026 kl. 08.00"

    assert read(written(tmp_path, bokmal(), Layout.DRAFT)).headers == (
        "UTKAST – ikke for publisering",
        embargo,
    )
    assert read(written(tmp_path, bokmal())).headers == (embargo,)
    assert read(written(tmp_path, nynorsk())).headers == ()
    assert expected_headers(nynorsk(), Layout.DRAFT) == ("UTKAST – ikkje for publisering",)


def test_a_final_has_no_trace_of_the_draft(tmp_path: Path) -> None:
    package = opened(written(tmp_path, bokmal()))
    for part in package.parts():
        assert b"UTKAST" not in package.read(part)


def test_headings_make_an_outline_and_styles_are_real(tmp_path: Path) -> None:
    found = read(written(tmp_path, bokmal())).paragraphs
    outline = [(one.heading_level, one.text.plain) for one in found if one.heading_level]
    styles = {one.style for one in found}

    assert outline == [
        (1, "Granitt, Elvebyen Fjernvarme og Nettnord henter varme fra datahaller"),
        (2, "Mer plass i strømnettet"),
        (2, "Dette skjer videre"),
        (2, "Fakta om varmeprosjektet"),
        (2, "Lenker"),
        (2, "Om Granitt Datasenter"),
        (2, "Om Elvebyen Fjernvarme"),
        (2, "Om Nettnord"),
        (2, "Kontakt"),
        (3, "Granitt Datasenter"),
        (3, "Elvebyen Fjernvarme"),
        (3, "Nettnord"),
    ]
    assert {"Heading 1", "Heading 2", "Heading 3", "Quote", "List Bullet", "Caption"} <= styles
    assert [one.text.plain[:6] for one in found if one.is_list_item] == [
        "Kommun",
        "Gravin",
        "De før",
        "Lengde",
        "Kostna",
        "Støtte",
        "Oppsta",
    ]


def test_marks_come_back_as_they_went(tmp_path: Path) -> None:
    content = bokmal()
    expected = {
        block.text.plain: block.text for block in content.blocks if isinstance(block, Paragraph)
    }
    found = {one.text.plain: one.text for one in read(written(tmp_path, content)).paragraphs}

    assert {plain: found[plain] for plain in expected} == expected


def test_marks_that_overlap_are_cut_into_runs(tmp_path: Path) -> None:
    marks = (
        Mark(start=0, end=6, kind=MarkKind.STRONG),
        Mark(start=3, end=9, kind=MarkKind.EMPHASIS),
        Mark(start=5, end=12, kind=MarkKind.LINK, target="https://a.example/?a=1&b=«»"),
    )
    text = Text("abcdefghijklmn", marks)
    content = replace(nynorsk(), blocks=(Paragraph(id=block_id(1), text=text),))

    assert text in [one.text for one in read(written(tmp_path, content)).paragraphs]


@pytest.mark.parametrize(
    ("content", "tag"), [(bokmal(), "nb-NO"), (nynorsk(), "nn-NO"), (english(), "en-GB")]
)
def test_the_language_is_said_of_the_document_and_of_every_run(
    tmp_path: Path, content: Content, tag: str
) -> None:
    package = opened(written(tmp_path, content, Layout.DRAFT))
    runs = [
        run
        for part in ("word/document.xml", "word/header1.xml", "word/footer1.xml")
        for run in package.root(part).iter()
        if kind(run) == "w:r"
    ]
    defaults = child(
        package.root("word/styles.xml"), "w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang"
    )
    theme = child(package.root("word/settings.xml"), "w:themeFontLang")

    assert {attribute(child(run, "w:rPr", "w:lang"), "val") for run in runs} == {tag}
    assert attribute(defaults, "val") == tag
    assert attribute(theme, "val") == tag
    assert tag.encode() in package.read("docProps/core.xml")
    assert b"xx-XX" not in b"".join(map(package.read, package.parts()))


def test_quotes_keep_together_and_neighbours_are_told_apart(tmp_path: Path) -> None:
    package = opened(written(tmp_path, bokmal()))
    body = package.root("word/document.xml")[0]
    quotes = [
        (
            attribute(child(one, "w:pPr", "w:pStyle"), "val"),
            child(one, "w:pPr", "w:keepNext") is not None,
        )
        for one in body
        if str(attribute(child(one, "w:pPr", "w:pStyle"), "val")).startswith("Quote")
    ]

    assert quotes == [
        ("Quote", False),
        ("Quote", False),
        ("QuoteTurn", True),
        ("QuoteTurn", False),
    ]


def test_the_properties_name_the_organisations_and_the_instant_given(tmp_path: Path) -> None:
    core = opened(written(tmp_path, bokmal())).read("docProps/core.xml").decode()

    assert "<dc:creator>Granitt Datasenter, Elvebyen Fjernvarme og Nettnord</dc:creator>" in core
    assert "<cp:revision>1</cp:revision>" in core
    assert core.count("2026-11-24T12:30:00Z") == 2
    assert "lastModifiedBy" not in core


def test_the_same_release_gives_the_same_bytes_whoever_writes_it() -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    first, second = (document(bokmal(), layout=Layout.FINAL, at=at) for _ in range(2))

    assert first == second


def test_members_of_the_file_carry_no_date_and_no_system(tmp_path: Path) -> None:
    with zipfile.ZipFile(written(tmp_path, bokmal())) as file:
        for entry in file.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.create_system, entry.extra, entry.comment) == (0, b"", b"")


def test_an_empty_release_can_be_written(tmp_path: Path) -> None:
    content = Content(language=Language.NB, title=EMPTY)

    assert is_text_equal(written(tmp_path, content), content, Layout.FINAL)
    assert expected_paragraphs(content) == ("Pressemelding",)


def test_an_address_that_is_none_is_written_as_words(tmp_path: Path) -> None:
    odd = Contact(partner=None, name="Kari", email="kari at act.no")
    bad = Link(label=Text("Fil"), target="file:///C:/x")
    content = replace(nynorsk(), contacts=(odd,), links=(bad,))
    path = written(tmp_path, content)

    assert is_text_equal(path, content, Layout.FINAL)
    assert not [one for one in opened(path).relations("word/document.xml") if one.is_external]


# --- any content is read back equal ---------------------------------------------------------------

WORDS = st.text(
    st.one_of(
        st.sampled_from("abæøå –«»\t\u00a0\u00ad<&>\"'{}e\u0301\u202e\U0001f600\ufffd"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=30,
).map(lambda words: Text.of(words).plain)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """Draw words with marks that may overlap."""
    plain = draw(WORDS)
    marks = []
    for mark_kind in draw(st.lists(st.sampled_from(list(MarkKind)), max_size=3)):
        places = st.integers(0, len(plain))
        start, end = sorted((draw(places), draw(places)))
        target = "https://a.example/å?x=1&y" if mark_kind is MarkKind.LINK else None
        if start < end:
            marks.append(Mark(start=start, end=end, kind=mark_kind, target=target))
    return Text(plain, tuple(marks))


SEVERAL = st.lists(texts(), min_size=1, max_size=3).map(tuple)
P1 = PartnerId("p1")


@st.composite
def blocks(draw: st.DrawFn, number: int) -> Block:
    """Draw a block of any kind."""
    id_ = block_id(number)
    match draw(st.integers(0, 5)):
        case 0:
            return Paragraph(id=id_, text=draw(texts()))
        case 1:
            return Subheading(id=id_, text=draw(texts()))
        case 2:
            return QuoteBlock(id=id_, paragraphs=draw(SEVERAL), speaker=None)
        case 3:
            return BulletList(id=id_, items=draw(SEVERAL))
        case 4:
            return FactBox(id=id_, heading=draw(texts()), items=draw(SEVERAL))
        case _:
            return Image(id=id_, caption=draw(texts()), credit=draw(texts()))


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """Draw a release with everything that a release may have."""
    embargo = draw(st.none() | st.datetimes(timezones=st.just(UTC), min_value=datetime(1990, 1, 1)))
    name = st.text(min_size=1, max_size=12).filter(Text.of)
    return Content(
        language=draw(st.sampled_from(list(Language))),
        title=draw(texts()),
        lead=draw(SEVERAL),
        place=draw(st.none() | WORDS),
        date=draw(st.none() | st.dates()),
        release_mode=ReleaseMode.EMBARGO if embargo else None,
        embargo=embargo,
        blocks=tuple(draw(blocks(number)) for number in range(draw(st.integers(0, 5)))),
        partners=(Partner(id=P1, name=draw(name), short=draw(name)),),
        contacts=tuple(
            Contact(partner=owner, name=draw(name), phone=draw(WORDS), email=draw(WORDS))
            for owner in draw(st.lists(st.sampled_from([P1, None]), max_size=3))
        ),
        boilerplates=(
            Boilerplate(
                id=block_id(90), partner=P1, heading=draw(texts()), paragraphs=draw(SEVERAL)
            ),
        ),
        links=(Link(label=draw(texts()), target=draw(WORDS)),),
    )


@given(content=contents(), layout=st.sampled_from(list(Layout)))
def test_any_content_is_read_back_equal_and_clean(
    tmp_path_factory: pytest.TempPathFactory, content: Content, layout: Layout
) -> None:
    path = written(tmp_path_factory.mktemp("word"), content, layout)

    assert is_text_equal(path, content, layout)
    assert scan(path, allowed_creator=Labels(content).senders()) == ()


@given(text=texts())
def test_any_marks_are_read_back_as_they_look(
    tmp_path_factory: pytest.TempPathFactory, text: Text
) -> None:
    content = replace(nynorsk(), blocks=(Paragraph(id=block_id(1), text=text),), boilerplates=())
    path = written(tmp_path_factory.mktemp("word"), content)
    found = [one.text for one in read(path).paragraphs if one.text.plain == text.plain]

    if text:
        assert looks(found[0]) == looks(text)


def looks(text: Text) -> list[set[MarkKind]]:
    """Return the marks over each character."""
    return [
        {mark.kind for mark in text.marks if mark.start <= place < mark.end}
        for place, _ in pairwise(range(len(text.plain) + 1))
    ]
