from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from pressdesk.word.marked import ChangeKind, MarkedParagraph, RevisionKind, SpanState
from pressdesk.word.reading import MarkedDocument, read_marked_bytes
from pressdesk.word.revisions import with_marks
from pressdesk.word.views import ACCEPTED, REJECTED, View, with_accepted
from unit.word.packages import STRICT_R, W, content_types, document, packed, paragraph, parts_of
from unit.word.packages import relations as listed

if TYPE_CHECKING:
    from collections.abc import Sequence

BY = "w:author='Kari Nes' w:date='2026-11-20T10:00:00Z'"
AT = datetime(2026, 11, 20, 10, tzinfo=UTC)


def read(body: str, **more: str | bytes) -> MarkedDocument:
    """Return a document with that body as it is read."""
    return read_marked_bytes("fil.docx", packed(parts_of(body, **more)))


def run(words: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t xml:space='preserve'>{words}</w:t></w:r>"


def gone(words: str) -> str:
    return f"<w:r><w:delText xml:space='preserve'>{words}</w:delText></w:r>"


def change(name: str, inside: str = "", by: str = BY) -> str:
    return f"<w:{name} w:id='1' {by}>{inside}</w:{name}>"


def marked_end(*names: str) -> str:
    marks = "".join(f"<w:{name} w:id='1' {BY}/>" for name in names)
    return f"<w:pPr><w:rPr>{marks}</w:rPr></w:pPr>"


BOLD_NOW = f"<w:rPr><w:b/>{change('rPrChange', '<w:rPr/>')}</w:rPr>"


def words(found: MarkedDocument, view: View) -> list[str]:
    return [one.paragraph.text.plain for one in found.seen(view)]


def states(found: MarkedParagraph) -> list[tuple[str, SpanState]]:
    return [(one.text, one.state) for one in found.spans]


def told(found: MarkedDocument) -> list[tuple[str, str]]:
    return [(str(one.kind), one.text) for one in found.revisions]


def test_every_span_says_what_became_of_it_who_did_it_and_when() -> None:
    body = (
        f"<w:p>{run('Vi gir ')}{change('del', gone('200'))}{change('ins', run('300'))}"
        f"{change('moveFrom', run(' og mer'))}{change('moveTo', run(' og så'))}"
        f"{change('ins', run(' nye') + change('del', gone(' gamle')))}</w:p>"
    )

    (line,) = read(body).body

    assert states(line) == [
        ("Vi gir ", SpanState.KEPT),
        ("200", SpanState.DELETED),
        ("300", SpanState.INSERTED),
        (" og mer", SpanState.MOVED_FROM),
        (" og så", SpanState.MOVED_TO),
        (" nye", SpanState.INSERTED),
        (" gamle", SpanState.DELETED),
    ]
    assert [(one.kind, one.author, one.date) for one in line.spans[-1].changes] == [
        (ChangeKind.INSERT, "Kari Nes", AT),
        (ChangeKind.DELETE, "Kari Nes", AT),
    ]


def test_neighbouring_marks_of_one_person_are_one_revision_over_ends_of_paragraphs() -> None:
    body = (
        f"<w:p>{marked_end('ins')}{run('Før.')}{change('ins', run(' Nytt'))}"
        f"{change('ins', run(' ord.'))}</w:p><w:p>{change('ins', run('Ny linje'))}{run(' etter')}</w:p>"
        f"<w:p>{change('ins', run('Et annet sted'))}</w:p>"
    )

    assert told(read(body)) == [("insert", " Nytt ord.\nNy linje"), ("insert", "Et annet sted")]


def test_marks_of_two_people_are_two_revisions() -> None:
    other = "w:author='Ola Li' w:date='2026-11-20T10:00:00Z'"
    body = f"<w:p>{change('ins', run('en'))}{change('ins', run('to'), other)}</w:p>"

    assert [(one.author, one.text) for one in read(body).revisions] == [
        ("Kari Nes", "en"),
        ("Ola Li", "to"),
    ]


def move(name: str, kind: str, inside: str) -> str:
    return (
        f"<w:{kind}RangeStart w:id='7' w:name='{name}' {BY}/>{inside}<w:{kind}RangeEnd w:id='7'/>"
    )


def test_both_ends_of_a_move_are_one_revision_and_the_end_of_the_paragraph_goes_along() -> None:
    body = (
        paragraph("Først.")
        + f"<w:p>{marked_end('moveFrom')}"
        + move("flytt1", "moveFrom", change("moveFrom", run("Flyttet.")))
        + f"</w:p>{paragraph('Midt.')}<w:p>{marked_end('moveTo')}"
        + move("flytt1", "moveTo", change("moveTo", run("Flyttet.")))
        + f"</w:p>{paragraph('Sist.')}"
    )
    found = read(body)

    assert words(found, ACCEPTED) == ["Først.", "Midt.", "Flyttet.", "Sist."]
    assert words(found, REJECTED) == ["Først.", "Flyttet.", "Midt.", "Sist."]
    assert [(one.kind, one.text) for one in found.revisions] == [(RevisionKind.MOVE, "Flyttet.")]


def test_a_move_whose_name_is_lost_is_known_by_its_words() -> None:
    body = (
        f"<w:p>{change('moveFrom', run('Flyttet.'))}</w:p>{paragraph('Midt.')}"
        f"<w:p>{change('moveTo', run('Flyttet.'))}</w:p>"
    )

    assert told(read(body)) == [("move", "Flyttet.")]


def test_some_changes_can_be_accepted_and_others_rejected() -> None:
    body = f"<w:p>{run('Vi gir ')}{change('del', gone('200'))}{change('ins', run('300'))}</w:p>"
    found = read(body)
    deleted, inserted = found.revisions

    assert words(found, with_accepted(deleted.changes)) == ["Vi gir "]
    assert words(found, with_accepted(inserted.changes)) == ["Vi gir 200300"]
    assert words(found, with_accepted((*deleted.changes, *inserted.changes))) == ["Vi gir 300"]


def test_rows_and_cells_come_and_go_with_all_that_is_in_them() -> None:
    row = (
        f"<w:tr><w:trPr>{change('ins')}</w:trPr><w:tc>{paragraph('ny')}</w:tc>"
        f"<w:tc>{paragraph('rad')}</w:tc></w:tr>"
    )
    cells = (
        f"<w:tr><w:tc><w:tcPr>{change('cellDel')}</w:tcPr>{paragraph('ut')}</w:tc>"
        f"<w:tc>{paragraph('blir')}</w:tc></w:tr>"
    )
    found = read(f"<w:tbl>{row}{cells}</w:tbl>{paragraph('Etter')}")

    assert words(found, ACCEPTED) == ["ny", "rad", "blir", "Etter"]
    assert words(found, REJECTED) == ["ut", "blir", "Etter"]
    assert told(found) == [("insert", "ny\nrad"), ("delete", "ut")]


def test_words_run_on_over_a_table_that_is_gone() -> None:
    row = f"<w:tr><w:trPr>{change('del')}</w:trPr><w:tc>{paragraph('borte')}</w:tc></w:tr>"
    body = f"<w:p>{marked_end('del')}{run('En ')}</w:p><w:tbl>{row}</w:tbl>{paragraph('to')}"

    assert words(read(body), ACCEPTED) == ["En to"]
    assert words(read(body), REJECTED) == ["En ", "borte", "to"]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            f"<w:p>{run('fet', BOLD_NOW)}</w:p>",
            "fet",
        ),
        (f"<w:p><w:pPr>{change('pPrChange', '<w:pPr/>')}</w:pPr>{run('linje')}</w:p>", "linje"),
        (
            f"<w:p><w:pPr><w:numPr><w:numId w:val='1'/>{change('ins')}</w:numPr></w:pPr>{run('x')}</w:p>",
            "x",
        ),
        (
            f"<w:p><w:pPr><w:numPr><w:numId w:val='1'/>{change('numberingChange')}</w:numPr></w:pPr>"
            f"{run('x')}</w:p>",
            "x",
        ),
        (f"<w:p><w:pPr><w:sectPr>{change('sectPrChange')}</w:sectPr></w:pPr></w:p><w:p/>", ""),
        (f"<w:p/><w:sectPr>{change('sectPrChange')}</w:sectPr>", ""),
        *(
            (f"<w:tbl>{properties}<w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>", "")
            for properties in (
                f"<w:tblPr>{change('tblPrChange')}</w:tblPr>",
                f"<w:tblGrid>{change('tblGridChange')}</w:tblGrid>",
            )
        ),
        *(
            (f"<w:tbl><w:tr>{row}<w:tc>{cell}<w:p/></w:tc></w:tr></w:tbl><w:p/>", "")
            for row, cell in (
                (f"<w:trPr>{change('trPrChange')}</w:trPr>", ""),
                (f"<w:tblPrEx>{change('tblPrExChange')}</w:tblPrEx>", ""),
                ("", f"<w:tcPr>{change('tcPrChange')}</w:tcPr>"),
                ("", f"<w:tcPr>{change('cellMerge')}</w:tcPr>"),
            )
        ),
    ],
)
def test_changes_of_looks_are_told_and_take_no_words(body: str, text: str) -> None:
    found = read(body)

    assert [(one.kind, one.author, one.text) for one in found.revisions] == [
        (RevisionKind.FORMAT, "Kari Nes", text)
    ]
    assert words(found, ACCEPTED) == words(found, REJECTED)


