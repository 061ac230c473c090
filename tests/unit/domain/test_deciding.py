"""Proposals in the text: exactly as proposed, taken out again without a trace, or refused."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.content import Content, Paragraph, QuoteBlock
from pressdesk.domain.deciding import Deciding, Landed, Proposed, accepted
from pressdesk.domain.ids import BlockId, PartnerId
from pressdesk.domain.places import words_at
from pressdesk.domain.proposals import (
    Proposal,
    ProposalChange,
    ProposalFlag,
    ProposalPart,
    ProposalState,
)
from pressdesk.domain.text import Mark, MarkKind, Text
from pressdesk.textops.diff import edits
from pressdesk.textops.merge import Landing
from samples import content

NUMBERS = count(1)
B1 = (ProposalPart.BLOCK, BlockId("b1"))
B2 = (ProposalPart.BLOCK, BlockId("b2"))
WORDS = ("varme", "kraft", "ikke", "12 000", "Bodø", "ny", "2028", "samarbeid", "anlegg", "sa")


def proposal(place: tuple[ProposalPart, BlockId | None] = B1, **changes: object) -> Proposal:
    """Return a proposal; each has another id."""
    made = Proposal(
        id=f"p{next(NUMBERS)}",
        part=place[0],
        block=place[1],
        start=0,
        end=0,
        old="",
        new="",
        change=ProposalChange.WORDS,
        after=None,
        author="Ola Li",
        partner=PartnerId("p2"),
        is_marked=True,
        flags=(),
    )
    return replace(made, **changes)


def wording(
    old: str,
    new: str,
    place: tuple[ProposalPart, BlockId | None] = B1,
    base: Content | None = None,
) -> Proposal:
    """Return the proposal to write ``new`` for ``old``."""
    words = words_at(base or content(), place)
    assert words is not None
    start = words.index(old)
    return proposal(place, start=start, end=start + len(old), old=old, new=new)


def by(*proposals: Proposal, base: Content | None = None) -> Proposed:
    """Return what one person proposes."""
    return Proposed(base=base or content(), proposals=proposals)


def said(text: Content | None, place: tuple[ProposalPart, BlockId | None] = B1) -> str | None:
    assert text is not None
    return words_at(text, place)


def landing(deciding: Deciding, name: str, text: Content | None = None) -> Landed:
    return next(one for one in deciding.landings(text or content(), {}) if one.proposal.id == name)


def test_an_accepted_proposal_stands_in_the_text() -> None:
    """With exactly its words, and nothing else changed."""
    after = accepted(content(), content(), wording("2028", "2029"))

    assert said(after) == "Anlegget er ferdig i 2029."
    assert after is not None
    assert after.with_block(content().blocks[0]) == content()


def test_a_quote_keeps_its_speaker_and_its_owner() -> None:
    """And the same id."""
    after = accepted(content(), content(), wording("gleder oss", "er glade", B2))

    assert after is not None
    quote, before = after.blocks[1], content().blocks[1]
    assert isinstance(quote, QuoteBlock)
    assert isinstance(before, QuoteBlock)
    assert (quote.id, quote.speaker, quote.owner) == (before.id, before.speaker, before.owner)


def test_marks_stay_over_words_that_stay() -> None:
    """What was strong is strong afterwards."""
    strong = Text("Anlegget er ferdig i 2028.", (Mark(start=0, end=8, kind=MarkKind.STRONG),))
    text = content().with_block(Paragraph(id=BlockId("b1"), text=strong))

    after = accepted(text, text, wording("2028", "2029"))

    assert after is not None
    (block, *_) = after.blocks
    assert block.texts[0].marks == strong.marks


def test_words_elsewhere_do_not_matter() -> None:
    """The officer went on writing in the same sentence: the change still lands where it belongs."""
    text = accepted(content(), content(), wording("Anlegget", "Det store anlegget"))
    assert text is not None

    after = accepted(text, content(), wording("2028", "2029"))

    assert said(after) == "Det store anlegget er ferdig i 2029."


def test_words_that_went_on_are_a_conflict() -> None:
    """Nothing is guessed; by choice the proposal comes instead of what stands there."""
    text = accepted(content(), content(), wording("2028", "2030"))
    assert text is not None
    one = wording("2028", "2029")

    assert accepted(text, content(), one) is None
    assert said(accepted(text, content(), one, is_forced=True)) == "Anlegget er ferdig i 2029."


def test_two_people_who_want_it_otherwise_contradict_each_other() -> None:
    """Neither wins by coming first; either can be chosen; then the other one does not fit."""
    one, other = wording("2028", "2029"), wording("2028", "2030")
    deciding = Deciding((by(one), by(other)))

    assert landing(deciding, one.id).rivals == (other.id,)
    assert landing(deciding, other.id).is_conflict
    both = deciding.accept(content(), {}, (one.id, other.id))
    assert (both.content, both.decisions) == (content(), {})
    assert both.refused == (one.id, other.id)
    chosen = deciding.accept(content(), {}, (other.id,))
    assert said(chosen.content) == "Anlegget er ferdig i 2030."
    late = deciding.accept(chosen.content, chosen.decisions, (one.id,))
    assert late.refused == (one.id,)
    assert late.content == chosen.content


def test_two_people_who_want_the_same_agree() -> None:
    """The second one is there already."""
    one, other = wording("2028", "2029"), wording("2028", "2029")
    deciding = Deciding((by(one), by(other)))

    after = deciding.accept(content(), {}, (one.id, other.id))

    assert after.refused == ()
    assert said(after.content) == "Anlegget er ferdig i 2029."
    assert after.decisions == {one.id: True, other.id: True}


def test_changes_of_one_person_never_stand_in_each_others_way() -> None:
    """Side by side in one sentence, accepted one by one in any order."""
    first, second = wording("ferdig", "klart"), wording("2028", "2029")
    deciding = Deciding((by(first, second),))

    for order in ((first, second), (second, first)):
        text, decided = content(), {}
        for one in order:
            outcome = deciding.accept(text, decided, (one.id,))
            assert outcome.refused == ()
            text, decided = outcome.content, dict(outcome.decisions)
        assert said(text) == "Anlegget er klart i 2029."


def test_a_rejected_proposal_is_taken_out_again() -> None:
    """Accept, then reject: the text is as it was, whatever was written beside it."""
    one, other = wording("2028", "2029"), wording("Anlegget", "Huset")
    deciding = Deciding((by(one), by(other)))
    text = deciding.accept(content(), {}, (one.id, other.id))

    after = deciding.reject(text.content, text.decisions, (one.id,))

    assert said(after.content) == "Huset er ferdig i 2028."
    assert after.decisions == {one.id: False, other.id: True}


def test_what_was_written_over_stays_accepted() -> None:
    """It cannot be taken out without losing somebody's words."""
    one = wording("2028", "2029")
    deciding = Deciding((by(one),))
    text = deciding.accept(content(), {}, (one.id,))
    over = text.content.with_block(
        Paragraph(id=BlockId("b1"), text=Text.of("Anlegget er ferdig i 2031."))
    )

    after = deciding.reopen(over, text.decisions, (one.id,))

    assert after.refused == (one.id,)
    assert (after.content, after.decisions) == (over, text.decisions)


