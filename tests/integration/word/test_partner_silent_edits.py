"""What somebody did in LibreOffice, without marks and with them, is told apart."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import docx_integrity
import pytest
from openxml_audit import OpenXmlValidator

from pressdesk.word.answer_places import places_in
from pressdesk.word.answers import AnswerChange, WordAnswer, compared
from pressdesk.word.reading import MarkedDocument, read_marked, read_marked_bytes
from pressdesk.word.review import review_document
from pressdesk.word.views import REJECTED, View
from unit.word.releases import bokmal
from unit.word.test_review import full, review
from word_edits import applied, edited_lines, pending_edits, said, some_edits
from word_hand import AUTHOR, Edit, Hand
from word_partner import PartnerFailed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from word_partner import Partner, Step

FEW, MANY = range(6), range(500, 600)
"""Seeds; each is done with pending changes of ours and without, so two hundred files in all."""
WAYS = pytest.mark.parametrize("is_pending", [False, True])
_ALL_THERE = View(is_accepted=lambda change: change.is_coming)


class NotDone(Exception):
    """The office cannot be told where to do it."""


def step(edit: Edit, lines: Sequence[str], everything: str) -> Step:
    """Return an edit as the office does it, which finds places by words that stand there once."""
    line = lines[edit.line]
    if edit.kind == "words":
        start, end = _once(line, edit.start, edit.end, everything)
        length = edit.end - edit.start
        return ("change", line[start:end], str(edit.start - start), str(length), edit.words)
    if edit.kind == "split":
        for end in range(edit.start + 6, len(line) + 1):
            if everything.count(line[edit.start : end]) == 1:
                return ("split", line[edit.start : end])
        raise NotDone
    start, end = _once(line, 0, min(len(line), 25), everything)
    names = {"join": "join", "remove": "remove_paragraph", "add": "add_paragraph"}
    if edit.kind not in names:
        raise NotDone
    return (names[edit.kind], line[start:end], *([edit.words] if edit.kind == "add" else []))


def _once(line: str, start: int, end: int, everything: str) -> tuple[int, int]:
    while everything.count(line[start:end]) != 1 or end - start < 6:
        if (start, end) == (0, len(line)):
            raise NotDone
        start, end = max(0, start - 1), min(len(line), end + 1)
    return start, end


def answer(
    seed: int, partner: Partner, folder: Path, *, is_pending: bool, is_tracked: bool | None
) -> tuple[bytes, MarkedDocument, list[str], list[Edit]]:
    """Return what was sent, what came back, its lines before the edits, and the edits."""
    chance = Random(seed)
    before = bokmal()
    content = pending_edits(before, chance) if is_pending else before
    sent = review_document(review(content, before=before if is_pending else None))
    hand = Hand(sent)
    for change in hand.pending():
        if change.getparent() is not None and chance.random() < 0.5:
            hand.answer(change, is_accepted=chance.random() < 0.5)
    path = folder / "svar.docx"
    lines = said(read_marked_bytes("b", hand.saved()))
    everything = "\n".join(
        one.paragraph.text.plain for one in read_marked_bytes("b", hand.saved()).seen(_ALL_THERE)
    )
    while True:
        path.write_bytes(hand.saved())
        edits = some_edits(lines, chance, chance.randint(1, 3), is_tracked=is_tracked)
        try:
            for tracked in (True, False):
                chosen = [one for one in edits if one.is_tracked is tracked]
                steps = [step(one, lines, everything) for one in chosen]
                if steps:
                    partner.edit(path, path, *steps, is_tracked=tracked, author=AUTHOR)
        except (NotDone, PartnerFailed):
            continue
        returned = read_marked(path)
        if said(returned) == edited_lines(lines, edits):  # else the office did something else
            return sent, returned, lines, edits


def compare(sent: bytes, returned: MarkedDocument) -> tuple[WordAnswer, MarkedDocument]:
    """Return what is found, once it has been seen to give what came back."""
    document = read_marked_bytes("a", sent)
    found = compared(document, returned)
    assert applied(places_in(document), found.changes) == said(returned)
    return found, document


def kinds(found: Iterable[AnswerChange]) -> set[bool]:
    return {one.is_marked for one in found}


def check(seeds: Iterable[int], partner: Partner, folder: Path, *, is_pending: bool) -> None:
    for seed in seeds:
        for is_tracked in (False, True):
            sent, returned, _, edits = answer(
                seed, partner, folder, is_pending=is_pending, is_tracked=is_tracked
            )
            found, _ = compare(sent, returned)
            if is_tracked:
                assert kinds(found.changes) == {True}, (seed, edits)
            else:
                assert False in kinds(found.changes), (seed, edits)
            if not is_pending:
                authors = {one.author for one in found.changes}
                assert authors == {AUTHOR if is_tracked else None}, (seed, edits)
                assert kinds(found.changes) == {is_tracked}, (seed, edits)


@WAYS
def test_silent_edits_are_found_and_marked_ones_are_not_accused(
    partner: Partner, tmp_path: Path, is_pending: bool
) -> None:
    """Whether or not the file has changes of ours, left alone, accepted or rejected."""
    check(FEW, partner, tmp_path, is_pending=is_pending)


@pytest.mark.soak
@WAYS
def test_two_hundred_of_each(partner: Partner, tmp_path: Path, is_pending: bool) -> None:
    check(MANY, partner, tmp_path, is_pending=is_pending)


@pytest.mark.parametrize(
    "seed", [*range(3), *(pytest.param(n, marks=pytest.mark.soak) for n in range(3, 80))]
)
def test_both_kinds_in_one_file_are_told_apart(partner: Partner, tmp_path: Path, seed: int) -> None:
    """The marked changes alone give the text with just those."""
    sent, returned, lines, edits = answer(
        seed, partner, tmp_path, is_pending=False, is_tracked=None
    )

    found, document = compare(sent, returned)

    for is_marked in (True, False):
        changes = [one for one in found.changes if one.is_marked is is_marked]
        chosen = [one for one in edits if one.is_tracked is is_marked]
        assert applied(places_in(document), changes) == edited_lines(lines, chosen)


def test_a_file_that_was_only_saved_says_nothing(partner: Partner, tmp_path: Path) -> None:
    """Bookmarks, our changes, comments and the manifest are still there; only replies are not."""
    made = full()
    sent = tmp_path / "sendt.docx"
    sent.write_bytes(review_document(made))

    saved = read_marked(partner.edit(sent, tmp_path / "lagret.docx"))

    before = read_marked(sent)
    found, _ = compare(sent.read_bytes(), saved)
    assert (found.changes, found.boxes, found.resolved, found.gone) == ((), (), (), ())
    assert found.manifest is not None
    assert found.manifest.entries
    assert [(one.kind, one.author, one.text) for one in saved.revisions] == [
        (one.kind, one.author, one.text) for one in before.revisions
    ]
    assert said(saved) == said(before)
    rejected = [
        [one.paragraph.text.plain for one in document.seen(REJECTED)]
        for document in (before, saved)
    ]
    assert rejected[0] == rejected[1]
    assert {(one.author, one.text, one.is_resolved) for one in saved.comments} == {
        (one.author, one.text, one.is_resolved) for one in before.comments
    }
    names = [
        {cover.name for one in document.body for cover in one.bookmarks}
        for document in (before, saved)
    ]
    assert names[0] == names[1]


@pytest.mark.parametrize("seed", FEW)
@pytest.mark.parametrize("command", ["accept_all", "reject_all"])
def test_our_changes_taken_or_thrown_out_in_the_office_are_answers(
    partner: Partner, tmp_path: Path, seed: int, command: str
) -> None:
    """Nobody is accused, and what was thrown out is as it was before."""
    before = bokmal()
    sent = tmp_path / "sendt.docx"
    content = pending_edits(before, Random(seed))
    sent.write_bytes(review_document(review(content, before=before)))

    found, _ = compare(
        sent.read_bytes(), read_marked(partner.edit(sent, tmp_path / "svar.docx", (command,)))
    )

    assert all(one.is_marked for one in found.changes)
    if command == "accept_all" or content == before:
        assert found.changes == ()


def test_comments_made_settled_and_kept_in_the_office_are_told_apart(
    partner: Partner, tmp_path: Path
) -> None:
    """A new one with its place and words, ours that was settled, and those left alone."""
    sent = tmp_path / "sendt.docx"
    sent.write_bytes(review_document(full()))
    answer = partner.edit(
        sent,
        tmp_path / "svar.docx",
        ("comment", "310 millioner", "Er dette endelig?"),
        ("resolve", "Stemmer dette?\nTo linjer."),
        author=AUTHOR,
    )

    found, _ = compare(sent.read_bytes(), read_marked(answer))

    (comment,) = found.comments
    assert (comment.author, comment.text, comment.words) == (
        AUTHOR,
        "Er dette endelig?",
        "310 millioner",
    )
    assert comment.place is not None
    assert comment.place.anchor == "b3"
    assert (found.resolved, found.gone, found.changes) == ((0,), (), ())


@pytest.mark.parametrize("is_tracked", [False, True])
def test_a_box_filled_in_the_office_is_an_answer(
    partner: Partner, tmp_path: Path, is_tracked: bool
) -> None:
    """With and without tracking; so is what stands behind the label."""
    sent = tmp_path / "sendt.docx"
    sent.write_bytes(review_document(full()))
    label = "Skriv svaret ditt i ruten"

    boxed = partner.edit(sent, tmp_path / "a.docx", ("fill_box", "GODKJENT"), is_tracked=is_tracked)
    beside = partner.edit(
        sent, tmp_path / "b.docx", ("append", label, " GODKJENT"), is_tracked=is_tracked
    )

    for path in (boxed, beside):
        found, _ = compare(sent.read_bytes(), read_marked(path))
        assert [one.words for one in found.boxes] == ["GODKJENT"]
        assert found.changes == ()


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(40))
def test_the_validators_are_silent_on_what_we_send(tmp_path: Path, seed: int) -> None:
    """Whatever is pending in it."""
    path = tmp_path / "sendt.docx"
    content = pending_edits(bokmal(), Random(seed))
    path.write_bytes(review_document(review(content, before=bokmal())))

    assert [str(one) for one in OpenXmlValidator().validate(path).errors] == []
    assert [str(one) for one in docx_integrity.check(path)] == []