def test_rejected_looks_are_what_they_were() -> None:
    style = f"<w:outlineLvl w:val='1'/>{change('pPrChange', '<w:pPr/>')}"
    bold = f"<w:rPr><w:b/>{change('rPrChange', '<w:rPr><w:i/></w:rPr>')}</w:rPr>"
    found = read(f"<w:p><w:pPr>{style}</w:pPr>{run('ord', bold)}</w:p>")
    (accepted,), (rejected,) = found.seen(ACCEPTED), found.seen(REJECTED)

    assert [one.kind for one in accepted.paragraph.text.marks] == ["strong"]
    assert [one.kind for one in rejected.paragraph.text.marks] == ["emphasis"]
    assert (accepted.paragraph.heading_level, rejected.paragraph.heading_level) == (2, None)


def test_a_field_that_changes_cut_in_two_loses_no_words() -> None:
    begin, separate, end = (
        f"<w:r><w:fldChar w:fldCharType='{step}'/></w:r>" for step in ("begin", "separate", "end")
    )
    code = "<w:r><w:instrText>DATE</w:instrText></w:r>"
    body = (
        f"<w:p>{change('del', begin + code)}{change('ins', begin + code)}{separate}"
        f"{run('i dag')}{end}{run(' og siden')}</w:p>"
    )

    assert words(read(body), ACCEPTED) == ["i dag og siden"]
    assert words(read(body), REJECTED) == ["i dag og siden"]