def test_added_paragraphs_come_in_their_order() -> None:
    """Whichever is accepted first."""
    first = proposal(B1, change=ProposalChange.ADDED, new="Nytt en.")
    second = proposal(B1, change=ProposalChange.ADDED, new="Nytt to.")
    deciding = Deciding((by(first, second),))

    after = deciding.accept(content(), {}, (second.id,))
    after = deciding.accept(after.content, after.decisions, (first.id,))

    words = [block.texts[0].plain for block in after.content.blocks[1:3]]
    assert words == ["Nytt en.", "Nytt to."]
    assert deciding.reopen(after.content, after.decisions, (first.id, second.id)).content == (
        content()
    )


def test_added_speech_waits_for_its_speaker() -> None:
    """A paragraph that opens like a quote is one, and nobody has approved it."""
    one = proposal(B1, change=ProposalChange.ADDED, new="– Vi er enige, sier Ola Li.")

    after = accepted(content(), content(), one)

    assert after is not None
    quote = after.blocks[1]
    assert isinstance(quote, QuoteBlock)
    assert after.is_uncertain(quote)


def test_a_removed_block_goes_and_comes_back() -> None:
    """In the place where it stood."""
    one = proposal(B1, change=ProposalChange.REMOVED, old="Anlegget er ferdig i 2028.", end=26)
    deciding = Deciding((by(one),))

    gone = deciding.accept(content(), {}, (one.id,))
    back = deciding.reopen(gone.content, gone.decisions, (one.id,))

    assert [block.id for block in gone.content.blocks] == ["b2", "b3"]
    assert back.content == content()


def test_a_moved_block_goes_and_comes_back() -> None:
    """Behind the block that was named, or to the top."""
    one = proposal(B1, change=ProposalChange.MOVED, after=BlockId("b3"))
    top = proposal((ProposalPart.BLOCK, BlockId("b3")), change=ProposalChange.MOVED, after=None)
    deciding = Deciding((by(one), by(top)))

    moved = deciding.accept(content(), {}, (one.id,))

    assert [block.id for block in moved.content.blocks] == ["b2", "b3", "b1"]
    assert deciding.reopen(moved.content, moved.decisions, (one.id,)).content == content()
    first = deciding.accept(content(), {}, (top.id,)).content
    assert [block.id for block in first.blocks] == ["b3", "b1", "b2"]


