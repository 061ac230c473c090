"""The foundations' own words in bokmål, for pictures that do not wait for the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.foundations.language import Words

if TYPE_CHECKING:
    import pytest

    from pressdesk.gui.speech import Speech

BOKMAL = {
    "{approved} of {total}": "{approved} av {total}",
    "{approved} of {total} quote approved": "{approved} av {total} sitat godkjent",
    "{approved} of {total} quotes approved": "{approved} av {total} sitater godkjent",
    "{stage}, done": "{stage}, gjort",
    "{stage}, now": "{stage}, nå",
    "{stage}, later": "{stage}, senere",
    "Stages: {stages}": "Faser: {stages}",
    "{count} too many": "{count} for mye",
    "{count} left": "{count} igjen",
    "{count} of {limit} word": "{count} av {limit} ord",
    "{count} of {limit} words": "{count} av {limit} ord",
    "{count} of {limit} character": "{count} av {limit} tegn",
    "{count} of {limit} characters": "{count} av {limit} tegn",
    "Close message": "Lukk meldingen",
    "Warning: {message}": "Advarsel: {message}",
    "Error: {message}": "Feil: {message}",
    "Undo": "Angre",
    "Clear search": "Tøm søket",
    "{label} (required)": "{label} (må fylles ut)",
}


def norwegian(speech: Speech, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let ``speech`` speak bokmål, with the words above."""
    monkeypatch.setattr("pressdesk.gui.speech.catalogue", lambda _language: Words(BOKMAL))
    speech.switch("nb")
