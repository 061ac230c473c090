"""What ``set`` and ``edit`` change, and what they refuse."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from pressdesk.domain.content import Content, Paragraph, ReleaseMode
from pressdesk.domain.errors import (
    BlockUnknown,
    PressDeskError,
    SettingUnknown,
    TextMissing,
    TimeAmbiguous,
    TimeInGap,
    ValueRefused,
)
from pressdesk.domain.ids import BlockId
from pressdesk.services.editing import with_words
from pressdesk.services.fields import Change, with_changes
from samples import content, counting_ids


def changed(*words: str) -> Content:
    """Return the sample content after ``set`` with ``words``."""
    return with_changes(content(), [Change.parse(one) for one in words], counting_ids())


def test_plain_fields_are_set() -> None:
    """Title, lead, place and date take their words; an empty value clears what may be empty."""
    after = changed("title=Ny tittel", "lead=En.\nTo.", "place=Bodø", "date=2026-11-26")

    assert after.title.plain == "Ny tittel"
    assert [text.plain for text in after.lead] == ["En.", "To."]
    assert (after.place, after.date) == ("Bodø", date(2026, 11, 26))
    assert changed("lead=", "place=", "date=").lead == ()


def test_an_embargo_is_norwegian_time() -> None:
    """A time without offset is what clocks in Norway show; with one it is taken as said."""
    winter = changed("embargo=2026-11-26T08:00")
    summer = changed("embargo=2026-07-01 08:00")
    elsewhere = changed("embargo=2026-11-26T08:00-05:00")

    assert winter.embargo == datetime(2026, 11, 26, 7, tzinfo=UTC)
    assert summer.embargo == datetime(2026, 7, 1, 6, tzinfo=UTC)
    assert elsewhere.embargo == datetime(2026, 11, 26, 13, tzinfo=UTC)
    assert winter.release_mode is ReleaseMode.EMBARGO


def test_immediate_release_lifts_the_embargo() -> None:
    """The mode and the instant never contradict each other."""
    after = changed("embargo=2026-11-26T08:00", "release_mode=immediate")

    assert (after.release_mode, after.embargo) == (ReleaseMode.IMMEDIATE, None)
    assert changed("embargo=").release_mode is None


def test_the_organisation_of_a_speaker_answers_the_question() -> None:
    """It holds for the person, and the partner of that name answers for the words."""
    before = content()
    assert before.is_uncertain(before.blocks[2])

    after = changed("speaker.b3.organisation=fjell", "speaker.b3.title=styreleder")

    (person,) = (one for one in after.spokespersons if one.name == "Ola Li")
    assert (person.title, person.organisation) == ("styreleder", "fjell")
    assert not after.is_uncertain(after.blocks[2])
    assert next(q for q in after.quotes() if q.id == "b3").owner == "p2"


def test_another_name_moves_only_that_quote() -> None:
    """Who speaks in one block is changed there; words are never put in others' mouths elsewhere."""
    before = changed("speaker.b3.name=Kari Nes")

    after = with_changes(
        before,
        [Change("speaker.b2.title", "leder"), Change("speaker.b2.name", "Per By")],
        counting_ids(),
    )

    quotes = {quote.id: after.person(quote.speaker) for quote in after.quotes()}
    assert quotes[BlockId("b3")].name == "Kari Nes"
    assert quotes[BlockId("b3")].title == "daglig leder"
    assert (quotes[BlockId("b2")].name, quotes[BlockId("b2")].title) == ("Per By", "leder")


def test_a_person_is_renamed_everywhere() -> None:
    """``spokesperson`` is about the person, whatever the order of the changes."""
    after = changed("speaker.b3.name=Kari Nes", "spokesperson.Kari Nes.name=Kari Næss")

    assert {after.person(quote.speaker).name for quote in after.quotes()} == {"Kari Næss"}


def test_partners_and_contacts_are_found_by_either_name() -> None:
    """Short form and full name are both the partner's; a new partner may be added."""
    after = changed(
        "contact.Fjell Kraft.phone=900 00 002",
        "contact.fjell.name=Ola Li",
        "contact.Nordlys.email=kari@nordlys.example",
        "partner.Kyst.name=Kyst og Hav SA",
        "boilerplate.Kyst=Om oss.",
    )

    reach = {one.name: (one.partner, one.phone, one.email) for one in after.contacts}
    assert reach["Ola Li"] == ("p2", "900 00 002", None)
    assert reach["Kari Nes"] == ("p1", "900 00 001", "kari@nordlys.example")
    assert [partner.name for partner in after.partners][2] == "Kyst og Hav SA"
    assert after.boilerplates[0].paragraphs[0].plain == "Om oss."


REFUSED: list[tuple[str, type[PressDeskError]]] = [
    ("nothing", SettingUnknown),
    ("colour=red", SettingUnknown),
    ("contact.Nordlys.colour=red", SettingUnknown),
    ("contact.name=Kari", SettingUnknown),
    ("contact.Ukjent.name=Kari", ValueRefused),
    ("contact.Nordlys.email=tull", ValueRefused),
    ("contact.Nordlys.phone=abc", ValueRefused),
    ("contact.Nordlys.phone=12", ValueRefused),
    ("title=", TextMissing),
    ("title=a\nb", ValueRefused),
    ("partner.Nordlys.name=", TextMissing),
    ("date=26.11.2026", ValueRefused),
    ("embargo=2026-11-26", ValueRefused),
    ("embargo=i morgen", ValueRefused),
    ("embargo=2026-03-29T02:30", TimeInGap),
    ("embargo=2026-10-25T02:30", TimeAmbiguous),
    ("release_mode=embargo", ValueRefused),
    ("release_mode=never", ValueRefused),
    ("profile=avis", ValueRefused),
    ("confidential=ja", ValueRefused),
    ("speaker.b9.name=Kari", BlockUnknown),
    ("speaker.b1.name=Kari", BlockUnknown),
]


@pytest.mark.parametrize(("words", "error"), REFUSED, ids=[one[0] for one in REFUSED])
def test_what_does_not_fit_is_refused(words: str, error: type[PressDeskError]) -> None:
    """Each refusal is its own expected failure."""
    with pytest.raises(error):
        changed(words)


def test_line_breaks_begin_paragraphs() -> None:
    """A quote grows within its block; a paragraph becomes several, the first with the old id."""
    ids = counting_ids()
    quote = with_words(content(), BlockId("b2"), "– En.\n\nTo, sier hun.\n", ids)
    paragraph = with_words(content(), BlockId("b1"), "En.\nTo.", ids)

    assert [text.plain for text in quote.blocks[1].texts] == ["– En.", "To, sier hun."]
    assert [type(block) for block in paragraph.blocks[:2]] == [Paragraph, Paragraph]
    assert paragraph.blocks[0].id == "b1"
    assert paragraph.blocks[1].id not in {block.id for block in content().blocks}
    with pytest.raises(TextMissing):
        with_words(content(), BlockId("b1"), " \n", ids)
    with pytest.raises(BlockUnknown):
        with_words(content(), BlockId("b9"), "Hei", ids)
