"""Partners, contacts and speakers are changed by id, and everything that hangs on them follows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pressdesk.domain.content import Content, QuoteBlock, QuoteDash
from pressdesk.domain.errors import TextMissing
from pressdesk.domain.ids import BlockId, PartnerId, PersonId
from pressdesk.domain.recognised import CleanUp, CleanUpKind
from pressdesk.domain.text import Mark, MarkKind, Text
from pressdesk.services import parties
from samples import content, counting_ids

B2 = BlockId("b2")


def with_words(words: Text) -> Content:
    quote = next(content().quotes())
    return content().with_block(replace(quote, paragraphs=(words,)))


def quote(content: Content, block: BlockId = B2) -> QuoteBlock:
    return next(one for one in content.quotes() if one.id == block)


def test_the_quote_dash_moves_marks_along() -> None:
    """Bold words stay bold, and space that stood in front gives way."""
    strong = Mark(start=3, end=6, kind=MarkKind.STRONG)
    before = with_words(Text("  Nå skjer det, sier Kari Nes.", (strong,)))

    after = parties.with_dash(before, B2)

    (text,) = quote(after).paragraphs
    (mark,) = text.marks
    assert text.plain == "–\u00a0Nå skjer det, sier Kari Nes."
    assert text.plain[mark.start : mark.end] == "å s"
    assert quote(after).dash is QuoteDash.PRESENT
    assert parties.with_dash(after, B2) == after


def test_a_mark_over_the_space_in_front_covers_what_is_left() -> None:
    """A mark never begins before its text does."""
    marks = (
        Mark(start=0, end=1, kind=MarkKind.EMPHASIS),
        Mark(start=0, end=4, kind=MarkKind.STRONG),
    )
    after = parties.with_dash(with_words(Text("  Nå skjer det, sier Kari.", marks)), B2)

    (text,) = quote(after).paragraphs
    assert [text.plain[mark.start : mark.end] for mark in text.marks] == ["Nå"]


def test_another_organisation_gives_all_quotes_to_its_partner() -> None:
    """Another title or name does not touch who answers for the words."""
    person = content().spokespersons[0]

    moved = parties.with_person(content(), replace(person, organisation="Fjell"))
    titled = parties.with_person(content(), replace(person, title="styreleder"))

    assert quote(moved).owner == "p2"
    assert quote(titled).owner == "p1"
    with pytest.raises(TextMissing):
        parties.with_person(content(), replace(person, name=" "))


def test_the_owner_follows_the_speaker() -> None:
    """Nobody speaking means that nobody answers, until somebody is chosen."""
    silent = parties.with_speaker(content(), B2, None)
    spoken = parties.with_speaker(silent, B2, PersonId("s1"))

    assert (quote(silent).speaker, quote(silent).owner) == (None, None)
    assert (quote(spoken).speaker, quote(spoken).owner) == ("s1", "p1")


def test_what_is_not_there_is_left_alone() -> None:
    """A block that is no quote, a partner that is gone, an end of the order."""
    gone = BlockId("gone")

    assert parties.with_speaker(content(), gone, None) == content()
    assert parties.with_owner(content(), gone, None) == content()
    assert parties.with_indirect(content(), gone, is_indirect=True) == content()
    assert parties.with_partner_moved(content(), PartnerId("p1"), -1) == content()
    assert parties.with_partner_moved(content(), PartnerId("p9"), 1) == content()


def test_a_new_partner_takes_the_quotes_that_name_it() -> None:
    """As when its name was only the speaker's organisation before."""
    person = replace(content().spokespersons[1], organisation="Kyst")
    before = parties.with_person(content(), person)

    after = parties.with_new_partner(before, " Kyst ", counting_ids())

    assert quote(after, BlockId("b3")).owner == after.partners[-1].id
    with pytest.raises(TextMissing):
        parties.with_new_partner(before, " ", counting_ids())


@pytest.mark.parametrize(("line", "place"), [(1, 0), (6, 1), (9, 2), (99, 3)])
def test_what_was_cleaned_away_goes_back_to_its_place(line: int, place: int) -> None:
    """Behind the last block that stood above it; what was written since does not matter."""
    removed = CleanUp(kind=CleanUpKind.WEB_RESIDUE, line=line, text="  Del: ")
    lines = {BlockId("b1"): (5,), BlockId("b2"): (7, 8), BlockId("b3"): (10,)}

    after, block = parties.with_put_back(content(), removed, lines, counting_ids())

    assert after.blocks[place].id == block
    assert after.blocks[place].texts[0].plain == "Del:"
