"""Names that a text introduces are not asked about; the others are, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.content import Language
from pressdesk.domain.manuscript import Passage, Place, Role
from pressdesk.proofing.spelling import KnownWords, introduced, once_each, spelling_findings
from pressdesk.textops.tokens import tokens

if TYPE_CHECKING:
    from pressdesk.proofing.spelling import Speller


def told(speller: Speller, *lines: str) -> list[tuple[str, str]]:
    """Return word and rule of what is left to say about the lines, as the proofreader says it."""
    findings = []
    names: set[str] = set()
    for number, line in enumerate(lines, 1):
        cut = tokens(line)
        passage = Passage(place=Place(role=Role.BODY, line=number), text=line)
        findings += spelling_findings(passage, cut, speller, KnownWords())
        names |= introduced(cut, speller.is_name)
    left = once_each(findings, frozenset(names), Language.NB)
    return [(finding.text, finding.rule) for finding in left]


@pytest.mark.parametrize(
    "line",
    [
        "Det mener ordfører Kleverudson i dag.",
        "Vi spurte Randi Kleverudson om det.",
        "Det sier Xanvik Kleverudson, daglig leder i foreningen.",
        "Det sier forskningssjef Xanvik van Kleverudson i dag.",
    ],
)
def test_a_name_with_a_title_or_a_known_first_name_is_not_asked_about(
    bokmal: Speller, line: str
) -> None:
    """Whoever gives the title of a person knows the name."""
    assert told(bokmal, line, "Nå skal Kleverudsons planer bli til noe.") == []


def test_other_names_are_asked_about_once(bokmal: Speller) -> None:
    """One question for each name, genitives too."""
    found = told(
        bokmal, "Toget går til Kleverudset.", "Folk i Kleverudset er på Kleverudsets side."
    )

    assert found == [("Kleverudset", "staving.navn")]


def test_a_slip_in_an_introduced_name_is_told(bokmal: Speller) -> None:
    """The surname at the second mention has lost a letter."""
    found = told(bokmal, "Det sier ordfører Kjell Kleverudson.", "Så la Kleverudsen til litt.")

    assert found == [("Kleverudsen", "staving.navn-nesten")]


def test_a_name_that_begins_a_sentence_is_no_misspelt_word(bokmal: Speller) -> None:
    """The text shows elsewhere that it is a name."""
    found = told(bokmal, "Det mener ordfører Regjerignen.", "Regjerignen er ny.")

    assert found == []