def test_a_split_paragraph_becomes_two_and_its_other_changes_still_fit() -> None:
    """Also behind the split, and all of it can be taken back."""
    words = words_at(content(), B1) or ""
    at = words.index(" i 2028")
    split = proposal(B1, start=at, end=at + 1, old=" ", new=".\n")
    year = wording("2028", "2029")
    deciding = Deciding((by(split, year),))

    first = deciding.accept(content(), {}, (split.id,))
    both = deciding.accept(first.content, first.decisions, (year.id,))

    assert [block.texts[0].plain for block in both.content.blocks[:2]] == [
        "Anlegget er ferdig.",
        "i 2029.",
    ]
    assert both.refused == ()
    back = deciding.reopen(both.content, both.decisions, (split.id, year.id))
    assert (back.refused, back.content) == ((), content())


def test_facts_are_noted_and_change_nothing() -> None:
    """Contacts and dates are mended by hand."""
    one = proposal((ProposalPart.FACTS, None), old="900 00 001", new="900 00 002", end=10)

    outcome = Deciding((by(one),)).accept(content(), {}, (one.id,))

    assert (outcome.content, outcome.decisions) == (content(), {one.id: True})


@pytest.mark.parametrize(
    "bent",
    [
        proposal(B1, start=0, end=4, old="Noe ", new="x"),
        proposal(B1, start=0, end=9_999, old="Anlegget", new="x"),
        proposal((ProposalPart.BLOCK, BlockId("nei")), old="x", end=1, new="y"),
        proposal(B1, change=ProposalChange.MOVED, after=BlockId("nei")),
    ],
)
def test_a_proposal_that_does_not_fit_what_was_sent_is_refused(bent: Proposal) -> None:
    """A ledger from outside may say anything."""
    deciding = Deciding((by(bent),))

    assert deciding.landings(content(), {})[0].landing is Landing.CONFLICT
    assert accepted(content(), content(), bent) is None


def test_states_follow_the_decisions() -> None:
    """Open, accepted, rejected."""
    one, other, third = wording("2028", "2029"), wording("er", "ble"), wording("i", "om")
    deciding = Deciding((by(one, other, third),))

    states = [
        found.state for found in deciding.landings(content(), {other.id: True, third.id: False})
    ]

    assert states == [ProposalState.OPEN, ProposalState.ACCEPTED, ProposalState.REJECTED]


sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
paragraphs = st.lists(sentences, min_size=1, max_size=3).map("\n".join)


def quote_of(words: str) -> Content:
    """Return the sample with the words of its first quote changed."""
    quote = next(content().quotes())
    texts = tuple(Text.of(line) for line in words.split("\n"))
    return content().with_block(replace(quote, paragraphs=texts))


def answer(base: Content, words: str) -> Proposed:
    """Return the proposals of somebody who would have a quote otherwise."""
    before = words_at(base, B2) or ""
    found = (
        proposal(
            B2,
            start=one.old_start,
            end=one.old_end,
            old=before[one.old_start : one.old_end],
            new=words[one.new_start : one.new_end],
        )
        for one in edits(before, words)
    )
    return Proposed(base=base, proposals=tuple(found))


@given(paragraphs, paragraphs, st.randoms(use_true_random=False))
def test_all_proposals_of_an_answer_give_what_it_said(before: str, after: str, chance) -> None:  # noqa: ANN001  # hypothesis's own class
    """In any order, one by one or at once; and taken back they leave what was sent."""
    base = quote_of(before)
    proposed = answer(base, after)
    deciding = Deciding((proposed,))
    names = [one.id for one in proposed.proposals]
    chance.shuffle(names)

    at_once = deciding.accept(base, {}, names)
    text, decided = base, {}
    for name in names:
        outcome = deciding.accept(text, decided, (name,))
        text, decided = outcome.content, dict(outcome.decisions)

    assert words_at(at_once.content, B2) == after
    assert words_at(text, B2) == after
    chance.shuffle(names)
    for name in names:
        outcome = deciding.reopen(text, decided, (name,))
        assert outcome.refused == ()
        text, decided = outcome.content, dict(outcome.decisions)
    assert words_at(text, B2) == before


@given(paragraphs, paragraphs, paragraphs)
def test_no_word_comes_that_nobody_wrote(before: str, mine: str, yours: str) -> None:
    """Whatever two people propose and in whichever order, all that is taken was proposed."""
    base = quote_of(before)
    one, other = answer(base, mine), answer(base, yours)
    names = [found.id for found in (*one.proposals, *other.proposals)]

    first = Deciding((one, other)).accept(base, {}, names)
    second = Deciding((other, one)).accept(base, {}, names)

    assert words_at(first.content, B2) == words_at(second.content, B2)
    assert set(first.refused) == set(second.refused)
    known = {word for text in (before, mine, yours) for word in text.split()}
    assert set((words_at(first.content, B2) or "").split()) <= known


def test_edits_of_others_quotes_are_known_by_their_flag() -> None:
    """They are rejected before anybody looks."""
    from pressdesk.domain.deciding import default_decisions

    foreign = proposal(B2, flags=(ProposalFlag.FOREIGN_QUOTE,))

    assert default_decisions((foreign, proposal(B2))) == {foreign.id: False}
