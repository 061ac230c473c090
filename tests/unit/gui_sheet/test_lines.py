from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.ids import BlockId, PartnerId, PersonId
from pressdesk.domain.text import Text
from pressdesk.gui.sheet.inline import joined, runs_of, text_of
from pressdesk.gui.sheet.lines import Facts, Hold, Line, LineKind, Shape, content_of, lines_of
from pressdesk.gui.sheet.order import ordered
from unit.gui_sheet.contents import contents, texts

if TYPE_CHECKING:
    from pressdesk.domain.content import Content

shapes = st.builds(
    Shape,
    kind=st.sampled_from(LineKind),
    id=st.none() | st.sampled_from("abc").map(BlockId),
    speaker=st.none() | st.just(PersonId("paulsen")),
    owner=st.none() | st.just(PartnerId("act")),
    is_absent=st.booleans(),
)


@given(contents())
def test_a_content_comes_back_from_its_lines(content: Content) -> None:
    """Lines hold everything that a content says."""
    hold = Hold()

    lines = lines_of(content, hold, BlockId("new"))

    assert content_of(lines, hold) == content


@given(contents())
def test_lines_of_a_content_are_in_good_order(content: Content) -> None:
    """Nothing has to be repaired in a sheet that was just loaded."""
    lines = lines_of(content, Hold(), BlockId("new"))

    slots = ordered([line.shape for line in lines], facts=0, new_id=lambda: BlockId("never"))

    assert [slot.shape for slot in slots] == [line.shape for line in lines]
    assert [slot.source for slot in slots] == list(range(len(lines)))


@given(contents(), st.lists(st.none() | shapes, min_size=1, max_size=12))
def test_any_lines_can_be_put_in_an_order_that_makes_a_content(
    content: Content, found: list[Shape | None]
) -> None:
    """However lines were disordered, ids are unique afterwards and no line is lost."""
    hold = Hold()
    facts = hold.put(Facts(content))
    found = [Shape(kind=LineKind.TITLE, carried=facts), *found]
    numbers = itertools.count()

    slots = ordered(found, facts=facts, new_id=lambda: BlockId(f"new-{next(numbers)}"))
    made = content_of([Line(slot.shape, Text("x")) for slot in slots], hold)

    assert [slot.source for slot in slots if slot.source is not None] == list(range(len(found)))
    ids = [block.id for block in made.blocks] + [one.id for one in made.boilerplates]
    assert len(set(ids)) == len(ids)
    again = ordered([slot.shape for slot in slots], facts=facts, new_id=lambda: BlockId("never"))
    assert [slot.shape for slot in again] == [slot.shape for slot in slots]


@given(texts())
def test_a_text_comes_back_from_its_runs(text: Text) -> None:
    """Marks survive in their order, however they lie over one another."""
    assert text_of(runs_of(text)) == text


@given(texts(), st.integers(0, 12))
def test_the_halves_of_a_text_make_its_words(text: Text, place: int) -> None:
    """Cutting and joining keeps every letter."""
    whole = joined((text.part(0, place), text.part(place)))

    assert whole.plain == text.plain
