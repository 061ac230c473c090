"""The gate through the journeys, on the desk: what it sees and what the desk shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pressdesk.app.wiring import make_journeys
from pressdesk.domain.approvals import How
from pressdesk.domain.changed_words import WordChange
from pressdesk.domain.content import Contact
from pressdesk.domain.history import Stage
from pressdesk.domain.ids import PartnerId
from pressdesk.domain.preflight import GapCode
from pressdesk.services.approving import Said
from pressdesk.services.gate import Override
from pressdesk.services.wishes import Wishes
from samples import content

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.services.journeys import Journeys
    from pressdesk.services.releases import Place


def journeys_in(folder: Path) -> Journeys:
    wishes = Wishes(actor="Kari Nes; Nordlys", key_choice="session", data_folder=folder / "data")
    return make_journeys(wishes, lambda _: None, "nb")


def approve_all(journeys: Journeys, place: Place) -> None:
    text = place.read().draft.content()
    for quote in text.quotes():
        person = text.person(quote.speaker)
        assert person is not None
        said = Said(block=quote.id, by=person.name, how=How.MEETING, evidence="Møte 24.11.")
        assert journeys.approving.approve(place, said).is_counted


def test_the_desk_shows_how_far_a_release_has_come(tmp_path: Path) -> None:
    """Approved quotes are counted, and the stage follows the freeze and the edit after it."""
    journeys = journeys_in(tmp_path)
    text = replace(
        content(), contacts=(*content().contacts, Contact(partner=PartnerId("p2"), name="Ola Li"))
    )

    with journeys.open_desk() as desk:
        place = desk.at(desk.create(text).id)
        approve_all(journeys, place)
        (approved,) = desk.overviews()
        missing = journeys.gate.freeze(place)
        frozen = journeys.gate.freeze(place, Override(reason="Haster", by="Kari Nes"))
        (finished,) = desk.overviews()
        quote = next(iter(text.quotes()))
        journeys.drafting.edit(place, quote.id, "– Vi gleder oss stort, sier Kari Nes.", None)
        (edited,) = desk.overviews()

    assert (approved.approved, approved.quotes) == (2, 2)
    assert [one.gap.code for one in missing.readiness.blocking] == [GapCode.CONTACT_UNREACHABLE]
    assert missing.frozen is None
    assert frozen.overridden is not None
    assert frozen.overridden.gaps == ("contact_unreachable nb Fjell",)
    assert finished.stage is Stage.FROZEN
    assert (edited.stage, edited.approved) == (Stage.DRAFT, 1)


def test_the_words_in_the_window_are_judged_before_they_are_saved(tmp_path: Path) -> None:
    """The gate takes the contents in hand, and gives the difference as facts too."""
    journeys = journeys_in(tmp_path)
    journeys.drafting.create_file(content(), tmp_path / "a.pressdesk")
    place = journeys.at(tmp_path / "a.pressdesk")
    approve_all(journeys, place)
    release = place.read()
    quote = next(iter(content().quotes()))
    words = quote.paragraphs[0].plain.replace("oss", "alle")
    changed = content().with_block(replace(quote, paragraphs=(type(quote.paragraphs[0])(words),)))

    stored = journeys.gate.readiness(release)
    in_hand = journeys.gate.readiness(release, [changed])

    assert GapCode.QUOTE_CHANGED not in {one.gap.code for one in stored.blocking}
    (stale,) = (one for one in in_hand.blocking if one.gap.code is GapCode.QUOTE_CHANGED)
    assert stale.change == WordChange(old="oss", new="alle")
    assert "«oss» er endret til «alle»" in stale.message
