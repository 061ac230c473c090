"""What the inspector takes as facts, and what it refuses; no window."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from gui.editor.test_quotes import English, Pages
from pressdesk.domain.content import Language, Profile, ReleaseMode
from pressdesk.gui.editor.days import typed_day, typed_time
from pressdesk.gui.editor.facts_presenter import FactsPresenter
from pressdesk.services.parties import is_organisation_number
from samples import content, counting_ids

if TYPE_CHECKING:
    from pressdesk.gui.editor.facts_state import FactsState


@dataclass
class View:
    """What the tab shows."""

    states: list[FactsState] = field(default_factory=list)
    problems: dict[str, str] = field(default_factory=dict)
    named: str = ""
    removed: list[str] = field(default_factory=list)
    is_embargo_asked: bool = False

    def show_facts(self, state: FactsState) -> None:
        """Keep the state."""
        self.states.append(state)

    def forget(self) -> None:
        """Keep nothing."""
        self.problems.clear()

    def show_problem(self, field: str, words: str, *, is_unfinished: bool = False) -> None:
        """Keep the words."""
        del is_unfinished
        self.problems[field] = words

    def show_embargo_fields(self) -> None:
        """Keep that it was asked."""
        self.is_embargo_asked = True

    def name_partner(self, key: str) -> None:
        """Keep the key."""
        self.named = key

    def show_removed(self, words: str) -> None:
        """Keep the words."""
        self.removed.append(words)


@pytest.fixture
def pages() -> Pages:
    return Pages(content())


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def presenter(view: View, pages: Pages) -> FactsPresenter:
    presenter = FactsPresenter(view, English(), pages, counting_ids())
    presenter.begin(pages.said.partners[0], [Language.EN])
    presenter.show(pages.said)
    return presenter


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("26.11.2026", date(2026, 11, 26)),
        (" 1/2/2026 ", date(2026, 2, 1)),
        ("2026-11-26", date(2026, 11, 26)),
        ("31.02.2026", None),
        ("i morgen", None),
    ],
)
def test_days_are_read_as_people_write_them(words: str, day: date | None) -> None:
    """What is no day is refused rather than guessed."""
    assert typed_day(words) == day


def test_times_are_read_as_people_write_them() -> None:
    """With point or colon, with or without minutes."""
    assert [typed_time(one) for one in ("08.00", "8:05", "kl. 14", "25.00", "x")] == [
        (8, 0),
        (8, 5),
        (14, 0),
        None,
        None,
    ]


def test_an_embargo_shows_its_weekday(presenter: FactsPresenter, view: View, pages: Pages) -> None:
    """Nobody types the weekday, so it cannot be wrong."""
    presenter.on_mode_chosen(ReleaseMode.EMBARGO)
    presenter.on_embargo_given("26.11.2026", "08.00")
    presenter.show(pages.said)

    assert view.is_embargo_asked
    assert pages.said.embargo == datetime(2026, 11, 26, 7, tzinfo=UTC)
    assert view.states[-1].embargo_spoken.startswith("Thursday 26 November 2026")


@pytest.mark.parametrize(("day", "reason"), [("29.03.2026", "does not exist"), ("25.10.2026", "")])
def test_hours_that_summer_time_skips_or_repeats_are_refused(
    presenter: FactsPresenter, view: View, pages: Pages, day: str, reason: str
) -> None:
    """The reason stands at the field, and nothing changes."""
    presenter.on_embargo_given(day, "02.30")

    assert view.problems["embargo"]
    assert reason in view.problems["embargo"]
    assert pages.changes == 0


def test_an_embargo_is_checked_while_it_is_incomplete(
    presenter: FactsPresenter, view: View, pages: Pages
) -> None:
    """The time without a day, the day without a time, and both missing."""
    presenter.on_embargo_given("", "25.99")
    assert view.problems["embargo"] == "Write the time as 08.00."

    presenter.on_embargo_given("", "08.00")
    assert view.problems["embargo"] == "Choose day and time."

    presenter.on_embargo_given("32.1.2026", "")
    assert view.problems["embargo_day"] == "Write the day as 26.11.2026."
    assert view.problems["embargo"] == "Choose day and time."

    presenter.on_embargo_given("26.11.2026", "08.00")
    assert view.problems == {"embargo_day": "", "embargo": ""}
    assert pages.changes == 1


def test_removing_a_partner_tells_what_it_means(
    presenter: FactsPresenter, view: View, pages: Pages
) -> None:
    """Until something else is done, which undo would undo first."""
    presenter.on_partner_removed("p1")
    presenter.show(pages.said)
    assert view.removed[-1] == (
        "Nordlys was removed. No partner answers for 1 quote any more. 1 contact has no partner now."
    )

    presenter.on_place_given("Bodø")
    presenter.show(pages.said)

    assert view.removed[-1] == ""


def test_a_wrong_date_is_refused_in_place(
    presenter: FactsPresenter, view: View, pages: Pages
) -> None:
    """And taken once it is right."""
    presenter.on_day_given("32.1.2026")
    assert view.problems["day"] == "Write the day as 26.11.2026."

    presenter.on_day_given("31.1.2026")
    assert view.problems["day"] == ""
    assert pages.said.date == date(2026, 1, 31)


def test_plain_facts_are_taken(presenter: FactsPresenter, view: View, pages: Pages) -> None:
    """Each is one change."""
    presenter.on_place_given(" Bodø ")
    presenter.on_language_chosen("nn")
    presenter.on_profile_chosen("ntb")
    presenter.on_confidential_chosen(True)
    presenter.on_listed_chosen(True)
    presenter.on_mode_chosen(ReleaseMode.IMMEDIATE)

    said = pages.said
    assert (said.place, said.language, said.profile) == ("Bodø", Language.NN, Profile.NTB)
    assert said.is_confidential
    assert said.is_listed_partner
    assert said.release_mode is ReleaseMode.IMMEDIATE
    assert pages.changes == 6
    assert [key for key, _ in view.states[0].languages] == ["nb", "nn"]


def test_partners_are_named_added_moved_and_removed(
    presenter: FactsPresenter, view: View, pages: Pages
) -> None:
    """What was said for a partner stays when it goes, for nobody."""
    presenter.on_partner_added()
    new = pages.said.partners[-1].id
    assert view.named == new
    presenter.on_partner_changed(new, "name", "Kyst og Hav SA")
    presenter.on_partner_changed(new, "short", "Kyst")
    presenter.on_partner_changed(new, "number", "974760673")
    presenter.on_partner_moved(new, -1)

    assert [one.short for one in pages.said.partners] == ["Nordlys", "Kyst", "Fjell"]
    assert pages.said.partners[1].organisation_number == "974760673"

    presenter.on_partner_removed("p1")

    assert [one.short for one in pages.said.partners] == ["Kyst", "Fjell"]
    assert next(pages.said.quotes()).owner is None
    assert pages.said.contacts[0].partner is None


def test_a_partner_is_never_left_without_a_name(
    presenter: FactsPresenter, view: View, pages: Pages
) -> None:
    """The field says so."""
    presenter.on_partner_changed("p1", "name", " ")

    assert view.problems["name"]
    assert pages.changes == 0


def test_organisation_numbers_are_checked_and_shown_all_the_same() -> None:
    """A wrong check digit is pointed out, not refused: the register is right, not we."""
    assert is_organisation_number("974 760 673")
    assert not is_organisation_number("974760674")
    assert not is_organisation_number("12345678")


def test_contacts_are_filled_in_and_given_to_partners(
    presenter: FactsPresenter, pages: Pages
) -> None:
    """By their place in the release, since they have no other name."""
    presenter.on_contact_added("p2")
    presenter.on_contact_changed(1, "name", "Ola  Li")
    presenter.on_contact_changed(1, "phone", "900 00 002")
    presenter.on_contact_changed(0, "partner", "p2")

    contacts = [(one.name, one.phone, one.partner) for one in pages.said.contacts]
    assert contacts == [("Kari Nes", "900 00 001", "p2"), ("Ola Li", "900 00 002", "p2")]

    presenter.on_contact_removed(0)
    assert [one.name for one in pages.said.contacts] == ["Ola Li"]


def test_room_is_made_for_a_partners_own_text(presenter: FactsPresenter, pages: Pages) -> None:
    """Once: the second time it is only gone to."""
    presenter.on_about_wanted("p1")
    presenter.on_about_wanted("p1")

    (about,) = pages.said.boilerplates
    assert (about.heading.plain, about.partner) == ("Om Nordlys", "p1")
