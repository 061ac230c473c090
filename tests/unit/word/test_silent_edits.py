"""Whatever a reader does without a mark is found, and nobody is accused of what has one."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

import pytest

from pressdesk.word.answer_places import places_in
from pressdesk.word.answers import WordAnswer, compared
from pressdesk.word.reading import read_marked_bytes
from pressdesk.word.review import review_document
from unit.word.releases import bokmal
from unit.word.test_review import review
from word_edits import applied, edited_lines, pending_edits, said, some_edits
from word_hand import AUTHOR, Edit, Hand

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressdesk.word.reading import MarkedDocument

FEW, MANY = range(12), range(1_000, 1_200)
WAYS = pytest.mark.parametrize("is_pending", [False, True])


@dataclass(frozen=True)
class Answered:
    """A file that was sent, what came back, and what was done on the way."""

    sent: MarkedDocument
    returned: MarkedDocument
    lines: list[str]
    edits: list[Edit]

    @property
    def found(self) -> WordAnswer:
        """What is found in it."""
        return compared(self.sent, self.returned)

    def lines_with(self, edits: Iterable[Edit]) -> list[str]:
        """Return what the lines say when only these edits are done."""
        return edited_lines(self.lines, edits)

    def applied(self, *, is_marked: bool | None = None) -> list[str]:
        """Return the lines that were sent after what was found, all of it or one kind."""
        changes = [one for one in self.found.changes if is_marked in (None, one.is_marked)]
        return applied(places_in(self.sent), changes)


def answer(seed: int, *, is_pending: bool, is_tracked: bool | None, number: int = 4) -> Answered:
    """Return what comes back from somebody who also answers some of our own changes."""
    chance = Random(seed)
    before = bokmal()
    content = pending_edits(before, chance) if is_pending else before
    sent = review_document(review(content, before=before if is_pending else None))
    hand = Hand(sent)
    for change in hand.pending():
        if change.getparent() is not None and chance.random() < 0.5:
            hand.answer(change, is_accepted=chance.random() < 0.5)
    data = hand.saved()
    lines = said(read_marked_bytes("b", data))
    edits = some_edits(lines, chance, chance.randint(min(1, number), number), is_tracked=is_tracked)
    returned = read_marked_bytes("c", Hand(data).do(edits))
    assert said(returned) == edited_lines(lines, edits), edits
    return Answered(read_marked_bytes("a", sent), returned, lines, edits)


def check_silent(seeds: Iterable[int], *, is_pending: bool) -> None:
    for seed in seeds:
        one = answer(seed, is_pending=is_pending, is_tracked=False)

        assert any(not change.is_marked for change in one.found.changes), (seed, one.edits)
        assert one.applied() == said(one.returned), (seed, one.edits)
        if not is_pending:
            assert not any(change.is_marked for change in one.found.changes), (seed, one.edits)


def check_marked(seeds: Iterable[int], *, is_pending: bool) -> None:
    for seed in seeds:
        one = answer(seed, is_pending=is_pending, is_tracked=True)

        assert all(change.is_marked for change in one.found.changes), (seed, one.edits)
        assert one.applied() == said(one.returned), (seed, one.edits)
        if not is_pending:
            authors = {change.author for change in one.found.changes}
            assert authors == {AUTHOR}, (seed, one.edits)


def check_both(seeds: Iterable[int]) -> None:
    for seed in seeds:
        one = answer(seed, is_pending=False, is_tracked=None)
        marked = [edit for edit in one.edits if edit.is_tracked]
        silent = [edit for edit in one.edits if not edit.is_tracked]

        assert one.applied(is_marked=True) == one.lines_with(marked), (seed, one.edits)
        assert one.applied(is_marked=False) == one.lines_with(silent), (seed, one.edits)
        assert one.applied() == said(one.returned), (seed, one.edits)


@WAYS
def test_silent_edits_are_all_found(is_pending: bool) -> None:
    """Whatever they do; together they give what came back."""
    check_silent(FEW, is_pending=is_pending)


@WAYS
def test_marked_edits_are_never_called_silent(is_pending: bool) -> None:
    """Nor is it called silent when somebody accepts or rejects a change of ours."""
    check_marked(FEW, is_pending=is_pending)


def test_marked_and_silent_edits_are_told_apart_to_the_letter() -> None:
    """The marked ones alone give the text with just those, and the silent ones too."""
    check_both(FEW)


@pytest.mark.soak
@WAYS
def test_two_hundred_silent_edits(is_pending: bool) -> None:
    check_silent(MANY, is_pending=is_pending)


@pytest.mark.soak
@WAYS
def test_two_hundred_marked_files(is_pending: bool) -> None:
    check_marked(MANY, is_pending=is_pending)


@pytest.mark.soak
def test_two_hundred_mixed_files() -> None:
    check_both(MANY)


@pytest.mark.parametrize("seed", range(15))
def test_our_changes_accepted_or_rejected_one_by_one_are_answers(seed: int) -> None:
    """With nothing else done nothing is called silent, and the words are right."""
    one = answer(seed, is_pending=True, is_tracked=True, number=0)

    assert one.edits == []
    assert all(change.is_marked for change in one.found.changes)
    assert one.applied() == said(one.returned)


def test_bold_words_are_no_change_of_words() -> None:
    """Marked or not: nobody changed what it says."""
    sent = review_document(review())
    edits = [Edit("format", 5), Edit("format", 7, is_tracked=True)]

    found = compared(read_marked_bytes("a", sent), read_marked_bytes("b", Hand(sent).do(edits)))

    assert found.changes == ()
