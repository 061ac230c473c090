from __future__ import annotations

from hypothesis import given

from pressdesk.word.reading import MarkedDocument, read_marked_bytes
from pressdesk.word.views import ACCEPTED, REJECTED, View, with_accepted
from unit.word.packages import packed, parts_of
from unit.word.revised import DOCUMENTS, Line, Table, body_of, said


def document(blocks: tuple[Line | Table, ...]) -> MarkedDocument:
    """Return the blocks as they are read from a file."""
    return read_marked_bytes("fil.docx", packed(parts_of(body_of(blocks))))


def words(marked: MarkedDocument, view: View) -> list[str]:
    """Return the paragraphs of one view that hold a word."""
    found = (one.paragraph.text.plain for one in marked.seen(view))
    return [one for one in found if one]


@given(DOCUMENTS)
def test_all_accepted_and_all_rejected_are_what_a_simple_model_says(
    blocks: tuple[Line | Table, ...],
) -> None:
    """However changes, wrappers, rows, cells and ends are nested."""
    marked = document(blocks)

    assert words(marked, ACCEPTED) == said(blocks, "accept")
    assert words(marked, REJECTED) == said(blocks, "reject")


@given(DOCUMENTS)
def test_revisions_hold_every_mark_once_and_accepting_them_all_accepts_all(
    blocks: tuple[Line | Table, ...],
) -> None:
    marked = document(blocks)
    changes = [change for one in marked.revisions for change in one.changes]

    assert len({one.number for one in changes}) == len(changes)
    assert words(marked, with_accepted(changes)) == words(marked, ACCEPTED)
    assert words(marked, with_accepted(())) == words(marked, REJECTED)


@given(DOCUMENTS)
def test_every_paragraph_comes_from_paragraphs_of_the_file_in_order(
    blocks: tuple[Line | Table, ...],
) -> None:
    """No marked paragraph is seen twice, and none out of the file's order within its text."""
    marked = document(blocks)

    for view in (ACCEPTED, REJECTED):
        sources = [place for one in marked.seen(view) for place in one.sources]
        assert len(sources) == len(set(sources))
        assert sources == sorted(sources)
