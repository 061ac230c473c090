"""Words of the other written form: what they are in the one of the text comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.content import Language
from pressdesk.proofing.spelling.other_form import counterparts

if TYPE_CHECKING:
    from pressdesk.proofing.spelling import Speller


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("Forskerne", "Forskarane"),
        ("vannet", "vatnet"),
        ("mener", "meiner"),
        ("særlig", "særleg"),
        ("løsninger", "løysningar"),
        ("direktivene", "direktiva"),
        ("fremtiden", "framtida"),
        ("sykehuset", "sjukehuset"),
    ],
)
def test_bokmal_words_become_nynorsk(nynorsk: Speller, word: str, right: str) -> None:
    """The first suggestion is the same word, in its nynorsk form."""
    assert nynorsk.suggest(word)[0] == right


@pytest.mark.parametrize(
    ("word", "right"), [("læraren", "læreren"), ("skulane", "skulene"), ("forskarane", "forskerne")]
)
def test_nynorsk_words_become_bokmal(bokmal: Speller, word: str, right: str) -> None:
    """The other way round, too."""
    assert bokmal.suggest(word)[0] == right


def test_english_has_no_other_form() -> None:
    """There is nothing to turn a word into."""
    assert list(counterparts("colour", Language.EN)) == []
