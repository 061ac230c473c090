"""Every word of a source is in the content, or in the account of what was cleaned away."""

from __future__ import annotations

import itertools
import unicodedata
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.recognised import CleanUpKind, Recognised
from pressdesk.drafting.recognition import recognise_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressdesk.domain.content import Content

ROOT = Path(__file__).resolve().parents[3]
REAL = [
    *sorted((ROOT / "tests" / "golden").glob("recognition*/*.txt")),
    *sorted((ROOT / "resources" / "samples").glob("*.txt")),
]
WHOLE = {CleanUpKind.REPEATED_LEAD, CleanUpKind.WEB_RESIDUE, CleanUpKind.OTHER}
PIECES = [
    "PRESSEMELDING", "Felles pressemelding fra Havnor og Breidfjord Kraft", "Del:", "###",
    "Bodø, 24. november 2026", "24.11.2026", "Sperrefrist: 26. november 2026 kl. 09.00",
    "Til umiddelbar publisering", "Havnor og Breidfjord Kraft inngår samarbeid",
    "– Vi er glade, sier daglig leder Kari Nes i Havnor.", "– Det merkes.",
    "Hun mener at avtalen er viktig.", "«Dette er stort for oss alle», sier Nes.",
    "- punkt en", "- punkt to", "• kule", "1. først", "2. så", "Om Havnor", "Om Havnor: Et selskap.",
    "Fakta", "FAKTA: Tall og tider", "Kontakt:", "Kontakt: Kari Nes, tlf. 912 34 567",
    "Kari Nes, daglig leder, Havnor, 912 34 567, kari@havnor.example", "Telefon: 912 34 567",
    "Foto: Per Berg / Havnor", "Bildetekst: Kari Nes. Foto: Per Berg", "Les mer: https://havnor.example",
    "# Tittel", "**Fet tekst** og *kursiv* [lenke](https://a.example)", "Tittel: Nytt anlegg",
    "Ingress: Havnor bygger.", "Klyngeleder Kari Nes sier:", "Nøkkelord", "havn, kraft",
    "Publisert 12.11.2026", "Av Kari Nes", "Mellomtittel her", "Dagfinn Nes    Kari Moe",
    "Pressemelding: Havnor bygger ny kai", "https://havnor.example", "…", "  ", "\t", "\u00a0",
    "Felles pressemelding fra Havnor/Breidfjord Kraft: Enighet mellom Breidfjord Kraft og Havnor",
    "PRESSEMELDING FRA HAVNOR OG BREIDFJORD KRAFT", "Kontakt i Havnor: Kari Nes, 912 34 567",
    "Havnor: Dr. Kari Nes, leder, 912 34 567", "Kari Nes: leder, 912 34 567", "Ola Li, 951 00 000",
    "Det sier Kari Nes.", "Om oss", "Av Kommunikasjonsavdelingen, publisert 05.11.2026",
    "Arctic Cluster Team, ACT, bygger.", "Pressevakt, 900 33 444", "Dr Kari Nes sier ja, sa Ivan Petrov.",
    "\ufeff", "\u200b", "a\u0301", "\x00", "\x1f", "\u2028", "\ud800",
]  # fmt: skip
LINES = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=30)), max_size=4).map(" ".join)
TEXTS = st.lists(LINES, max_size=25).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n", "\r\n", "\r"]).map(lambda end: end.join(lines))
)


@given(TEXTS)
def test_no_word_of_a_generated_text_is_lost(text: str) -> None:
    """Whatever comes in, its words are in the content or in the clean-ups."""
    assert lost_words(text) == Counter()


@pytest.mark.parametrize("source", REAL, ids=lambda source: source.stem)
def test_no_word_of_a_real_text_is_lost(source: Path) -> None:
    """The golden texts and the samples keep every word, too."""
    assert lost_words(source.read_bytes().decode("utf-8")) == Counter()


def test_no_word_of_the_seed_is_lost(shared: Path) -> None:
    """The seed keeps every word: what is not in the content is the lead's copy and "Del:"."""
    text = (shared / "seed" / "skift-act.txt").read_bytes().decode("utf-8")

    assert lost_words(text) == Counter()


@given(TEXTS)
def test_text_of_a_cleanup_stands_in_its_line(text: str) -> None:
    """A clean-up says which line it changed, and quotes that line as it stood."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    for change in recognise(text).cleaned:
        assert change.text == lines[change.line - 1]


@given(TEXTS)
def test_recognition_is_the_same_twice(text: str) -> None:
    """The same text gives the same release."""
    assert recognise(text) == recognise(text)


def recognise(text: str) -> Recognised:
    """Return the recognised text, with ids that count."""
    counter = itertools.count(1)
    return recognise_text(text, new_id=lambda: f"{next(counter):026d}")


def lost_words(text: str) -> Counter[str]:
    """Return the words that are neither in the content nor in a line that was left out."""
    recognised = recognise(text)
    kept = Counter(word for part in words_in(recognised.content) for word in words(part))
    for change in recognised.cleaned:
        if change.kind in WHOLE or change.kind is CleanUpKind.EMPTY_LINES:
            kept.update(words(change.text))
    return Counter(words(text)) - kept


def words(text: str) -> list[str]:
    """Return the words of ``text``, in NFC."""
    return unicodedata.normalize("NFC", text).split()


def words_in(content: Content) -> Iterator[str]:
    """Yield every text of the content."""
    yield content.title.plain
    yield from (text.plain for text in content.lead)
    for block in content.blocks:
        yield from (text.plain for text in block.texts)
    for boilerplate in content.boilerplates:
        yield boilerplate.heading.plain
        yield from (text.plain for text in boilerplate.paragraphs)
    for contact in content.contacts:
        yield from (
            one for one in (contact.name, contact.title, contact.phone, contact.email) if one
        )
    for link in content.links:
        yield from (link.label.plain, link.target)
