"""The words that a Word file adds to a release, in the release's own language."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pressdesk.domain.content import Boilerplate, Contact, Content, Image, Link, ReleaseMode
from pressdesk.domain.oslo import oslo_time
from pressdesk.domain.text import EMPTY, Text
from pressdesk.i18n import catalogue
from pressdesk.i18n.moments import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_LABELLED_CAPTION = re.compile(r"^(?:bilde|bilete|picture|photo|foto|caption)[^\W\d]*\s*:", re.I)
_LABELLED_CREDIT = re.compile(r"^[^\W\d]+(?: [^\W\d]+)?\s*:|^(?:foto|photo|illustra|©)", re.I)


class Labels:
    """Every label of one release."""

    __slots__ = ("_content", "gettext")

    def __init__(self, content: Content) -> None:
        self._content = content
        self.gettext = catalogue(content.language).gettext

    def sender(self) -> Text:
        """Return who sends the release: "Felles pressemelding fra X og Y"."""
        names = [Text.of(partner.name).plain.strip() for partner in self._content.partners]
        if not names:
            return Text.of(self.gettext("Press release"))
        if len(names) == 1:
            return Text.of(self.gettext("Press release from {partner}").format(partner=names[0]))
        joined = self.listed(names)
        return Text.of(self.gettext("Joint press release from {partners}").format(partners=joined))

    def senders(self) -> str:
        """Return the partners' names alone, as the document's author."""
        return self.listed([Text.of(one.name).plain.strip() for one in self._content.partners])

    def listed(self, names: Sequence[str]) -> str:
        """Return names as one writes them in a sentence: "X, Y og Z"."""
        if len(names) < 2:  # noqa: PLR2004 - nothing to join
            return "".join(names)
        return self.gettext("{names} and {last}").format(
            names=", ".join(names[:-1]), last=names[-1]
        )

    def place_and_date(self) -> Text:
        """Return "Bodø, 26. november 2026", or the half of it that is known."""
        place = Text.of(self._content.place or "").plain.strip()
        day = self.day(self._content.date) if self._content.date else ""
        if place and day:
            return Text.of(self.gettext("{place}, {date}").format(place=place, date=day))
        return Text.of(place or day)

    def day(self, day: date) -> str:
        """Return "26. november 2026"."""
        return self.gettext("{day} {month} {year}").format(
            day=day.day, month=self.gettext(MONTHS[day.month - 1]), year=day.year
        )

    def embargo(self) -> Text:
        """Return the embargo with its computed weekday, empty where there is none.

        Units: the time is that of clocks in Norway.
        """
        if self._content.embargo is None:
            return EMPTY
        at = oslo_time(self._content.embargo)
        return Text.of(
            self.gettext(
                "Embargoed until {weekday} {day} {month} {year}, {hour}:{minute} (Oslo time)"
            ).format(
                weekday=self.gettext(WEEKDAYS[at.weekday()]),
                day=at.day,
                month=self.gettext(MONTHS[at.month - 1]),
                year=at.year,
                hour=f"{at.hour:02}",
                minute=f"{at.minute:02}",
            )
        )

    def release(self) -> Text:
        """Return when the release may be published, empty while that is open."""
        if self._content.release_mode is ReleaseMode.IMMEDIATE:
            return Text.of(self.gettext("For immediate release"))
        return self.embargo()

    def draft_mark(self) -> Text:
        """Return what stands on every page of a draft."""
        return Text.of(self.gettext("DRAFT – not for publication"))

    def page(self) -> str:
        """Return the page number's words, with the fields ``{page}`` and ``{pages}``."""
        return self.gettext("Page {page} of {pages}")

    def caption(self, image: Image) -> Text:
        """Return a caption that says it is one, since the picture comes in a file of its own."""
        return _labelled(image.caption, _LABELLED_CAPTION, self.gettext("Picture: {caption}"))

    def credit(self, image: Image) -> Text:
        """Return who made a picture, as written where that names the kind of work."""
        return _labelled(image.credit, _LABELLED_CREDIT, self.gettext("Photo: {credit}"))

    def boilerplate_heading(self, boilerplate: Boilerplate) -> Text:
        """Return "Om X" as written, else made from the partner's short form."""
        partner = self._content.partner(boilerplate.partner)
        if boilerplate.heading or partner is None:
            return boilerplate.heading
        return Text.of(self.gettext("About {partner}").format(partner=partner.short.strip()))

    def links_heading(self) -> Text:
        """Return the heading over links."""
        return Text.of(self.gettext("Links"))

    def contacts_heading(self) -> Text:
        """Return the heading over contacts."""
        return Text.of(self.gettext("Contact"))

    def file_words(self) -> tuple[str, str]:
        """Return the words of file names for a press release, and for a draft."""
        return self.gettext("press-release"), self.gettext("draft")


def contact_name(contact: Contact) -> str:
    """Return a contact's name and title."""
    return ", ".join(filter(None, map(_plain, (contact.name, contact.title))))


def contact_reach(contact: Contact) -> tuple[str, ...]:
    """Return the ways to reach a contact: telephone, e-mail, as far as they are known."""
    return tuple(filter(None, map(_plain, (contact.phone, contact.email))))


REACH_SEPARATOR = " · "
LINK_SEPARATOR = ": "


def link_words(link: Link) -> tuple[Text, str]:
    """Return the words before a link, and its address as people read it; either may be empty."""
    address = _plain(_plain(link.target).removeprefix("mailto:"))
    if not link.label or link.label.plain.strip() in (address, link.target):
        return EMPTY, address
    return link.label, address


def _plain(words: str | None) -> str:
    return Text.of(words or "").plain.strip()


def _labelled(text: Text, labelled: re.Pattern[str], template: str) -> Text:
    """Return ``text`` within ``template``, marks moved along, unless it has a label already."""
    if not text or labelled.match(text.plain.strip()):
        return text
    label = template.partition("{")[0]
    moved = (
        replace(mark, start=mark.start + len(label), end=mark.end + len(label))
        for mark in text.marks
    )
    return Text(label + text.plain, tuple(moved))
