"""House checks on releases with their structure; the rules' examples show the rest."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.content import Boilerplate, Contact, Content, Language, Paragraph, ReleaseMode
from pressdesk.domain.ids import BlockId, PartnerId
from pressdesk.domain.manuscript import Manuscript, Passage, Place, Role
from pressdesk.domain.text import Text
from pressdesk.proofing.house import CHECKS
from samples import NOW, content

TEXT = st.text(
    alphabet=st.sampled_from('ACTNHO abcdeæøå –-«»"(),.:?!\u00a0\u20281234567890\n')
    | st.characters(exclude_categories=("Cs",)),
    max_size=200,
)


def release(**changes: object) -> Content:
    """Return the small release, long enough that its parts are missed."""
    long = Paragraph(id=BlockId("b9"), text=Text.of("Anlegget gir varme til hele byen. " * 10))
    begun = replace(content(), blocks=(*content().blocks, long))
    return replace(begun, **changes)  # type: ignore[arg-type]  # fields by name


def manuscript(of: Content) -> Manuscript:
    """Return a working text as its passages."""
    passages = [Passage(place=Place(role=Role.TITLE, line=1), text=of.title.plain)]
    passages += [Passage(place=Place(role=Role.LEAD, line=2), text=one.plain) for one in of.lead]
    roles = {quote.id: Role.QUOTE for quote in of.quotes()}
    for line, block in enumerate(of.blocks, 3):
        place = Place(role=roles.get(block.id, Role.BODY), line=line, block=block.id)
        passages.append(Passage(place=place, text=block.texts[0].plain))
    return Manuscript(language=Language.NB, passages=tuple(passages), content=of)


def parts(check: str, of: Content) -> list[str]:
    """Return the partners that a check misses something for, "" for the release as a whole."""
    return [hit.fields.get("part", "") for hit in CHECKS[check](manuscript(of))]


def test_contacts_and_texts_about_partners_are_missed_partner_by_partner() -> None:
    """Each organisation answers for itself; one contact of an unknown partner covers one."""
    first, second = PartnerId("p1"), PartnerId("p2")
    both = (
        Contact(partner=first, name="Kari Nes", phone="900 00 001"),
        Contact(partner=second, name="Ola Li", email="ola@fjell.example"),
    )
    unknown = Contact(partner=None, name="Ola Li", phone="900 00 002")
    unreachable = Contact(partner=second, name="Ola Li")
    about = Boilerplate(
        id=BlockId("b7"),
        partner=second,
        heading=Text.of("Om Fjell"),
        paragraphs=(Text.of("Fjell er et kraftselskap."),),
    )

    assert parts("contacts", release()) == ["Fjell"]
    assert parts("contacts", release(contacts=both)) == []
    assert parts("contacts", release(contacts=(both[0], unknown))) == []
    assert parts("contacts", release(contacts=(both[0], unreachable))) == ["Fjell"]
    assert parts("contacts", release(contacts=())) == ["Nordlys", "Fjell"]
    assert parts("boilerplates", release()) == ["Nordlys", "Fjell"]
    assert parts("boilerplates", release(boilerplates=(about,))) == ["Nordlys"]


def test_facts_of_the_release_count_as_its_lines() -> None:
    """Place, date and release mode stand in fields; the page of a release brings its sender."""
    dated = release(place="Bodø", date=NOW.date(), release_mode=ReleaseMode.IMMEDIATE)

    assert len(parts("place_and_date", release())) == 1
    assert len(parts("place_and_date", replace(dated, place=None))) == 1
    assert parts("place_and_date", dated) == []
    assert len(parts("release_mode", release())) == 1
    assert parts("release_mode", dated) == []
    assert parts("sender", release()) == []


def test_a_release_that_is_hardly_begun_is_left_in_peace() -> None:
    """Nobody is told in the first minute that everything is missing."""
    for check in ("place_and_date", "contacts", "boilerplates", "picture", "fact_box"):
        assert parts(check, content()) == []


def test_statements_are_counted_until_they_are_approved() -> None:
    """An approved quote is not missed any more."""
    whole = manuscript(release())
    first, second = (quote.id for quote in release().quotes())

    def count(*approved: BlockId) -> list[str]:
        hits = CHECKS["unapproved"](replace(whole, approved=frozenset(approved)))
        return [hit.fields["antall"] for hit in hits]

    assert count() == ["2"]
    assert count(first) == ["1"]
    assert count(first, second) == []


@given(
    texts=st.lists(st.tuples(st.sampled_from(Role), TEXT), max_size=8),
    has_content=st.booleans(),
)
def test_every_check_answers_whatever_the_text(
    texts: list[tuple[Role, str]], *, has_content: bool
) -> None:
    """Hits lie within their passages, and no text makes a check fall over."""
    whole = Manuscript(
        language=Language.NB,
        passages=tuple(
            Passage(place=Place(role=role, line=line), text=text)
            for line, (role, text) in enumerate(texts, 1)
        ),
        content=content() if has_content else None,
    )
    by_place = {one.place: one.text for one in whole.passages}

    for check in CHECKS.values():
        for hit in check(whole):
            assert 0 <= hit.start <= hit.end
            assert hit.place is None or hit.end <= len(by_place[hit.place])
