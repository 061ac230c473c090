"""What the tab «Opplysninger» shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.content import Content, Language, Profile, ReleaseMode
from pressdesk.domain.oslo import oslo_time
from pressdesk.gui.editor.days import day_in_field, spoken_day, spoken_moment
from pressdesk.gui.editor.figures import language_name, partner_badge
from pressdesk.services.parties import is_organisation_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.domain.content import Contact, Partner
    from pressdesk.gui.editor.saying import Saying
    from pressdesk.gui.widgets.badge import Badge

Choices = tuple[tuple[str, str], ...]
UNDECIDED = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactState:
    """A contact and its place in the content."""

    place: int
    contact: Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerState:
    """One partner with all that is known of it."""

    key: str
    name: str
    short: str
    number: str
    number_warning: str
    note: str
    badge: Badge
    about: str
    """The id of its text about itself, "" where there is none."""
    contacts: tuple[ContactState, ...]
    can_move_up: bool
    can_move_down: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsState:
    """Everything on the tab."""

    place: str
    day: str
    day_spoken: str
    mode: str
    modes: Choices
    embargo_day: str
    embargo_time: str
    embargo_spoken: str
    language: str
    languages: Choices
    profile: str
    profiles: Choices
    is_confidential: bool
    is_listed: bool
    partners: tuple[PartnerState, ...]
    homeless: tuple[ContactState, ...]
    """Contacts of no partner."""


def facts_state(
    saying: Saying, content: Content, pen: Partner | None, taken: Sequence[Language] = ()
) -> FactsState:
    """Return what to show; ``taken`` are languages that other texts of the release have."""
    _ = saying.gettext
    embargo = oslo_time(content.embargo) if content.embargo else None
    return FactsState(
        place=content.place or "",
        day=day_in_field(content.date),
        day_spoken=spoken_day(saying, content.date) if content.date else "",
        mode=content.release_mode or UNDECIDED,
        modes=(
            (UNDECIDED, _("Not decided")),
            (ReleaseMode.IMMEDIATE, _("For immediate release")),
            (ReleaseMode.EMBARGO, _("Embargo")),
        ),
        embargo_day=day_in_field(embargo.date()) if embargo else "",
        embargo_time=f"{embargo.hour:02}.{embargo.minute:02}" if embargo else "",
        embargo_spoken=spoken_moment(saying, content.embargo) if content.embargo else "",
        language=content.language,
        languages=tuple(
            (one.value, language_name(saying, one)) for one in Language if one not in taken
        ),
        profile=content.profile,
        profiles=(
            (Profile.SPRAKRADET, _("Språkrådet")),
            (Profile.NTB, _("NTB")),
            (Profile.HOUSE, _("House style")),
        ),
        is_confidential=content.is_confidential,
        is_listed=content.is_listed_partner,
        partners=tuple(_partner(saying, content, one, pen) for one in content.partners),
        homeless=_contacts(content, None),
    )


def _partner(
    saying: Saying, content: Content, partner: Partner, pen: Partner | None
) -> PartnerState:
    order = [one.id for one in content.partners]
    number = partner.organisation_number or ""
    about = next((one.id for one in content.boilerplates if one.partner == partner.id), "")
    is_wrong = bool(number) and not is_organisation_number(number)
    return PartnerState(
        key=partner.id,
        name=partner.name,
        short=partner.short,
        number=number,
        number_warning=saying.gettext("This is no organisation number.") if is_wrong else "",
        note=saying.gettext("holds the pen") if pen and pen.id == partner.id else "",
        badge=partner_badge(content, partner),
        about=about,
        contacts=_contacts(content, partner.id),
        can_move_up=order[0] != partner.id,
        can_move_down=order[-1] != partner.id,
    )


def _contacts(content: Content, partner: str | None) -> tuple[ContactState, ...]:
    return tuple(
        ContactState(place=place, contact=contact)
        for place, contact in enumerate(content.contacts)
        if contact.partner == partner
    )