def test_words_in_the_code_of_a_field_are_no_text() -> None:
    steps = {step: f"<w:r><w:fldChar w:fldCharType='{step}'/></w:r>" for step in ("begin", "end")}
    body = f"<w:p>{run('A')}{steps['begin']}{run('kode')}{steps['end']}{run('B')}</w:p>"

    assert words(read(body), ACCEPTED) == ["AB"]


def test_notes_are_those_that_a_view_refers_to() -> None:
    def reference(number: int) -> str:
        return f"<w:r><w:footnoteReference w:id='{number}'/></w:r>"

    notes = "".join(f"<w:footnote w:id='{n}'>{paragraph(f'Note {n}')}</w:footnote>" for n in (1, 2))
    more = {
        "word/_rels/document.xml.rels": listed(("r1", "footnotes", "footnotes.xml", False)),
        "word/footnotes.xml": f"<w:footnotes xmlns:w='{W}'>{notes}</w:footnotes>",
    }
    body = f"<w:p>{run('A')}{change('del', reference(1))}{change('ins', reference(2))}</w:p>"

    assert words(read(body, **more), ACCEPTED) == ["A", "Note 2"]
    assert words(read(body, **more), REJECTED) == ["A", "Note 1"]


def bookmark(name: str, inside: str, number: int = 1) -> str:
    return f"<w:bookmarkStart w:id='{number}' w:name='{name}'/>{inside}<w:bookmarkEnd w:id='{number}'/>"


def names(lines: Sequence[MarkedParagraph]) -> list[list[str]]:
    return [[one.name for one in line.bookmarks] for line in lines]


def test_bookmarks_cover_the_paragraphs_they_touch_with_words_or_wholly() -> None:
    body = (
        f"<w:p>{bookmark('pd_a', run('En'))}</w:p>"
        f"<w:bookmarkStart w:id='2' w:name='pd_b'/><w:p>{run('to')}</w:p><w:p>{run('tre')}</w:p>"
        f"<w:p><w:bookmarkEnd w:id='2'/>{bookmark('pd_c', run('fire'), 3)}</w:p>"
        f"<w:p>{bookmark('pd_d', '', 4)}</w:p>"
        f"<w:p>{run('x')}<w:bookmarkStart w:id='5' w:name='pd_e'/></w:p><w:p>{run('y')}"
        f"<w:bookmarkEnd w:id='5'/></w:p>"
    )

    assert names(read(body).body) == [
        ["pd_a"],
        ["pd_b"],
        ["pd_b"],
        ["pd_c"],
        ["pd_d"],
        [],
        ["pd_e"],
    ]


def test_doubled_names_doubled_ids_and_lost_ends_are_taken() -> None:
    body = (
        f"<w:p>{bookmark('pd_a', run('En'))}</w:p><w:p>{bookmark('pd_a', run('to'), 2)}</w:p>"
        f"<w:p><w:bookmarkStart w:id='3' w:name='pd_b'/>{run('tre')}"
        f"<w:bookmarkStart w:id='3' w:name='pd_c'/>{run('fire')}</w:p><w:p>{run('fem')}</w:p>"
    )

    assert names(read(body).body) == [["pd_a"], ["pd_a"], ["pd_b", "pd_c"], []]


