"""What the presenter needs of the place, and what it hands over to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.domain.content import Content
    from pressdesk.gui.new.form import Form, PartnerEntry
    from pressdesk.services.templates import TemplateText


class NoticeKind(StrEnum):
    """What a message in the place is about, and so which buttons it has."""

    DISCARD = "discard"
    DISCARDED = "discarded"
    PARTNER_REMOVED = "partner_removed"
    REFUSED = "refused"
    FAULTY_TEMPLATES = "faulty_templates"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldState:
    """What a field shows besides its words.

    ``written`` is how the release writes the answer out. ``limit`` is None where there is none.
    """

    problem: str = ""
    is_refused: bool = False
    written: str = ""
    length: int = 0
    limit: int | None = None
    is_shown: bool = True


class Speaks(Protocol):
    """Knows the language of the interface."""

    @property
    def language(self) -> str:
        """Return ``nb``, ``nn`` or ``en``."""


class NewReleaseView(Protocol):
    """What the presenter needs of the place's view."""

    def show_templates(self, templates: Sequence[tuple[str, str, bool]], current: str) -> None:
        """List the templates: id, title, whether it is the user's own."""

    def show_languages(self, languages: Sequence[str], current: str) -> None:
        """Offer the languages of the template."""

    def show_template(self, labels: TemplateText, words: TemplateText, form: Form) -> None:
        """Ask for the fields of a template: in the labels of one language, words of another."""

    def show_value(self, name: str, value: str) -> None:
        """Put an answer into its field."""

    def show_field(self, name: str, state: FieldState) -> None:
        """Show what is to be said about one answer."""

    def show_partners(self, partners: Sequence[PartnerEntry], *, can_remove: bool) -> None:
        """Show the partners in their order."""

    def show_partner_problem(self, words: str) -> None:
        """Show what is wrong with the partners; nothing for an empty string."""

    def show_progress(self, filled: int, total: int) -> None:
        """Say how many of the needed answers are there."""

    def show_preview(self, content: Content, sender: str, release: str) -> None:
        """Show the draft, and the lines above it."""

    def show_notice(self, kind: NoticeKind, words: str = "") -> None:
        """Say something in the place."""

    def hide_notice(self) -> None:
        """Take the message away."""

    def show_in_draft(self, words: Sequence[str]) -> None:
        """Let the draft show the first of ``words`` that stands in it."""

    def go_to_field(self, name: str) -> None:
        """Put the keyboard into a field."""

    def go_to_partner(self, key: int) -> None:
        """Put the keyboard into the name of a partner."""

    def go_to_start(self) -> None:
        """Put the keyboard where a fresh form begins."""
