"""What is typed, as one value."""

from __future__ import annotations

from dataclasses import replace

from pressdesk.gui.new.form import Form, PartnerEntry

FORM = Form(
    partners=(
        PartnerEntry(key=1, name="ACT Cluster", short="ACT", speaker="Monica Paulsen"),
        PartnerEntry(key=2, name="Skift", speaker="Ola Li", speaker_title="leder"),
        PartnerEntry(key=3, speaker="Ingen"),
    ),
    values={"purpose": "bygge", "embargo": "26.11 kl 8", "kake": "ja"},
)
ASKED = frozenset({"purpose", "embargo", "release_mode"})


def test_partners_are_moved_within_their_bounds() -> None:
    """The order is kept otherwise; beyond the ends nothing happens."""
    moved = FORM.with_moved_partner(2, -1)

    assert [one.key for one in moved.partners] == [2, 1, 3]
    assert [one.key for one in FORM.with_moved_partner(1, 2).partners] == [2, 3, 1]
    assert moved.with_moved_partner(2, -1) == moved
    assert FORM.with_moved_partner(3, 1) == FORM


def test_two_partners_always_stay() -> None:
    """A joint release has no fewer; keys are never used twice."""
    two = FORM.without_partner(3)

    assert [one.key for one in two.partners] == [1, 2]
    assert two.without_partner(1) == two
    assert [one.key for one in FORM.without_partner(1).with_new_partner().partners] == [2, 3, 4]


def test_answers_are_handed_on_to_the_template() -> None:
    """Only those it asks for; people go with the short form of their partner."""
    filled = FORM.filled(ASKED)

    assert filled.values == {"purpose": "bygge", "embargo": "26.11 kl 8"}
    assert [(one.name, one.short) for one in filled.partners] == [
        ("ACT Cluster", "ACT"),
        ("Skift", ""),
        ("", ""),
    ]
    assert [(one.name, one.title, one.partner) for one in filled.spokespersons] == [
        ("Monica Paulsen", "", "ACT"),
        ("Ola Li", "leder", "Skift"),
    ]


def test_an_embargo_says_when_it_may_be_published() -> None:
    """And immediate publication leaves the embargo out, but not forgotten."""
    embargoed = Form().with_value("embargo", "26.11 kl 8")
    immediate = embargoed.with_value("release_mode", "immediate")

    assert embargoed.values["release_mode"] == "embargo"
    assert not immediate.has_embargo
    assert immediate.filled(ASKED).values == {"release_mode": "immediate"}
    assert immediate.values["embargo"] == "26.11 kl 8"


def test_blank_answers_are_nothing_typed() -> None:
    """The template and the language are no words of the user's."""
    fresh = Form.fresh("nb", "Nordlys")

    assert fresh.partners[0].name == "Nordlys"
    assert replace(fresh, template="tildeling", language="nn").says_the_same(fresh)
    assert fresh.with_value("place", " ").says_the_same(fresh)
    assert not fresh.with_value("place", "Bodø").says_the_same(fresh)
    assert not fresh.with_partner(PartnerEntry(key=2, name="x")).says_the_same(fresh)