def test_a_bookmark_is_found_in_the_words_of_a_view() -> None:
    body = (
        f"<w:p>{marked_end('del')}{bookmark('pd_a', run('En ') + change('del', gone('gammel ')))}</w:p>"
        f"<w:p>{bookmark('pd_b', run('to'), 2)}</w:p>"
    )
    (joined,) = read(body).seen(ACCEPTED)

    assert joined.paragraph.text.plain == "En to"
    assert [(one.name, one.start, one.end) for one in joined.bookmarks] == [
        ("pd_a", 0, 3),
        ("pd_b", 3, 5),
    ]
    assert joined.sources == (0, 1)


def test_marked_text_shows_what_goes_and_what_comes() -> None:
    body = (
        f"<w:p>{marked_end('ins')}{run('Vi gir ')}{change('del', gone('200'))}"
        f"{change('ins', run('300') + run(' nye'))}</w:p>"
        f"<w:p>{change('ins', run('a') + change('del', gone('b')))}{run('c')}</w:p>"
    )

    assert list(with_marks(read(body).paragraphs)) == [
        "Vi gir [-200-]{+300 nye¶+}",
        "{+a+}[-b-]c",
    ]


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("", None),
        ("  Kari\u202e  Nes\u200b ", "Kari Nes"),
        ("Kari&#9;Nes&#10;&#x85;", "Kari Nes"),
        ("K" * 500, "K" * 200),
    ],
)
def test_names_hold_nothing_that_cannot_be_seen(author: str, name: str | None) -> None:
    inserted = change("ins", run("x"), f"w:author='{author}'")
    (found,) = read(f"<w:p>{inserted}</w:p>").revisions

    assert (found.author, found.date) == (name, None)


@pytest.mark.parametrize(
    ("words_", "at"),
    [
        ("2026-11-20T10:00:00Z", AT),
        ("2026-11-20T10:00:00", AT),
        ("2026-11-20T03:00:00.1234567-07:00", AT + timedelta(microseconds=123456)),
        ("i går", None),
        ("", None),
        ("0001-01-01T00:00:00Z", None),
        ("9999-12-31T23:59:59-12:00", None),
        ("2026-13-45T10:00:00Z", None),
    ],
)
def test_dates_are_instants_or_none(words_: str, at: datetime | None) -> None:
    inserted = change("ins", run("x"), f"w:date='{words_}'")
    (found,) = read(f"<w:p>{inserted}</w:p>").revisions

    assert found.date == at


def test_strict_files_with_a_main_part_of_any_name_are_read_alike() -> None:
    body = f"<w:p>{run('A')}{change('del', gone('B'))}{change('ins', run('C'))}</w:p>"
    found = read_marked_bytes(
        "fil.docx",
        packed(
            {
                "[Content_Types].xml": content_types(main="ark/hoved.xml"),
                "_rels/.rels": (
                    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                    f"<Relationship Id='r' Type='{STRICT_R}/officeDocument' Target='/ark/hoved.xml'/>"
                    "</Relationships>"
                ),
                "ark/hoved.xml": document(body, strict=True),
            }
        ),
    )

    assert words(found, ACCEPTED) == ["AC"]
    assert words(found, REJECTED) == ["AB"]
    assert told(found) == [("delete", "B"), ("insert", "C")]


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:customXml w:element='x'>{}</w:customXml>",
        "<mc:AlternateContent><mc:Choice Requires='x'>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback>"
        "</mc:AlternateContent>",
    ],
)
def test_words_run_on_into_a_wrapper_and_out_of_it(wrapped: str) -> None:
    first = f"<w:p>{marked_end('del')}{run('En ')}</w:p>"
    second = f"<w:p>{marked_end('ins')}{run('to ')}</w:p>"
    found = read(first + wrapped.format(second) + paragraph("tre"))

    assert words(found, ACCEPTED) == ["En to ", "tre"]
    assert words(found, REJECTED) == ["En ", "to tre"]


@pytest.mark.parametrize("name", ["ins", "del", "moveTo", "moveFrom"])
def test_whole_paragraphs_within_a_change_come_and_go_with_their_ends(name: str) -> None:
    body = paragraph("Før") + change(name, paragraph("Hele")) + paragraph("Etter")
    whole, without = ["Før", "Hele", "Etter"], ["Før", "Etter"]

    found = read(body)

    comes = name in ("ins", "moveTo")
    assert words(found, ACCEPTED) == (whole if comes else without)
    assert words(found, REJECTED) == (without if comes else whole)


def test_boxes_come_and_go_with_the_run_that_holds_them() -> None:
    box = f"<w:r><w:drawing><w:txbxContent>{paragraph('boks')}</w:txbxContent></w:drawing></w:r>"
    found = read(f"<w:p>{run('Linje')}{change('ins', box)}</w:p>")

    assert words(found, ACCEPTED) == ["Linje", "boks"]
    assert words(found, REJECTED) == ["Linje"]
