"""Answers that no honest program writes, and those of people who do not keep to the rules."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.text import Text
from pressdesk.word.answer_places import places_in
from pressdesk.word.answers import AnswerKind, WordAnswer, compared
from pressdesk.word.reading import read_marked_bytes
from pressdesk.word.review import review_document
from unit.word.packages import STRICT_R, STRICT_W, R, W, packed, paragraph, parts_of
from unit.word.releases import EXPORTED_AT, bokmal
from unit.word.test_review import COVER, changed, full, review
from word_edits import applied, said
from word_hand import AUTHOR, MAIN, Edit, Hand, with_part

if TYPE_CHECKING:
    from collections.abc import Callable

SILENT = Edit("words", 5, 0, len("Datasenteret"), "Senteret")
STAMP = EXPORTED_AT.strftime("%Y-%m-%dT%H:%M:%SZ")


def found_in(data: bytes, sent: bytes | None = None) -> WordAnswer:
    """Return what is found, once it has been seen to give what came back."""
    document = read_marked_bytes("a", sent or review_document(review()))
    returned = read_marked_bytes("b", data)
    found = compared(document, returned)
    assert applied(places_in(document), found.changes) == said(returned)
    return found


def rewritten(data: bytes, change: Callable[[str], str]) -> bytes:
    """Return the file with its main part changed as text."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        main = file.read(MAIN).decode()
    return with_part(data, MAIN, change(main).encode())


def test_edits_of_two_people_keep_their_authors() -> None:
    """In one file, one of them in silence for a moment."""
    sent = review_document(review())
    first = Hand(sent).do([Edit("words", 5, 0, 12, "Senteret", is_tracked=True)])
    second = Hand(first, author="Eva Moe", date="2026-11-25T10:00:00Z").do(
        [
            Edit("words", 5, 23 - 4, 23, "helt ", is_tracked=True),
            Edit("words", 4, 0, 7, "Marmor"),
        ]
    )

    found = found_in(second)

    authors = {(one.author, one.is_marked) for one in found.changes}
    assert authors == {(AUTHOR, True), ("Eva Moe", True), (None, False)}


@pytest.mark.parametrize("date", ["2026-11-25T09:00:00Z", STAMP])
def test_who_signs_as_us_is_not_taken_for_us(date: str) -> None:
    """With another time it is a marked change by that name; with ours it is an unmarked one."""
    sent = review_document(review(changed(), before=bokmal()))
    hand = Hand(sent, author=COVER.organisation, date=date)

    found = found_in(hand.do([Edit("words", 4, 0, 7, "Marmor", is_tracked=True)]), sent)

    assert [(one.old, one.new) for one in found.changes] == [("Granitt", "Marmor")]
    assert [one.is_marked for one in found.changes] == [date != STAMP]


BOOKMARKS: dict[str, Callable[[str], str]] = {
    "missing": lambda main: re.sub(r"<w:bookmark(Start|End)[^>]*/>", "", main),
    "without ends": lambda main: re.sub(r"<w:bookmarkEnd[^>]*/>", "", main),
    "renamed": lambda main: main.replace('w:name="pd_', 'w:name="OLE_LINK'),
    "all of one name": lambda main: re.sub(r'w:name="pd_\w+"', 'w:name="pd_b1"', main),
    "swapped": lambda main: (
        main.replace('"pd_b1"', '"x"').replace('"pd_b3"', '"pd_b1"').replace('"x"', '"pd_b3"')
    ),
    "turned round": lambda main: re.sub(
        r'w:name="pd_b(\d)"', lambda one: f'w:name="pd_b{9 - int(one[1])}"', main
    ),
    "over everything": lambda main: main.replace(
        "<w:body>", '<w:body><w:bookmarkStart w:id="7000" w:name="pd_b3"/>'
    ).replace("</w:body>", '<w:bookmarkEnd w:id="7000"/></w:body>'),
    "of strange names": lambda main: main.replace('w:name="pd_b', 'w:name="pd_&lt;script&gt;'),
}


@pytest.mark.parametrize("kind", BOOKMARKS)
def test_broken_bookmarks_accuse_nobody_and_hide_nothing(kind: str) -> None:
    """The words are found without them, or in spite of them."""
    sent = review_document(review())

    nothing = found_in(rewritten(sent, BOOKMARKS[kind]))
    one = found_in(rewritten(Hand(sent).do([SILENT]), BOOKMARKS[kind]))

    assert nothing.changes == ()
    assert [(found.old, found.new, found.is_marked) for found in one.changes] == [
        ("Datasenteret", "Senteret", False)
    ]


