"""The sentences about what is missing, as a Norwegian editor would write them."""

from __future__ import annotations

from itertools import product

import pytest

from pressdesk.domain.approvals import ApprovalState, Standing
from pressdesk.domain.changed_words import WordChange
from pressdesk.domain.ids import BlockId
from pressdesk.domain.preflight import Gap, GapCode
from pressdesk.i18n.gaps import gap_words
from samples import NOW

STANDING = Standing(state=ApprovalState.STALE, code="P3-8C-VD", at=NOW)
CHANGED = Gap(
    code=GapCode.QUOTE_CHANGED, block=BlockId("b"), who="Monica Paulsen", standing=STANDING
)


@pytest.mark.parametrize(
    ("change", "nb", "nn"),
    [
        (
            WordChange(old="raskere", new="bedre"),
            "Sitat av Monica Paulsen må godkjennes på nytt: «raskere» er endret til «bedre» siden "
            "godkjenningen 24. november.",
            "Sitat av Monica Paulsen må godkjennast på nytt: «raskere» er endra til «bedre» sidan "
            "godkjenninga 24. november.",
        ),
        (
            WordChange(old="", new="ikke", others=1),
            "Sitat av Monica Paulsen må godkjennes på nytt: «ikke» er lagt til siden "
            "godkjenningen 24. november. Det er én forskjell til.",
            "Sitat av Monica Paulsen må godkjennast på nytt: «ikke» er lagt til sidan "
            "godkjenninga 24. november. Det er éin skilnad til.",
        ),
        (
            WordChange(old="ikke", new="", others=3),
            "Sitat av Monica Paulsen må godkjennes på nytt: «ikke» er tatt ut siden "
            "godkjenningen 24. november. Det er 3 forskjeller til.",
            "Sitat av Monica Paulsen må godkjennast på nytt: «ikke» er teke ut sidan "
            "godkjenninga 24. november. Det er 3 skilnader til.",
        ),
        (
            None,
            "Sitat av Monica Paulsen må godkjennes på nytt: Ordlyden er endret siden "
            "godkjenningen 24. november.",
            "Sitat av Monica Paulsen må godkjennast på nytt: Ordlyden er endra sidan "
            "godkjenninga 24. november.",
        ),
    ],
)
def test_changed_words_are_named_with_their_day(
    change: WordChange | None, nb: str, nn: str
) -> None:
    """Who, what was there, what is there, since when."""
    assert gap_words(CHANGED, "nb", change=change) == nb
    assert gap_words(CHANGED, "nn", change=change) == nn


@pytest.mark.parametrize(
    ("code", "who", "place", "language"),
    list(product(GapCode, ["", "Kari Nes"], ["", "Vi gleder oss"], ["nb", "nn", "en"])),
)
def test_every_gap_has_its_sentence(code: GapCode, who: str, place: str, language: str) -> None:
    """With and without a name and words: whole, nothing left to fill in."""
    gap = Gap(code=code, who=who, words="[navn]", count=2, standing=STANDING)

    said = gap_words(gap, language, place=place)

    assert said[-1] == "."
    assert not {"{", "}"} & set(said)
    assert "  " not in said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "3 kommentarer fra Kari Nes til «Vi gleder oss» er ikke avklart. "),
        ("nn", "3 kommentarar frå Kari Nes til «Vi gleder oss» er ikkje avklarte. "),
        ("en", "3 comments by Kari Nes on “Vi gleder oss” are not settled. "),
    ],
)
def test_comments_are_counted(language: str, said: str) -> None:
    """One sentence tells of all that one person has on one place."""
    gap = Gap(code=GapCode.COMMENT_OPEN, who="Kari Nes", count=3)

    assert gap_words(gap, language, place="Vi gleder oss").startswith(said)
