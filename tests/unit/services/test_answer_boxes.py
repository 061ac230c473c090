"""What stands in the box under a quote: a yes is a yes only where nothing is added to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.rounds import Decided
from pressdesk.services.answer_boxes import decision_in

PEOPLE = ("Kari Nes", "Bjørn Kjærand Haugland")


@pytest.mark.parametrize(
    "words",
    [
        "GODKJENT",
        "godkjent.",
        "Godkjend",
        "APPROVED!",
        "  GODKJENT  – Kari Nes",
        "GODKJENT, B.K. Haugland 24.11.2026",
        "Godkjent av Bjørn Kjærand Haugland, 24. november 2026 kl. 12.00",
        "Ja, godkjent. Mvh Kari",
        "GODKJENT K7-M2-Q9",
        "GODKJENT 2026-11-24 12:00",
        "«GODKJENT»",
    ],
)
def test_a_bare_yes_is_a_yes(words: str) -> None:
    """With a name, a date, a greeting or the code around it."""
    assert decision_in(words, PEOPLE, is_changed=False) is Decided.APPROVED
    assert decision_in(words, PEOPLE, is_changed=True) is Decided.APPROVED_AS_CHANGED


@pytest.mark.parametrize(
    ("words", "decision"),
    [
        ("IKKE SITER MEG", Decided.DECLINED),
        ("Ikkje siter meg!", Decided.DECLINED),
        ("Do not quote me", Decided.DECLINED),
        ("Kari Nes: ikke siter meg på dette", Decided.DECLINED),
        ("ikke godkjent", Decided.CHANGE_ASKED),
        ("Ikkje godkjend", Decided.CHANGE_ASKED),
        ("NOT APPROVED", Decided.CHANGE_ASKED),
        ("Må endres", Decided.CHANGE_ASKED),
        ("Endre 200 til 300", Decided.CHANGE_ASKED),
        ("GODKJENT, men endre 200 til 300", Decided.CHANGE_ASKED),
        ("please change the last sentence", Decided.CHANGE_ASKED),
        ("Kan ikke godkjennes", Decided.CHANGE_ASKED),
    ],
)
def test_a_no_is_a_no(words: str, decision: Decided) -> None:
    """Whether the quote was changed or not."""
    assert decision_in(words, PEOPLE, is_changed=False) is decision
    assert decision_in(words, PEOPLE, is_changed=True) is decision


@pytest.mark.parametrize(
    "words",
    ["", "?", "ok", "ja", "Ser bra ut", "GODKJENT?", "GODKJENT 300", "Godkjent hvis det haster"],
)
def test_what_is_not_clear_is_nothing(words: str) -> None:
    """It is shown to the officer, and counts as no answer."""
    assert decision_in(words, PEOPLE, is_changed=False) is None


def test_a_yes_with_changes_needs_changes() -> None:
    """Without any in the file, it may be that they were lost."""
    words = "Godkjent med mine endringer"

    assert decision_in(words, PEOPLE, is_changed=True) is Decided.APPROVED_AS_CHANGED
    assert decision_in(words, PEOPLE, is_changed=False) is None


@given(st.text(max_size=60))
def test_nothing_is_a_yes_that_does_not_say_so(words: str) -> None:
    """Whatever somebody types, and however it is spelt."""
    found = decision_in(words, PEOPLE, is_changed=False)

    folded = words.casefold()
    if found is Decided.APPROVED:
        assert any(yes in folded for yes in ("godkjen", "approved"))