def test_everything_deleted_is_everything_removed() -> None:
    """In silence, or with marks by somebody."""
    sent = review_document(review())
    count = len(said(read_marked_bytes("a", sent)))

    for is_tracked in (False, True):
        edits = [Edit("remove", line, is_tracked=is_tracked) for line in range(count)]
        found = found_in(Hand(sent).do(edits))

        assert {one.kind for one in found.changes} == {AnswerKind.REMOVED}
        assert {one.is_marked for one in found.changes} == {is_tracked}
        assert {one.author for one in found.changes} == {AUTHOR if is_tracked else None}


def test_an_empty_file_is_everything_removed() -> None:
    """And has no likeness to what was sent."""
    found = found_in(packed(parts_of("<w:p/>")))

    assert {one.kind for one in found.changes} == {AnswerKind.REMOVED}
    assert (found.likeness, found.manifest) == (0.0, None)


def test_text_pasted_into_a_new_file_is_told_by_its_words() -> None:
    """With nothing of ours around it, in one body without styles."""
    sent = review_document(review())
    lines = said(read_marked_bytes("b", Hand(sent).do([SILENT])))

    found = found_in(packed(parts_of("".join(map(paragraph, lines)))))

    assert [(one.old, one.new) for one in found.changes] == [("Datasenteret", "Senteret")]
    assert found.likeness > 0.9


def test_a_file_of_something_else_is_all_new() -> None:
    """Everything of ours is gone, and its own words are there."""
    lines = [f"Referat fra møte {number} i velforeningen." for number in range(30)]

    found = found_in(packed(parts_of("".join(map(paragraph, lines)))))

    assert found.likeness < 0.1
    assert sum(one.kind is AnswerKind.ADDED for one in found.changes) > 20


def test_twenty_thousand_revisions_are_taken_in_good_time() -> None:
    """By many people in one paragraph, in the last and in one of the text."""
    run = '<w:ins w:id="{0}" w:author="P{1}" w:date="2026-11-25T09:00:00Z"><w:r><w:t xml:space="preserve">ord{0} </w:t></w:r></w:ins>'
    many = "".join(run.format(number, number % 50) for number in range(19_990))
    sent = review_document(review())

    at_the_end = rewritten(sent, lambda main: f"{many}</w:p>".join(main.rsplit("</w:p>", 1)))
    within = rewritten(sent, lambda main: main.replace('pd_b1"/>', f'pd_b1"/>{many}', 1))

    for data in (at_the_end, within):
        assert all(one.is_marked for one in found_in(data).changes)


def test_names_and_comments_with_signs_nobody_sees_are_harmless() -> None:
    """Control characters, directions and script in authors and comments stay words."""
    made = full()
    sent = review_document(made)
    noted = replace(
        made.comments[0], author="<script>\u202e\u200b", text="<img onerror=x>\u2028=1+1"
    )
    data = review_document(replace(made, comments=(*made.comments, noted)))

    (comment,) = found_in(data, sent).comments

    assert comment.author == "<script>"
    assert "\u2028" not in comment.text


def test_a_strict_file_says_the_same() -> None:
    """The other namespace of the standard."""
    sent = review_document(review())

    def strict(main: str) -> str:
        return main.replace(W, STRICT_W).replace(R, STRICT_R)

    assert found_in(rewritten(sent, strict)).changes == ()
    (one,) = found_in(rewritten(Hand(sent).do([SILENT]), strict)).changes
    assert (one.old, one.is_marked) == ("Datasenteret", False)


def test_wrapped_runs_and_paragraphs_say_the_same() -> None:
    """Google Docs wraps runs in content controls; others wrap paragraphs."""
    sent = review_document(review())

    def wrapped(main: str) -> str:
        inline = re.sub(
            r"(<w:r>.*?</w:r>)", r"<w:sdt><w:sdtContent>\1</w:sdtContent></w:sdt>", main
        )
        return re.sub(
            r"(<w:p>.*?</w:p>)", r"<w:sdt><w:sdtContent>\1</w:sdtContent></w:sdt>", inline
        )

    assert found_in(rewritten(sent, wrapped)).changes == ()
    (one,) = found_in(rewritten(Hand(sent).do([SILENT]), wrapped)).changes
    assert (one.old, one.is_marked) == ("Datasenteret", False)


def test_a_manifest_that_is_lost_or_of_another_file_is_told() -> None:
    """The caller decides; what was done is found all the same."""
    sent = review_document(review())
    with zipfile.ZipFile(BytesIO(sent)) as file:
        kept = {name: file.read(name) for name in file.namelist() if "custom" not in name.lower()}
    other = review_document(review(replace(bokmal(), title=Text.of("En annen sak"))))

    assert found_in(packed(kept)).manifest is None
    assert [one.new for one in found_in(other).changes][:1] == ["En annen sak"]
