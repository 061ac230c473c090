"""The words that the sheet itself says, in the user's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pressdesk.gui.sheet.lines import LineKind, Part
from pressdesk.gui.sheet.painting import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.domain.content import Spokesperson
    from pressdesk.gui.sheet.geometry import Piece


class Speaking(Protocol):
    """What translates: the window's speech, or a catalogue."""

    def gettext(self, message: str, /) -> str:
        """Return ``message`` in the user's language."""

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        """Return ``one`` or ``many`` in the user's language, as ``count`` asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The lengths that labels measure against.

    Source: product.md, "Lengths: proposed limits".
    """

    title_characters: int = 70
    lead_characters: int = 200
    quote_words: int = 60


def _is_unfinished(texts: Sequence[str]) -> bool:
    """Return whether a placeholder stands in ``texts``: its words say nothing about the length."""
    return any(PLACEHOLDER.search(text) for text in texts)


class Labels:
    """Makes margin labels, hints for empty lines, and speaker lines."""

    def __init__(self, speech: Speaking, limits: Limits) -> None:
        self._speech = speech
        self._limits = limits

    def margin(self, piece: Piece) -> tuple[str, bool]:
        """Return the label at the left of a piece, and whether the piece is too long."""
        match piece.shape.part:
            case Part.TITLE:
                return self._measured(
                    self.part(Part.TITLE), [piece.first.text()], self._limits.title_characters
                )
            case Part.LEAD:
                texts = [block.text() for block in piece.blocks()]
                return self._measured(self.part(Part.LEAD), texts, self._limits.lead_characters)
            case Part.QUOTE:
                return self._counted([block.text() for block in piece.blocks()])
            case Part.BOILERPLATE | Part.SUBHEADING:
                return "", False
            case part:
                return self.part(part), False

    @staticmethod
    def _measured(name: str, texts: Sequence[str], limit: int) -> tuple[str, bool]:
        count = sum(len(text) for text in texts)
        return f"{name}\n{count}/{limit}", count > limit and not _is_unfinished(texts)

    def _counted(self, texts: Sequence[str]) -> tuple[str, bool]:
        count = sum(len(text.strip("–— \u00a0").split()) for text in texts)
        name, limit = self.part(Part.QUOTE), self._limits.quote_words
        if count > limit and not _is_unfinished(texts):
            return f"{name}\n{count}/{limit}", True
        words = self._speech.ngettext("{count} word", "{count} words", count)
        counted = words.format(count=count).replace(" ", "\u00a0")
        return f"{name}\n{counted}", False

    def part(self, part: Part) -> str:
        """Return what people call such a piece."""
        _ = self._speech.gettext
        return {
            Part.TITLE: _("Title"),
            Part.LEAD: _("Lead"),
            Part.PARAGRAPH: _("Paragraph"),
            Part.SUBHEADING: _("Subheading"),
            Part.QUOTE: _("Quote"),
            Part.LIST: _("List"),
            Part.FACT_BOX: _("Fact box"),
            Part.IMAGE: _("Picture"),
            Part.BOILERPLATE: _("About"),
        }[part]

    def hint(self, kind: LineKind) -> str:
        """Return the grey words of an empty line, "" where there are none."""
        _ = self._speech.gettext
        return {
            LineKind.TITLE: _("Title"),
            LineKind.LEAD: _("Lead"),
            LineKind.PARAGRAPH: _("Write here"),
            LineKind.SUBHEADING: _("Subheading"),
            LineKind.FACT_HEADING: _("Heading of the fact box"),
            LineKind.CAPTION: _("Caption"),
            LineKind.CREDIT: _("Photo credit"),
            LineKind.ABOUT_HEADING: _("About the partner"),
        }.get(kind, "")

    def speaker(self, person: Spokesperson | None, *, is_confirmed: bool) -> str:
        """Return who speaks, as the row under a quote says it."""
        _ = self._speech.gettext
        if person is None:
            return _("Who says this?")
        name = ", ".join(part for part in (person.name, person.title, person.organisation) if part)
        return name if is_confirmed else _("{speaker} – confirm").format(speaker=name)

    @property
    def accessible_name(self) -> str:
        """The name of the whole sheet for screen readers."""
        return self._speech.gettext("Press release text")
