"""Where quotes stand: tied to the words and the speaker, and to nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from ledgers import ledger
from pressdesk.domain.approvals import (
    ApprovalState,
    ApprovalWithdrawn,
    DelegateAuthorised,
    approval_states,
)
from pressdesk.domain.ledger import EventKind
from pressdesk.domain.rounds import Decided, RoundClosed
from pressdesk.domain.text import Text
from pressdesk.textops.normalise import normal_form
from samples import content
from unit.domain.reviews import QUOTE, given, hash_of, opened

if TYPE_CHECKING:
    from pressdesk.domain.content import Content

OPENED = (EventKind.ROUND_OPENED, opened())
CLOSED = (EventKind.ROUND_CLOSED, RoundClosed(round="r1"))
GIVEN = (EventKind.APPROVAL_GIVEN, given())


def withdrawn(*names: str) -> tuple[EventKind, object]:
    taken_back = ApprovalWithdrawn(approvals=names, by="Kari Nes", reason="Saken er endret")
    return EventKind.APPROVAL_WITHDRAWN, taken_back


def with_words(words: str) -> Content:
    release = content()
    (quote,) = (one for one in release.quotes() if one.id == QUOTE)
    return release.with_block(replace(quote, paragraphs=(Text.of(words),)))


def state(records: list[tuple[EventKind, object]], release: Content) -> ApprovalState:
    return approval_states(ledger(records), release)[QUOTE].state


ORIGINAL = "– Vi gleder oss, sier daglig leder Kari Nes i Nordlys."


def test_a_quote_nobody_asked_about_lacks_its_approval() -> None:
    """Every quote is listed, and none is approved by silence."""
    states = approval_states((), content())

    assert {one.state for one in states.values()} == {ApprovalState.MISSING}
    assert list(states) == ["b2", "b3"]


def test_words_that_were_sent_are_waited_for_until_the_round_closes() -> None:
    """An answer that never came leaves the approval missing."""
    assert state([OPENED], content()) is ApprovalState.WAITING
    assert state([OPENED, CLOSED], content()) is ApprovalState.MISSING
    assert state([OPENED], with_words("– Noe annet, sier Kari Nes.")) is ApprovalState.MISSING


@examples(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8),
    st.integers(0, len(ORIGINAL)),
    st.integers(0, 4),
)
def test_an_approval_is_void_after_any_change_that_counts_and_only_then(
    inserted: str, at: int, taken: int
) -> None:
    """Whatever is typed over whatever place: the normal form alone decides."""
    words = Text.of(ORIGINAL[:at] + inserted + ORIGINAL[at + taken :]).plain
    counts = normal_form(words) != normal_form(ORIGINAL)

    found = state([OPENED, GIVEN], with_words(words))

    assert found is (ApprovalState.STALE if counts else ApprovalState.APPROVED)


def test_the_old_words_bring_the_approval_back() -> None:
    """Approvals are judged by the words in hand, so there is nothing to restore."""
    events = [OPENED, GIVEN]

    assert state(events, with_words("– Vi gleder oss ikke, sier Kari Nes.")) is ApprovalState.STALE
    assert state(events, with_words(ORIGINAL)) is ApprovalState.APPROVED


def test_another_speaker_voids_the_approval() -> None:
    """The same words said by somebody else are not approved."""
    release = content()
    (quote,) = (one for one in release.quotes() if one.id == QUOTE)
    other = release.with_block(replace(quote, speaker=release.spokespersons[1].id))

    assert state([OPENED, GIVEN], other) is ApprovalState.MISSING


def test_another_title_voids_the_approval() -> None:
    """The attribution is hashed too."""
    release = content()
    kari, ola = release.spokespersons
    other = replace(release, spokespersons=(replace(kari, title="styreleder"), ola))

    assert state([OPENED, GIVEN], other) is ApprovalState.STALE


def test_somebody_elses_yes_counts_for_nothing() -> None:
    """Neither a colleague's nor a partner's."""
    stranger = (EventKind.APPROVAL_GIVEN, given(by="Ola Li"))

    assert state([OPENED, stranger, CLOSED], content()) is ApprovalState.MISSING


@pytest.mark.parametrize("is_known", [True, False])
def test_a_delegate_needs_authority_that_was_recorded_before(is_known: bool) -> None:
    """Authority that is recorded afterwards does not make an earlier yes count."""
    authority = (
        EventKind.DELEGATE_AUTHORISED,
        DelegateAuthorised(speaker="Kari Nes", delegate="Ola Li", evidence="E-post 20. november"),
    )
    yes = (EventKind.APPROVAL_GIVEN, given(by="Ola Li"))
    events = [OPENED, authority, yes] if is_known else [OPENED, yes, authority]

    found = state([*events, CLOSED], content())

    assert found is (ApprovalState.APPROVED if is_known else ApprovalState.MISSING)


def test_a_withdrawn_approval_is_gone() -> None:
    """The quote is as if nobody had answered."""
    assert state([OPENED, GIVEN, CLOSED, withdrawn("a1")], content()) is ApprovalState.MISSING


def test_an_answer_to_an_earlier_round_revives_nothing() -> None:
    """A replayed file counts no more than the first time; a new question can be answered."""
    replay = (EventKind.APPROVAL_GIVEN, given(name="a2"))
    asked_again = (EventKind.ROUND_OPENED, opened("r2", 2))
    answered = (EventKind.APPROVAL_GIVEN, given(name="a3", asked_in="r2"))
    events = [OPENED, GIVEN, CLOSED, withdrawn("a1"), replay]

    assert state(events, content()) is ApprovalState.MISSING
    assert state([*events, asked_again, answered], content()) is ApprovalState.APPROVED


def test_a_call_after_the_withdrawal_counts() -> None:
    """What an officer notes is new by nature."""
    noted = (EventKind.APPROVAL_GIVEN, given(name="a2", asked_in=None))

    assert state([OPENED, GIVEN, withdrawn("a1"), noted], content()) is ApprovalState.APPROVED


def test_an_answer_to_a_round_that_is_not_in_the_ledger_counts_for_nothing() -> None:
    """It was made for something else."""
    assert state([GIVEN], content()) is ApprovalState.MISSING


def test_who_declines_to_be_quoted_stays_declined_when_the_words_change() -> None:
    """Other words do not make a yes of a no; a new yes does."""
    declined = (EventKind.APPROVAL_GIVEN, given(decision=Decided.DECLINED))
    other = with_words("– Vi er glade, sier Kari Nes.")
    yes = (EventKind.APPROVAL_GIVEN, given(other, name="a2", asked_in=None))

    assert state([OPENED, declined], content()) is ApprovalState.DECLINED
    assert state([OPENED, declined], other) is ApprovalState.DECLINED
    assert state([OPENED, declined, yes], other) is ApprovalState.APPROVED


def test_words_approved_as_changed_are_approved_only_as_they_were_changed() -> None:
    """The yes is to what the speaker wrote, so the words that were sent stay unapproved."""
    changed = with_words("– Vi gleder oss stort, sier daglig leder Kari Nes i Nordlys.")
    yes = (EventKind.APPROVAL_GIVEN, given(changed, decision=Decided.APPROVED_AS_CHANGED))

    assert state([OPENED, yes], changed) is ApprovalState.APPROVED
    assert state([OPENED, yes, CLOSED], content()) is ApprovalState.STALE


def test_an_approved_quote_may_move_to_another_block() -> None:
    """Approvals are matched by words and speaker."""
    release = content()
    (quote,) = (one for one in release.quotes() if one.id == QUOTE)
    moved = replace(release, blocks=(replace(quote, id="b9"), *release.blocks[2:]))

    assert approval_states(ledger([OPENED, GIVEN]), moved)["b9"].state is ApprovalState.APPROVED


def test_the_standing_tells_who_when_and_in_which_round() -> None:
    """What stands beside the tick."""
    standing = approval_states(ledger([OPENED, GIVEN]), content())[QUOTE]

    assert standing.given is not None
    assert standing.given.by == "Kari Nes"
    assert standing.round_number == 1
    assert standing.given.content_hash == hash_of(content())
