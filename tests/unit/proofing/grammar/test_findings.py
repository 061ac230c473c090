"""From LanguageTool's places and categories to ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.content import Language
from pressdesk.domain.finding import FindingKind, Severity
from pressdesk.domain.manuscript import Passage, Place, Role
from pressdesk.proofing.grammar.findings import code_points, finding_of, is_of_speller
from pressdesk.proofing.grammar.languagetool import Remark

WORDS = st.text(st.sampled_from("aå \u0301😀𝒳\u200d👩."), max_size=12)


def remark(start: int = 0, length: int = 2, **changes: str) -> Remark:
    """Return a remark."""
    facts = {"rule": "X", "category": "GRAMMAR", "issue": "grammar", "message": "Say it so."}
    return Remark(start=start, length=length, replacements=("goes",), **{**facts, **changes})


def units(text: str) -> int:
    """Return the length of ``text`` in Java."""
    return len(text.encode("utf-16-le")) // 2


@given(WORDS, WORDS.filter(bool), WORDS)
def test_places_are_code_points(before: str, marked: str, after: str) -> None:
    """Whatever signs stand before and in the marked words."""
    found = code_points(before + marked + after, units(before), units(marked))

    assert found == (len(before), len(before) + len(marked))


@given(WORDS, st.integers(-3, 40), st.integers(-3, 40))
def test_places_outside_are_none(text: str, start: int, length: int) -> None:
    """And those inside cover something."""
    found = code_points(text, start, length)

    is_inside = start >= 0 and length > 0 and start + length <= units(text)
    assert (found is not None) == is_inside
    if found is not None:
        assert 0 <= found[0] < found[1] <= len(text)


@pytest.mark.parametrize(
    ("category", "issue", "kind", "severity"),
    [
        ("GRAMMAR", "grammar", FindingKind.GRAMMAR, Severity.WARNING),
        ("CONFUSED_WORDS", "misspelling", FindingKind.SPELLING, Severity.WARNING),
        ("PUNCTUATION", "typographical", FindingKind.PUNCTUATION, Severity.WARNING),
        ("TYPOGRAPHY", "whitespace", FindingKind.TYPOGRAPHY, Severity.WARNING),
        ("REDUNDANCY", "style", FindingKind.STYLE, Severity.ADVICE),
        ("MISC", "style", FindingKind.STYLE, Severity.ADVICE),
        ("UNHEARD_OF", "unheard-of", FindingKind.GRAMMAR, Severity.WARNING),
    ],
)
def test_kinds_follow_categories(
    category: str, issue: str, kind: FindingKind, severity: Severity
) -> None:
    """Style is advice, and nothing is an error."""
    passage = Passage(place=Place(role=Role.BODY, line=1), text="He go.")

    found = finding_of(remark(3, 2, category=category, issue=issue), passage, Language.EN)

    assert found is not None
    assert (found.kind, found.severity, found.text) == (kind, severity, "go")


def test_a_strange_rule_has_a_plain_name() -> None:
    """What a server calls its rules ends up in files and lists."""
    passage = Passage(place=Place(role=Role.BODY, line=1), text="He go.")

    names = [
        found.rule
        for rule in ("HE_VERB_AGR", "a b", "x\n", "", "é", "x" * 99)
        if (found := finding_of(remark(rule=rule), passage, Language.EN))
    ]

    assert names == ["lt.HE_VERB_AGR", *["lt.other"] * 5]


def test_only_spellers_are_left_out() -> None:
    """Rules that know a word to be wrong in its sentence say more than a dictionary."""
    spellers = ("MORFOLOGIK_RULE_EN_GB", "HUNSPELL_RULE", "GERMAN_SPELLER_RULE", "FR_SPELLING_RULE")

    assert all(is_of_speller(remark(rule=rule)) for rule in spellers)
    assert not is_of_speller(remark(rule="CONFUSION_OF_THEN_THAN"))
