"""Files with changes that nobody made by hand: taken, or refused in one clear way, in bounds."""

from __future__ import annotations

import random

import pytest

from pressdesk.domain.errors import WordFileDamaged, WordFileError, WordFileTooLarge
from pressdesk.word import reading
from pressdesk.word.marked import SpanState
from pressdesk.word.ranges import COVERS
from pressdesk.word.reading import MarkedDocument, read_marked_bytes
from pressdesk.word.revisions import with_marks
from pressdesk.word.views import ACCEPTED, REJECTED
from unit.word.packages import W, packed, paragraph, parts_of, relations

RUN = "<w:r><w:t>x</w:t></w:r>"
COMMENTS = {
    "word/_rels/document.xml.rels": relations(("r1", "comments", "comments.xml", False)),
}


def read(body: str, **more: str | bytes) -> MarkedDocument:
    """Return a document with that body as it is read."""
    return read_marked_bytes("fil.docx", packed(parts_of(body, **more)))


def test_as_many_revisions_as_are_allowed_are_read() -> None:
    """Every one by somebody else, so that none joins its neighbour."""
    changes = "".join(
        f"<w:ins w:id='{n}' w:author='A{n}'>{RUN}</w:ins>" for n in range(reading.REVISIONS)
    )

    found = read(f"<w:p>{changes}</w:p>")

    assert len(found.revisions) == reading.REVISIONS
    assert len(found.seen(ACCEPTED)[0].paragraph.text.plain) == reading.REVISIONS
    assert found.seen(REJECTED)[0].paragraph.text.plain == ""


@pytest.mark.parametrize(
    "body",
    [
        "<w:p>" + "<w:ins/>" * (reading.REVISIONS + 1) + "</w:p>",
        "<w:p>" + f"<w:ins>{RUN}</w:ins><w:rPrChange/>" * (reading.REVISIONS // 2 + 1) + "</w:p>",
        "<w:p>" + "<w:ins>" * 250 + RUN + "</w:ins>" * 250 + "</w:p>",
        "<w:ins>" * 205 + f"<w:p>{RUN}</w:p>" + "</w:ins>" * 205,
        "<w:tbl><w:tr><w:tc>" * 90 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 90,
    ],
)
def test_more_changes_and_deeper_nesting_than_people_make_are_refused(body: str) -> None:
    with pytest.raises(WordFileTooLarge):
        read(body)


def test_bookmarks_over_everything_many_times_are_refused() -> None:
    number = 2 * COVERS // 1000
    starts = "".join(f"<w:bookmarkStart w:id='{n}' w:name='b{n}'/>" for n in range(number))
    ends = "".join(f"<w:bookmarkEnd w:id='{n}'/>" for n in range(number))

    with pytest.raises(WordFileTooLarge):
        read(starts + f"<w:p>{RUN}</w:p>" * 1_000 + ends)


def test_the_same_words_under_thousands_of_comments_take_bounded_room() -> None:
    number = reading.COMMENTS
    starts = "".join(f"<w:commentRangeStart w:id='{n}'/>" for n in range(number))
    ends = "".join(f"<w:commentRangeEnd w:id='{n}'/>" for n in range(number))
    inside = f"<w:r><w:t>{'ord ' * 50_000}</w:t></w:r>"
    comments = "".join(f"<w:comment w:id='{n}'><w:p/></w:comment>" for n in range(number))

    found = read(
        f"<w:p>{starts}{inside}{ends}</w:p>",
        **COMMENTS,
        **{"word/comments.xml": f"<w:comments xmlns:w='{W}'>{comments}</w:comments>"},
    )

    assert len(found.comments) == number
    assert sum(len(one.anchor) for one in found.comments) <= number * 10_000


@pytest.mark.parametrize(
    ("outer", "inner", "state"),
    [
        ("ins", "del", SpanState.DELETED),
        ("del", "ins", SpanState.DELETED),
        ("ins", "moveFrom", SpanState.MOVED_FROM),
        ("moveTo", "ins", SpanState.MOVED_TO),
        ("moveTo", "del", SpanState.DELETED),
        ("ins", "ins", SpanState.INSERTED),
        ("del", "del", SpanState.DELETED),
    ],
)
def test_changes_within_changes_count_both(outer: str, inner: str, state: SpanState) -> None:
    body = f"<w:p><w:{outer}><w:{inner}>{RUN}</w:{inner}></w:{outer}></w:p>"

    assert [one.state for one in read(body).body[0].spans] == [state]


def test_a_file_emptied_by_changes_is_read_as_empty() -> None:
    deleted = "<w:del w:id='1'><w:r><w:delText>alt</w:delText></w:r></w:del>"

    found = read(f"<w:p>{deleted}</w:p>")

    assert [one.paragraph.text.plain for one in found.seen(ACCEPTED)] == [""]
    assert [one.text for one in found.revisions] == ["alt"]
    assert read("").body == ()


@pytest.mark.parametrize("part", ["word/comments.xml", "word/footnotes.xml"])
def test_a_part_that_is_no_xml_refuses_the_file(part: str) -> None:
    kind = part.removeprefix("word/").removesuffix(".xml")
    more = {
        "word/_rels/document.xml.rels": relations(("r1", kind, f"{kind}.xml", False)),
        part: "<ikke xml",
    }
    body = "<w:p><w:r><w:footnoteReference w:id='1'/></w:r></w:p>"

    with pytest.raises(WordFileDamaged):
        read(body, **more)


def test_a_related_part_that_is_not_there_hurts_nobody() -> None:
    listed = relations(
        ("r1", "comments", "comments.xml", False),
        ("r2", "commentsExtended", "nei.xml", False),
        ("r3", "people", "people.xml", False),
    )

    assert read(paragraph("x"), **{"word/_rels/document.xml.rels": listed}).comments == ()


_NAMES = (
    "p r t delText ins del moveFrom moveTo tbl tr tc trPr tcPr pPr rPr cellIns cellDel sdt sdtContent "
    "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd moveFromRangeStart moveToRangeEnd "
    "fldChar instrText rPrChange pPrChange numPr numberingChange footnoteReference hyperlink sectPr "
    "sectPrChange drawing txbxContent ruby rubyBase br tab sym"
)


def nonsense(chance: random.Random, depth: int = 0) -> str:
    """Return known elements in places where nobody expects them."""
    name = chance.choice(_NAMES.split())
    attributes = "".join(
        f" w:{one}='{chance.choice(('1', '2', '', 'pd_a', 'begin', 'separate', 'end', 'F0B7'))}'"
        for one in ("id", "name", "val", "fldCharType", "author", "date", "char")
        if chance.random() < 0.4
    )
    inside = "".join(
        nonsense(chance, depth + 1) for _ in range(chance.randrange(0, 4 if depth < 6 else 1))
    )
    return f"<w:{name}{attributes}>{inside or chance.choice(('', 'ord', ' '))}</w:{name}>"


@pytest.mark.parametrize("seed", range(60))
def test_elements_in_impossible_places_are_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(5):
        body = "".join(nonsense(chance) for _ in range(6))
        try:
            found = read(f"<w:p>{RUN}</w:p>{body}<w:p>{RUN}</w:p>")
        except WordFileError:
            continue
        for view in (ACCEPTED, REJECTED):
            assert "x" in "".join(one.paragraph.text.plain for one in found.seen(view))
        assert len(list(with_marks(found.paragraphs))) == len(found.paragraphs)
