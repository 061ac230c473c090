"""Words of a release, and findings set aside: strict values that come back as they were."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.canonical import canonical_json
from pressdesk.domain.content import Language
from pressdesk.domain.finding import Finding, FindingKind, Severity
from pressdesk.domain.ids import BlockId
from pressdesk.domain.manuscript import Place, Role
from pressdesk.domain.proofing_notes import (
    MOST_IGNORED,
    MOST_WORDS,
    Ignored,
    ProofingNotes,
    is_word,
)
from samples import NOW

WORDS = st.text(min_size=1, max_size=20).filter(is_word)
IGNORED = st.builds(
    Ignored,
    rule=st.text("abc.-", min_size=1, max_size=20),
    text=st.text(max_size=40),
    block=st.none() | st.text("01ABC", min_size=1, max_size=26).map(BlockId),
    reason=st.text(max_size=80),
    by=st.text(max_size=20),
    at=st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)),
)
NOTES = st.builds(
    ProofingNotes,
    words=st.lists(WORDS, max_size=8, unique=True).map(tuple),
    ignored=st.lists(IGNORED, max_size=8).map(tuple),
)


def finding(**changes: object) -> Finding:
    """Return a finding of a stray word in a block."""
    found = Finding(
        rule="tall.tusenskille",
        kind=FindingKind.TYPOGRAPHY,
        severity=Severity.ERROR,
        message="Del opp store tall.",
        explanation="Slik.",
        source="Språkrådet",
        language=Language.NB,
        place=Place(role=Role.BODY, line=3, block=BlockId("b1")),
        start=4,
        end=9,
        text="10000",
    )
    return replace(found, **changes)  # type: ignore[arg-type]  # fields by name


@given(notes=NOTES)
def test_notes_come_back_as_they_were(notes: ProofingNotes) -> None:
    """Canonical JSON keeps everything."""
    stored = canonical_json(notes.to_json())

    assert ProofingNotes.from_json(json.loads(stored)) == notes


@given(first=NOTES, later=NOTES)
def test_joining_two_copies_loses_nothing(first: ProofingNotes, later: ProofingNotes) -> None:
    """Words and ignored findings of both copies are there, each once, and joining again is idle."""
    joined = first.joined(later)

    assert set(joined.words) == set(first.words) | set(later.words)
    aims = {(one.rule, one.text, one.block) for one in (*first.ignored, *later.ignored)}
    assert {(one.rule, one.text, one.block) for one in joined.ignored} == aims
    assert len(joined.ignored) == len(aims)
    assert joined.joined(later) == joined


@pytest.mark.parametrize(
    "bad",
    [
        None,
        [],
        {},
        {"words": [], "ignored": [], "more": 1},
        {"words": "Skift", "ignored": []},
        {"words": [3], "ignored": []},
        {"words": ["to ord"], "ignored": []},
        {"words": [""], "ignored": []},
        {"words": ["a", "a"], "ignored": []},
        {"words": ["x" * 101], "ignored": []},
        {"words": [f"ord{n}" for n in range(MOST_WORDS + 1)], "ignored": []},
        {"words": [], "ignored": [{"rule": "a.b"}]},
        {"words": [], "ignored": [7]},
    ],
)
def test_notes_of_another_shape_are_refused(bad: object) -> None:
    """What comes from a file is believed only as far as it fits."""
    with pytest.raises(ValueError, match=r"."):
        ProofingNotes.from_json(bad)  # type: ignore[arg-type]  # hostile on purpose


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("rule", ""),
        ("by", "\ud800"),
        ("text", "x" * 2001),
        ("reason", "x" * 501),
        ("at", "2026-11-24"),
        ("block", 3),
    ],
)
def test_an_ignored_finding_of_another_shape_is_refused(member: str, value: object) -> None:
    """Every member is looked at."""
    good = Ignored.of(finding(), reason="Avtalt.", by="Kari Nes", at=NOW)
    notes = ProofingNotes(ignored=(good,)).to_json()
    notes["ignored"][0][member] = value  # type: ignore[index,call-overload]  # JSON by hand

    with pytest.raises(ValueError, match=r"."):
        ProofingNotes.from_json(notes)


def test_more_findings_set_aside_than_a_release_has_are_refused() -> None:
    """A hostile file cannot make every check slow."""
    good = Ignored.of(finding(), reason="", by="Kari Nes", at=NOW)
    notes = ProofingNotes(ignored=(good,) * (MOST_IGNORED + 1)).to_json()

    with pytest.raises(ValueError, match="more notes"):
        ProofingNotes.from_json(notes)


def test_what_is_set_aside_is_this_rule_at_these_words_in_this_block() -> None:
    """The same words elsewhere, other words, and other rules are still told of."""
    notes = ProofingNotes().with_ignored(
        Ignored.of(finding(), reason="  Avtalt \n med styret. ", by="Kari Nes", at=NOW)
    )

    assert notes.ignored[0].reason == "Avtalt med styret."
    assert notes.ignores(finding(start=20, end=25))
    assert not notes.ignores(finding(text="20000"))
    assert not notes.ignores(finding(rule="tall.annet"))
    assert not notes.ignores(finding(place=Place(role=Role.BODY, line=9, block=BlockId("b2"))))


def test_setting_aside_again_keeps_the_last_reason_and_showing_again_undoes_it() -> None:
    """One finding has one reason."""
    first = Ignored.of(finding(), reason="Først.", by="Kari Nes", at=NOW)
    second = replace(first, reason="Så.", at=NOW + timedelta(days=1))

    notes = ProofingNotes().with_ignored(first).with_ignored(second)

    assert notes.ignored == (second,)
    assert notes.without_ignored(first) == ProofingNotes()


def test_words_are_kept_once() -> None:
    """Adding a word twice changes nothing; removing it does."""
    notes = ProofingNotes().with_word("Skift").with_word("ACT").with_word("Skift")

    assert notes.words == ("Skift", "ACT")
    assert notes.without_word("Skift").words == ("ACT",)
