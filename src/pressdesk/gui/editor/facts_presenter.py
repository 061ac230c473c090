"""Decides what happens to the facts of a release that the inspector shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from pressdesk.domain.content import Content, Language, Profile, ReleaseMode
from pressdesk.domain.errors import PressDeskError
from pressdesk.domain.ids import BlockId, PartnerId
from pressdesk.domain.oslo import oslo_instant
from pressdesk.domain.text import Text
from pressdesk.gui.editor.days import typed_day, typed_time
from pressdesk.gui.editor.facts_state import FactsState, facts_state
from pressdesk.gui.editor.saying import sentence
from pressdesk.services import parties

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pressdesk.domain.content import Partner
    from pressdesk.gui.editor.saying import Pages, Saying


class FactsView(Protocol):
    """Shows the facts of a release."""

    def show_facts(self, state: FactsState) -> None:
        """Show all of them."""

    def forget(self) -> None:
        """Drop what was typed and not taken: another release comes."""

    def show_problem(self, field: str, words: str, *, is_unfinished: bool = False) -> None:
        """Show what is wrong with what was typed in ``field``, or missing; "" for nothing."""

    def show_embargo_fields(self) -> None:
        """Show where to say the embargo."""

    def name_partner(self, key: str) -> None:
        """Show the partner with that key, and go to its name."""

    def show_removed(self, words: str) -> None:
        """Say what a removal did, with a way to undo it; "" when it is no longer the last step."""


class FactsPresenter:
    """Keeps the tab in step with the release; every change is one undo step."""

    def __init__(
        self, view: FactsView, saying: Saying, pages: Pages, new_id: Callable[[], str]
    ) -> None:
        self._view = view
        self._saying = saying
        self._pages = pages
        self._new_id = new_id
        self._pen: Partner | None = None
        self._taken: Sequence[Language] = ()
        self._shown: FactsState | None = None
        self._after_removal: Content | None = None

    def begin(self, pen: Partner | None, taken: Sequence[Language]) -> None:
        """Start with another release."""
        self._pen, self._taken, self._shown = pen, taken, None
        self._after_removal = None
        self._view.show_removed("")
        self._view.forget()

    def show(self, content: Content) -> None:
        """Show the facts of ``content``, if they are others than before."""
        if self._after_removal is not None and content != self._after_removal:
            self._after_removal = None
            self._view.show_removed("")
        state = facts_state(self._saying, content, self._pen, self._taken)
        if state != self._shown:
            self._shown = state
            self._view.show_facts(state)

    def on_place_given(self, words: str) -> None:
        """Take the place."""
        place = Text.of(words).plain.strip() or None
        self._change("place", lambda content: replace(content, place=place))

    def on_day_given(self, words: str) -> None:
        """Take the date of the release."""
        day = typed_day(words)
        if day is None and words.strip():
            self._refuse_day("day")
            return
        self._change("day", lambda content: replace(content, date=day))

    def on_mode_chosen(self, key: str) -> None:
        """Take when it may be published; an embargo is in force once its time is said."""
        self._view.show_problem("embargo", "")
        self._view.show_problem("embargo_day", "")
        if key == ReleaseMode.EMBARGO:
            self._view.show_embargo_fields()
            return
        mode = ReleaseMode(key) if key else None
        self._change("embargo", lambda content: replace(content, release_mode=mode, embargo=None))

    def on_embargo_given(self, day_words: str, time_words: str) -> None:
        """Take the embargo as clocks in Norway will show it."""
        day, time = typed_day(day_words), typed_time(time_words)
        if day is None and day_words.strip():
            self._refuse_day("embargo_day")
        else:
            self._view.show_problem("embargo_day", "")
        if time is None and time_words.strip():
            self._view.show_problem("embargo", self._saying.gettext("Write the time as 08.00."))
        elif not day_words.strip() or not time_words.strip():
            words = self._saying.gettext("Choose day and time.")
            self._view.show_problem("embargo", words, is_unfinished=True)
        elif time is not None:
            self._view.show_problem("embargo", "")
        if day is None or time is None:
            return

        def changed(content: Content) -> Content:
            # What clocks show has no zone of its own: oslo_instant gives it one.
            wall_clock = datetime(day.year, day.month, day.day, *time)  # noqa: DTZ001
            instant = oslo_instant(wall_clock).astimezone(UTC)
            return replace(content, embargo=instant, release_mode=ReleaseMode.EMBARGO)

        self._change("embargo", changed)

    def on_language_chosen(self, key: str) -> None:
        """Take the language that the text is in."""
        self._change("", lambda content: replace(content, language=Language(key)))

    def on_profile_chosen(self, key: str) -> None:
        """Take whose rules hold."""
        self._change("", lambda content: replace(content, profile=Profile(key)))

    def on_confidential_chosen(self, is_on: bool) -> None:
        """Take whether the release is confidential until it is out."""
        self._change("", lambda content: replace(content, is_confidential=is_on))

    def on_listed_chosen(self, is_on: bool) -> None:
        """Take whether a partner is listed on an exchange."""
        self._change("", lambda content: replace(content, is_listed_partner=is_on))

    def on_partner_changed(self, key: str, field: str, words: str) -> None:
        """Take ``name``, ``short`` or ``number`` of a partner."""
        value = " ".join(Text.of(words).plain.split())

        def changed(content: Content) -> Content:
            partner = content.partner(PartnerId(key))
            if partner is None:
                return content
            if field == "number":
                return parties.with_partner(
                    content, replace(partner, organisation_number=value or None)
                )
            if not value:
                return content
            new = replace(partner, name=value) if field == "name" else replace(partner, short=value)
            return parties.with_partner(content, new)

        required = field != "number" and not value
        missing = self._saying.gettext("A partner needs a name and a short form.")
        if required:
            self._view.show_problem(field, missing)
        else:
            self._change(field, changed)

    def on_partner_added(self) -> None:
        """Add a partner, to be named."""
        name = self._saying.gettext("New partner")
        self._change("", lambda content: parties.with_new_partner(content, name, self._new_id))
        self._view.name_partner(self._pages.content().partners[-1].id)

    def on_partner_removed(self, key: str) -> None:
        """Take a partner out; its words stay, for nobody."""
        before = self._pages.content()
        partner = before.partner(PartnerId(key))
        if partner is None:
            return
        self._change("", lambda content: parties.without_partner(content, partner.id))
        self._after_removal = self._pages.content()
        self._view.show_removed(self._removal(before, partner))

    def _removal(self, before: Content, partner: Partner) -> str:
        """Return what it means that ``partner`` is gone."""
        quotes = sum(quote.owner == partner.id for quote in before.quotes())
        contacts = sum(contact.partner == partner.id for contact in before.contacts)
        said = [self._saying.gettext("{partner} was removed.").format(partner=partner.short)]
        if quotes:
            words = self._saying.ngettext(
                "No partner answers for {count} quote any more.",
                "No partner answers for {count} quotes any more.",
                quotes,
            )
            said.append(words.format(count=quotes))
        if contacts:
            words = self._saying.ngettext(
                "{count} contact has no partner now.",
                "{count} contacts have no partner now.",
                contacts,
            )
            said.append(words.format(count=contacts))
        return " ".join(said)

    def on_partner_moved(self, key: str, by: int) -> None:
        """Move a partner in the agreed order."""
        self._change("", lambda content: parties.with_partner_moved(content, PartnerId(key), by))

    def on_contact_changed(self, place: int, field: str, words: str) -> None:
        """Take ``name``, ``title``, ``phone``, ``email`` or ``partner`` of a contact."""
        value = " ".join(Text.of(words).plain.split())

        def changed(content: Content) -> Content:
            contact = content.contacts[place]
            match field:
                case "name":
                    contact = replace(contact, name=value)
                case "title":
                    contact = replace(contact, title=value or None)
                case "phone":
                    contact = replace(contact, phone=value or None)
                case "email":
                    contact = replace(contact, email=value or None)
                case _:
                    contact = replace(contact, partner=PartnerId(value) if value else None)
            return parties.with_contact(content, place, contact)

        self._change("", changed)

    def on_contact_added(self, key: str) -> None:
        """Add an empty contact of a partner."""
        self._change("", lambda content: parties.with_new_contact(content, PartnerId(key)))

    def on_contact_removed(self, place: int) -> None:
        """Take a contact out."""
        self._change("", lambda content: parties.without_contact(content, place))

    def on_about_wanted(self, key: str) -> None:
        """Go to the partner's text about itself; make room for it if there is none."""
        content = self._pages.content()
        partner = content.partner(PartnerId(key))
        if partner is None:
            return
        about = next((one.id for one in content.boilerplates if one.partner == partner.id), None)
        if about is None:
            # The heading is part of the release, and so in its language.
            heading = f"{'About' if content.language is Language.EN else 'Om'} {partner.short}"
            content = parties.with_about(content, partner, heading, self._new_id)
            self._pages.apply(content)
            about = content.boilerplates[-1].id
        self._pages.go_to(BlockId(about))

    def _refuse_day(self, field: str) -> None:
        self._view.show_problem(field, self._saying.gettext("Write the day as 26.11.2026."))

    def _change(self, field: str, change: Callable[[Content], Content]) -> None:
        before = self._pages.content()
        try:
            after = change(before)
        except PressDeskError as error:
            self._view.show_problem(field, sentence(self._saying, error))
            return
        if field:
            self._view.show_problem(field, "")
        if after != before:
            self._pages.update_facts(after)
