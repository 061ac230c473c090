"""What people do in the place, and what it then says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from gui.foundations.hands import type_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressdesk.gui.new import NewReleasePlace

    MakePlace = Callable[[], NewReleasePlace]

AGREEMENT = {
    "purpose": "få fart på grønn omstilling i nord",
    "start": "1. januar 2027",
    "duration": "tre år",
    "place": "Bodø",
    "date": "26.11.2026",
    "embargo": "26. november 2026 kl. 8",
}
PARTNERS = (
    ("ACT Cluster", "ACT", "Monica Paulsen", "klyngeleder"),
    ("Skift – Næringslivets Klimaledere", "Skift", "Bjørn Kjærand Haugland", "adm. direktør"),
)


def fill_in(place: NewReleasePlace) -> None:
    """Type two partners and some answers."""
    for card, words in zip(place.view.partners.cards(), PARTNERS, strict=True):
        for edit, text in zip(card.edits(), words, strict=True):
            type_text(edit, text)
    for name, value in AGREEMENT.items():
        type_text(place.view.fields.editor(name), value)


def answered(place: NewReleasePlace) -> str:
    """Return how many fields are filled in, as the place says it."""
    return place.view.progress.text()


def shown_words(widget: QWidget) -> str:
    """Return the words of all labels in ``widget`` that can be seen."""
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible() and label.text())
