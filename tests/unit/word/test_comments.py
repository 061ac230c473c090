from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pressdesk.word.comments import LONGEST_ANCHOR
from pressdesk.word.marked import Comment
from pressdesk.word.reading import read_marked_bytes
from unit.word.packages import W, packed, paragraph, parts_of

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def relations(*listed: tuple[str, str]) -> str:
    lines = "".join(
        f"<Relationship Id='r{number}' Type='{kind}' Target='{target}'/>"
        for number, (kind, target) in enumerate(listed)
    )
    return f"<Relationships xmlns='{PACKAGE}'>{lines}</Relationships>"


def comment(
    number: int | str, words: str, *, place: str = "", at: str = "", by: str = "Kari"
) -> str:
    inside = words if words.startswith("<") else paragraph(words)
    inside = inside.replace("<w:p>", f"<w:p w14:paraId='{place}'>") if place else inside
    date = f"w:date='{at}'" if at else ""
    return f"<w:comment w:id='{number}' w:author='{by}' w:initials='K' {date}>{inside}</w:comment>"


def read(body: str, comments: str, *, threads: str = "", program: str = "") -> tuple[Comment, ...]:
    """Return the comments of a document."""
    more = {
        "word/_rels/document.xml.rels": relations(
            (OFFICE + "relationships/comments", "comments.xml"),
            (
                "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
                "commentsExtended.xml",
            ),
        ),
        "word/comments.xml": f"<w:comments xmlns:w='{W}' xmlns:w14='{W14}'>{comments}</w:comments>",
    }
    if threads:
        more["word/commentsExtended.xml"] = (
            f"<w15:commentsEx xmlns:w15='{W15}'>{threads}</w15:commentsEx>"
        )
    if program:
        more["docProps/app.xml"] = (
            f"<Properties xmlns='{OFFICE}extended-properties'><Application>{program}</Application></Properties>"
        )
        more["_rels/.rels"] = relations(
            (OFFICE + "relationships/officeDocument", "word/document.xml"),
            (OFFICE + "relationships/extended-properties", "docProps/app.xml"),
        )
    return read_marked_bytes("fil.docx", packed(parts_of(body, **more))).comments


def on(number: int | str, inside: str) -> str:
    """Return words with a comment on them."""
    return (
        f"<w:commentRangeStart w:id='{number}'/>{inside}<w:commentRangeEnd w:id='{number}'/>"
        f"<w:r><w:commentReference w:id='{number}'/></w:r>"
    )


def run(words: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>"


def thread(place: str, parent: str = "", done: str = "0") -> str:
    answers = f"w15:paraIdParent='{parent}'" if parent else ""
    return f"<w15:commentEx w15:paraId='{place}' {answers} w15:done='{done}'/>"


def test_a_comment_knows_its_author_words_and_what_it_stands_at() -> None:
    body = f"<w:p>{run('Vi gir ')}{on(3, run('200 millioner'))}{run(' nå.')}</w:p>"

    assert read(body, comment(3, "Er tallet rett?", at="2026-11-20T10:00:00Z")) == (
        Comment(
            id="3",
            author="Kari",
            initials="K",
            date=datetime(2026, 11, 20, 10, tzinfo=UTC),
            text="Er tallet rett?",
            anchor="200 millioner",
        ),
    )


def test_an_anchor_is_what_is_there_else_what_was_there() -> None:
    deleted = "<w:del w:id='9'><w:r><w:delText>gamle</w:delText></w:r></w:del>"
    body = (
        f"<w:p>{on(1, run('nye ') + deleted)}</w:p><w:p>{on(2, deleted)}</w:p>"
        f"<w:p><w:commentRangeStart w:id='3'/>{run('En')}</w:p><w:p>{run('to')}<w:commentRangeEnd w:id='3'/></w:p>"
    )

    found = read(body, comment(1, "a") + comment(2, "b") + comment(3, "c"))

    assert [one.anchor for one in found] == ["nye ", "gamle", "En\nto"]


def test_threads_and_settled_comments_are_those_that_the_file_tells() -> None:
    comments = (
        comment(5, "Spørsmål", place="0A")
        + comment(2, "Svar", place="0B")
        + comment(1, "Nei", place="0C")
    )

    found = read(
        f"<w:p>{on(5, on(2, on(1, run('ord'))))}</w:p>",
        comments,
        threads=thread("0A", done="1") + thread("0b", "0a", done="1") + thread("0C"),
    )

    assert [(one.id, one.parent, one.is_resolved) for one in found] == [
        ("5", None, True),
        ("2", "5", True),
        ("1", None, False),
    ]


@pytest.mark.parametrize(
    ("threads", "program", "parents"),
    [
        ("", "", [None, "7", None]),
        ("", "Microsoft Office Word", [None, None, None]),
        (thread("0A") + thread("0B", done="1"), "", [None, None, None]),
        (thread("0A") + thread("0B"), "LibreOffice/7.4", [None, "7", None]),
    ],
)
def test_where_no_threads_can_be_told_those_on_the_same_words_are_one(
    threads: str, program: str, parents: list[str | None]
) -> None:
    """Google Docs and LibreOffice lose what answers what; Word does not."""
    comments = (
        comment(7, "Først", place="0A", at="2026-11-20T10:00:00Z")
        + comment(8, "Siden", place="0B", at="2026-11-20T11:00:00Z")
        + comment(9, "Annet", place="0C")
    )
    body = f"<w:p>{on(7, on(8, run('ord')))}{on(9, run('andre ord'))}</w:p>"

    found = read(body, comments, threads=threads, program=program)

    assert [one.parent for one in found] == parents


def test_circles_of_answers_are_cut() -> None:
    comments = "".join(comment(n, str(n), place=f"0{n}") for n in (1, 2, 3))
    threads = thread("01", "02") + thread("02", "01") + thread("03", "03")

    found = read("<w:p/>", comments, threads=threads)

    assert sorted(str(one.parent) for one in found) in (
        ["1", "None", "None"],
        ["2", "None", "None"],
    )


def test_comments_with_tables_lists_and_nothing_are_read() -> None:
    table = (
        f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>"
    )
    listed = paragraph("punkt", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>")

    found = read(
        "<w:p/>", comment(1, table + listed) + comment(2, "<w:p/>") + "<w:comment w:id='3'/>"
    )

    assert [one.text for one in found] == ["a\nb\npunkt", "", ""]


def test_dangling_ranges_missing_references_and_doubled_ids_hurt_nobody() -> None:
    body = (
        f"<w:p><w:commentRangeStart w:id='1'/>{run('En')}</w:p>"
        f"<w:p>{run('to')}<w:commentRangeEnd w:id='2'/></w:p>"
        f"<w:p>{on(44, run('uten kommentar'))}</w:p>"
    )
    comments = comment(1, "a") + comment(1, "b") + comment(2, "c") + "<w:comment><w:p/></w:comment>"

    found = read(body, comments)

    assert [(one.id, one.text, one.anchor) for one in found] == [
        ("1", "a", ""),
        ("1", "b", ""),
        ("2", "c", ""),
        ("", "", ""),
    ]


def test_the_words_under_a_comment_are_cut_where_nobody_reads_on() -> None:
    body = f"<w:p>{on(1, run('x' * (2 * LONGEST_ANCHOR)))}</w:p>"

    (found,) = read(body, comment(1, "a"))

    assert len(found.anchor) == LONGEST_ANCHOR
