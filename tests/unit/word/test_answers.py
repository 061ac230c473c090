"""What a reader did: every change is found, and only those without a mark are called silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from pressdesk.domain.content import Content, Paragraph
from pressdesk.domain.text import Text
from pressdesk.word.answer_places import places_in
from pressdesk.word.answers import WordAnswer, compared
from pressdesk.word.reading import MarkedDocument, read_marked_bytes
from pressdesk.word.review import Review, review_document
from pressdesk.word.review_notes import ReviewComment
from unit.word.releases import EXPORTED_AT, bokmal
from unit.word.test_review import COVER, edited, full, review
from word_edits import applied, said

if TYPE_CHECKING:
    from collections.abc import Callable

LATER = EXPORTED_AT + timedelta(hours=3)
PARTNER = replace(COVER, organisation="Ola Li")


def document(made: Review) -> MarkedDocument:
    return read_marked_bytes("runde2.docx", review_document(made))


def answered(before: Content, after: Content, **changes: object) -> MarkedDocument:
    """Return the file as a partner sends it who tracked what lies between the two."""
    return document(review(after, before=before, cover=PARTNER, at=LATER, **changes))


def answer(sent: Content, before: Content, after: Content) -> WordAnswer:
    return compared(document(review(sent)), answered(before, after))


def with_words(change: Callable[[str], str], place: int = 0) -> Content:
    """Return the sample with the words of one of its paragraphs changed."""
    content = bokmal()
    paragraphs = [one for one in content.blocks if isinstance(one, Paragraph)]
    block = paragraphs[place]
    return content.with_block(replace(block, text=Text.of(change(block.text.plain))))


def test_a_file_that_comes_back_as_it_went_says_nothing() -> None:
    """Neither changes nor comments nor approvals."""
    found = answer(bokmal(), bokmal(), bokmal())

    assert found.changes == ()
    assert found.boxes == ()
    assert found.comments == ()
    assert found.likeness == 1.0
    assert found.manifest is not None


def test_a_tracked_change_is_marked_and_has_its_author() -> None:
    """With exactly the words that were changed."""
    after = with_words(lambda words: words.replace("4,2 kilometer", "5 kilometer"))

    (change,) = answer(bokmal(), bokmal(), after).changes

    assert (change.old, change.new) == ("4,2", "5")
    assert change.is_marked
    assert change.author == "Ola Li"


def test_an_unmarked_change_is_found() -> None:
    """Somebody turned tracking off."""
    after = with_words(lambda words: words.replace("4,2 kilometer", "5 kilometer"))

    (change,) = answer(bokmal(), after, after).changes

    assert (change.old, change.new, change.is_marked) == ("4,2", "5", False)


def test_both_kinds_in_one_paragraph_are_told_apart() -> None:
    """One change with a mark, one without."""
    silent = with_words(lambda words: words.replace("Datasenteret", "Senteret"))
    both = with_words(
        lambda words: words.replace("Datasenteret", "Senteret").replace("2027", "2028")
    )

    found = answer(bokmal(), silent, both).changes

    assert [(one.new, one.is_marked) for one in found] == [("Senteret", False), ("2028", True)]


def test_our_own_pending_changes_are_nobodys() -> None:
    """Left alone, accepted or rejected by the reader, they are no silent edit."""
    made = full()
    sent = document(made)
    left, accepted, rejected = (
        document(replace(made, at=made.at)),
        document(replace(made, before=None)),
        document(replace(made, content=bokmal(), before=None)),
    )

    assert compared(sent, left).changes == ()
    assert compared(sent, accepted).changes == ()
    assert {one.is_marked for one in compared(sent, rejected).changes} == {True}


@settings(max_examples=60, deadline=None)
@given(edited())
def test_marked_changes_are_never_called_silent(after: Content) -> None:
    """And put together they give what came back."""
    sent, returned = document(review()), answered(bokmal(), after)

    found = compared(sent, returned).changes

    assert all(one.is_marked for one in found), found
    assert applied(places_in(sent), found) == said(returned)


@settings(max_examples=60, deadline=None)
@given(edited())
def test_unmarked_changes_are_always_called_silent(after: Content) -> None:
    """Every one of them."""
    sent, returned = document(review()), answered(after, after)

    found = compared(sent, returned).changes

    assert not any(one.is_marked for one in found), found
    assert applied(places_in(sent), found) == said(returned)
    assert bool(found) is (said(sent) != said(returned))


def test_words_in_the_box_are_an_answer() -> None:
    """Not a change of the text."""
    made = full()
    sent = review_document(made)
    box = made.asked[0].block
    data = typed_into_box(sent, "GODKJENT")

    found = compared(read_marked_bytes("a", sent), read_marked_bytes("b", data))

    assert [(one.anchor, one.words) for one in found.boxes] == [(box, "GODKJENT")]
    assert found.changes == ()


def typed_into_box(data: bytes, words: str) -> bytes:
    """Return the file with words in its first answer box."""
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                place = part.index(b'w:name="pa_')
                end = part.index(b"</w:p>", place)
                run = f"<w:r><w:t>{words}</w:t></w:r>".encode()
                part = part[:end] + run + part[end:]
            new.writestr(name, part)
    return out.getvalue()


def test_new_comments_are_told_from_ours() -> None:
    """A reply to ours, a new one on changed words; ours that are gone or resolved are named."""
    made = full()
    quote = made.comments[0].anchor
    ours = made.comments
    reply = ReviewComment(
        author="Ola Li", at="2026-11-25T09:00:00Z", text="Ja, sjekket.", anchor=quote, parent=0
    )
    new = ReviewComment(
        author="Ola Li", at="2026-11-25T09:01:00Z", text="Hvorfor?", anchor=quote, start=2, end=4
    )
    returned = replace(made, comments=(replace(ours[0], is_resolved=True), ours[2], reply, new))

    found = compared(document(made), document(returned))

    assert [(one.text, one.answers, one.parent) for one in found.comments] == [
        ("Ja, sjekket.", 0, None),
        ("Hvorfor?", None, None),
    ]
    assert found.comments[1].words == "Vi"
    assert found.comments[1].place is not None
    assert (found.resolved, found.gone) == ((0,), (1,))


def test_two_comments_of_the_same_words_are_two() -> None:
    """Taking one of them out takes out one."""
    made = full()
    twice = replace(made, comments=(made.comments[2], made.comments[2]))
    once = replace(made, comments=(made.comments[2],))

    assert compared(document(twice), document(twice)).gone == ()
    assert compared(document(twice), document(once)).gone == (1,)
    assert len(compared(document(once), document(twice)).comments) == 1


def test_a_text_typed_anew_is_found_by_its_words() -> None:
    """Without bookmarks, styles or manifest; all of it is unmarked."""
    after = with_words(lambda words: words.replace("4,2 kilometer", "5 kilometer"))
    bare = review_document(review(after))

    found = compared(document(review()), read_marked_bytes("ny.docx", stripped(bare)))

    assert found.manifest is None
    assert found.likeness > 0.9
    assert [(one.old, one.new, one.is_marked) for one in found.changes] == [("4,2", "5", False)]


def stripped(data: bytes) -> bytes:
    """Return the file with nothing left but its main part's paragraphs."""
    import io
    import re
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith(("customXml", "docProps/custom")):
                continue
            if name == "word/document.xml":
                part = re.sub(rb"<w:bookmark(Start|End)[^>]*/>", b"", part)
                part = re.sub(rb"<w:pStyle[^>]*/>", b"", part)
            new.writestr(name, part)
    return out.getvalue()


@pytest.mark.parametrize("words", ["", "Helt andre ord."])
def test_a_file_of_something_else_has_no_likeness(words: str) -> None:
    """It is the caller's to refuse it."""
    other = replace(
        bokmal(),
        title=Text.of(f"Annen sak {words}"),
        lead=(),
        blocks=(),
        boilerplates=(),
        contacts=(),
        partners=(),
        links=(),
        spokespersons=(),
    )

    found = compared(document(review()), document(review(other)))

    assert found.likeness < 0.4
