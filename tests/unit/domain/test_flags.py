"""Changes that deserve a second look say why."""

from __future__ import annotations

import pytest

from pressdesk.domain.content import Language
from pressdesk.domain.flags import change_flags
from pressdesk.domain.rewording import Rewording
from pressdesk.domain.text import Text

CASES = [
    ("Vi gir 200 millioner kroner.", "200", "300", "number"),
    ("Vi gir 200 millioner kroner.", "millioner", "milliarder", "number"),
    ("Vi gir 200 millioner kroner.", "200", "nesten 200", ""),
    ("Vi gir 10.000 kroner.", "10.000", "10 000", ""),
    ("Det var to hus.", "to", "2", ""),
    ("Det var to hus.", "to", "tre", "number"),
    ("Det var tjuefem hus.", "tjuefem", "25", ""),
    ("Vi møtes 17. mai i Bodø.", "17", "18", "number date"),
    ("Vi møtes 17. mai i Bodø.", "mai", "juni", "date"),
    ("Vi møtes 17. mai i Bodø.", "Bodø", "Tromsø", "name"),
    ("Innen 2030 skal alt være ferdig.", "2030", "2035", "number date"),
    ("Møtet er tirsdag kl. 09.00.", "tirsdag", "onsdag", "date"),
    ("Møtet er tirsdag kl. 09.00.", "09.00", "10.00", "number date"),
    ("Det skjer i dag.", "i dag", "i morgen", "date"),
    ("Norge er enig.", "Norge", "Sverige", "name"),
    ("Avtalen er god.", "Avtalen", "Kontrakten", ""),
    ("Vi er enige.", "Vi", "De", ""),
    ("Kari Nes er enig.", "Kari", "Ola", "name"),
    ("NTNU er enig.", "NTNU", "UiT", "name"),
    ("Vi i Skift er enige.", "Skift", "skift", "name"),
    ("Vi er enige.", "enige", "uenige", "negation"),
    ("Vi er ikke enige.", "ikke ", "", "negation"),
    ("Vi gjør det alltid.", "alltid", "aldri", "negation"),
    ("Vi er glade for avtalen.", "glade", "fornøyde", ""),
    ("– Vi vokser, sier Kari Nes.", "vokser", "vokser og trives", ""),
]


def flags(text: str, old: str, new: str, language: Language) -> str:
    """Return the flags of a change in one line."""
    start = text.index(old)
    change = Rewording(start=start, end=start + len(old), new=Text(new))
    return " ".join(change_flags(text, change, language=language))


@pytest.mark.parametrize(("text", "old", "new", "wanted"), CASES)
def test_bokmal(text: str, old: str, new: str, wanted: str) -> None:
    """A fact that differs is flagged; another way of writing it is not."""
    assert flags(text, old, new, Language.NB) == wanted


@pytest.mark.parametrize(
    ("text", "old", "new", "wanted"),
    [
        ("Vi er einige, og ikkje imot.", "ikkje ", "", "negation"),
        ("Ingenting er avgjort.", "Ingenting", "Alt", "negation"),
        ("Vi møtest laurdag.", "laurdag", "søndag", "date"),
        ("Vi gjev to millionar.", "millionar", "milliardar", "number"),
        ("No er vi klare.", "No", "Då", ""),
    ],
)
def test_nynorsk(text: str, old: str, new: str, wanted: str) -> None:
    """With its own words; «no» means now."""
    assert flags(text, old, new, Language.NN) == wanted


@pytest.mark.parametrize(
    ("text", "old", "new", "wanted"),
    [
        ("We are not there.", "not ", "", "negation"),
        ("There is no plan.", "no", "a", "negation"),
        ("We can't agree.", "can't", "can", "negation"),
        ("It is possible.", "possible", "impossible", "negation"),
        ("We meet to discuss.", "to discuss", "and discuss", ""),
        ("We meet on 17 May.", "17", "18", "number date"),
        ("We may meet.", "may", "will", ""),
        ("We give 10,000 kroner.", "10,000", "10 000", ""),
    ],
)
def test_english(text: str, old: str, new: str, wanted: str) -> None:
    """With its own words and its own grouping of digits."""
    assert flags(text, old, new, Language.EN) == wanted


def test_a_known_name_is_one_at_the_start_of_a_sentence_too() -> None:
    """Where its ending alone would speak against it."""
    text = "Samskipnaden er enig."
    change = Rewording(start=0, end=12, new=Text("Kommunen"))

    assert change_flags(text, change, language=Language.NB) == ()
    assert change_flags(text, change, language=Language.NB, names=["Samskipnaden"]) == ("name",)
