"""Hypothesis strategies for content: everything that a release can say."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from pressdesk.domain.content import (
    Block,
    Boilerplate,
    BulletList,
    Contact,
    Content,
    FactBox,
    Image,
    Language,
    Link,
    Paragraph,
    Partner,
    Profile,
    QuoteBlock,
    ReleaseMode,
    Spokesperson,
    Subheading,
)
from pressdesk.domain.ids import BlockId, PartnerId, PersonId
from pressdesk.domain.text import Mark, MarkKind, Text

START = datetime(2000, 1, 1)  # hypothesis wants its bounds without a zone
words = st.text(max_size=20) | st.sampled_from(
    ["– Vi kutter 10\u00a0000 tonn, sier hun.", "«Ja»", "å\u0301", "😀\U0001d7d8", '{}"\\/\t']
)
names = words.map(lambda text: f"Navn {Text.of(text).plain}")
optional = st.none() | words


@st.composite
def marks(draw: st.DrawFn, length: int) -> Mark:
    start = draw(st.integers(0, length - 1))
    kind = draw(st.sampled_from(MarkKind))
    target = draw(st.sampled_from(["https://x.example/å", "mailto:a@b.example"]))
    return Mark(
        start=start,
        end=draw(st.integers(start + 1, length)),
        kind=kind,
        target=target if kind is MarkKind.LINK else None,
    )


@st.composite
def texts(draw: st.DrawFn) -> Text:
    text = Text.of(draw(words))
    if not text.plain or draw(st.booleans()):
        return text
    return Text(text.plain, tuple(draw(st.lists(marks(len(text.plain)), max_size=2))))


def many(strategy: st.SearchStrategy, least: int = 0) -> st.SearchStrategy:
    return st.lists(strategy, min_size=least, max_size=3).map(tuple)


def blocks(
    block: BlockId, people: st.SearchStrategy[PersonId], partners: st.SearchStrategy[PartnerId]
) -> st.SearchStrategy[Block]:
    return st.one_of(
        st.builds(Paragraph, id=st.just(block), text=texts()),
        st.builds(Subheading, id=st.just(block), text=texts()),
        st.builds(
            QuoteBlock,
            id=st.just(block),
            paragraphs=many(texts(), least=1),
            speaker=st.none() | people,
            is_speaker_confirmed=st.booleans(),
            owner=st.none() | partners,
            is_indirect=st.booleans(),
        ),
        st.builds(BulletList, id=st.just(block), items=many(texts())),
        st.builds(FactBox, id=st.just(block), heading=texts(), items=many(texts())),
        st.builds(Image, id=st.just(block), caption=texts(), credit=texts(), alt=texts()),
    )


@st.composite
def contents(draw: st.DrawFn) -> Content:
    partners = [PartnerId(f"p{number}") for number in range(draw(st.integers(0, 2)))]
    people = [PersonId(f"h{number}") for number in range(draw(st.integers(0, 2)))]
    some_partner = st.sampled_from(partners) if partners else st.nothing()
    some_person = st.sampled_from(people) if people else st.nothing()
    ids = [BlockId(f"b{number}") for number in range(draw(st.integers(0, 5)))]
    mode = draw(st.none() | st.sampled_from(ReleaseMode))
    instants = st.datetimes(START, START.replace(year=2100)).map(lambda at: at.replace(tzinfo=UTC))
    maybe_partner = st.none() | some_partner
    return Content(
        language=draw(st.sampled_from(Language)),
        profile=draw(st.sampled_from(Profile)),
        template=draw(optional),
        title=draw(texts()),
        lead=draw(many(texts())),
        place=draw(optional),
        date=draw(st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1))),
        release_mode=mode,
        embargo=draw(instants) if mode is ReleaseMode.EMBARGO else None,
        is_confidential=draw(st.booleans()),
        is_listed_partner=draw(st.booleans()),
        blocks=tuple(draw(blocks(block, some_person, some_partner)) for block in ids),
        partners=tuple(
            Partner(
                id=partner,
                name=draw(names),
                short=draw(names),
                organisation_number=draw(optional),
            )
            for partner in partners
        ),
        spokespersons=tuple(
            Spokesperson(
                id=person, name=draw(names), title=draw(optional), organisation=draw(optional)
            )
            for person in people
        ),
        contacts=draw(
            many(
                st.builds(
                    Contact,
                    partner=maybe_partner,
                    name=names,
                    title=optional,
                    phone=optional,
                    email=optional,
                )
            )
        ),
        boilerplates=tuple(
            Boilerplate(
                id=BlockId(f"o{number}"),
                partner=draw(maybe_partner),
                heading=draw(texts()),
                paragraphs=draw(many(texts())),
            )
            for number in range(draw(st.integers(0, 2)))
        ),
        links=draw(many(st.builds(Link, label=texts(), target=words))),
    )
